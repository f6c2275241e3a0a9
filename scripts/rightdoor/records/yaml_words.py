"""Values as a person would type them into a record, and what kind of value something is, in plain words."""

import json
import re
from typing import Any

from rightdoor.records.refusals import shown

_PLAIN = re.compile(r"[A-Za-z0-9(£][^,\[\]{}\n]*\Z")
_NUMBER = re.compile(r"[-+.0-9_eExXoO:]+\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_KINDS = {
    "object": "a group of fields",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
}


def written(value: Any) -> str:
    """A value on one line, with quotes only where they are needed."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if not isinstance(value, str):
        return json.dumps(value)
    number = _NUMBER.match(value) and not _DATE.match(value)
    plain = _PLAIN.match(value) and ": " not in value and " #" not in value and value.rstrip(" :") == value
    return value if plain and not number and value not in ("true", "false", "null") else _in_quotes(value)


def quoted(value: Any) -> str:
    """A value as messages show it: text in quotation marks, cut short."""
    return f"“{shown(value)}”" if isinstance(value, str) else shown(written(value))


def described(value: Any) -> str:
    """A value as messages show it, but of lists and groups only that they are that."""
    if isinstance(value, dict | list):
        return _KINDS["array" if isinstance(value, list) else "object"]
    return quoted(value)


def kind_taken(name: str) -> str:
    """What kind of value a schema's type takes, in plain words."""
    return _KINDS.get(name, "a number")


def for_example(name: str, node: dict[str, Any]) -> str:
    """The first example of a schema's node as a sentence of its own; nothing where it gives none."""
    examples = node.get("examples", ())
    return f" For example: {name}: {written(examples[0])}" if examples else ""


def _in_quotes(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def example_of(name: str, node: dict[str, Any], whole: dict[str, Any]) -> str:
    """An example for a field of a schema's node, as one types it; "…" where the schema gives none."""
    found = _example(node.get("properties", {}).get(name, {}), whole)
    return "…" if found is None else written(found)


def _example(node: dict[str, Any], whole: dict[str, Any]) -> Any:
    """The first example of a node, or of what it refers to; a group is made of the fields that must be there."""
    for each in node.get("examples", ()):
        return each
    if "$ref" in node:
        return _example(whole["$defs"][node["$ref"].rsplit("/", 1)[1]], whole)
    if "enum" in node:
        return node["enum"][0]
    if "items" in node:
        inner = _example(node["items"], whole)
        return None if inner is None else [inner]
    names = node.get("required", ())
    return {each: _example(node["properties"][each], whole) for each in names} or None
