"""The limits of Takes as rows of Does not take: whom a service refuses as too young, too old, too ill or too well.

They are the commonest refusals. A row stands only where the engine answers "does not take" to everybody whom it names;
a limit that nobody stated gives none.
"""

from collections.abc import Iterator

from rightdoor.matching import phrases
from rightdoor.model.criteria import AgeLimit, SeverityLimit
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service
from rightdoor.pages import wording
from rightdoor.pages.criteria_rows import Reason
from rightdoor.pages.links import service_links
from rightdoor.pages.view import View


def limit_rows(view: View, service: Service) -> tuple[Reason, ...]:
    """Severity, then age, each in one row with the service's own words and where to go instead."""
    grammar, criteria = view.directory.grammar, service.criteria
    told = (
        (criteria.severity, "Problems", _severities(criteria.severity, grammar)),
        (criteria.age, "People", _ages(criteria.age, grammar)),
    )
    return tuple(
        Reason(f"{who} {wording.joined(beyond, 'or')}", limit.words, instead=service_links(view, limit.refer_to))
        for limit, who, beyond in told
        if limit and beyond
    )


def _severities(limit: SeverityLimit | None, grammar: Grammar) -> tuple[str, ...]:
    """Which problems are milder or more severe than those taken; beyond the last band there is nobody."""
    return tuple(_beyond(limit, grammar)) if limit else ()


def _beyond(limit: SeverityLimit, grammar: Grammar) -> Iterator[str]:
    bands = grammar["severity_bands"]
    if limit.lowest and bands.rank(limit.lowest) > 0:
        yield f"milder than {phrases.lower_first(bands.label(limit.lowest))}"
    if limit.highest and bands.rank(limit.highest) + 1 < len(bands.terms):
        yield f"more severe than {phrases.lower_first(bands.label(limit.highest))}"


def _ages(limit: AgeLimit | None, grammar: Grammar) -> tuple[str, ...]:
    """Which ages lie outside those taken."""
    if limit is None:
        return ()
    younger = (phrases.age_words(AgeLimit(below=limit.at_least), grammar),) if limit.at_least else ()
    older = (phrases.age_words(AgeLimit(at_least=limit.below), grammar),) if limit.below is not None else ()
    return younger + older
