"""Every field of a kind of record, for people to read: made from the schemas, so it cannot fall behind them.

The pages room prints it; it holds plain data and no markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from rightdoor.records.yaml_words import kind_taken, written

Node: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: where it stands (`criteria → age → from`), what it is, and what may be typed.

    `vocabulary` names the list its words come from; `example` is written as one types it, "" where there is none.
    """

    path: tuple[str, ...]
    title: str
    description: str
    needed: bool
    takes: str
    vocabulary: str = ""
    most: int | None = None
    example: str = ""


def field_reference(schema: Node) -> tuple[FieldRow, ...]:
    """The fields of a schema, outermost first and each group's own fields below it."""
    return tuple(_rows(schema, schema, ()))


def _rows(node: Node, whole: Node, above: tuple[str, ...]) -> Iterator[FieldRow]:
    for name, each in node.get("properties", {}).items():
        field = _resolved(each, whole)
        path = (*above, name)
        yield _row(path, field, name in node.get("required", ()), whole)
        for inner in _inner(field, whole):
            yield from _rows(inner, whole, path)


def _row(path: tuple[str, ...], field: Node, needed: bool, whole: Node) -> FieldRow:
    listed = _resolved(field.get("items", {}), whole)
    example = written(field["examples"][0]) if field.get("examples") else ""
    return FieldRow(
        path=path,
        title=field["title"],
        description=field["description"],
        needed=needed,
        takes=_takes(field, whole),
        vocabulary=field.get("x-vocabulary") or listed.get("x-vocabulary", ""),
        most=field.get("maxLength") or field.get("maxItems"),
        example=example,
    )


def _takes(field: Node, whole: Node) -> str:
    """What kinds of value a field takes: `any, or a group of fields`."""
    if "const" in field:
        return str(field["const"])
    if "anyOf" in field:
        return ", or ".join(_takes(_resolved(each, whole), whole) for each in field["anyOf"])
    return "a word of its list" if "x-vocabulary" in field else kind_taken(str(field.get("type")))


def _inner(field: Node, whole: Node) -> Iterator[Node]:
    """The groups of fields that a field may hold: itself, its rows, or one of several kinds."""
    for each in (field, *field.get("anyOf", ())):
        branch = _resolved(each, whole)
        row = _resolved(branch.get("items", {}), whole)
        groups = (branch, row, *(_resolved(one, whole) for one in row.get("anyOf", ())))
        yield from (group for group in groups if "properties" in group)


def _resolved(node: Node, whole: Node) -> Node:
    """A node with what it refers to; its own title, description and examples win."""
    if "$ref" not in node:
        return node
    target: Node = whole["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return {**_resolved(target, whole), **{name: each for name, each in node.items() if name != "$ref"}}
