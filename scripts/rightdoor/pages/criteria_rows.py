"""What a service publishes about whom it takes, as rows of words: Takes, Check first, Does not take.

What nobody has said stays a row of its own that says so: an empty place would be read as permission.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rightdoor.matching import phrases
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.service import Service
from rightdoor.pages import wording
from rightdoor.pages.links import Link, service_links
from rightdoor.pages.view import View

UNKNOWN = {"Age": "age", "How severe": "severity", "Where": "area"}

OTHERS = {
    "Age": "Of another age",
    "How severe": "Milder or more severe",
    "Where": "From elsewhere",
    "Only": "Anyone else",
    "Time since": "At another time",
}
"""Whom each limit leaves out, in words for a list that says where they may go."""


class Limit(NamedTuple):
    """One row of Takes: what it is about, what is taken (None: unknown), the service's own words, where else to go."""

    label: str
    text: str | None
    words: str | None = None
    instead: tuple[Link, ...] = ()


class Reason(NamedTuple):
    """One row of Check first or of Does not take; `unless` says by which route the person is taken after all."""

    text: str
    words: str | None = None
    unless: str = ""
    how: str | None = None
    instead: tuple[Link, ...] = ()


class Short(NamedTuple):
    """Whom a service takes, for a list: who goes elsewhere for each limit, what to check, whom it does not take."""

    others: tuple[tuple[str, tuple[Link, ...]], ...]
    check_first: tuple[Reason, ...]
    refused: tuple[Reason, ...] | None


def same(text: str, words: str | None) -> str | None:
    """The service's own words, unless they only repeat ours."""
    return None if words and words.rstrip(".").casefold() == text.casefold() else words


def takes(view: View, service: Service) -> tuple[Limit, ...]:
    """The rows of Takes; age, severity and area always stand, the others where the service states them."""
    criteria = service.criteria
    return (*_always(view, service, criteria), *_where_stated(view, criteria))


def grouped(limits: Iterable[Limit]) -> tuple[tuple[str, tuple[Limit, ...]], ...]:
    """Rows with the same label under it once."""
    return tuple((label, tuple(rows)) for label, rows in groupby(limits, key=lambda each: each.label))


def _always(view: View, service: Service, criteria: Criteria) -> Iterator[Limit]:
    limits = (criteria.age, criteria.severity, criteria.area)
    for label, text, limit in zip(UNKNOWN, _texts(view, service), limits, strict=True):
        if limit is None or text is None:
            yield Limit(label, None)
        else:
            instead = service_links(view, limit.refer_to) if limit.refer_to else ()
            yield Limit(label, text, same(text, limit.words), instead)


def _texts(view: View, service: Service) -> tuple[str | None, str | None, str | None]:
    """Age, severity and area in words; None where nobody has said."""
    grammar, criteria = view.directory.grammar, service.criteria
    age, severity, area = criteria.age, criteria.severity, criteria.area
    any_age = age is not None and age.at_least is None and age.below is None
    return (
        None if age is None else "Any age" if any_age else wording.capital(phrases.age_words(age, grammar)),
        None if severity is None else wording.capital(phrases.severity_words(severity, grammar)),
        None if area is None else wording.capital(phrases.area_words(area, view.directory)),
    )


def _where_stated(view: View, criteria: Criteria) -> Iterator[Limit]:
    grammar = view.directory.grammar
    for row in criteria.only:
        text = wording.capital(phrases.people_words(row.reason, grammar["groups"]))
        yield Limit("Only", text, same(text, row.words), service_links(view, row.refer_to))
    if limit := criteria.time_since_event:
        text = wording.capital(phrases.time_words(limit, grammar))
        yield Limit("Time since", text, same(text, limit.words), service_links(view, limit.refer_to))
    for row in criteria.takes_despite:
        text = wording.capital(phrases.people_words(row.reason, grammar["reasons"]))
        yield Limit("Also takes", text, same(text, row.words))
    if criteria.holds_risk and criteria.holds_risk != "none-stated":
        yield Limit("Risk it says it can hold", grammar["risk_levels"].label(criteria.holds_risk))


def reasons(view: View, rows: tuple[Row, ...]) -> tuple[Reason, ...]:
    """The rows of Check first or of Does not take."""
    return tuple(_reason(view, row) for row in rows)


def _reason(view: View, row: Row) -> Reason:
    grammar = view.directory.grammar
    text = wording.capital(phrases.row_words(row, grammar["reasons"], grammar))
    return Reason(
        text,
        same(text, row.words),
        f"Unless referred by {phrases.who_words(row.except_via, grammar)}" if row.except_via else "",
        row.how,
        service_links(view, row.refer_to) if row.refer_to else (),
    )


def takes_line(view: View, service: Service) -> str:
    """Whom a service takes in one line for lists: ages, severity, place and group; unknowns are named."""
    texts = zip(_texts(view, service), UNKNOWN.values(), strict=True)
    parts = [text or f"{name} not known" for text, name in texts]
    groups = [phrases.people_words(row.reason, view.directory.grammar["groups"]) for row in service.criteria.only]
    if groups:
        parts.append(f"only {wording.joined(groups)}")
    return " · ".join([wording.capital(parts[0]), *parts[1:]])


def short(view: View, service: Service) -> Short:
    """The three lists of a service as short as they can be said; `takes_line` goes before them."""
    refused = service.criteria.does_not_take
    return Short(
        tuple((OTHERS[row.label], row.instead) for row in takes(view, service) if row.instead),
        reasons(view, service.criteria.check_first),
        None if refused is None else reasons(view, refused),
    )
