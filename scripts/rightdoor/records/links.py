"""Which addresses stand in the records, and which of them are broken by what was noted when they were asked.

Nothing here asks the network (`asking.py` does). An address is asked without its fragment, once, however many records
name it. Addresses of made-up records and of names that are reserved for examples are never asked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urlsplit

from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from rightdoor.records.link_state import State, is_broken

RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)\.?\Z", re.IGNORECASE)
"""Names that lead nowhere by agreement (RFC 2606 and RFC 6761, read on 23 November 2026)."""

NATIONAL = "national"

_WHOLE = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_IN_TEXT = re.compile(r"https?://[^\s<>\"'`()\[\]{}]+", re.IGNORECASE)


class Place(NamedTuple):
    """Where an address stands: the kind and id of the record, its field, and the folders whose work list names it."""

    kind: str
    id: str
    field: tuple[str, ...]
    folders: tuple[str, ...]


class Broken(NamedTuple):
    """An address that failed twice, a week or more apart, and one place where it stands."""

    address: str
    place: Place
    what: str
    status: int | None
    since: date
    last: date


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: the day on which all addresses were last asked (None: never all), and what is broken."""

    on: date | None
    broken: tuple[Broken, ...]


class Addresses(NamedTuple):
    """The addresses to ask, each with where it stands, and how many are made up."""

    places: Mapping[str, tuple[Place, ...]]
    made_up: int


def addresses(directory: Directory, area: str | None = None) -> Addresses:
    """The web addresses of services, organizations and areas; with `area`, those on the work list of that folder."""
    found: dict[str, list[Place]] = {}
    made_up: set[str] = set()
    for kind, record, folders in _records(directory):
        if area is not None and area not in folders:
            continue
        for address, field in _of_record(record).items():
            if record.fictional or _is_reserved(address):
                made_up.add(address)
            else:
                found.setdefault(address, []).append(Place(kind, record.id, field, folders))
    return Addresses({each: tuple(found[each]) for each in sorted(found)}, len(made_up - found.keys()))


def asked(state: State, directory: Directory) -> Asked:
    """What is broken of the addresses that stand in the records today, in the order of places."""
    flagged = {address: failure for address, failure in state.failing.items() if is_broken(failure)}
    places = addresses(directory).places if flagged else {}
    rows = (
        Broken(address, place, failure.what, failure.status, failure.first, failure.last)
        for address, failure in flagged.items()
        for place in places.get(address, ())
    )
    return Asked(state.asked_on, tuple(sorted(rows, key=lambda each: (each.place, each.address))))


def _records(directory: Directory) -> Iterator[tuple[str, Service | Organization | Area, tuple[str, ...]]]:
    """Every record, with the folders it belongs to: an organization belongs to those of the services it runs."""
    runs: dict[str, set[str]] = {}
    for service in directory.services.values():
        runs.setdefault(service.organization, set()).add(service.folder)
        yield "service", service, (service.folder,)
    for organization in directory.organizations.values():
        yield "organization", organization, tuple(sorted(runs.get(organization.id, {NATIONAL})))
    for area in directory.areas.values():
        yield "area", area, (area.id,)


def _of_record(record: object) -> dict[str, tuple[str, ...]]:
    """The addresses of one record without fragments, each with the first field that has it."""
    found: dict[str, tuple[str, ...]] = {}
    for field, text in _texts(record, ()):
        for address in _in_text(text):
            found.setdefault(urldefrag(address).url, field)
    return found


def _texts(value: object, field: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a record that may hold an address, with the names of the fields that lead to it."""
    if isinstance(value, str):
        if "://" in value:
            yield field, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, field)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts(each, (*field, str(name)))
    else:
        for name in _fields(value):
            if each := getattr(value, name):
                yield from _texts(each, (*field, name))


def _fields(value: object) -> tuple[str, ...]:
    """The names of the fields of a part of a record; none for a number or a day."""
    kind = type(value)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
    return _FIELDS[kind]


_FIELDS: dict[type[Any], tuple[str, ...]] = {}
"""What `_fields` has found: looking it up anew for each of many records takes three times as long."""


def _in_text(text: str) -> list[str]:
    """The address that a text is, or those that stand in it, as in the Markdown of a description."""
    if _WHOLE.match(text):
        return [text]
    return [each.rstrip(".,;:!?*_") for each in _IN_TEXT.findall(text)]


def _is_reserved(address: str) -> bool:
    try:
        return bool(RESERVED.search(urlsplit(address).hostname or ""))
    except ValueError:
        return False
