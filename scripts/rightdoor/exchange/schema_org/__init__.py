"""schema.org: what a page says of its service to search engines and other programs, as JSON-LD."""
