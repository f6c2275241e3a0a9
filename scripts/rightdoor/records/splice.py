"""Changes values of a record in its own text: every other letter, comment and blank line stays as it is.

A change is made in the data and in the text; at the end the text is read again, and must say what the data say.
Where it does not, or cannot be changed in place, the change is refused and nothing is lost.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from rightdoor.records.marks import Path
from rightdoor.records.read import Source, Unreadable, read_source
from rightdoor.records.spans import Field, Node, line_end, line_start, parsed
from rightdoor.records.yaml_words import written


class CannotSplice(Exception):
    """The text cannot be changed in this place; the message names the file."""


class Splice:
    """A record whose values are being changed."""

    def __init__(self, source: Source) -> None:
        """Begin with a record as it was read."""
        self.file = source.file
        self.text = source.raw.decode()
        self.data: dict[str, Any] = deepcopy(source.data)
        self._line = "\r\n" if "\r\n" in self.text else "\n"

    def set(self, path: Path, value: Any, order: Sequence[str] = ()) -> None:
        """Gives a value another content, or adds the field to its group: behind those that `order` has before it."""
        group = self._at(path[:-1])
        name = path[-1]
        found = group.named(name) if isinstance(name, str) else None
        if isinstance(name, str) and found is None:
            self._add(group, name, value, order)
        else:
            node = found.node if found else group.items[int(name)]
            self._replace(node.start, node.end, self._like(node, value))
        self._holder(path)[name] = value

    def rename(self, path: Path, name: str) -> None:
        """Gives a field another name."""
        field = self._field(path)
        self._replace(field.start, field.end, written(name))
        holder, old = self._holder(path), path[-1]
        renamed = {name if each == old else each: value for each, value in holder.items()}
        holder.clear()
        holder.update(renamed)

    def remove(self, path: Path) -> None:
        """Takes away a field or an item, and with the last one the list or group that held it."""
        group, step = self._at(path[:-1]), path[-1]
        parts: list[tuple[int, int]]
        if isinstance(step, int):
            parts = [(each.start, each.end) for each in group.items]
            index = step
        else:
            parts = [(each.start, each.node.end) for each in group.fields]
            index = [each.name for each in group.fields].index(step)
        if len(parts) == 1 and len(path) > 1:
            self.remove(path[:-1])
        else:
            self._cut(group, parts, index)
            del self._holder(path)[step]

    def append(self, path: Path, value: Any) -> None:
        """Adds an item to the end of a list."""
        self.insert(path, len(self._at(path).items), value)

    def insert(self, path: Path, index: int, value: Any) -> None:
        """Adds an item to a list, so that it has this index; it is written as the items around it are."""
        node = self._at(path)
        beside = node.items[max(index - 1, 0)]
        if node.flow:
            at = beside.end if index else beside.start
            self._replace(at, at, f", {written(value)}" if index else f"{written(value)}, ")
        else:
            dash = self._dash(beside.start)
            begin = line_start(self.text, dash)
            indent = " " * (dash - begin)
            typed = f"{indent}- {written(value) if beside.flow else _as_rows(value, indent + '  ', self._line)}"
            if index:
                self._insert_line(beside.end, typed)
            else:
                self._replace(begin, begin, f"{typed}{self._line}")
        self._holder((*path, 0)).insert(index, value)

    def finished(self) -> bytes:
        """The changed text, proved to say what it should; raises `CannotSplice`."""
        raw = self.text.encode()
        try:
            if read_source(raw, self.file).data == self.data:
                return raw
        except Unreadable:
            pass
        raise CannotSplice(f"{self.file} is written in a way that cannot be changed in place. Change it by hand.")

    def _at(self, path: Path) -> Node:
        return parsed(self.text).at(path)

    def _field(self, path: Path) -> Field:
        found = self._at(path[:-1]).named(str(path[-1]))
        if found is None:
            raise LookupError(path)
        return found

    def _holder(self, path: Path) -> Any:
        held: Any = self.data
        for step in path[:-1]:
            held = held[step]
        return held

    def _replace(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]

    def _insert_line(self, after: int, line: str) -> None:
        at = line_end(self.text, after)
        self._replace(at, at, f"{self._line}{line}")

    def _like(self, node: Node, value: Any) -> str:
        """A value as it is typed, in the quotation marks of the one before it where that is the same text."""
        typed = written(value)
        plain = isinstance(value, str) and not set("'\"\\\n").intersection(value)
        return f"{node.quote}{value}{node.quote}" if plain and node.quote in ("'", '"') and node.quote else typed

    def _add(self, group: Node, name: str, value: Any, order: Sequence[str]) -> None:
        places = {each: index for index, each in enumerate(order)}
        own = places.get(name, len(places))
        before = [each for each in group.fields if places.get(each.name, len(places)) <= own]
        neighbour = before[-1] if before else group.fields[0]
        typed = f"{written(name)}: {written(value)}"
        if group.flow:
            self._replace(neighbour.node.end, neighbour.node.end, f", {typed}")
            return
        indent = group.fields[0].start - line_start(self.text, group.fields[0].start)
        self._insert_line(neighbour.node.end, " " * indent + typed)

    def _cut(self, group: Node, parts: list[tuple[int, int]], index: int) -> None:
        if group.flow:
            self._cut_in_brackets(parts, index)
        else:
            self._cut_lines(parts, index, listed=group.kind == "list")

    def _cut_in_brackets(self, parts: list[tuple[int, int]], index: int) -> None:
        if index + 1 < len(parts):
            self._replace(parts[index][0], parts[index + 1][0], "")
        else:
            self._replace(parts[index - 1][1] if index else parts[0][0], parts[index][1], "")

    def _cut_lines(self, parts: list[tuple[int, int]], index: int, *, listed: bool) -> None:
        start, end = parts[index]
        begin = line_start(self.text, self._dash(start) if listed else start)
        alone = listed or not self.text[begin:start].strip()
        if not alone:
            self._replace(start, parts[index + 1][0], "")
            return
        stop = self.text.find("\n", end)
        self._replace(begin, len(self.text) if stop < 0 else stop + 1, "")

    def _dash(self, start: int) -> int:
        """The dash of the item of a list that begins here."""
        before = self.text[:start].rstrip(" ")
        if not before.endswith("-"):
            raise CannotSplice(f"{self.file} is written in a way that cannot be changed in place. Change it by hand.")
        return len(before) - 1


def _as_rows(value: Any, indent: str, line: str) -> str:
    """An item as it stands behind its dash: a group with each field on a line of its own."""
    if not isinstance(value, dict):
        return written(value)
    return f"{line}{indent}".join(f"{name}: {written(each)}" for name, each in value.items())
