"""Spreadsheets as people keep them: read, their columns matched with our fields, and their rows made into drafts."""
