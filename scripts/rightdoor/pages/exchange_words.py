"""The words that FHIR and Open Referral are given: the sentences of a match, since a format words nothing itself."""

from collections.abc import Iterator

from rightdoor.exchange.words import Stated, Words
from rightdoor.matching import in_prose
from rightdoor.matching.hours import hours_words
from rightdoor.matching.phrases import lower_first
from rightdoor.matching.published import published
from rightdoor.model.directory import Directory
from rightdoor.model.opening_hours import Times, rules_of, times_of
from rightdoor.model.service import Service
from rightdoor.pages import wording


def words_of(service: Service, directory: Directory) -> Words:
    """Everything that is said of a service in sentences."""
    grammar = directory.grammar
    times = times_of(service.hours) if service.hours else Times()
    return Words(
        eligibility=tuple(Stated(*each) for each in published(service, directory)),
        ways=tuple(in_prose.way_words(each, grammar) for each in service.referral.routes),
        notices=tuple(in_prose.notices(service, directory)),
        more=tuple(_more(service, directory)),
        closed=tuple(_closed(service.hours or "", times)),
        hours=tuple(_rest(service.hours or "", times)),
        waits=tuple(in_prose.wait_words(each, grammar) for each in service.waits),
        interpreters=in_prose.interpreters_words(service, grammar),
    )


def _more(service: Service, directory: Directory) -> Iterator[str]:
    grammar, sessions = directory.grammar, service.sessions
    yield from in_prose.names_words(service, grammar)
    yield from in_prose.around_words(service, directory)
    yield from (in_prose.wait_words(each, grammar) for each in service.waits)
    if sessions:
        words = lower_first(wording.session_words(sessions, grammar["session_policy"]))
        yield " ".join(each for each in (in_prose.say("sessions", grammar, sessions=words), sessions.then) if each)
    yield in_prose.checked_words(service, grammar)


def _closed(text: str, times: Times) -> list[str]:
    """The sentences of the rules by which it is closed on some days, where its other hours could be taken apart."""
    if times.other:
        return []
    return [words for rule in rules_of(text) if rule.endswith(("off", "closed")) for words in hours_words(rule)]


def _rest(text: str, times: Times) -> list[str]:
    """The sentences of the rules that hold in no ordinary week."""
    if times.other:
        return list(hours_words(text))
    rules = [rule for rule in rules_of(text) if "[" in rule or ("PH" in rule and not rule.endswith(("off", "closed")))]
    return [words for rule in rules for words in hours_words(rule)]
