"""The parts of a record's text: which letters each value takes up, and how it is written.

`marks.py` says where a value begins, for messages; this says also where it ends, for changing it and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import events
from yaml._yaml import CParser


@dataclass(slots=True)
class Node:
    """A value: the letters from `start` to before `end`, comments and the end of its line left out.

    `flow` is written in brackets. `quote` is the quotation mark of a text, "" for a plain one, `|` or `>` for text of
    several lines. A group has `fields`, a list has `items`.
    """

    start: int
    end: int
    kind: str
    flow: bool = False
    quote: str = ""
    fields: "list[Field]" = field(default_factory=list)
    items: "list[Node]" = field(default_factory=list)

    def named(self, name: str) -> "Field | None":
        """The field of a group that has this name."""
        return next((each for each in self.fields if each.name == name), None)

    def at(self, path: tuple[str | int, ...]) -> "Node":
        """The part at a path; LookupError where there is none."""
        node = self
        for step in path:
            if isinstance(step, int):
                node = node.items[step]
            else:
                found = node.named(step)
                if found is None:
                    raise LookupError(step)
                node = found.node
        return node


@dataclass(slots=True)
class Field:
    """A field of a group: its name, where the name stands, and its value."""

    name: str
    start: int
    end: int
    node: Node


def parsed(text: str) -> Node:
    """The outermost group of a record that `read_source` has accepted."""
    stream = _nodes(CParser(text))
    return _node(next(stream), stream, text)


def line_start(text: str, at: int) -> int:
    """Where the line of a letter begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a letter ends, before its line end (CR LF or LF)."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _nodes(parser: CParser) -> Iterator[Any]:
    while True:
        event = parser.get_event()
        if isinstance(event, events.StreamEndEvent):
            return
        if isinstance(event, events.NodeEvent | events.CollectionEndEvent):
            yield event


def _node(event: Any, stream: Iterator[Any], text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, events.MappingStartEvent):
        return _fields(event, stream, text, Node(start, end, "group", bool(event.flow_style)))
    if isinstance(event, events.SequenceStartEvent):
        return _items(event, stream, text, Node(start, end, "list", bool(event.flow_style)))
    style = event.style or ""
    return Node(start, _end_of_lines(text, start, end) if style in ("|", ">") else end, "value", quote=style)


def _fields(event: Any, stream: Iterator[Any], text: str, group: Node) -> Node:
    for name in stream:
        if isinstance(name, events.MappingEndEvent):
            return _closed(group, name, [each.node.end for each in group.fields])
        start, end = name.start_mark.index, name.end_mark.index
        group.fields.append(Field(name.value, start, end, _node(next(stream), stream, text)))
    return group


def _items(event: Any, stream: Iterator[Any], text: str, listed: Node) -> Node:
    for item in stream:
        if isinstance(item, events.SequenceEndEvent):
            return _closed(listed, item, [each.end for each in listed.items])
        listed.items.append(_node(item, stream, text))
    return listed


def _closed(node: Node, event: Any, ends: list[int]) -> Node:
    """A list or group with its end; YAML puts that of one without brackets after the comments that follow it."""
    node.end = event.end_mark.index if node.flow else max(ends, default=node.end)
    return node


def _end_of_lines(text: str, start: int, end: int) -> int:
    """The end of the last line of a text of several lines; blank lines that its sign keeps (`|+`) belong to it."""
    header = text[start : line_end(text, start)]
    kept = text[start:end] if "+" in header.partition("#")[0] else text[start:end].rstrip("\r\n ")
    return start + len(kept.removesuffix("\n").removesuffix("\r") if kept.endswith("\n") else kept)
