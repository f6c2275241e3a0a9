"""What is said of a value: what was found, what is allowed, what to type."""

from collections.abc import Callable
from typing import Any, TypeAlias

from jsonschema.exceptions import ValidationError

from rightdoor.records.grammar_forms import Form, form_of, looks_like, put_right
from rightdoor.records.marks import Path
from rightdoor.records.nearest import found_elsewhere, guess, nearest_word, vocabulary
from rightdoor.records.refusals import Said, shown
from rightdoor.records.yaml_words import kind_of, kind_taken, written

_MANY = 12
_CALLED = {
    "needs": "a need",
    "service_types": "a type of service",
    "therapies": "a therapy",
    "reasons": "a reason",
    "groups": "a group of people (only)",
    "delivery": "a way a service is given (delivery)",
    "access": "a word of access",
    "referral_who": "a referrer (who)",
}
Saying: TypeAlias = Callable[[ValidationError, str], Said]


def is_name(error: ValidationError) -> bool:
    """Whether the fault is in the name of a field, where names are ids or codes."""
    return "propertyNames" in error.absolute_schema_path


def place(error: ValidationError) -> Path:
    """The place that an error is about."""
    path = tuple(error.absolute_path)
    return (*path, str(error.instance)) if is_name(error) else path


def say(error: ValidationError) -> Said:
    """The words for an error about a value."""
    name = next((str(each) for each in reversed(error.absolute_path) if isinstance(each, str)), "this record")
    value = error.instance
    if value is None or error.validator in ("minLength", "minItems", "minProperties"):
        return _empty(error, name)
    return _SAY.get(str(error.validator), _other)(error, name)


def _empty(error: ValidationError, name: str) -> Said:
    tip = f"Write a value, or delete the line: what is left out is unknown.{_for_example(error, name)}"
    return Said("empty-value", f"{name} is empty.", tip)


def _type(error: ValidationError, name: str) -> Said:
    value, taken = error.instance, str(error.validator_value)
    message = f"{name} is {_value(value)}, which is {kind_of(value)}; {kind_taken(taken)} is needed."
    return Said("wrong-type", message, _type_tip(error, name, taken))


def _type_tip(error: ValidationError, name: str, taken: str) -> str:
    value, words = error.instance, error.schema.get("enum", ())
    if isinstance(value, bool) and taken == "string":
        word = "yes" if value else "no"
        return f"Type: {name}: {word}" if word in words or not words else _allowed(list(words))
    if isinstance(value, int | float) and taken == "string":
        return _number_tip(error, name)
    if taken == "array" and not isinstance(value, dict):
        return f"Put square brackets around it: {name}: [{written(value)}]"
    if taken == "array":
        return f"Begin each group with a dash: - {written(value)[:80]}"
    if taken == "boolean":
        return f"Type: {name}: true, or delete the line."
    if taken == "string" and isinstance(value, list) and len(value) == 1:
        return f"Type one value without brackets: {name}: {written(value[0])}"
    if taken in ("integer", "number") and isinstance(value, str) and value.strip().isdigit():
        return f"Leave the quotes out: {name}: {value.strip()}"
    return _for_example(error, name).strip() or _fields_tip(error, name)


def _number_tip(error: ValidationError, name: str) -> str:
    """A number where text is needed: an age or a time wants its unit, anything else quotes."""
    number, pattern = error.instance, error.schema.get("pattern", "")
    if form_of(pattern) in (Form.AGE, Form.YEARS):
        return f"Type {number}y for years."
    if form_of(pattern) is Form.SPAN:
        return f"Say the unit: {number}d for days, {number}w for weeks, {number}m for months."
    if "enum" in error.schema:
        return _allowed(error.schema["enum"])
    return f'Put it in quotes: {name}: "{number}"'


def _fields_tip(error: ValidationError, name: str) -> str:
    fields = list(error.schema.get("properties", ()))
    if not fields:
        return ""
    return f"Write its fields, for example: {name}: {{{fields[0]}: …}}. The fields are: {', '.join(fields)}."


