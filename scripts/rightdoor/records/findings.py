"""Where a record breaks its schema, as plain values: of several branches only the one that was meant."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry

from rightdoor.records.grammar import schema
from rightdoor.records.marks import Path

_LIMITS = {
    **dict.fromkeys(("items", "uniqueItems"), "maxItems"),
    **dict.fromkeys(("propertyNames", "additionalProperties"), "maxProperties"),
}


class Finding(NamedTuple):
    """A rule of the schema that is broken: its name and limit, the node it is in, and the value with its place."""

    rule: str
    limit: Any
    node: dict[str, Any]
    value: Any
    path: Path
    steps: tuple[str | int, ...]
    message: str

    @property
    def is_name(self) -> bool:
        """Whether the fault is in the name of a field, where names are ids or codes."""
        return "propertyNames" in self.steps

    @property
    def place(self) -> Path:
        """The place that is at fault: of a wrong name, the field of that name."""
        return (*self.path, str(self.value)) if self.is_name else self.path

    @property
    def field(self) -> str:
        """The name of the field that holds the value."""
        return next((str(each) for each in reversed(self.path) if isinstance(each, str)), "this record")


def findings(data: Any, kind: str) -> list[Finding]:
    """Every rule that a record of this kind breaks."""
    return [_finding(each) for error in explainer(kind).iter_errors(data) for each in _meant(error)]


@cache
def explainer(kind: str) -> Any:
    """The slow validator of a kind of record; its patterns end where the text ends, as in the fast one."""
    return make_explainer(schema(kind))


def make_explainer(whole: dict[str, Any]) -> Any:
    """A slow validator that fetches nothing and agrees with the fast one."""
    extend: Any = validators.extend
    rules = {"pattern": _pattern, **{name: _within_limits(name) for name in _LIMITS}}
    return extend(Draft202012Validator, rules)(whole, registry=Registry())


def _pattern(validator: Any, pattern: str, instance: Any, node: Any) -> Iterator[ValidationError]:
    """Python's `$` matches before a last line end too; ours does not."""
    if isinstance(instance, str) and not re.search(pattern.removesuffix("$") + r"\Z", instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _within_limits(name: str) -> Callable[..., Iterator[ValidationError]]:
    """A rule that looks only into what is not too long: a list of 9,000 wrong words is one fault."""
    usual: Any = Draft202012Validator.VALIDATORS[name]

    def rule(validator: Any, limit: Any, instance: Any, node: Any) -> Iterator[ValidationError]:
        if not isinstance(instance, dict | list) or len(instance) <= node.get(_LIMITS[name], len(instance)):
            yield from usual(validator, limit, instance, node) or ()

    return rule


def _finding(error: Any) -> Finding:
    path, steps = tuple(error.absolute_path), tuple(error.absolute_schema_path)
    return Finding(
        str(error.validator), error.validator_value, error.schema, error.instance, path, steps, error.message
    )


def _meant(error: ValidationError) -> Iterator[ValidationError]:
    """The error itself, or those of the branch that was meant; the error where no branch was."""
    if error.validator != "anyOf":
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for each in error.context or ():
        branches.setdefault(int(each.schema_path[0]), []).append(each)
    meant = [each for each in branches.values() if not any(_of_other_kind(error, one) for one in each)]
    if len(meant) != 1:
        yield error
        return
    for each in meant[0]:
        yield from _meant(each)


def _of_other_kind(parent: ValidationError, error: ValidationError) -> bool:
    """Whether an error says that the whole value is of another kind than the branch takes."""
    whole = len(error.absolute_path) == len(parent.absolute_path)
    return whole and error.validator in ("type", "const")
