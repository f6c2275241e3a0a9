"""Where the parts of a record begin and end, and which of its characters are text: what is left may be a comment."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from yaml import events
from yaml._yaml import CParser

from rightdoor.records.marks import Path

_LINE_END = 1 << 30


class Spot(NamedTuple):
    """A place in a file; line and column count from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Part:
    """A field or an item: where its name (or itself) begins, where its value begins, and where the value ends.

    `end` is None for fields and items on lines of their own, which end where others begin; `group` says that the part
    holds others, and `brackets` that they stand in brackets.
    """

    path: Path
    start: Spot
    value: Spot
    end: Spot | None = None
    group: bool = False
    brackets: bool = False


@dataclass(slots=True)
class Outline:
    """The parts of a file in the order of their places, the outermost group first."""

    lines: list[str]
    parts: list[Part] = field(default_factory=list)
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """Of each line, the stretches (from, before) that are names or values."""

    def is_taken(self, line: int, column: int) -> bool:
        """Whether a character is part of a name or value."""
        return any(start <= column < end for start, end in self.taken.get(line, ()))


def outline(raw: bytes) -> Outline:
    """The outline of a file that `read_source` has accepted."""
    found = Outline([line.removesuffix("\r") for line in raw.decode("utf-8").split("\n")])
    stream = _nodes(CParser(raw))
    root = next(stream)
    _walk(root, stream, (), _spot(root.start_mark), found)
    return found


def _nodes(parser: CParser) -> Iterator[Any]:
    while not isinstance(event := parser.get_event(), events.StreamEndEvent):
        if isinstance(event, events.NodeEvent | events.CollectionEndEvent):
            yield event


def _walk(event: Any, stream: Iterator[Any], path: Path, start: Spot, found: Outline) -> None:
    part = Part(path, start, _spot(event.start_mark))
    found.parts.append(part)
    if isinstance(event, events.ScalarEvent):
        part.end = _take(event, found)
        return
    part.group = True
    walk = _walk_fields if isinstance(event, events.MappingStartEvent) else _walk_items
    last = walk(stream, path, found)
    if event.flow_style:
        part.brackets, part.end = True, _spot(last.end_mark)


def _walk_fields(stream: Iterator[Any], path: Path, found: Outline) -> Any:
    while not isinstance(name := next(stream), events.MappingEndEvent):
        _take(name, found)
        _walk(next(stream), stream, (*path, name.value), _spot(name.start_mark), found)
    return name


def _walk_items(stream: Iterator[Any], path: Path, found: Outline) -> Any:
    index = 0
    while not isinstance(item := next(stream), events.SequenceEndEvent):
        _walk(item, stream, (*path, index), _spot(item.start_mark), found)
        index += 1
    return item


def _take(event: Any, found: Outline) -> Spot:
    """Note the stretches of a name or value; where it ends, which for `|` and `>` is the line of that sign."""
    start, end = _spot(event.start_mark), _spot(event.end_mark)
    if event.style in ("|", ">"):
        _take_lines(start.line + 1, end, found)
        return start
    for line in range(start.line, end.line + 1):
        first = start.column if line == start.line else 0
        last = end.column if line == end.line else _LINE_END
        found.taken.setdefault(line, []).append((first, last))
    return end


def _take_lines(first: int, end: Spot, found: Outline) -> None:
    """Note text of several lines; blank lines below it are not counted as its own."""
    last = end.line if end.column else end.line - 1
    while last >= first and not found.lines[last].strip():
        last -= 1
    for line in range(first, last + 1):
        found.taken[line] = [(0, _LINE_END)]


def _spot(mark: Any) -> Spot:
    return Spot(mark.line, mark.column)
