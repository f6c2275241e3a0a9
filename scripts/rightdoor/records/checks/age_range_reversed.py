"""The youngest age is higher than the oldest, so nobody fits.

Two ages are the wrong way round, or the upper one shuts out the lower one. It happens in a service's `criteria`, in
the rules of one area (`by_area`), and in a known gap of an area. `under: 65y` does not take a person aged 65;
`to: 25y` takes people until the day they turn 26.

Why this matters: everybody is told that they are too young or too old, and a service that could have helped is never
offered.

What to type: the lower age after `from`, the higher one after `to` or `under`.

    criteria:
      age: {from: 18y, to: 25y}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import months_of
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.criteria_fields import limits_of
from rightdoor.records.checks.frame import Path, Record, problem

CODE = "age-range-reversed"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Ages of a service's criteria and of an area's known gaps that are the wrong way round."""
    for path, limit in _limits(record):
        end = next((each for each in ("to", "under") if each in limit), None)
        if end is None or "from" not in limit:
            continue
        youngest, oldest = limit["from"], limit[end]
        if months_of(youngest) < months_of(oldest) + (12 if end == "to" else 0):
            continue
        same = months_of(youngest) == months_of(oldest)
        than = "not lower" if same else "higher"
        message = f"The youngest age ({youngest}) is {than} than the oldest age ({oldest})."
        tip = "Type the higher age after under." if same else f"Type: age: {{from: {oldest}, {end}: {youngest}}}"
        yield problem(record, (*path, "from"), CODE, LEVEL, message, tip)


def _limits(record: Record) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if record.kind == "service":
        yield from limits_of(record, "age")
    if record.kind == "area":
        for index, gap in enumerate(record.data.get("known_gaps", ())):
            if isinstance(gap.get("ages"), Mapping):
                yield ("known_gaps", index, "ages"), gap["ages"]
