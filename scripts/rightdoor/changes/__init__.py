"""What differs between two directories, in words: pure, it reads no file and asks no clock."""
