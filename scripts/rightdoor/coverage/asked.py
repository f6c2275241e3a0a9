"""Of whom coverage is asked: needs, severities, ages and situations, as the vocabularies say (`asked` of a term).

Nobody in particular is meant: a person who lives and is registered in the area, and is one of no group but those that
the need or the situation makes them one of. So a service for veterans does not cover people who never served.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rightdoor.model.answers import Answers
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange, Span, months_of
from rightdoor.model.service import Service
from rightdoor.model.vocabulary import Term

OLDEST = 120 * 12 + 11
"""The last month of age that is asked about."""

NOT_GRADED = ""
"""What stands for the severity of a need that is not asked about by severity (bereavement, debt…)."""

NO_SITUATION = ""
"""What stands for nothing else being true of the person."""

_YOUNGEST_UNLESS_SAID = 5 * 12


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that is true of the person beside the need; see the vocabulary `situations`."""

    code: str
    flag: str | None = None
    ago: Span | None = None
    people: tuple[str, ...] = ()
    offers: str | None = None
    ages: AgeRange = AgeRange(0, OLDEST)


def needs_asked(grammar: Grammar) -> tuple[str, ...]:
    """Every need, in the order of the vocabulary."""
    return tuple(grammar["needs"].terms)


def severities_of(need: str, grammar: Grammar) -> tuple[str, ...]:
    """The severities a need is asked about with, mildest first; one that stands for all where it is not graded."""
    graded = _asked(grammar["needs"].terms.get(need)).get("graded", True)
    return tuple(grammar["severity_bands"].terms) if graded else (NOT_GRADED,)


def ages_of(need: str, situation: Situation | None, grammar: Grammar) -> AgeRange:
    """The ages a need is asked about at, both ends included; the youngest is above the oldest where there are none."""
    own = _ages(_asked(grammar["needs"].terms.get(need)), _YOUNGEST_UNLESS_SAID)
    also = situation.ages if situation else own
    return AgeRange(max(own.youngest, also.youngest), min(own.oldest, also.oldest))


def bands_of(grammar: Grammar) -> tuple[tuple[str, AgeRange], ...]:
    """The ages that coverage is shown for, by code of `age_bands`."""
    return tuple((term.code, _ages(_asked(term), 0)) for term in grammar["age_bands"])


def situations(grammar: Grammar) -> tuple[Situation, ...]:
    """Every situation, in the order of the vocabulary."""
    return tuple(_situation(term) for term in grammar["situations"])


def segments(services: Iterable[Service], gaps: Iterable[AgeRange], grammar: Grammar) -> tuple[AgeRange, ...]:
    """All ages, cut wherever a service, a gap, a need or a shown band begins or ends.

    Within a segment every age has the same answer, so that nothing is lost by asking for the whole of it.
    """
    limits = [each.criteria.age for each in services if each.criteria.age]
    ranges = [*gaps, *(ages for _, ages in bands_of(grammar)), *(each.ages for each in situations(grammar))]
    ranges += [ages_of(need, None, grammar) for need in needs_asked(grammar)]
    edges = {0, *(edge for limit in limits for edge in (limit.at_least, limit.below) if edge is not None)}
    edges |= {edge for ages in ranges for edge in (ages.youngest, ages.oldest + 1)}
    ordered = sorted(edge for edge in edges if 0 <= edge <= OLDEST)
    return tuple(AgeRange(at, following - 1) for at, following in zip(ordered, (*ordered[1:], OLDEST + 1), strict=True))


def told_of(need: str, situation: Situation | None, grammar: Grammar) -> Answers:
    """What is told of somebody with a need in a situation, wherever that is."""
    known = set(_asked(grammar["needs"].terms.get(need)).get("people", ()))
    told = {*known, *(situation.people if situation else ())}
    people = {code: code in told for code in _groups(need, told, grammar)}
    flags: dict[str, str | Span] = {situation.flag: situation.ago or "yes"} if situation and situation.flag else {}
    return Answers(needs=(need,), flags=flags, people=people)


def _groups(need: str, told: set[str], grammar: Grammar) -> Iterator[str]:
    """The groups of which something is told: all but those that the need itself speaks of."""
    around = set(grammar["needs"].with_broader(need))
    wider = {code for each in told for code in grammar["groups"].with_broader(each)}
    for term in grammar["groups"]:
        if term.code in told or (term.code not in wider and around.isdisjoint(term.more.get("told_by", ()))):
            yield term.code


def _situation(term: Term) -> Situation:
    asked = _asked(term)
    ago = Span.of(asked["ago"]) if "ago" in asked else None
    people = tuple(asked.get("people", ()))
    return Situation(term.code, asked.get("flag"), ago, people, asked.get("offers"), _ages(asked, 0))


def _ages(asked: dict[str, Any], otherwise: int) -> AgeRange:
    youngest = months_of(asked["from"]) if "from" in asked else 0 if "under" in asked else otherwise
    return AgeRange(youngest, months_of(asked["under"]) - 1 if "under" in asked else OLDEST)


def _asked(term: Term | None) -> dict[str, Any]:
    return term.more.get("asked", {}) if term else {}