def _branch(error: ValidationError, name: str) -> Said:
    """None of several kinds of value: say all of them."""
    value = error.instance
    fixed = [each["const"] for each in error.validator_value if "const" in each]
    near = nearest_word(value, fixed, 0.6) if isinstance(value, str) else None
    examples = [each for each in error.schema.get("examples", ()) if not isinstance(each, str)]
    shapes = [*fixed, *map(written, examples[:1])]
    tip = f"Type: {name}: {near}" if near else f"Type {' or '.join(f'{name}: {each}' for each in shapes)}"
    if isinstance(value, int) and name == "age":
        tip = f"Type: {name}: {{from: {value}y}}, or {name}: any"
    code = "unknown-word" if isinstance(value, str) else "wrong-type"
    what = "" if isinstance(value, str) else f", which is {kind_of(value)}"
    return Said(code, f"{name} is {_value(value)}{what}; it cannot be used here.", tip)


def _word(error: ValidationError, name: str) -> Said:
    value, list_name = str(error.instance), error.schema.get("x-vocabulary")
    words: list[str] = error.validator_value
    verb = "names" if is_name(error) else "holds" if isinstance(error.absolute_path[-1], int) else "is"
    message = f"{name} {verb} “{shown(value)}”, which is not one of its words."
    if not list_name:
        near = nearest_word(value, words)
        return Said("unknown-word", message, f"Did you mean {near}?" if near else _allowed(words))
    return Said("unknown-word", message, _word_tip(value, list_name, words))


def _word_tip(value: str, name: str, words: list[str]) -> str:
    meant = guess(value, name)
    if len(meant.codes) == 1:
        code = meant.codes[0]
        return f"Did you mean {code} ({vocabulary(name).label(code)})?"
    if meant.codes:
        return f"Did you mean {', '.join(meant.codes[:-1])} or {meant.codes[-1]}?"
    if home := found_elsewhere(value, name):
        return f"{value} is {_CALLED[home]}. {_allowed(words, name)}"
    return _allowed(words, name)


def _form(error: ValidationError, name: str) -> Said:
    value, form = str(error.instance), form_of(error.validator_value)
    right = put_right(value, form)
    tip = f"Type: {right}" if right else looks_like(form, value)
    return Said("wrong-form", f"{name} is “{shown(value)}”; {form.value}.", tip)


def _long(error: ValidationError, name: str) -> Said:
    limit, length = error.validator_value, len(error.instance)
    tip = "Shorten it." if name != "summary" else "Shorten it to one sentence; the rest can go into description."
    return Said("too-long", f"{name} has {length:,} letters; at most {limit:,} are allowed.", tip)


def _many(error: ValidationError, name: str) -> Said:
    what = "entries" if error.validator == "maxItems" else "fields"
    message = f"{name} has {len(error.instance)} {what}; at most {error.validator_value} are allowed."
    return Said("too-many", message, "Keep those that help a reader most.")


def _repeated(error: ValidationError, name: str) -> Said:
    twice = next(each for index, each in enumerate(error.instance) if each in error.instance[:index])
    return Said("repeated-value", f"{name} holds {_value(twice)} more than once.", "Delete one of the two.")


def _range(error: ValidationError, name: str) -> Said:
    side = "at least" if error.validator == "minimum" else "at most"
    message = f"{name} is {error.instance}; it must be {side} {error.validator_value}."
    return Said("out-of-range", message, "Check the number.")


def _other(error: ValidationError, name: str) -> Said:
    return Said("wrong-form", f"{name} is {_value(error.instance)}, which cannot be used here.", "")


def _value(value: Any) -> str:
    return f"“{shown(value)}”" if isinstance(value, str) else shown(written(value))


def _allowed(words: list[str], name: str | None = None) -> str:
    if len(words) <= _MANY or name is None:
        return f"Use one of: {', '.join(words)}."
    return f"All words are in schema/vocabularies/{name}.yaml."


def _for_example(error: ValidationError, name: str) -> str:
    examples = error.schema.get("examples", ())
    return f" For example: {name}: {written(examples[0])}" if examples else ""


_SAY: dict[str, Saying] = {
    "type": _type,
    "anyOf": _branch,
    "enum": _word,
    "const": _word,
    "pattern": _form,
    "maxLength": _long,
    "maxItems": _many,
    "maxProperties": _many,
    "uniqueItems": _repeated,
    "minimum": _range,
    "maximum": _range,
}
