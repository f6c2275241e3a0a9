"""How far a fact may still be believed, from the day it was last confirmed.

Limits are in the vocabulary `fact_groups` (days). A fact is current until its limit, due for a quarter of the
limit after that, then overdue, and from twice the limit on it is not relied on. A fact nobody has confirmed is
never confirmed; it cannot become overdue, and is not relied on either. Nor is one that was copied from another
directory: copying confirms nothing, however lately it was done.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rightdoor.model.service import Check

COPIED = "other-directory"
"""The way of checking that confirms nothing: a fact is as old as it was where it was copied from."""


class Standing(StrEnum):
    """The rungs of the ladder, best first."""

    CURRENT = "current"
    DUE = "due"
    OVERDUE = "overdue"
    NOT_CONFIRMED = "not-confirmed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Freshness:
    """The standing of one fact group on one day; `due_on` is None where nothing was ever confirmed."""

    standing: Standing
    how: str
    on: date | None = None
    due_on: date | None = None

    @property
    def relied_on(self) -> bool:
        """Whether the fact may count as coverage and be shown without a warning in its place."""
        return self.standing not in (Standing.NOT_CONFIRMED, Standing.NEVER)


def freshness(check: Check, limit: int, today: date) -> Freshness:
    """How a check stands today when such facts are trusted for `limit` days."""
    if check.how == "never" or check.on is None:
        return Freshness(Standing.NEVER, check.how, check.on)
    age = (today - check.on).days
    due_on = check.on + timedelta(days=limit)
    if check.how == COPIED or age >= 2 * limit:
        standing = Standing.NOT_CONFIRMED
    elif age > limit + limit // 4:
        standing = Standing.OVERDUE
    else:
        standing = Standing.DUE if age >= limit else Standing.CURRENT
    return Freshness(standing, check.how, check.on, due_on)
