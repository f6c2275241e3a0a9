"""Groups and lists on one line, in brackets, and which of them are better so."""

from typing import Any

from rightdoor.records.marks import Path
from rightdoor.records.order import Tree, below, in_order
from rightdoor.records.quoting import is_lines, scalar


def on_one_line(value: Any, tree: Tree, path: Path = (), *, brackets: bool = False) -> str:
    """A value on one line, whatever it holds; `path` ends in its name or in its number within a list."""
    if isinstance(value, dict):
        fields = ((name, value[name]) for name in in_order(value, tree))
        inside = (
            f"{scalar(name, brackets=True)}: {on_one_line(each, below(tree, name), (name,), brackets=True)}"
            for name, each in fields
        )
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(on_one_line(each, tree, brackets=True) for each in value)}]"
    return scalar(value, name=str(path[-1]) if path else "", brackets=brackets)


def is_row(value: Any) -> bool:
    """Whether a group or list is read more easily on one line.

    So are groups of plain values and of short lists, and lists that are not made of groups alone.
    """
    if isinstance(value, dict):
        return all(not isinstance(each, dict) and _is_plain(each) for each in value.values())
    return any(not isinstance(each, dict | list) for each in value) and all(map(is_row_item, value))


def is_row_item(value: Any) -> bool:
    """Whether an item may stand in a list on one line."""
    return is_row(value) if isinstance(value, dict | list) and value else not is_lines(value)


def _is_plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(not isinstance(each, dict | list) and not is_lines(each) for each in value)
    return not is_lines(value)
