"""What all objects of a feed are made of: ids, and fields that say something. Nothing is ever null or empty."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from rightdoor.exchange import ids

Json: TypeAlias = dict[str, Any]


def known(**fields: Any) -> Json:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {}, ())}


def id_of(kind: str, *key: str | int) -> str:
    """The id of a thing: its kind, and what it is called within it."""
    return str(ids.of(kind, "/".join(map(str, key))))


def lines(sentences: Iterable[str]) -> str:
    """Sentences as one text, each in a line of its own."""
    return "\n".join(each for each in sentences if each)
