"""Words put together, where no vocabulary is asked."""

from collections.abc import Iterable


def joined(parts: Iterable[str], word: str = "and") -> str:
    """Words in a row: "A", "A and B", "A, B and C"."""
    items = list(parts)
    return f" {word} ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def capital(text: str) -> str:
    """The text with a capital first letter; the rest stays as typed."""
    return text[:1].upper() + text[1:]
