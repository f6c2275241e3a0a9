"""The criteria of one service against what is known of a person: codes and places, never a sentence.

The reasons come in the order in which a GP reads them. What nobody has said is never `met`; see the decisions
`0030` (flags that are in no list), `0031` (ages) and `0032` (lengths of time) under docs/decisions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rightdoor.matching import operators
from rightdoor.matching.area import judge_area
from rightdoor.matching.operators import State
from rightdoor.matching.risk import judge_risk
from rightdoor.matching.told import flag, person_is, reasons_told
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange, Span

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What one criterion comes to. `code` is the reason (or group) a row is about, empty for other criteria.

    `place` is the path to it in the record as it stands in the area; `words` are the service's own, and `refer_to`
    the services it names to go to instead.
    """

    criterion: str
    state: State
    code: str = ""
    refer_to: tuple[str, ...] = ()
    words: str | None = None
    place: Place = ("criteria",)


def judge(criteria: Criteria, answers: Answers, directory: Directory) -> tuple[Reason, ...]:
    """Every criterion of a service against the answers, in a GP's order."""
    return (*_limits(criteria, answers, directory), *judge_beyond_limits(criteria, answers, directory.grammar))


def judge_beyond_limits(criteria: Criteria, answers: Answers, grammar: Grammar) -> tuple[Reason, ...]:
    """Every criterion but age, severity and area; no place has a say in these."""
    return (
        *_only(criteria, answers, grammar),
        *_time(criteria, answers),
        *_rows(criteria, answers, grammar),
        *_unlisted(criteria, answers, grammar),
        *_risk(criteria, answers, grammar),
    )


def _limits(criteria: Criteria, answers: Answers, directory: Directory) -> Iterator[Reason]:
    """Age, severity and area, which are listed even where nobody has said anything."""
    for name, limit, state in (
        ("age", criteria.age, judge_age(criteria, answers.age)),
        ("severity", criteria.severity, judge_severity(criteria, answers.severity, directory.grammar)),
        ("area", criteria.area, judge_area(criteria.area, answers.areas, directory)),
    ):
        place: Place = ("criteria", name) if limit else ("criteria",)
        yield Reason(name, state, "", limit.refer_to if limit else (), limit.words if limit else None, place)


def judge_age(criteria: Criteria, age: AgeRange | None) -> State:
    """What the ages a service takes come to for every age that the person may be."""
    asked = (age.youngest, age.oldest) if age else None
    limit = (criteria.age.at_least, criteria.age.below) if criteria.age else None
    return operators.between(asked, limit)


def judge_severity(criteria: Criteria, severity: str | None, grammar: Grammar) -> State:
    """Bands compare by their place in the vocabulary; a foreign one may be any, or worse, and is checked."""
    bands, limit = grammar["severity_bands"], criteria.severity
    lowest = bands.rank(limit.lowest) if limit and limit.lowest else None
    below = bands.rank(limit.highest) + 1 if limit and limit.highest else None
    asked = None
    if severity is not None:
        rank = bands.rank(severity) if severity in bands else None
        asked = (-1, len(bands.terms)) if rank is None else (rank, rank)
    return operators.between(asked, (lowest, below) if limit else None)


def _only(criteria: Criteria, answers: Answers, grammar: Grammar) -> Iterator[Reason]:
    for at, row in enumerate(criteria.only):
        state = operators.is_(person_is(row.reason, answers, grammar), True)
        yield _reason("only", row, state, at)


def _time(criteria: Criteria, answers: Answers) -> Iterator[Reason]:
    """The time since a death or other event; where neither side speaks of one there is nothing to list.

    "From the first day" is no limit: there is nothing to ask.
    """
    limit, since = criteria.time_since_event, answers.since_event
    if limit is None and since is None:
        return
    asked = (since.hours, since.hours) if since else None
    if limit is None:
        yield Reason("time_since_event", operators.between(asked, None))
        return
    least = (limit.at_least.hours or None) if limit.at_least else None
    below = limit.at_most.hours + 1 if limit.at_most else None
    state = operators.between(asked, (least, below))
    yield Reason("time_since_event", state, "", limit.refer_to, limit.words, ("criteria", "time_since_event"))


def _rows(criteria: Criteria, answers: Answers, grammar: Grammar) -> Iterator[Reason]:
    """The three lists: does not take, check first, takes despite (the last only where it applies)."""
    for at, row in enumerate(criteria.does_not_take or ()):
        criterion = "recently" if row.within else "does_not_take"
        yield _reason(criterion, row, _excluded(row, answers, grammar), at, "does_not_take")
    for at, row in enumerate(criteria.check_first):
        state = _excluded(row, answers, grammar)
        yield _reason("check_first", row, State.CHECK if state is State.NOT_MET else state, at)
    for at, row in enumerate(criteria.takes_despite):
        if flag(row.reason, answers, grammar["reasons"]) not in (None, "no"):
            yield _reason("takes_despite", row, operators.one_of(("yes",), ("yes",)), at)


def _excluded(row: Row, answers: Answers, grammar: Grammar) -> State:
    """Whether a row shuts the person out, unless who refers opens the door again."""
    state = _applies(row, flag(row.reason, answers, grammar["reasons"]))
    if state in (State.MET, State.NOT_ASKED) or not row.except_via:
        return state
    if answers.route is None:
        return State.CHECK
    opened = operators.one_of(grammar["referral_who"].with_broader(answers.route), row.except_via)
    return State.MET if opened is State.MET else state


def _applies(row: Row, said: str | Span | None) -> State:
    """Whether what the row refuses is true of the person; within a time it must be known when."""
    if row.within is None:
        return operators.none_of("yes" if isinstance(said, Span) else said, ("yes",))
    if isinstance(said, Span):
        return operators.at_least(said.hours, row.within.hours + 1)
    return operators.one_of((said,) if said else None, ("no",), ("yes",))


def _unlisted(criteria: Criteria, answers: Answers, grammar: Grammar) -> Iterator[Reason]:
    """The list as a whole, and what is true of the person but in no list: silence is not leave to refer."""
    refused = None if criteria.does_not_take is None else ()
    if not criteria.does_not_take:
        yield Reason("exclusions", State.NOT_ASKED if refused is None else State.MET)
    settled = listed(criteria)
    for reason in reasons_told(answers, grammar["reasons"]):
        by_risk = reason in grammar["reasons"] and "risk" in grammar["reasons"][reason].more
        if flag(reason, answers, grammar["reasons"]) != "no" and reason not in settled and not by_risk:
            stated = () if criteria.does_not_take == () else None
            yield Reason("unlisted", operators.none_of("yes", stated), reason)


def _risk(criteria: Criteria, answers: Answers, grammar: Grammar) -> Iterator[Reason]:
    place: Place = ("criteria", "holds_risk") if criteria.holds_risk else ("criteria",)
    for code, state in judge_risk(criteria.holds_risk, listed(criteria), answers, grammar):
        yield Reason("risk", state, code, place=place)


def listed(criteria: Criteria) -> frozenset[str]:
    """The reasons and groups that a service speaks of in any of its lists."""
    rows = (*criteria.only, *(criteria.does_not_take or ()), *criteria.check_first, *criteria.takes_despite)
    return frozenset(row.reason for row in rows)


def _reason(criterion: str, row: Row, state: State, at: int, name: str | None = None) -> Reason:
    return Reason(criterion, state, row.reason, row.refer_to, row.words, ("criteria", name or criterion, at))
