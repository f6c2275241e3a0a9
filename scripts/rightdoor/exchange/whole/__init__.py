"""The whole directory, or one area's part of it, as files that hold everything."""
