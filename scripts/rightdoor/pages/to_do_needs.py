"""Needs for which nobody is covered in an area, as the grid of coverage says, for those who can mend it.

Nothing is told of the person beside the need, the age and the severity. A need that counts as covered may be so for a
few people only; the coverage page of the area has all of it.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from rightdoor.coverage import uncovered as coverage
from rightdoor.coverage.places import areas_asked
from rightdoor.coverage.use import Use
from rightdoor.model.directory import Directory
from rightdoor.pages.lists import kept


class Uncovered(NamedTuple):
    """A need that nobody covers, whether somebody has looked and found a gap, and how many services are listed for it.

    `shut` take no referrals now or only after a long wait, of `unsaid` nobody has said whether they do, `stale` were
    not confirmed lately, `unfit` do not take people of the area or have not said whom; `called` see nobody over time.
    """

    need: str
    looked: bool = False
    shut: int = 0
    unsaid: int = 0
    stale: int = 0
    unfit: int = 0
    called: int = 0


@kept
def uncovered(directory: Directory, today: date) -> Mapping[str, tuple[Uncovered, ...]]:
    """The needs nobody covers in each area that is asked about; those that somebody has looked for come last."""
    return {area: _uncovered(directory, area, today) for area in areas_asked(directory)}


def _uncovered(directory: Directory, area: str, today: date) -> tuple[Uncovered, ...]:
    found = (_row(each) for each in coverage.uncovered(directory, area, today))
    return tuple(sorted(found, key=lambda each: each.looked))


def _row(found: coverage.Uncovered) -> Uncovered:
    count = {use: found.listed.get(use, 0) for use in Use}
    return Uncovered(
        *(found.need, found.looked),
        shut=count[Use.SHUT],
        unsaid=count[Use.ASK],
        stale=count[Use.STALE],
        unfit=count[Use.OPEN],
        called=count[Use.APART],
    )
