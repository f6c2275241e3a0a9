"""What is said of a value of the wrong kind: a number for text, a single word for a list, and so on."""

import re
from typing import Any

from rightdoor.records.findings import Finding
from rightdoor.records.grammar_codes import allowed
from rightdoor.records.grammar_forms import Form, form_of
from rightdoor.records.nearest import nearest_word
from rightdoor.records.refusals import Said
from rightdoor.records.yaml_words import described, for_example, kind_taken, written

UNKNOWN = frozenset({"unknown", "not known", "not stated", "n/a", "tbc", "?"})
LEAVE_OUT = "Delete the line: what is left out is shown as unknown."
_RANGE = re.compile(r"[0-9]+ ?(?:-|–|to) ?([0-9]+)\Z")


def wrong_kind(finding: Finding) -> Said:
    """The words for a value of the wrong kind."""
    taken = str(finding.limit)
    unit = taken == "string" and _is_whole(finding.value) and _form(finding) in _UNITS
    what = "a number without its unit" if unit else f"where {kind_taken(taken)} is needed"
    joined = f"{described(finding.value)}, {what}" if unit else f"{described(finding.value)} {what}"
    return Said("wrong-type", f"{finding.field} is {joined}.", _tip(finding, taken))


def no_branch(finding: Finding) -> Said:
    """The words for a value that is none of several kinds allowed."""
    name, value = finding.field, finding.value
    fixed: list[str] = [each["const"] for each in finding.limit if "const" in each]
    meant = _fixed_word(value, fixed)
    groups = [each for each in finding.node.get("examples", ()) if not isinstance(each, str)]
    shapes = [meant] if meant else [*fixed, *map(written, groups[:1])]
    tip = "Type " + " or ".join(f"{name}: {each}" for each in shapes)
    if isinstance(value, str) and value.casefold() in UNKNOWN:
        tip = LEAVE_OUT
    if _is_whole(value) and name == "age":
        tip = f"Type {name}: {{from: {value}y}} or {name}: any"
    code = "unknown-word" if isinstance(value, str) else "wrong-type"
    return Said(code, f"{name} is {described(value)}, which is not allowed here.", tip)


def _is_whole(value: Any) -> bool:
    """Whether a value is a whole number; to Python, true and false are numbers too."""
    return isinstance(value, int) and not isinstance(value, bool)


def _fixed_word(value: Any, fixed: list[str]) -> str | None:
    if not isinstance(value, str):
        return None
    begun = (each for each in fixed if value and each.startswith(value.casefold()))
    return next(begun, None) or nearest_word(value, fixed, 0.6)


def _tip(finding: Finding, taken: str) -> str:
    value, name = finding.value, finding.field
    if isinstance(value, str) and value.casefold() in UNKNOWN:
        return LEAVE_OUT
    if taken == "string":
        return _tip_for_text(finding)
    if taken == "array":
        return _tip_for_list(value, name)
    if taken == "object":
        return _tip_for_group(finding)
    if taken == "boolean":
        return f"Type {name}: true, or delete the line."
    if isinstance(value, str) and value.strip().isdigit():
        return f"Leave the quotes out: {name}: {value.strip()}"
    if isinstance(value, str) and (ends := _RANGE.match(value)):
        return f"Type the larger number, {name}: {ends[1]}, and say the range in words in note of the service."
    return for_example(name, finding.node).strip() or "Type a number, without quotes or words."


def _tip_for_text(finding: Finding) -> str:
    value, name, words = finding.value, finding.field, list(finding.node.get("enum", ()))
    if isinstance(value, bool):
        word = "yes" if value else "no"
        return f"Type {name}: {word}" if word in words or not words else allowed(words)
    if isinstance(value, int | float):
        return _UNITS.get(_form(finding), 'Put it in quotes: {name}: "{value}"').format(name=name, value=value)
    if isinstance(value, list) and len(value) == 1:
        return f"Type one value without brackets: {name}: {written(value[0])}"
    return for_example(name, finding.node).strip() or "Type words."


def _tip_for_list(value: Any, name: str) -> str:
    if isinstance(value, dict):
        return f"Begin each row of {name} with a dash and a blank, or put square brackets around: [{{…}}]"
    parts = [each.strip(" []") for each in value.split(",")] if isinstance(value, str) else [value]
    return f"Put square brackets around it: {name}: {written([each for each in parts if each != ''])}"


def _tip_for_group(finding: Finding) -> str:
    fields, needed = list(finding.node.get("properties", ())), finding.node.get("required", ())
    if isinstance(finding.value, list):
        return f"Write its fields without a dash. They are: {', '.join(fields)}."
    if len(needed) == 1 and isinstance(finding.value, str):
        return f"Type {finding.field}: {{{needed[0]}: {written(finding.value)}}}"
    return f"Write its fields on lines of their own, further to the right. They are: {', '.join(fields)}."


def _form(finding: Finding) -> Form:
    return form_of(finding.node.get("pattern", ""))


_UNITS = {
    Form.AGE: "Type {value}y for years, or {value}m for months.",
    Form.YEARS: "Type {value}y",
    Form.SPAN: "Say the unit: {value}d for days, {value}w for weeks, {value}m for months.",
    Form.FLAG: "Say the unit: {value}d for days, {value}w for weeks, {value}m for months.",
}
