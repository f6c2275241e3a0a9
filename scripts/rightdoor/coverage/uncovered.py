"""Needs for which nobody at all is covered in an area: a quick look at the grid, for those who keep the entries."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.asking import Asking
from rightdoor.coverage.use import Use
from rightdoor.model.directory import Directory


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A need for which no age and severity is covered, and how many services for it are of each use.

    `looked` says whether somebody has looked and found nobody for some of these people.
    """

    need: str
    looked: bool
    listed: Mapping[Use, int]


def uncovered(directory: Directory, area: str, today: date) -> Iterator[Uncovered]:
    """The needs of an area for which nobody is covered, with nothing else told of the person."""
    asking = Asking(directory, area, today)
    for question in asking.questions.asked:
        if question.situation is None and asking.asked(question) and not asking.covers_anybody(question):
            looked = any(gap.need in question.around for gap in asking.gaps)
            yield Uncovered(question.need, looked, Counter(asking.uses_about(question)))
