"""What is said of a field that is unknown or missing, or of two that exclude each other."""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from rightdoor.records.findings import Finding
from rightdoor.records.grammar import schema
from rightdoor.records.marks import Path
from rightdoor.records.nearest import nearest_word
from rightdoor.records.refusals import Said, shown
from rightdoor.records.yaml_words import example_of

MOST = 50


def unknown(finding: Finding) -> list[str]:
    """The fields of a group that are not known in its place; the first 50 of them."""
    if finding.rule != "additionalProperties":
        return []
    names = (name for name in finding.value if name not in finding.node["properties"])
    return list(islice(names, MOST))


def meant_by(name: str, finding: Finding) -> str | None:
    """The field that was probably meant: one of this place that is not there yet."""
    return nearest_word(name, (each for each in finding.node["properties"] if each not in finding.value))


def unknown_field(name: str, meant: str | None, finding: Finding, kind: str) -> Said:
    """The words for a field that is not known in its place."""
    where, known = _where(finding.path, kind), finding.node["properties"]
    message = f"There is no field {shown(name)} {where}."
    if meant:
        return Said("unknown-field", message, f"Did you mean {meant}?")
    if finding.path and name in schema(kind)["properties"]:
        tip = f"It belongs to the whole {kind}: begin its line where the line of name begins."
        return Said("unknown-field", message, tip)
    for outer in _homes(name, kind):
        if outer not in finding.path:
            return Said("unknown-field", message, f"It belongs in {outer}: type {outer}: {{{name}: …}}")
    return Said("unknown-field", message, f"Delete it. The fields {where} are: {', '.join(known)}.")


def missing(finding: Finding) -> list[str]:
    """The fields that a finding says are missing."""
    if finding.rule == "required":
        # One finding for each missing field, which is named only in the message.
        return [each for each in finding.limit if finding.message.startswith(repr(each))]
    if finding.rule == "dependentRequired":
        needed = (name for given, names in finding.limit.items() if given in finding.value for name in names)
        return [each for each in needed if each not in finding.value]
    return []


def missing_field(name: str, finding: Finding, kind: str) -> Said:
    """The words for a field that must be there."""
    holder = _last(finding.path) if finding.path else f"This {'file' if kind.endswith('s') else kind}"
    tip = f"Add, for example: {name}: {example_of(name, finding.node, schema(kind))}"
    if name == "on":
        tip = "Add on: and the day somebody asked the service. If nobody has asked, type how: never."
    return Said("missing-field", f"{holder} has no {name}.", tip)


def not_together(finding: Finding) -> Said:
    """The words for two fields of which only one may be given."""
    first, second = str(finding.steps[-2]), finding.limit["required"][0]
    return Said("not-together", f"Both {first} and {second} are given.", f"Keep one of {first} and {second}.")


def not_indented(data: Any, kind: str) -> dict[str, list[str]]:
    """Fields that stand in the column of the empty group above them, to which they belong, by that group."""
    whole, names = schema(kind), list(data)
    top = whole["properties"]
    found: dict[str, list[str]] = {}
    for index, group in enumerate(names):
        if data[group] is None and group in top:
            own = set(_properties(top[group], whole)) - set(top)
            found[group] = list(takewhile(own.__contains__, names[index + 1 :]))
    return {group: fields for group, fields in found.items() if fields}


def move_right(group: str, fields: list[str]) -> Said:
    """The words for fields that are not moved to the right."""
    message = f"These lines belong to {group}, but begin in the same column as it: {', '.join(fields)}."
    return Said("unknown-field", message, "Move these lines two spaces to the right.")


def _where(path: Path, kind: str) -> str:
    if path:
        return f"in {_last(path)}"
    return f"in {'an' if kind[0] in 'ao' else 'a'} {kind}" if not kind.endswith("s") else "in this file"


def _last(path: Path) -> str:
    return next((str(each) for each in reversed(path) if isinstance(each, str)), "this row")


def _homes(name: str, kind: str) -> Iterator[str]:
    """The groups of fields of a record of this kind in which a field of this name may stand."""
    whole = schema(kind)
    for outer, node in whole["properties"].items():
        if name in _properties(node, whole):
            yield outer


def _properties(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        node = whole["$defs"][node["$ref"].rsplit("/", 1)[1]]
    found: dict[str, Any] = node.get("properties", {})
    return found
