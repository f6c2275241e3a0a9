"""Other people's formats: what the directory says, as files that other programs read."""
