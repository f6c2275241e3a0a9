"""The questions that are asked of every area alike, and what criteria answer to each.

Many questions are the same to a criterion: nobody refuses bereavement but takes grief. Such questions have one number
(`alike`), and what some criteria come to is worked out once for each number, whatever service or area they stand in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rightdoor.coverage.asked import NO_SITUATION, Situation, ages_of, needs_asked, severities_of, situations, told_of
from rightdoor.coverage.offers import OFFERS
from rightdoor.matching.judge import Reason, judge_beyond_limits
from rightdoor.matching.match import Outcome, outcome_of
from rightdoor.matching.operators import State as Answer
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange
from rightdoor.model.service import Service

_OFFERED = {True: Answer.MET, False: Answer.NOT_MET, None: Answer.UNKNOWN_SERVICE}
_MOST_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class Question:
    """Who takes people with a need in a situation: of which severities and ages it is asked, and what is told of them.

    `around` are the need and those it lies within, for services for any of them are relevant.
    """

    need: str
    situation: Situation | None
    severities: tuple[str, ...]
    ages: AgeRange
    around: frozenset[str]
    answers: Answers
    alike: int

    @property
    def code(self) -> str:
        """The code of the situation; `NO_SITUATION` where there is none."""
        return self.situation.code if self.situation else NO_SITUATION


class Answered:
    """What some criteria, those of ages and severity left out, come to for each question that is asked of them.

    An answer is the outcome, with the groups for which the service is kept where nothing but that stands in the way.
    """

    def __init__(self, criteria: Criteria, area: Answer, grammar: Grammar) -> None:
        """`area` is what the area of the criteria comes to for the people asked about."""
        self._criteria, self._area, self._grammar = criteria, area, grammar
        self._known: dict[tuple[int, bool | None], tuple[Outcome, tuple[str, ...]]] = {}

    def answer(self, question: Question, service: Service) -> tuple[Outcome, tuple[str, ...]]:
        """What they come to for a service that has them."""
        offers = question.situation.offers if question.situation else None
        offered = OFFERS[offers](service) if offers else None
        key = (question.alike, offered)
        if key not in self._known:
            self._known[key] = self._judged(question, offered)
        return self._known[key]

    def _judged(self, question: Question, offered: bool | None) -> tuple[Outcome, tuple[str, ...]]:
        reasons = judge_beyond_limits(self._criteria, question.answers, self._grammar)
        states = [self._area, *_states(reasons, question.situation, offered)]
        outcome = outcome_of(states)
        kept = [each for each in reasons if each.criterion == "only" and each.state is Answer.NOT_MET]
        if not kept or outcome_of(_without(states, kept)) in (Outcome.CHECK, Outcome.DOES_NOT_FIT):
            return outcome, ()
        return outcome, tuple(each.code for each in kept)


class Questions:
    """Every question that a grammar asks, and what has been answered to them so far."""

    def __init__(self, grammar: Grammar) -> None:
        """Works out the questions; nothing is answered yet."""
        self.grammar = grammar
        self.asked = tuple(_asked(grammar))
        self._answered: dict[tuple[Criteria, Answer], Answered] = {}

    def of(self, criteria: Criteria, area: Answer) -> Answered:
        """What criteria answer where their area comes to this: the same for all that publish the same."""
        key = (_bare(criteria), area)
        if key not in self._answered:
            if len(self._answered) >= _MOST_KEPT:
                self._answered.clear()
            self._answered[key] = Answered(*key, self.grammar)
        return self._answered[key]


_last: list[Questions] = []


def questions(grammar: Grammar) -> Questions:
    """The questions of a grammar; those of the grammar seen last are kept, because one grammar has many areas."""
    if not _last or _last[0].grammar is not grammar:
        _last[:] = [Questions(grammar)]
    return _last[0]


def _asked(grammar: Grammar) -> Iterator[Question]:
    numbers: dict[object, int] = {}
    for need in needs_asked(grammar):
        around, severities = frozenset(grammar["needs"].with_broader(need)), severities_of(need, grammar)
        for situation in (None, *situations(grammar)):
            ages = ages_of(need, situation, grammar)
            if ages.youngest <= ages.oldest:
                told = told_of(need, situation, grammar)
                alike = numbers.setdefault(_heard(told, situation, grammar), len(numbers))
                yield Question(need, situation, severities, ages, around, told, alike)


def _heard(told: Answers, situation: Situation | None, grammar: Grammar) -> object:
    """All that criteria can hear of what is told: the need only where it is itself a reason to refuse somebody.

    A need may also tell that somebody is of a group; that group is then left out of `people`, so that these differ too.
    """
    needs = tuple(need for need in told.needs if need in grammar["reasons"])
    return needs, tuple(told.flags.items()), tuple(told.people.items()), situation.offers if situation else None


def _states(reasons: Iterable[Reason], situation: Situation | None, offered: bool | None) -> Iterator[Answer]:
    """The states of reasons, where what a service offers settles what its criteria leave unsaid: interpreters, say."""
    if situation is None or situation.offers is None:
        yield from (each.state for each in reasons)
        return
    told = (situation.flag, *situation.people)
    yield _OFFERED[offered]
    yield from (each.state for each in reasons if not (offered and each.criterion == "unlisted" and each.code in told))


def _without(states: Iterable[Answer], reasons: Iterable[Reason]) -> list[Answer]:
    """States without those of some of the reasons."""
    left = list(states)
    for each in reasons:
        left.remove(each.state)
    return left


def _bare(criteria: Criteria) -> Criteria:
    """Criteria without their words, places to go, ages, severity and area: what is left is all that is judged here."""
    refused = criteria.does_not_take
    time = criteria.time_since_event
    return Criteria(
        only=_rows(criteria.only),
        time_since_event=replace(time, words=None, refer_to=()) if time else None,
        does_not_take=None if refused is None else _rows(refused),
        check_first=_rows(criteria.check_first),
        takes_despite=_rows(criteria.takes_despite),
        holds_risk=criteria.holds_risk,
    )


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(Row(each.reason, within=each.within, except_via=each.except_via) for each in rows)
