"""Rows that may be the same service: named always, made one only when somebody says so."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from rightdoor.exchange.tables.cleaning import one_line
from rightdoor.exchange.tables.entry import Entry
from rightdoor.exchange.tables.terms import plain
from rightdoor.model.draft import Lost

MOST_NAMED = 20
"""Rows that are named of a group."""

MOST_GROUPS = 100
"""Groups of rows that are named of a table."""


def key_of(name: str) -> str:
    """A name as it is compared: small letters and figures, with "and" for &."""
    return plain(re.sub("['’‘`]", "", name.replace("&", " and "))) or one_line(name)


def duplicates(entries: Sequence[Entry]) -> list[str]:
    """A sentence for each group of rows with one name, and for each with one phone and one postcode."""
    said = [f"{_rows(each)} have the same name: {_names(each)}." for each in _groups(entries, _name)]
    for each in _groups(entries, _phone_and_postcode):
        if len({_name(one) for one in each}) > 1:
            said.append(f"{_rows(each)} have the same phone number and postcode: {_names(each)}.")
    for each in _groups(entries, _phone):
        if len({_name(one) for one in each}) > 1 and len({_phone_and_postcode(one) for one in each}) > 1:
            said.append(f"{_rows(each)} have the same phone number: {_names(each)}.")
    for each in _groups(entries, _postcode):
        if len({_name(one) for one in each}) > 1 and len({_phone_and_postcode(one) for one in each}) > 1:
            said.append(f"{_rows(each)} have the same postcode: {_names(each)}.")
    more = len(said) - MOST_GROUPS
    return (
        said if more <= 0 else [*said[:MOST_GROUPS], f"There are {more} groups more of rows that have something alike."]
    )


def combined(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries in groups of one name; the first of a group holds the places of all, and what it cannot is lost."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        key = _name(entry)
        if key in groups and _same_provider(groups[key][0], entry):
            groups[key].append(entry)
        else:
            groups[key if key not in groups else f"{key} {entry.row.number}"] = [entry]
    return [_one(each) for each in groups.values()]


def _one(group: list[Entry]) -> list[Entry]:
    first, *rest = group
    lost = list(first.lost)
    for each in rest:
        _add(first.data, each, lost)
    return [first._replace(lost=tuple(lost)), *rest]


def _add(data: dict[str, Any], other: Entry, lost: list[Lost]) -> None:
    """Put into the data what another row of the same service says more."""
    for key, value in other.data.items():
        if key not in data:
            data[key] = value
        elif isinstance(value, list) and isinstance(data[key], list):
            data[key] = [*data[key], *(each for each in value if each not in data[key])]
        elif data[key] != value and key != "name":
            why = f"Row {other.row.number} says this, and the row that it is merged with says something else."
            lost.append(Lost(key, one_line(str(value))[:200], why))


def _same_provider(first: Entry, other: Entry) -> bool:
    """Whether nothing shows that two rows of one name are two services: their numbers and their running are one."""
    one, two = first.data.get("contact", {}), other.data.get("contact", {})
    shared = [each for each in ("phone", "email") if each in one and each in two]
    alike = all(one[each] == two[each] for each in shared)
    running = first.others.get("organization") == other.others.get("organization")
    return alike and running and first.data.get("criteria") == other.data.get("criteria")


def _groups(entries: Sequence[Entry], key: Callable[[Entry], str]) -> list[list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if said := key(entry):
            found[said].append(entry)
    return [each for each in found.values() if len(each) > 1]


def _name(entry: Entry) -> str:
    return key_of(entry.data["name"])


def _phone(entry: Entry) -> str:
    return str(entry.data.get("contact", {}).get("phone", ""))


def _postcode(entry: Entry) -> str:
    return next((str(each["postcode"]) for each in entry.data.get("locations", ()) if "postcode" in each), "")


def _phone_and_postcode(entry: Entry) -> str:
    return f"{_phone(entry)} {_postcode(entry)}" if _phone(entry) and _postcode(entry) else ""


def _rows(entries: Sequence[Entry]) -> str:
    numbers = [str(each.row.number) for each in entries]
    if len(numbers) > MOST_NAMED:
        return f"Rows {', '.join(numbers[:MOST_NAMED])} and {len(numbers) - MOST_NAMED} more"
    return f"Rows {', '.join(numbers[:-1])} and {numbers[-1]}"


def _names(entries: Sequence[Entry]) -> str:
    names = list(dict.fromkeys(one_line(each.data["name"]) for each in entries))
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
