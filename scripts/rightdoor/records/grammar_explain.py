"""Finds the faults of a record that the grammar refuses, one for each cause, and hands each to be said.

`jsonschema` walks the record; of its findings we keep those of the branch that was meant and the first at each place.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry

from rightdoor.model.problem import Level, Problem
from rightdoor.records import grammar_fields, grammar_values
from rightdoor.records.grammar import schema
from rightdoor.records.marks import Path
from rightdoor.records.read import Source
from rightdoor.records.refusals import Said

MOST = 50
_FIELDS = {"additionalProperties", "required", "dependentRequired", "not"}
# What is said of a place that breaks several rules: its type first, then its emptiness, then its form and length.
_RANK = ("type", "anyOf", "minLength", "minItems", "minProperties", "enum", "const", "pattern", "maxLength")


class Fault(NamedTuple):
    """A fault with its place; `field` where the name of the field is at fault and not its value."""

    path: Path
    field: bool
    said: Said


def explain(source: Source, kind: str) -> list[Problem]:
    """The problems of a record that the grammar refuses, sorted by place; at most 50."""
    errors = [each for error in explainer(kind).iter_errors(source.data) for each in _meant(error)]
    values = _first_at_each_place([each for each in errors if each.validator not in _FIELDS])
    faults = [*_of_fields([each for each in errors if each.validator in _FIELDS], kind), *map(_of_value, values)]
    return sorted({_problem(source, fault) for fault in faults})[:MOST]


@cache
def explainer(kind: str) -> Draft202012Validator:
    """The slow validator of a kind of record; its patterns end where the text ends, as in the fast one."""
    whole = validators.extend(Draft202012Validator, {"pattern": _pattern})
    found: Draft202012Validator = whole(schema(kind), registry=Registry())
    return found


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Python's `$` matches before a last line end too; ours does not."""
    if isinstance(instance, str) and not re.search(pattern.removesuffix("$") + r"\Z", instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _meant(error: ValidationError) -> Iterator[ValidationError]:
    """The error itself, or those of the branch that was meant; the error where no branch was."""
    if error.validator != "anyOf":
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for each in error.context or ():
        branches.setdefault(int(each.schema_path[0]), []).append(each)
    meant = [each for each in branches.values() if not any(_is_other_kind(error, one) for one in each)]
    if len(meant) != 1:
        yield error
        return
    for each in meant[0]:
        yield from _meant(each)


def _is_other_kind(parent: ValidationError, error: ValidationError) -> bool:
    """Whether an error says that the whole value is of another kind than the branch takes."""
    whole = len(error.absolute_path) == len(parent.absolute_path)
    return whole and error.validator in ("type", "const")


def _first_at_each_place(errors: list[ValidationError]) -> list[ValidationError]:
    """One error for each place; a repeated entry is said of the list, not of its parts."""
    best: dict[tuple[Any, ...], ValidationError] = {}
    for error in sorted(errors, key=_rank):
        best.setdefault(grammar_values.place(error), error)
    return list(best.values())


def _rank(error: ValidationError) -> int:
    name = str(error.validator)
    return _RANK.index(name) if name in _RANK else len(_RANK)


def _of_fields(errors: list[ValidationError], kind: str) -> Iterator[Fault]:
    """Unknown and missing fields; a missing field is not said where an unknown one is its misspelling."""
    unknown = [each for error in errors if error.validator == "additionalProperties" for each in _unknown(error, kind)]
    yield from (Fault(path, True, said) for path, said, _ in unknown)
    misspelt = {(*path[:-1], meant) for path, _, meant in unknown}
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "not":
            yield Fault(path, True, grammar_fields.not_together(error))
        for name in grammar_fields.missing(error):
            if (*path, name) not in misspelt:
                yield Fault(path, bool(path), grammar_fields.missing_field(name, path, error, kind))


def _unknown(error: ValidationError, kind: str) -> Iterator[tuple[Path, Said, str | None]]:
    path = tuple(error.absolute_path)
    for name in error.instance:
        if name not in error.schema["properties"]:
            said, meant = grammar_fields.unknown_field(name, path, error, kind)
            yield (*path, name), said, meant


def _of_value(error: ValidationError) -> Fault:
    return Fault(grammar_values.place(error), grammar_values.is_name(error), grammar_values.say(error))


def _problem(source: Source, fault: Fault) -> Problem:
    mark = source.mark(fault.path, field=fault.field)
    return Problem(source.file, mark.line, mark.column, Level.ERROR, *fault.said)
