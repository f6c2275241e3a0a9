"""Data out as the text of a record, in the one style that records have; the strict reader reads back the same data.

Fields stand in the order of the grammar, each on a line of its own; a list, and a row of plain values, stands in
brackets where it fits on a line. Text is quoted only where it must be. The same data always make the same text.
"""

from collections.abc import Callable, Mapping
from itertools import dropwhile, pairwise, takewhile
from typing import Any

from rightdoor.records.comments import Comments, Line, goes_on
from rightdoor.records.marks import Path
from rightdoor.records.one_line import is_row, on_one_line
from rightdoor.records.order import Tree, below, fields_of
from rightdoor.records.quoting import is_lines, scalar, split_lines
from rightdoor.records.unused_fields import apart

WIDTH = 120
_STEP = 2


def written(data: Mapping[str, Any], kind: str, comments: Comments | None = None) -> str:
    """The text of a record of this kind, with its comments; it ends with a line end."""
    return "\n".join(_Writer(comments or Comments()).file(data, fields_of(kind))) + "\n"


class _Writer:
    """Writes one record; `column` is where the names of a group, or the dashes of a list, stand."""

    def __init__(self, comments: Comments) -> None:
        self._comments = comments
        self._split, self._said_beside = comments.inside(), Comments(beside=comments.beside).inside()

    def file(self, data: Mapping[str, Any], tree: Tree) -> list[str]:
        """The lines of the file; a record without any field is written as an empty group."""
        head, body = _said(self._comments.head, 0), self._group(data, tree, (), 0)
        return [*head, *([""] if head else []), *([] if data else ["{}"]), *_from_first(body)]

    def _group(self, data: Mapping[str, Any], tree: Tree, path: Path, column: int) -> list[str]:
        """A group of fields, one below the other, with the fields that wait as comments in their places."""
        rank = {name: index for index, name in enumerate(tree)}
        units: list[tuple[int, list[str], str | None]] = []

        def told(lines: list[Line]) -> list[str]:
            unused, left = apart(lines, tree, data, column)
            units.extend((rank[name], _said(each, column), None) for name, each in unused)
            return _said(left, column)

        for name in data:
            above = told(self._comments.above.get((*path, name), []))
            units.append((rank.get(name, len(rank)), above, name))
        end = told(self._comments.end.get(path, []))
        in_turn = [*sorted(units, key=lambda unit: unit[0]), (0, end, None)]
        lines: list[str] = []
        for (_, above, here), (_, below_it, _) in pairwise(in_turn):
            lines += above
            if here is not None:
                lines += self._field(here, data[here], tree, (*path, here), column, below_it)
        return [*lines, *end]

    def _field(self, name: str, value: Any, tree: Tree, path: Path, column: int, below_it: list[str]) -> list[str]:
        """A field with its value; where fields of a group wait as comments below it, the group has its own lines."""
        after = _said(self._comments.after.get(path, []), 0)
        if len(path) == 1 and any(map(goes_on, [*after, *below_it][:1])):
            self._split.add(path)
        return [*self._value(f"{' ' * column}{scalar(name)}:", value, below(tree, name), path, column), *after]

    def _list(self, items: list[Any], tree: Tree, path: Path, column: int) -> list[str]:
        """A list with a dash for each item; what is said of the first line of a group is said above its dash."""
        lines: list[str] = []
        for index, value in enumerate(items):
            inner = (*path, index)
            own = self._value(f"{' ' * column}-", value, tree, inner, column)
            lines += [*_said(self._comments.above.get(inner, []), column), *own]
        return [*lines, *_said(self._comments.end.get(path, []), column)]

    def _value(self, start: str, value: Any, tree: Tree, path: Path, column: int) -> list[str]:
        """A value behind its name or dash, with what is said beside it."""
        beside = self._beside(path)
        if is_lines(value):
            sign, lines = split_lines(value, " " * (column + _STEP))
            return [f"{start} {sign}{beside}", *lines]
        line = f"{start} {on_one_line(value, tree, path)}{beside}"
        if not value or not isinstance(value, dict | list):
            return [*_said(self._comments.end.get(path, []), column), line]
        fits = is_row(value) and len(line) - len(beside) <= WIDTH
        if fits and path not in self._split:
            return [line]
        write: Callable[..., list[str]] = self._group if isinstance(value, dict) else self._list
        inner = _from_first(write(value, tree, path, column + _STEP))
        if not start.endswith("-"):
            return [start + beside, *inner]
        above, rest = _above_dash(inner, column)
        if fits and path not in self._said_beside and not any(map(_is_remark, rest)):
            return [*above, line]
        return [
            *_said([Line(beside.strip())] if beside else [], column),
            *above,
            f"{start} {rest[0].lstrip()}",
            *rest[1:],
        ]

    def _beside(self, path: Path) -> str:
        said = self._comments.beside.get(path)
        return f"  {said}" if said else ""


def _above_dash(inner: list[str], column: int) -> tuple[list[str], list[str]]:
    """What is said of the first line of a group or list, to stand above its dash; and the lines that are left."""
    said = list(takewhile(_is_remark, inner))
    above = [line if line.startswith("#") or not line else " " * column + line.lstrip() for line in said]
    return above, inner[len(said) :]


def _from_first(lines: list[str]) -> list[str]:
    return list(dropwhile(lambda line: not line, lines))


def _is_remark(line: str) -> bool:
    return not line or line.lstrip().startswith("#")


def _said(lines: list[Line], column: int) -> list[str]:
    """Comments as lines: those at the margin stay there."""
    return [each.text if each.margin or not each.text else " " * column + each.text for each in lines]
