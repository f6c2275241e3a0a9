"""Fields that a file holds as comments, waiting to be used: each is kept where the field would stand.

The templates are mostly such fields, and whoever fills one in leaves the rest as they are.
"""

import re
from collections.abc import Container

from rightdoor.records.comments import Line
from rightdoor.records.order import ANY, Tree


def apart(
    lines: list[Line], tree: Tree, used: Container[str], column: int
) -> tuple[list[tuple[str, list[Line]]], list[Line]]:
    """The unused fields among lines of comment, each with what is said above it, and the lines that are left.

    A field that is used as well is no unused field: the comment tells of its past, and stays with what follows.
    """
    found: list[tuple[str, list[Line]]] = []
    start = at = 0
    while at < len(lines):
        name = _name(lines[at], column)
        at += 1
        if name not in tree or name == ANY or name in used:
            continue
        while at < len(lines) and _goes_on(lines[at], column):
            at += 1
        found.append((name, lines[start:at]))
        start = at
    return found, lines[start:]


def _name(line: Line, column: int) -> str:
    """The name of the field that a comment holds, at the column where its group has its fields."""
    found = re.match(rf"# ?{_indent(line, column)}([a-z_]+):(?: |\Z)", line.text)
    return found[1] if found else ""


def _goes_on(line: Line, column: int) -> bool:
    """Whether a line of comment belongs to the field above it: further to the right, or an item of its list."""
    indent = _indent(line, column)
    return re.match(rf"#+ {indent} +\S|# ?{indent}- ", line.text) is not None


def _indent(line: Line, column: int) -> str:
    return " " * column if line.margin else ""
