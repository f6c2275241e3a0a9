"""A date does not exist, or lies far outside the time of these services.

The day is not in the calendar (30 February), or the year is before 2000 or after 2099.

Why this matters: how far a fact may be believed is counted from its date. A wrong one makes an old fact look fresh.

What to type: year, month and day, with two digits each for month and day.

    checked: {how: provider-phone, on: 2026-10-02}
"""

import re
from collections.abc import Iterator
from datetime import date

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
        form = _FORM.match(text)
        if not form:
            continue
        year, month, day = map(int, form.groups())
        if not _exists(year, month, day):
            tip = "Type a day that exists, as year-month-day: 2026-10-02"
            yield problem(record, path, CODE, LEVEL, f"The date {text} is not in the calendar.", tip)
        elif not FIRST <= year <= LAST:
            tip = "Check the year; it is typed first."
            message = f"The date {text} is not between {FIRST} and {LAST}."
            yield problem(record, path, CODE, LEVEL, message, tip)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
