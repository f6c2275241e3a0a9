"""Values as a person would type them into a record, and what kind of value something is, in plain words."""

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z0-9(£][^:#,\[\]{}\"'&*!|>%@`\n]*\Z")
_NUMBER = re.compile(r"[-+.0-9_eExXoO:]+\Z")
_WORDS = {dict: "a group of fields", list: "a list", str: "text", bool: "true or false", int: "a number"}
_TAKEN = {"object": "a group of fields", "array": "a list", "string": "text", "integer": "a whole number"}


def written(value: Any) -> str:
    """A value on one line, with quotes only where they are needed."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if not isinstance(value, str):
        return json.dumps(value)
    if value.startswith("http") and " " not in value:
        return value
    number = _NUMBER.match(value) and not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", value)
    needs_quotes = number or not _PLAIN.match(value) or value.strip() != value or value in ("true", "false", "null")
    return json.dumps(value, ensure_ascii=False) if needs_quotes else value


def kind_of(value: Any) -> str:
    """What kind of value this is: `a list`, `text`, `a number`…"""
    return _WORDS.get(type(value), "a number")


def kind_taken(name: str) -> str:
    """What kind of value a schema's type takes."""
    return _TAKEN.get(name, "true or false" if name == "boolean" else "a number")


def example_of(name: str, node: dict[str, Any], whole: dict[str, Any]) -> str:
    """An example for a field of a schema's node, as one types it; "…" where the schema gives none."""
    found = _example(node.get("properties", {}).get(name, {}), whole)
    return "…" if found is None else written(found)


def _example(node: dict[str, Any], whole: dict[str, Any]) -> Any:
    """The first example of a node, or of what it refers to; a group is made of those of its fields that must be there."""
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
