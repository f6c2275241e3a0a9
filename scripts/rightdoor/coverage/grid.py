"""Who is covered in an area: the matcher asked about every need, severity, age and situation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rightdoor.coverage.asked import NO_SITUATION
from rightdoor.coverage.asking import Asking
from rightdoor.coverage.cells import within
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.use import LONG_WAIT, Use
from rightdoor.model.directory import Directory
from rightdoor.model.measure import AgeRange


@dataclass(frozen=True)
class Grid:
    """The coverage of one area on one day. `ages` are spans within which every age has the same answer."""

    area: str
    today: date
    ages: tuple[AgeRange, ...]
    planes: Mapping[tuple[str, str], Plane]
    uses: Mapping[str, Use]

    def plane(self, need: str, situation: str = NO_SITUATION) -> Plane:
        """One need in one situation; KeyError where it is not asked."""
        return self.planes[need, situation]

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The needs that are asked about, in the order of the vocabulary."""
        return tuple(need for need, situation in self.planes if situation == NO_SITUATION)

    def within(self, ages: AgeRange) -> tuple[int, ...]:
        """The places of the spans of ages that lie within others."""
        return within(ages, self.ages)


def grid(
    directory: Directory, area: str, today: date, long_wait: int = LONG_WAIT, *, in_situations: bool = True
) -> Grid:
    """The grid of an area; `today` is replaced by the day of its story where it is a made-up place.

    Without `in_situations` each need is asked about once, with nothing else told of the person: a quick look.
    """
    asking = Asking(directory, area, today, long_wait)
    planes = {
        (question.need, question.code): asking.plane(question)
        for question in asking.questions.asked
        if asking.asked(question) and (in_situations or question.situation is None)
    }
    return Grid(area, asking.today, asking.cells.ages, planes, asking.uses)
