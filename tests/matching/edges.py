"""Every edge of every criterion of a service, as answers: unknown, each limit, one either side, a foreign code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from rightdoor.matching.answers import PLACES
from rightdoor.matching.area import TIES
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import AreaLimit, Criteria, Row
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange, Span
from rightdoor.model.service import Service

FOREIGN = "constructor"
"""A code that no vocabulary has, and every JavaScript object does."""


def edges(service: Service, directory: Directory) -> Iterator[Answers]:
    """All the answers at which a service, under one of its rules, is asked about."""
    base = Answers(needs=service.needs[:1], areas=_home(service, directory))
    yield from _plain(service, base, directory)
    for rules in (service, *service.by_area.values()):
        for told in (base, _complete(rules.criteria, base, directory.grammar)):
            yield told
            yield from _of_limits(rules.criteria, told, directory.grammar)
            yield from _of_rows(rules.criteria, told, directory.grammar)
        yield from _of_areas(rules.criteria.area, base, directory)


def _home(service: Service, directory: Directory) -> dict[str, str]:
    """Where a person belongs who belongs to the service by every tie."""
    stated = service.criteria.area
    place = stated.areas[0] if stated else next(iter(directory.areas))
    return dict.fromkeys(PLACES, place)


def _complete(criteria: Criteria, base: Answers, grammar: Grammar) -> Answers:
    """Everything answered so that it is met, and nothing left to ask."""
    age, severity, time = criteria.age, criteria.severity, criteria.time_since_event
    months = (age.at_least if age and age.at_least is not None else (age.below or 1) - 1 if age else 400) or 0
    band = severity.lowest or severity.highest if severity else None
    since = (time.at_least or time.at_most) if time else None
    return replace(
        base,
        age=AgeRange(months, months),
        severity=band or next(iter(grammar["severity_bands"].terms)),
        since_event=since if time else None,
        flags={term.code: "no" for term in grammar["reasons"] if term.code not in base.needs},
        people={row.reason: True for row in criteria.only},
    )


def _plain(service: Service, base: Answers, directory: Directory) -> Iterator[Answers]:
    """What depends on no limit: nothing told, another need, foreign words, what no list speaks of."""
    yield Answers()
    yield replace(base, areas={})
    yield replace(base, needs=())
    yield replace(base, needs=(FOREIGN,))
    for need in directory.grammar["needs"]:
        if need.code in directory.grammar["reasons"]:
            yield replace(base, needs=(*base.needs, need.code))
    yield replace(base, route=FOREIGN, severity=FOREIGN, flags={FOREIGN: "yes"}, people={FOREIGN: True})
    yield replace(base, flags={FOREIGN: "no", "bereavement-only": "yes", "anger-only": "no"}, people={FOREIGN: False})
    yield replace(base, flags={term.code: "yes" for term in directory.grammar["reasons"]})
    yield replace(base, people={term.code: True for term in directory.grammar["groups"]})
    yield replace(base, people={term.code: False for term in directory.grammar["groups"]})
    for event in directory.grammar["needs"]:
        if "bereavement" in directory.grammar["needs"].with_broader(event.code):
            yield replace(base, needs=(event.code,))


def _of_limits(criteria: Criteria, base: Answers, grammar: Grammar) -> Iterator[Answers]:
    yield replace(base, age=None)
    for limit in {0, 1200, *_known(criteria.age and (criteria.age.at_least, criteria.age.below))}:
        for months in (limit - 1, limit, limit + 1):
            yield replace(base, age=AgeRange(months, months))
            yield replace(base, age=AgeRange(months, months + 11))
            yield replace(base, age=AgeRange(months - 11, months))
    for band in (None, FOREIGN, *(term.code for term in grammar["severity_bands"])):
        yield replace(base, severity=band)
    time = criteria.time_since_event
    yield replace(base, since_event=None)
    spans = (time.at_least, time.at_most) if time else ()
    for hours in {0, 24, *(each.hours for each in spans if each)}:
        for since in (hours - 1, hours, hours + 1):
            yield replace(base, since_event=Span("", since))


def _known(limits: tuple[int | None, ...] | None) -> Iterator[int]:
    yield from (each for each in limits or () if each is not None)


def _of_rows(criteria: Criteria, base: Answers, grammar: Grammar) -> Iterator[Answers]:
    for row in criteria.only:
        yield from _of_group(row.reason, base, grammar)
    for row in (*(criteria.does_not_take or ()), *criteria.check_first, *criteria.takes_despite):
        yield from _of_row(row, base, grammar)
    for term in grammar["reasons"]:
        if "risk" in term.more:
            yield from (_flag(base, term.code, said) for said in ("yes", "no", Span("1d", 24), None))


def _of_group(group: str, base: Answers, grammar: Grammar) -> Iterator[Answers]:
    """One of the group, not one, not asked, one of a narrower or wider group, and the same told as a flag."""
    groups = grammar["groups"]
    near = {each.code for each in groups if group in groups.with_broader(each.code)} | {*groups.with_broader(group)}
    for each in sorted(near):
        for said in (True, False):
            yield replace(base, people={each: said})
            yield replace(base, people={each: said, group: False})
    for flag in ("yes", "no", Span("3w", 504)):
        yield replace(base, people={}, flags={**base.flags, group: flag})


def _of_row(row: Row, base: Answers, grammar: Grammar) -> Iterator[Answers]:
    """A reason told in every way in which one can be, by every referrer for whom a row may be open."""
    hours = row.within.hours if row.within else 504
    spans = [Span("", each) for each in (0, hours - 1, hours, hours + 1)]
    routes = dict.fromkeys(
        (None, *_routes(row, grammar), FOREIGN) if row.except_via else (None, "gp"),
    )
    for said, route in product(("yes", "no", None, *spans), routes):
        yield replace(_flag(base, row.reason, said), route=route)
    without = _flag(base, row.reason, None)
    yield replace(without, needs=(*base.needs, row.reason))
    for said in (True, False):
        yield replace(without, people={**base.people, row.reason: said})
    if opposite := str(grammar["reasons"][row.reason].more.get("opposite", "")):
        for word in ("yes", "no", spans[1]):
            yield _flag(without, opposite, word)
            yield replace(_flag(without, opposite, None), people={opposite: word != "no"})


def _routes(row: Row, grammar: Grammar) -> Iterator[str]:
    """Each referrer that a row names, and those within it, beside one that it does not name."""
    who = grammar["referral_who"]
    for each in who:
        if not set(who.with_broader(each.code)).isdisjoint(row.except_via) or each.code in ("self", "professional"):
            yield each.code


def _flag(base: Answers, code: str, said: str | Span | None) -> Answers:
    others: Mapping[str, str | Span] = {each: told for each, told in base.flags.items() if each != code}
    return replace(base, flags=others if said is None else {**others, code: said})


def _of_areas(limit: AreaLimit | None, base: Answers, directory: Directory) -> Iterator[Answers]:
    """Every way in which the ties that the basis asks about, and one that it does not, may lie to the area."""
    ties = TIES[limit.basis] if limit else ("practice", "home")
    for chosen in product(_places(limit, directory), repeat=len(ties)):
        yield replace(base, areas={tie: area for tie, area in zip(ties, chosen, strict=True) if area})
    for tie, area in product(PLACES, ("northvale", "eastvale")):
        yield replace(base, areas={tie: area})
        yield replace(base, areas={"practice": "southmoor", tie: area})


def _places(limit: AreaLimit | None, directory: Directory) -> list[str | None]:
    """Not asked, foreign, inside, a part, around, beside, and far away."""
    areas = limit.areas[:2] if limit else ()
    parts = [each for area in areas for each in directory.inside(area)][:4]
    around = [each for area in areas for each in directory.chain(area)]
    return list(dict.fromkeys((None, FOREIGN, *areas, *parts, *around, "southmoor", "scotland")))
