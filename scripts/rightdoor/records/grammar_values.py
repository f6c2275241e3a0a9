"""What is said of a value: what was found, what is allowed, what to type."""

from collections.abc import Callable

from rightdoor.records.findings import Finding
from rightdoor.records.grammar_codes import not_a_code
from rightdoor.records.grammar_forms import form_of, looks_like, put_right
from rightdoor.records.grammar_kinds import no_branch, wrong_kind
from rightdoor.records.refusals import Said, shown
from rightdoor.records.yaml_words import for_example, quoted


def say(finding: Finding) -> Said:
    """The words for a value that breaks a rule."""
    if finding.value is None or finding.rule in ("minLength", "minItems", "minProperties"):
        return _empty(finding)
    return SAY[finding.rule](finding)


def _empty(finding: Finding) -> Said:
    tip = f"Write a value, or delete the line: what is left out is unknown.{for_example(finding.field, finding.node)}"
    return Said("empty-value", f"{finding.field} is empty.", tip)


def _form(finding: Finding) -> Said:
    value, form = str(finding.value), form_of(finding.limit)
    right = put_right(value, form)
    tip = f"Type: {right}" if right else looks_like(form, value)
    return Said("wrong-form", f"{finding.field} is “{shown(value)}”; {form.value}.", tip)


def _long(finding: Finding) -> Said:
    message = f"{finding.field} has {len(finding.value):,} letters; at most {finding.limit:,} are allowed."
    more = " Keep one sentence; the rest can go into description." if finding.field == "summary" else ""
    return Said("too-long", message, f"Shorten it.{more}")


def _many(finding: Finding) -> Said:
    what = "entries" if finding.rule == "maxItems" else "fields"
    message = f"{finding.field} has {len(finding.value)} {what}; at most {finding.limit} are allowed."
    return Said("too-many", message, "Keep those that help a reader most.")


def _repeated(finding: Finding) -> Said:
    twice = next(each for index, each in enumerate(finding.value) if each in finding.value[:index])
    return Said("repeated-value", f"{finding.field} holds {quoted(twice)} more than once.", "Delete one of the two.")


def _range(finding: Finding) -> Said:
    side = "at least" if finding.rule == "minimum" else "at most"
    message = f"{finding.field} is {finding.value}; it must be {side} {finding.limit}."
    return Said("out-of-range", message, "Check the number.")


SAY: dict[str, Callable[[Finding], Said]] = {
    "type": wrong_kind,
    "anyOf": no_branch,
    "enum": not_a_code,
    "const": not_a_code,
    "pattern": _form,
    "maxLength": _long,
    "maxItems": _many,
    "maxProperties": _many,
    "uniqueItems": _repeated,
    "minimum": _range,
    "maximum": _range,
}
