"""What commissioners ask of a directory: answered from it, with small numbers kept back."""
