"""The lower of two numbers is higher than the upper one.

The number of sessions a service offers (`sessions: {from: 6, to: 12}`), or the ages of one row of an area's
population, are the wrong way round.

Why this matters: patients are told "12 to 6 sessions", and people of those ages are left out of every count that
commissioners see.

What to type: the lower number after `from` and the higher one after `to`.

    sessions: {policy: up-to, from: 6, to: 12}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Path, Record, problem

CODE = "number-range-reversed"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Sessions of a service and age rows of a population that are the wrong way round."""
    for path, row, what in _rows(record):
        low, high = row.get("from"), row.get("to")
        if low is not None and high is not None and low > high:
            message = f"The lower number of {what} ({low}) is higher than the upper one ({high})."
            yield problem(record, (*path, "from"), CODE, LEVEL, message, f"Type: from: {high}, to: {low}")


def _rows(record: Record) -> Iterator[tuple[Path, Mapping[str, Any], str]]:
    if record.kind == "service" and "sessions" in record.data:
        yield ("sessions",), record.data["sessions"], "sessions"
    if record.kind == "area":
        for index, band in enumerate(record.data.get("population", {}).get("bands", ())):
            yield ("population", "bands", index), band, "years"
