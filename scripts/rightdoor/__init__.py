"""Rightdoor: a directory of local services that says who each one takes, who it does not, and where to go instead."""
