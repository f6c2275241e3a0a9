"""All records of a project as they are written: for commands that change several, and so must be able to read all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rightdoor.records.edits import EditRefused
from rightdoor.records.grammar import schema
from rightdoor.records.marks import Path as FieldPath
from rightdoor.records.nearest import nearest_word
from rightdoor.records.opening import open_record
from rightdoor.records.read import Source, Unreadable, read_source
from rightdoor.records.report import one_line
from rightdoor.records.walk import Found, walk

NAMES: Mapping[tuple[str, str], str] = {
    ("service", "organization"): "organization",
    ("service", "refer_to"): "service",
    ("service", "via"): "service",
    ("service", "if_declined"): "service",
    ("service", "related"): "service",
    ("service", "areas"): "area",
    ("organization", "commissioned_by"): "organization",
    ("area", "within"): "area",
    ("area", "front_door"): "service",
    ("area", "crisis_routes"): "service",
    ("vignette", "area"): "area",
    ("vignette", "areas"): "area",
    ("vignette", "services"): "service",
    ("vignette", "refers_to"): "service",
    ("tombstones", "use_instead"): "service",
    ("imports", "service"): "service",
    ("imports", "organization"): "organization",
    ("imports", "area"): "area",
    ("refusals", "service"): "service",
    ("refusals", "taken_by"): "service",
}
"""The fields of each kind of record that hold ids, and the kind of record these name."""
NAMED_BY_FIELD = ("service", "by_area", "area")
"""The one group whose field names are ids: of which kind of record, which group, and what they name."""
NOT_NAMES = frozenset({("service", "aliases"), ("tombstones", "id")})
"""Fields that hold ids which name no record."""


@dataclass(frozen=True, slots=True)
class Held:
    """A record and its text."""

    found: Found
    source: Source

    @property
    def file(self) -> str:
        """Its path in the project."""
        return self.found.file


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a record names another: with `is_field` the name of a field, otherwise a value."""

    held: Held
    path: FieldPath
    is_field: bool = False

    @property
    def field(self) -> str:
        """The field that holds the name."""
        return next(str(each) for each in reversed(self.path[: -1 if self.is_field else None]) if isinstance(each, str))

    @property
    def place(self) -> str:
        """The file and line."""
        return f"{self.held.file}:{self.held.source.mark(self.path).line}"


def held_records(root: Path) -> tuple[Held, ...]:
    """Every record; `EditRefused` where one cannot be read, because what it names would be missed."""
    seen, records = walk(root), []
    for found in seen.found:
        raw, problems = open_record(root, found.file)
        try:
            if raw is None:
                raise Unreadable(list(problems))
            records.append(Held(found, read_source(raw, found.file)))
        except Unreadable as fault:
            raise EditRefused(
                f"{found.file} cannot be read: {one_line(fault.problems[0].message)} Nothing is written. "
                "Mend it first; rightdoor check says how."
            ) from None
    return tuple(records)


def looks_like(id: str, known: Iterable[str]) -> str:
    """A question whether another id was meant, with a blank before it; "" where none looks like it."""
    near = nearest_word(id, list(known), 0.6)
    return f" Did you mean {near}?" if near else ""


def naming(records: tuple[Held, ...], kind: str, id: str) -> tuple[Named, ...]:
    """Every place where a record names the record of this kind and id."""
    return tuple(each for held in records for each in _in(held, kind, id))


def order_of(kind: str, *fields: str) -> tuple[str, ...]:
    """The fields of a group of a kind of record, in the order of its schema."""
    node = whole = schema(kind)
    for field in fields:
        node = node["properties"][field]
        if "$ref" in node:
            node = whole["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return tuple(node["properties"])


def _in(held: Held, kind: str, id: str) -> Iterator[Named]:
    for path, field, value, is_field in _texts(held.source.data, (), ""):
        names = (
            (held.found.kind, field, kind) == NAMED_BY_FIELD
            if is_field
            else NAMES.get((held.found.kind, field)) == kind
        )
        if value == id and names:
            yield Named(held, path, is_field)


def _texts(value: Any, path: FieldPath, field: str) -> Iterator[tuple[FieldPath, str, str, bool]]:
    """Every text with its path and the field it stands in (of areas by basis, the group), and every field name."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield (*path, name), field, name, True
            yield from _texts(each, (*path, name), field if field == "areas" else name)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts(each, (*path, index), field)
    elif isinstance(value, str):
        yield path, field, value, False
