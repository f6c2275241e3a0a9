"""YAML in; a Directory or Problems out."""
