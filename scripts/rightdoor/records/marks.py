"""Where every value and every field name stands, worked out only when somebody asks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from yaml import error, events
from yaml._yaml import CParser

Path: TypeAlias = tuple[str | int, ...]

_NEXT_FIELD = re.compile(rb"^[^\s#-]", re.MULTILINE)


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


class Place(NamedTuple):
    """Where a value begins, and where the name of its field (or its list item) begins."""

    value: Mark
    field: Mark


def mark_of(place: Any) -> Mark:
    """PyYAML's place, which counts from 0, as ours."""
    return Mark(place.line + 1, place.column + 1)


def find(raw: bytes, path: Path, *, field: bool) -> Mark:
    """The place of a path in a file that `read_source` has accepted, or of its nearest ancestor that exists."""
    if len(path) == 1 and not field and (beside := _beside_its_name(raw, path[0])):
        return beside
    known, above = _known(raw, path)
    while path and path not in known:
        path = path[:-1]
    place = known[path].field if field else known[path].value
    return Mark(place.line + above, place.column)


def _beside_its_name(raw: bytes, name: str | int) -> Mark | None:
    """Where the value of an outermost field stands, if that is on the line of its name: no parsing is needed then."""
    start = b"%b: " % str(name).encode()
    at = 0 if raw.startswith(start) else raw.find(b"\n" + start) + 1
    if not raw.startswith(start, at):
        return None
    rest = raw[at + len(start) : at + len(start) + 1]
    return Mark(raw.count(b"\n", 0, at) + 1, len(start.decode()) + 1) if rest.strip(b" #\r\n") else None


def _known(raw: bytes, path: Path) -> tuple[dict[Path, Place], int]:
    """The places of the lines that belong to the outermost field, and how many lines are above them.

    A directory may have thousands of warnings; looking through ten lines for each, not eighty, makes them cheap.
    """
    start = re.search(rb"^%s:" % re.escape(str(path[0]).encode()), raw, re.MULTILINE) if path else None
    if start:
        end = _NEXT_FIELD.search(raw, start.end())
        own = raw[start.start() : end.start() if end else len(raw)]
        try:
            known = places(own)
        except error.YAMLError:
            known = {}
        if path[:1] in known:
            return known, raw.count(b"\n", 0, start.start())
    return places(raw), 0


@lru_cache(maxsize=8)
def places(raw: bytes) -> dict[Path, Place]:
    """The place of every path; the root is the empty path."""
    found: dict[Path, Place] = {}
    stream = _nodes(CParser(raw))
    root = next(stream)
    _walk(root, stream, (), mark_of(root.start_mark), found)
    return found


def _nodes(parser: CParser) -> Iterator[Any]:
    while True:
        event = parser.get_event()
        if isinstance(event, events.StreamEndEvent):
            return
        if isinstance(event, events.NodeEvent | events.CollectionEndEvent):
            yield event


def _walk(event: Any, stream: Iterator[Any], path: Path, field: Mark, found: dict[Path, Place]) -> None:
    found[path] = Place(mark_of(event.start_mark), field)
    if isinstance(event, events.MappingStartEvent):
        for name in stream:
            if not isinstance(name, events.ScalarEvent):
                return
            _walk(next(stream), stream, (*path, name.value), mark_of(name.start_mark), found)
    elif isinstance(event, events.SequenceStartEvent):
        for index, item in enumerate(stream):
            if isinstance(item, events.SequenceEndEvent):
                return
            _walk(item, stream, (*path, index), mark_of(item.start_mark), found)
