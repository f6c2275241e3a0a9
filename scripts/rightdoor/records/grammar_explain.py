"""Says what is wrong with a record that the grammar refuses: one problem for each cause, in plain words."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from rightdoor.model.problem import Level, Problem
from rightdoor.records import grammar_fields, grammar_values
from rightdoor.records.cut_words import comma_in, cut_words
from rightdoor.records.findings import Finding, findings
from rightdoor.records.marks import Path
from rightdoor.records.read import Source
from rightdoor.records.refusals import Said

_OF_FIELDS = {"additionalProperties", "required", "dependentRequired", "not"}
# Of a place that breaks several rules only the first of these is said.
_RANK = ("type", "anyOf", "minLength", "minItems", "minProperties", "enum", "const", "pattern", "maxLength")


class Fault(NamedTuple):
    """A fault with its place; `field` where the name of the field is at fault and not its value."""

    path: Path
    field: bool
    say: Callable[[], Said]


def explain(source: Source, kind: str) -> list[Problem]:
    """The problems of a record that the grammar refuses, sorted by place; the first 50, and only they are worded."""
    moved = grammar_fields.not_indented(source.data, kind)
    found = [
        each
        for each in findings(source.data, kind)
        if each.value is not None or each.place not in {(name,) for name in moved}
    ]
    of_values = _first_at_each_place([each for each in found if each.rule not in _OF_FIELDS])
    faults = list(_of_fields([each for each in found if each.rule in _OF_FIELDS], kind, source))
    faults += [Fault(each.place, each.is_name, partial(grammar_values.say, each)) for each in of_values]
    faults = [each for each in faults if each.path not in {(name,) for names in moved.values() for name in names}]
    faults += [
        Fault((names[0],), True, partial(grammar_fields.move_right, group, names)) for group, names in moved.items()
    ]
    placed = [(source.mark(each.path, field=each.field), each.say) for each in faults]
    first = sorted(placed, key=lambda each: each[0])[: grammar_fields.MOST]
    return sorted({Problem(source.file, *mark, Level.ERROR, *say()) for mark, say in first})


def _first_at_each_place(found: list[Finding]) -> list[Finding]:
    best: dict[Path, Finding] = {}
    for each in sorted(found, key=_rank):
        best.setdefault(each.place, each)
    return list(best.values())


def _rank(finding: Finding) -> int:
    return _RANK.index(finding.rule) if finding.rule in _RANK else len(_RANK)


def _of_fields(found: list[Finding], kind: str, source: Source) -> Iterator[Fault]:
    """Unknown and missing fields; a missing field is not said where an unknown one is its misspelling."""
    meant: set[Path] = set()
    for each in found:
        cut = cut_words(each, source)
        for name, words in cut.items():
            if words.field:
                yield Fault((*each.path, name), True, partial(comma_in, words))
        for name in grammar_fields.unknown(each):
            if name in cut:
                continue
            guess = grammar_fields.meant_by(name, each)
            meant.add((*each.path, guess or ""))
            yield Fault((*each.path, name), True, partial(grammar_fields.unknown_field, name, guess, each, kind))
    for each in found:
        if each.rule == "not":
            yield Fault(each.path, True, partial(grammar_fields.not_together, each))
        for name in grammar_fields.missing(each):
            if (*each.path, name) not in meant:
                yield Fault(each.path, bool(each.path), partial(grammar_fields.missing_field, name, each, kind))
