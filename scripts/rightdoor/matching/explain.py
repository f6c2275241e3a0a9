"""A match said in sentences, every one of them from `schema/criteria.yaml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rightdoor.matching import phrases
from rightdoor.matching.flags import flag_words
from rightdoor.matching.instead import places_to_go
from rightdoor.matching.judge import Reason
from rightdoor.matching.match import Match, Outcome
from rightdoor.matching.operators import State
from rightdoor.matching.reasons import reason_words, row_of
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import Criteria
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar

_SPOKEN = (State.NOT_MET, State.CHECK, State.UNKNOWN_SERVICE)
_EXCLUSIONS = ("does_not_take", "recently")
EVENTS = ("bereavement", "perinatal")
"""The needs that begin on a day, a death or a birth, from which a service may count time."""


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


def explain(match: Match, directory: Directory, answers: Answers) -> Explanation:
    """The sentences of a match; the answers let them name the severity that was given."""
    grammar = directory.grammar
    shut = match.outcome is Outcome.DOES_NOT_FIT
    instead = places_to_go(match, answers, directory)
    unasked = [each for each in match.reasons if each.state is State.NOT_ASKED and not shut]
    return Explanation(
        label=grammar.outcomes[match.outcome],
        because=tuple(_because(match, directory, answers)),
        refer_instead=_refer_instead(instead, directory),
        instead=instead,
        make_sure=tuple(
            reason_words(each, match.service.criteria, directory, answers)
            for each in unasked
            if each.criterion not in _EXCLUSIONS and _concerns(each, match, directory, answers)
        ),
        also_not_for=_also_not_for(unasked, match.service.criteria, grammar),
        met=tuple(
            reason_words(each, match.service.criteria, directory, answers)
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
    said, row = directory.grammar.sentences, row_of(reason, criteria)
    yield reason_words(reason, criteria, directory, answers)
    if reason.words:
        yield phrases.fill(said["own_words"], words=reason.words)
    if row and row.how:
        yield phrases.fill(said["how"], how=row.how)
    if row and row.except_via:
        yield phrases.fill(said["except_via"], who=phrases.who_words(row.except_via, directory.grammar))


def _concerns(reason: Reason, match: Match, directory: Directory, answers: Answers) -> bool:
    """Whether an unasked criterion bears on what the person comes with.

    A service for many needs counts the time since a death for the bereaved only: nobody else is asked about one.
    """
    if reason.criterion != "time_since_event" or not answers.needs:
        return True
    wider = directory.grammar["needs"].with_broader
    of_an_event = all(not set(EVENTS).isdisjoint(wider(need)) for need in match.service.needs)
    return of_an_event or any("bereavement" in wider(need) for need in answers.needs)


def _refer_instead(instead: tuple[str, ...], directory: Directory) -> str:
    services = service_words(instead, directory, "or")
    return phrases.fill(directory.grammar.sentences["refer_instead"], services=services) if instead else ""


def _also_not_for(unasked: Iterable[Reason], criteria: Criteria, grammar: Grammar) -> str:
    """The exclusions that nobody was asked about, in one sentence."""
    people = []
    for reason in unasked:
        row = row_of(reason, criteria)
        if row and reason.criterion in _EXCLUSIONS:
            words = phrases.row_words(row, grammar["reasons"], grammar)
            who = phrases.who_words(row.except_via, grammar)
            people.append(phrases.fill(grammar.phrases["except"], people=words, who=who) if who else words)
    said = grammar.sentences["also_not_for"]
    return phrases.fill(said, people="; ".join(people)) if people else ""
