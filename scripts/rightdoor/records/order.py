"""The one order of fields: that of `properties` in the JSON Schema of a kind of record, all the way down.

The browser's writer is given the same tree as data, so that no second list of fields is kept anywhere.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias

from rightdoor.records.grammar import schema

Tree: TypeAlias = dict[str, Any]
"""Field names in their order, each with the tree of what it holds; the rows of a list share the tree of the list.

The name `*` stands for every other name: where ids or codes are names, what each of them holds.
"""

ANY = "*"


@cache
def fields_of(kind: str) -> Tree:
    """The order of the fields of a kind of record."""
    whole = schema(kind)
    return _tree(whole, whole)


def below(tree: Tree, name: str) -> Tree:
    """The tree of what a field holds; empty where the grammar says nothing of it."""
    found: Tree = tree.get(name) or tree.get(ANY) or {}
    return found


def in_order(names: Iterable[str], tree: Tree) -> list[str]:
    """Names in the order of the grammar; those it does not know follow, as they were."""
    known = {name: index for index, name in enumerate(tree)}
    return sorted(names, key=lambda name: known.get(name, len(known)))


def ordered(data: Any, tree: Tree) -> Any:
    """The same data with every group of fields in order; lists keep theirs."""
    if isinstance(data, Mapping):
        return {name: ordered(data[name], below(tree, name)) for name in in_order(data, tree)}
    if isinstance(data, list):
        return [ordered(each, tree) for each in data]
    return data


def _tree(node: Any, whole: dict[str, Any]) -> Tree:
    """The tree of a node of a schema: its own fields, and those of what it refers to, its branches and its rows."""
    if not isinstance(node, dict):
        return {}
    found: Tree = {name: _tree(each, whole) for name, each in node.get("properties", {}).items()}
    inner = [node.get("items"), *node.get("anyOf", ())]
    if "$ref" in node:
        inner.append(whole["$defs"][node["$ref"].rsplit("/", 1)[1]])
    for each in inner:
        for name, tree in _tree(each, whole).items():
            found.setdefault(name, tree)
    others = _tree(node.get("additionalProperties"), whole)
    return {**found, ANY: others} if others else found
