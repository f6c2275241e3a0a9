"""Two rows of the criteria contradict each other, or say the same thing twice.

The same reason stands twice in one list, or in two lists that cannot both be true: a service cannot refuse people for
a reason and also take them despite it. A reason may stand in `does_not_take` and in `check_first` only where the first
is narrowed, for example to the last four weeks (`within: 4w`) or by an exception (`except_via: professional`).

Why this matters: a GP reading the page sees both "Takes" and "Does not take", and whichever is read first decides.

What to type: delete the row that is wrong. If both are right, say what narrows the refusal.

    does_not_take:
      - {reason: recent-attempt, within: 4w}
    check_first:
      - {reason: recent-attempt, how: "Phone the duty worker"}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.criteria_fields import Fields, criteria_of
from rightdoor.records.checks.frame import Record, problem

CODE = "rows-contradict"
LEVEL = Level.ERROR
LISTS = ("only", "does_not_take", "check_first", "takes_despite")
OPPOSITES = (("does_not_take", "takes_despite"), ("check_first", "takes_despite"), ("does_not_take", "check_first"))


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Rows that repeat or deny one another, once for each pair of lists."""
    if record.kind == "service":
        for fields in criteria_of(record):
            yield from _repeated(record, fields)
            for first, second in OPPOSITES:
                if fields.own.intersection((first, second)):
                    yield from _opposed(record, fields, first, second)


def _rows(fields: Fields, name: str) -> list[Mapping[str, Any]]:
    rows = fields.values.get(name)
    return rows if isinstance(rows, list) else []


def _repeated(record: Record, fields: Fields) -> Iterator[Problem]:
    for name in LISTS:
        if name not in fields.own:
            continue
        seen: set[str] = set()
        for index, row in enumerate(_rows(fields, name)):
            if row["reason"] in seen:
                message = f"The reason {row['reason']} stands twice in {name}."
                tip = "Keep one row, with everything that is said in both."
                yield problem(record, (*fields.places[name], index), CODE, LEVEL, message, tip)
            seen.add(row["reason"])


def _opposed(record: Record, fields: Fields, first: str, second: str) -> Iterator[Problem]:
    graded = second == "check_first"
    refused = {
        row["reason"] for row in _rows(fields, first) if not (graded and ("within" in row or "except_via" in row))
    }
    for index, row in enumerate(_rows(fields, second)):
        if row["reason"] in refused:
            message = f"The reason {row['reason']} stands in {first} and in {second}, which cannot both be true."
            tip = f"Delete it from {first} or from {second}."
            if graded:
                tip += " If it is refused only for a time, type within: 4w in does_not_take."
            yield problem(record, (*fields.places[second], index), CODE, LEVEL, message, tip)
