"""Rightdoor: a directory that says who each service takes, who it does not take, and where to go instead."""

__version__ = "0.1.0"
