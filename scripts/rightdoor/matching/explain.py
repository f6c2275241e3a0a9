"""A match said in sentences, every one of them from `schema/criteria.yaml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rightdoor.matching import phrases
from rightdoor.matching.flags import flag_words
from rightdoor.matching.judge import Reason
from rightdoor.matching.match import Match, Outcome
from rightdoor.matching.operators import State
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar

_SPOKEN = (State.NOT_MET, State.CHECK, State.UNKNOWN_SERVICE)
_EXCLUSIONS = ("does_not_take", "recently")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is said of a match.

    `label` names the outcome. `because` says what is not met, then what must be checked; `make_sure` what was not
    asked and `also_not_for` the exclusions among it; `met` what the person does meet. `instead` are the ids of the
    services to go to instead, said in `refer_instead`. `flags` stand beside the outcome and never change it.
    """

    label: str
    because: tuple[str, ...]
    refer_instead: str
    instead: tuple[str, ...]
    make_sure: tuple[str, ...]
    also_not_for: str
    met: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that a reader in a hurry needs, in order; what is met goes without saying."""
        said = (*self.flags, *self.because, self.refer_instead, *self.make_sure, self.also_not_for)
        return tuple(each for each in said if each)


def explain(match: Match, directory: Directory, answers: Answers = Answers()) -> Explanation:
    """The sentences of a match; `answers` lets them name the severity that was answered."""
    grammar = directory.grammar
    shut = match.outcome is Outcome.DOES_NOT_FIT
    unasked = [each for each in match.reasons if each.state is State.NOT_ASKED and not shut]
    return Explanation(
        label=grammar.outcomes[match.outcome],
        because=tuple(_because(match, directory, answers)),
        refer_instead=_refer_instead(match.instead, directory),
        instead=match.instead,
        make_sure=tuple(
            _sentence(each, match.service.criteria, directory, answers)
            for each in unasked
            if each.criterion not in _EXCLUSIONS
        ),
        also_not_for=_also_not_for(unasked, match.service.criteria, grammar),
        met=tuple(
            _sentence(each, match.service.criteria, directory, answers)
            for each in match.reasons
            if each.state is State.MET
        ),
        flags=tuple(flag_words(match, directory)),
    )


def service_words(ids: Iterable[str], directory: Directory, word: str = "and") -> str:
    """Services by name, in a row; the id of one that is not there."""
    services = directory.services
    return phrases.joined((services[each].name if each in services else each for each in ids), directory.grammar, word)


def _because(match: Match, directory: Directory, answers: Answers) -> Iterator[str]:
    """What stands in the way, worst first, each with the service's own words and what may open the door."""
    for state in _SPOKEN:
        for reason in match.reasons:
            if reason.state is state:
                yield " ".join(_parts(reason, match.service.criteria, directory, answers))


def _parts(reason: Reason, criteria: Criteria, directory: Directory, answers: Answers) -> Iterator[str]:
    said, row = directory.grammar.sentences, _row(reason, criteria)
    yield _sentence(reason, criteria, directory, answers)
    if reason.words:
        yield phrases.fill(said["own_words"], words=reason.words)
    if row and row.how:
        yield phrases.fill(said["how"], how=row.how)
    if row and row.except_via:
        yield phrases.fill(said["except_via"], who=phrases.who_words(row.except_via, directory.grammar))


def _refer_instead(instead: tuple[str, ...], directory: Directory) -> str:
    services = service_words(instead, directory, "or")
    return phrases.fill(directory.grammar.sentences["refer_instead"], services=services) if instead else ""


def _also_not_for(unasked: Iterable[Reason], criteria: Criteria, grammar: Grammar) -> str:
    """The exclusions that nobody was asked about, in one sentence."""
    people = []
    for reason in unasked:
        row = _row(reason, criteria)
        if row and reason.criterion in _EXCLUSIONS:
            words = phrases.row_words(row, grammar["reasons"], grammar)
            who = phrases.who_words(row.except_via, grammar)
            people.append(phrases.fill(grammar.phrases["except"], people=words, who=who) if who else words)
    said = grammar.sentences["also_not_for"]
    return phrases.fill(said, people=phrases.joined(people, grammar, "or")) if people else ""


def _sentence(reason: Reason, criteria: Criteria, directory: Directory, answers: Answers) -> str:
    """The sentence of one reason; a limit that nobody asked about and nobody stated is said to be unknown."""
    wording = directory.grammar.criteria[reason.criterion].wording
    gaps = _gaps(reason, criteria, directory, answers)
    silent = reason.state is State.NOT_ASKED and not gaps and "unknown_service" in wording
    return phrases.fill(wording[State.UNKNOWN_SERVICE if silent else reason.state], **gaps)


def _gaps(reason: Reason, criteria: Criteria, directory: Directory, answers: Answers) -> dict[str, str]:
    grammar, row = directory.grammar, _row(reason, criteria)
    if row:
        words = grammar["groups" if reason.criterion == "only" else "reasons"]
        return {"people": phrases.row_words(row, words, grammar)}
    if reason.criterion == "age" and criteria.age:
        return {"ages": phrases.age_words(criteria.age, grammar)}
    if reason.criterion == "severity" and criteria.severity:
        asked = phrases.lower_first(grammar["severity_bands"].label(answers.severity or ""))
        return {"severities": phrases.severity_words(criteria.severity, grammar), "severity": asked or "such"}
    if reason.criterion == "area" and criteria.area:
        return {"area": phrases.area_words(criteria.area, directory)}
    if reason.criterion == "time_since_event" and criteria.time_since_event:
        return {"time": phrases.time_words(criteria.time_since_event, grammar)}
    people = {"people": phrases.people_words(reason.code, grammar["reasons"])} if reason.code else {}
    if reason.criterion == "risk" and criteria.holds_risk:
        return {**people, "level": phrases.lower_first(grammar["risk_levels"].label(criteria.holds_risk))}
    return people


def _row(reason: Reason, criteria: Criteria) -> Row | None:
    """The row of the record that a reason is about."""
    match reason.place:
        case ("criteria", "only", int(at)):
            return criteria.only[at]
        case ("criteria", "does_not_take", int(at)):
            return (criteria.does_not_take or ())[at]
        case ("criteria", "check_first", int(at)):
            return criteria.check_first[at]
        case ("criteria", "takes_despite", int(at)):
            return criteria.takes_despite[at]
    return None
