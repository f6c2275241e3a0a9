"""A date does not exist, or lies far outside the time of these services.

The day is not in the calendar (30 February), or the year is before 2000 or after 2099.

Why this matters: how far a fact may be believed is counted from its date. A wrong one makes an old fact look fresh.

What to type: year, month and day, with two digits each for month and day.

    evidence: [{covers: [criteria], url: https://example.org/for-gps, title: For GPs, seen: 2026-10-02}]

A day under `checked` is the one on which somebody asked the service, and no other.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "impossible-date"
LEVEL = Level.ERROR
FIELDS = ("on", "as_of", "seen", "checked", "since", "contract_ends", "story_date")
FIRST, LAST = 2000, 2099
_FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Dates that no calendar has, or that are mistyped in the year."""
    for path, text in record.texts(*FIELDS):
        if fault := _fault_of(text):
            message, tip = fault
            yield problem(record, path, CODE, LEVEL, message, tip)


@lru_cache(maxsize=4096)
def _fault_of(text: str) -> tuple[str, str] | None:
    """What is wrong with a date, and what to type; None where nothing is, or where it has not the form of one."""
    form = _FORM.match(text)
    if not form:
        return None
    year, month, day = map(int, form.groups())
    if not _exists(year, month, day):
        return f"The date {text} is not in the calendar.", "Type the right day: year, month and day, with hyphens."
    if not FIRST <= year <= LAST:
        return f"The date {text} is not between {FIRST} and {LAST}.", "Check the year; it is typed first."
    return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
