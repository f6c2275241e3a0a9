"""What the directory is made of: frozen values, no reading, no writing, no clock."""
