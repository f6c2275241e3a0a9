"""The site: pages made from the directory, poured into the theme, published whole."""
