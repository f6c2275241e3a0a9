"""Gaps in sentences, for the pages, the files and the command line alike."""

from collections.abc import Iterator, Sequence

from rightdoor.coverage.gap import Gap, spoken
from rightdoor.coverage.gap_lines import Line
from rightdoor.coverage.people_words import age_words, many_words, names_words, people_words, say
from rightdoor.coverage.states import State
from rightdoor.coverage.use import weeks_to_help
from rightdoor.matching.match import takes_referrals
from rightdoor.matching.phrases import people_words as group_words
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import words_for_date
from rightdoor.model.service import Service

_PLAIN = {State.NONE: "none", State.UNKNOWN: "unknown", State.STALE: "stale", State.CHECK: "check"}

_OF_MANY = frozenset({"wait", "shut-and-wait", "check"})
"""The sentences that go on to speak of more than one person."""


def how_many_words(gaps: Sequence[Gap], grammar: Grammar) -> str:
    """How many gaps there are, and how many of them only in a situation: "50 gaps, and 30 more only where…"."""
    alone = sum(not each.situation for each in gaps)
    more = f"{len(gaps) - alone:,}"
    form = "gaps-none" if not gaps else "gaps-one" if alone == 1 else "gaps-many" if alone else "gaps-in-situations"
    said = say(form, grammar, number=f"{alone or len(gaps):,}")
    return say("gaps-and-more", grammar, gaps=said, number=more) if 0 < alone < len(gaps) else said


def gap_words(gap: Gap, directory: Directory, area: str) -> str:
    """A gap in a sentence: "Nobody in Northvale takes a 16- or 17-year-old with a severe eating disorder."."""
    grammar, needs = directory.grammar, spoken(gap.needs, directory.grammar)
    why = _why(gap, directory, area)
    form = _PLAIN.get(gap.state) or "-and-".join(each for each in ("shut", "wait") if why[each])
    in_words = many_words if gap.situation or form in _OF_MANY else people_words
    people = in_words(needs, gap.severities, gap.ages, grammar)
    situation = str(grammar["situations"][gap.situation].more["phrase"]) if gap.situation else ""
    beginning = "lost" if gap.situation else "gap"
    return say(f"{beginning}-{form}", grammar, area=_name(directory, area), people=people, situation=situation, **why)


def gap_people(gap: Gap, directory: Directory) -> str:
    """Who is in a gap: "adults aged 65 and over with severe depression"; a situation is left out."""
    return many_words(spoken(gap.needs, directory.grammar), gap.severities, gap.ages, directory.grammar)


def also_words(line: Line, directory: Directory) -> str:
    """Of how many more groups of people the same is true; "" where of none."""
    number = len(line.also)
    return say("also-one" if number == 1 else "also", directory.grammar, number=str(number)) if number else ""


def gap_more(gap: Gap, directory: Directory, area: str) -> tuple[str, ...]:
    """What else is known of a gap, in sentences: how many people, who looked, and what does not count as cover."""
    return tuple(_more(gap, directory, area))


def _more(gap: Gap, directory: Directory, area: str) -> Iterator[str]:
    grammar = directory.grammar
    if gap.people is not None:
        form = "live-there-about" if gap.about else "live-there"
        who = age_words(gap.ages, grammar)
        yield say(form, grammar, number=f"{gap.people:,}", who=who, area=_name(directory, area))
    if gap.looked:
        yield say("looked", grammar, date=words_for_date(gap.looked.checked))
        yield from [gap.looked.note] if gap.looked.note else []
    for service, group in gap.only_for:
        people = group_words(group, grammar["groups"])
        yield say("only-for", grammar, services=directory.services[service].name, people=people)
    if gap.apart:
        yield say("apart-one" if len(gap.apart) == 1 else "apart", grammar, number=str(len(gap.apart)))


def _why(gap: Gap, directory: Directory, area: str) -> dict[str, str]:
    """What stands between people and the services behind the state."""
    grammar = directory.grammar
    services = [directory.services[each].in_area(*directory.chain(area)) for each in gap.services]
    found = [(each, _weeks(each, directory)) for each in services]
    shut = [each.name for each, weeks in found if weeks is None]
    waits = [(weeks, each.name) for each, weeks in found if weeks is not None]
    names = names_words((each.name for each in services), grammar)
    return {
        "services": names,
        "shut": _one_or_many("shut", shut, grammar) if shut else "",
        "wait": names_words((_wait(weeks, name, grammar) for weeks, name in waits), grammar),
        "stale": _one_or_many("stale", [each.name for each in services], grammar),
    }


def _wait(weeks: int, name: str, grammar: Grammar) -> str:
    return say("wait-at", grammar, weeks=str(weeks), services=name)


def _one_or_many(form: str, names: list[str], grammar: Grammar) -> str:
    return say(f"{form}-one" if len(names) == 1 else f"{form}-many", grammar, services=names_words(names, grammar))


def _weeks(service: Service, directory: Directory) -> int | None:
    """The wait that shuts a service; None where it takes no referrals. A gate's counts as its own."""
    found, passed = [weeks_to_help(service)], {service.id}
    at: Service | None = service
    while at is not None:
        if at.status != "active" or takes_referrals(at.intake, directory.grammar) is False:
            return None
        at = directory.services.get(at.referral.via) if at.referral.via and at.referral.via not in passed else None
        passed |= {at.id} if at else set()
        found += [weeks_to_help(at)] if at else []
    return max((each for each in found if each is not None), default=None)


def _name(directory: Directory, area: str) -> str:
    return directory.areas[area].name if area in directory.areas else area
