"""What is said of a field that is unknown or missing, or of two that exclude each other."""

from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError

from rightdoor.records.grammar import schema
from rightdoor.records.marks import Path
from rightdoor.records.nearest import nearest_word
from rightdoor.records.refusals import Said, shown
from rightdoor.records.yaml_words import example_of, written

_FEW = 12


def unknown_field(name: str, path: Path, error: ValidationError, kind: str) -> tuple[Said, str | None]:
    """The words for a field that is not known in its place, and the field that was probably meant."""
    known: dict[str, Any] = error.schema["properties"]
    meant = nearest_word(name, (each for each in known if each not in error.instance))
    where = _where(path, kind)
    message = f"There is no field {shown(name)} {where}."
    if meant:
        return Said("unknown-field", message, f"Did you mean {meant}?"), meant
    home = next((each for each in _homes(name, kind) if each[:-1] != _names(path)), None)
    if home:
        return Said("unknown-field", message, f"It belongs in {' → '.join(home[:-1])}: {written(_nest(home))}"), None
    allowed = f"The fields {where} are: {', '.join(known)}."
    if len(known) > _FEW:
        allowed = f"Delete the line. {allowed}"
    return Said("unknown-field", message, allowed), None


def missing(error: ValidationError) -> list[str]:
    """The fields that an error says are missing."""
    if error.validator == "required":
        # jsonschema gives one error for each missing field and names it only in its message
        return [each for each in error.validator_value if error.message.startswith(repr(each))]
    if error.validator == "dependentRequired":
        needed = (name for given, names in error.validator_value.items() if given in error.instance for name in names)
        return [each for each in needed if each not in error.instance]
    return []


def missing_field(name: str, path: Path, error: ValidationError, kind: str) -> Said:
    """The words for a field that must be there."""
    holder = "This record" if not path else f"{_last(path)} on this line"
    tip = f"Add a line, for example: {name}: {example_of(name, error.schema, schema(kind))}"
    if name == "on":
        tip = "Say the day it was confirmed, for example on: 2026-08-14, or write how: never."
    return Said("missing-field", f"{holder} has no {name}.", tip)


def not_together(error: ValidationError) -> Said:
    """The words for two fields of which only one may be given."""
    other = error.validator_value["required"][0]
    first = str(error.absolute_schema_path[-2])
    return Said("not-together", f"Both {first} and {other} are given here.", f"Keep one of {first} and {other}.")


def _where(path: Path, kind: str) -> str:
    return f"in {_last(path)}" if path else f"in {'an' if kind[0] in 'ao' else 'a'} {kind}"


def _last(path: Path) -> str:
    return next((str(each) for each in reversed(path) if isinstance(each, str)), "a row")


def _names(path: Path) -> tuple[str, ...]:
    return tuple(each for each in path if isinstance(each, str))


def _homes(name: str, kind: str) -> Iterator[tuple[str, ...]]:
    """Where else in a record of this kind a field of this name may stand, outermost first."""
    whole = schema(kind)
    for outer, inner in _properties(whole, whole).items():
        fields = _properties(inner, whole)
        if name in fields:
            yield outer, name
    if name in whole["properties"]:
        yield ("the record itself", name)


def _properties(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        node = whole["$defs"][node["$ref"].rsplit("/", 1)[1]]
    found: dict[str, Any] = node.get("properties", {})
    return found


def _nest(home: tuple[str, ...]) -> dict[str, Any]:
    return {home[-1]: "…"} if len(home) == 1 else {home[0]: _nest(home[1:])}
