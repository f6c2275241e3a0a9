"""The services of one area, asked every question: what each comes to is worked out when it is first wanted.

Nothing is decided here about whom a service takes: every state of a criterion comes from `matching.judge`, and they are
combined by the matcher's own table. Age, severity and area stand in criteria of their own, so each is judged once and
not again for every need; that the whole equals what the finder shows is proved cell by cell (tests/coverage).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from rightdoor.coverage.asked import segments
from rightdoor.coverage.cells import Cells, range_of
from rightdoor.coverage.plane import Kept, Part, Plane
from rightdoor.coverage.questions import Answered, Question, questions
from rightdoor.coverage.use import LONG_WAIT, Use, use_of
from rightdoor.matching.area import judge_area
from rightdoor.matching.match import Outcome
from rightdoor.model.area import KnownGap
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service

LOOKED_FOR = timedelta(days=365)
"""How long it is believed that a gap which somebody found is still there."""


class Asking:
    """The services of an area on one day, and the questions that may be asked of them."""

    def __init__(self, directory: Directory, area: str, today: date, long_wait: int = LONG_WAIT) -> None:
        """`today` is replaced by the day of the story of a made-up place."""
        self.today = directory.story_date((area,)) or today
        self.services = directory.services_for(area)
        self.gaps = tuple(_known_gaps(directory, area, self.today))
        self.questions = questions(directory.grammar)
        ranges = (range_of(gap) for gap in self.gaps)
        self.cells = Cells(directory.grammar, segments(self.services, ranges, directory.grammar))
        self._directory, self._area, self._given = directory, area, (today, long_wait)

    @cached_property
    def uses(self) -> Mapping[str, Use]:
        """The use of every service."""
        return {each.service.id: each.use for each in self._judged}

    def asked(self, question: Question) -> int:
        """The cells that a question is asked about."""
        return self.cells.of(question.severities, question.ages)

    def plane(self, question: Question) -> Plane:
        """What there is for the people of a question."""
        asked = self.asked(question)
        found = [each.part(question, asked) for each in self._about(question)]
        around = [gap for gap in self.gaps if gap.need in question.around]
        gaps = [(gap, asked & self.cells.of_gap(gap, question.severities)) for gap in around]
        return Plane(
            *(question.need, question.code, question.severities, self.cells.ages, asked),
            parts=tuple(each for each in found if isinstance(each, Part)),
            gaps=tuple((gap, cells) for gap, cells in gaps if cells),
            kept=tuple(each for each in found if isinstance(each, Kept)),
        )

    def covers_anybody(self, question: Question) -> bool:
        """Whether any of the people of a question are covered; nobody is asked after the first who covers some."""
        asked = self.asked(question)
        for each in self._about(question):
            part = each.part(question, asked) if each.use is Use.OPEN else None
            if isinstance(part, Part) and part.takes:
                return True
        return False

    def uses_about(self, question: Question) -> tuple[Use, ...]:
        """The use of every service for the need of a question, whomever it takes."""
        return tuple(each.use for each in self._about(question))

    @cached_property
    def _judged(self) -> tuple["_Judged", ...]:
        return tuple(_Judged(each, self) for each in self.services)

    @cached_property
    def _by_need(self) -> Mapping[str, list[tuple[int, "_Judged"]]]:
        """The services that name each need, with their places among all."""
        found: dict[str, list[tuple[int, _Judged]]] = defaultdict(list)
        for at, each in enumerate(self._judged):
            for need in each.service.needs:
                found[need].append((at, each))
        return found

    def _about(self, question: Question) -> Iterator["_Judged"]:
        about = dict(pair for need in question.around for pair in self._by_need.get(need, ()))
        return (about[at] for at in sorted(about))

    def use(self, service: Service) -> Use:
        """The use of a service as it stands here."""
        return use_of(service, self._directory, *self._given, self._directory.chain(self._area))

    def answered(self, service: Service) -> Answered:
        """What the criteria of a service as it stands here come to."""
        here = {"practice": self._area, "home": self._area}
        return self.questions.of(service.criteria, judge_area(service.criteria.area, here, self._directory))


class _Judged:
    """One service as it stands in an area, with what it comes to."""

    def __init__(self, service: Service, asking: Asking) -> None:
        self.service, self._asking = service, asking
        self._found: dict[object, Part | Kept | None] = {}

    @cached_property
    def use(self) -> Use:
        return self._asking.use(self.service)

    @cached_property
    def _answered(self) -> Answered:
        return self._asking.answered(self.service)

    def part(self, question: Question, asked: int) -> Part | Kept | None:
        """What it comes to for the people of a question; None where it takes nobody of them."""
        outcome, groups = self._answered.answer(question, self.service)
        if outcome is Outcome.DOES_NOT_FIT and not (groups and self.use is Use.OPEN):
            return None
        key = (outcome is Outcome.CHECK, groups, asked, question.severities)
        if key not in self._found:
            self._found[key] = self._part(*key)
        return self._found[key]

    def _part(
        self, check: bool, groups: tuple[str, ...], asked: int, severities: tuple[str, ...]
    ) -> Part | Kept | None:
        takes, checks = self._asking.cells.within_limits(self.service.criteria, severities)
        if groups:
            return Kept(self.service.id, groups, takes & asked) if takes & asked else None
        if not (takes | checks) & asked:
            return None
        takes, checks = (0, takes | checks) if check else (takes, checks)
        return Part(self.service.id, self.use, takes & asked, checks & asked)


def _known_gaps(directory: Directory, area: str, today: date) -> Iterator[KnownGap]:
    """The gaps that were found lately in an area or around it."""
    for place in directory.chain(area):
        yield from (gap for gap in directory.areas[place].known_gaps if today - gap.checked <= LOOKED_FOR)
