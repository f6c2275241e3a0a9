"""Looks for what is wrong with a schema itself: a schema is a program that strangers' files are run through.

`jsonschema` ignores misspelt keywords, lets `format: uri` accept `javascript:…`, and stock tools fetch a remote `$ref`
(all seen with jsonschema 4.26). So only keywords that are known here and explained to volunteers may be used.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rightdoor.records.linear import NotSeenSafe, refuse_slow

_NOTES = {"$schema", "$defs", "$ref", "title", "description", "examples", "x-vocabulary"}
# Each can be said to a volunteer (grammar_values, grammar_fields); a test keeps the two together.
RULES = {
    *("type", "enum", "const", "anyOf", "if", "else", "not", "required", "dependentRequired", "dependentSchemas"),
    *("properties", "additionalProperties", "propertyNames", "minProperties", "maxProperties"),
    *("items", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum"),
}
_ONE = ("additionalProperties", "propertyNames", "items", "not", "if", "else")
_NAMED = ("properties", "$defs", "dependentSchemas")


class Flaw(NamedTuple):
    """Something wrong with a schema: where, as a JSON pointer, and what."""

    pointer: str
    message: str


def lint(schema: dict[str, Any]) -> list[Flaw]:
    """Everything that is wrong with a schema."""
    if schema.get("$schema") != "https://json-schema.org/draft/2020-12/schema":
        return [Flaw("#", "it is not a schema of draft 2020-12")]
    return [Flaw(pointer, each) for pointer, node in _nodes(schema, "#") for each in _flaws(node, schema)]


def _nodes(node: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema within a schema, with its pointer; examples, enumerations and names are not schemas."""
    if not isinstance(node, dict):
        return
    yield pointer, node
    for name in _ONE:
        yield from _nodes(node.get(name), f"{pointer}/{name}")
    for name in _NAMED:
        for key, each in node.get(name, {}).items():
            yield from _nodes(each, f"{pointer}/{name}/{key}")
    for index, each in enumerate(node.get("anyOf", ())):
        yield from _nodes(each, f"{pointer}/anyOf/{index}")


def _flaws(node: dict[str, Any], whole: dict[str, Any]) -> Iterator[str]:
    yield from (f"the keyword {name} is not known here" for name in node if name not in _NOTES | RULES)
    if "$ref" in node:
        yield from _flaws_of_reference(node["$ref"], whole)
    if "pattern" in node:
        yield from _flaws_of_pattern(node["pattern"])
    yield from _flaws_of_limits(node)
    for name, each in node.get("properties", {}).items():
        if "title" in node and not _explained(each, whole):
            yield f"the field {name} has no title and description"


def _flaws_of_reference(target: str, whole: dict[str, Any]) -> Iterator[str]:
    if not target.startswith("#/$defs/"):
        yield f"the reference {target} leads out of the file"
    elif target.removeprefix("#/$defs/") not in whole.get("$defs", {}):
        yield f"the reference {target} leads nowhere"


def _flaws_of_pattern(pattern: str) -> Iterator[str]:
    if not (pattern.startswith("^(?:") and pattern.endswith(")$")):
        yield f"the pattern {pattern} is not anchored as ^(?:…)$"
    try:
        refuse_slow(pattern)
    except NotSeenSafe as why:
        yield f"the pattern {pattern} may be slow: {why}"
    except re.error as why:
        yield f"the pattern {pattern} cannot be read: {why}"


def _flaws_of_limits(node: dict[str, Any]) -> Iterator[str]:
    """Everything a stranger writes has an end."""
    kind = node.get("type")
    if kind == "string" and not {"maxLength", "enum"} & node.keys():
        yield "text has no maxLength"
    if kind == "array" and "maxItems" not in node:
        yield "a list has no maxItems"
    if kind == "object" and node.get("additionalProperties", True) is True:
        yield "a group of fields lets unknown fields through"
    if kind == "object" and "properties" not in node and "maxProperties" not in node:
        yield "a group of fields of any name has no maxProperties"


def _explained(node: dict[str, Any], whole: dict[str, Any]) -> bool:
    target = whole.get("$defs", {}).get(node.get("$ref", "").removeprefix("#/$defs/"), {})
    return all(name in node or name in target for name in ("title", "description"))
