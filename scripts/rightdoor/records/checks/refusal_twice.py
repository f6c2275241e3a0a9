"""One thing is counted in two rows.

Two rows of a file of refused referrals have the same service, month, reason, referrer and service that took the person.

Why this matters: nobody can see whether the second is more reports, or the same ones counted again. What is counted
twice can make a service look as if it refused many people.

What to type: one row, with both counts together, if they are different reports; otherwise delete one.

    refusals: [{service: northvale-cmht, month: 2026-09, reason: not-severe-enough, referrer: gp, count: 3}]
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "refusal-twice"
LEVEL = Level.ERROR
_WHAT = ("service", "month", "reason", "referrer", "taken_by")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Rows that say what another row says."""
    if record.kind != "refusals":
        return
    first: dict[tuple[str | None, ...], int] = {}
    for index, row in enumerate(record.data["refusals"]):
        other = first.setdefault(tuple(row.get(each) for each in _WHAT), index)
        if other != index:
            line = record.source.mark(("refusals", other)).line
            message = f"This row counts the same as the one on line {line}."
            tip = "Put both counts together in one row, or delete one of the two."
            yield problem(record, ("refusals", index), CODE, LEVEL, message, tip)
