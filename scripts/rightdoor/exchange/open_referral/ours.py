"""A record of ours in a feed: the property `rightdoor` holds it as its file does, and is taken as it is.

A stranger can write that property too. So it is looked at before anybody relies on it: plain values alone, not too many
and not too deep; and like any other entry it is then held against the grammar. It never says that anything was checked.
"""

import re
from collections.abc import Mapping
from typing import Any

PROPERTY = "rightdoor"
_DEEPEST = 8
_MOST = 4_000
_LONGEST = 4_000
_FIELD = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*\Z")
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST_ID = 60


class Unsound(ValueError):
    """A record that is not taken; the message says why, for people."""


def record_of(value: Mapping[str, Any]) -> dict[str, Any] | None:
    """The record of ours that an object of a feed holds, without what only holds where it was; None where none.

    Unsound where it can be none, or where what stands beside it has another name: then somebody changed one of them.
    """
    held = value.get(PROPERTY)
    if not isinstance(held, dict):
        return None
    _look(held, 0, [0])
    if held.get("name") != value.get("name"):
        raise Unsound("Its own record has another name than it has in the feed.")
    data = {name: each for name, each in held.items() if name not in ("id", "checked", "organization")}
    if isinstance(differences := data.get("by_area"), dict):
        data["by_area"] = {area: _unchecked(each) for area, each in differences.items()}
        data["by_area"] = {area: each for area, each in data["by_area"].items() if each != {}}
        if not data["by_area"]:
            del data["by_area"]
    return data


def id_of(value: Mapping[str, Any]) -> str:
    """What a record of ours is called where it comes from; "" where it does not say."""
    held = value.get(PROPERTY)
    said = held.get("id") if isinstance(held, dict) else None
    return said if isinstance(said, str) and len(said) <= _LONGEST_ID and _ID.match(said) else ""


def _unchecked(difference: Any) -> Any:
    if not isinstance(difference, dict):
        return difference
    return {name: each for name, each in difference.items() if name != "checked"}


def _look(value: Any, depth: int, count: list[int]) -> None:
    """Unsound unless these are plain values within bounds."""
    count[0] += 1
    if depth > _DEEPEST or count[0] > _MOST:
        raise Unsound("Its own record is larger than a record may be.")
    if isinstance(value, dict):
        for name, each in value.items():
            if not _FIELD.match(name) or len(name) > _LONGEST_ID:
                raise Unsound("Its own record has a field that no record has.")
            _look(each, depth + 1, count)
    elif isinstance(value, list):
        for each in value:
            _look(each, depth + 1, count)
    elif value is None:
        raise Unsound("Its own record has a field without a value.")
    elif isinstance(value, str) and (len(value) > _LONGEST or _HIDDEN.search(value)):
        raise Unsound("Its own record has a text that is too long or holds hidden characters.")
