"""All areas side by side, for commissioners: the worst gap of each, what is covered, contracts, lists and freshness."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from rightdoor.coverage.brief import Brief, briefs, leading
from rightdoor.coverage.gaps import spoken
from rightdoor.coverage.people_words import people_words
from rightdoor.coverage.places import areas_asked, rolled_up
from rightdoor.coverage.states import State
from rightdoor.coverage.words import gap_words
from rightdoor.pages.coverage_front_maps import shapes, tiles
from rightdoor.pages.coverage_front_rows import ADDRESS, closed, contracts, coverage_link, entries
from rightdoor.pages.links import Link, area_link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

TITLE = "Coverage and gaps by area"
DESCRIPTION = (
    "For commissioners: who is taken and who is not, area by area, with contracts that end and lists that are closed."
)
SHARED = 5
"""How many of the gaps that all places of a wider area share are said."""


class AreaRow(NamedTuple):
    """An area in a list: its link, whether it is made up, and what is said of it there."""

    area: Link
    made_up: bool
    said: Any


class Wider(NamedTuple):
    """A wider area: its places, how its groups stand, and some of the gaps that all its places share."""

    area: Link
    places: tuple[Link, ...]
    numbers: tuple[tuple[int, int | None], ...]
    shared: tuple[str, ...]
    others: int


def keys(view: View) -> Iterable[str]:
    """One page, where there is an area to tell of."""
    return ("coverage",) if areas_asked(view.whole) else ()


def page(view: View, key: str) -> Page:
    """All areas side by side."""
    areas = view.directory.areas
    found = {id: view.listing(briefs, id) for id in areas_asked(view.directory)}
    wider = {id: view.listing(briefs, id) for id in sorted(areas) if rolled_up(view.directory, id)}
    body = view.render(
        "coverage_front.html",
        ADDRESS,
        worst=[_row(view, id, _worst(view, each)) for id, each in found.items()],
        numbers=[_row(view, id, _numbers(each)) for id, each in found.items()],
        wider=[_wider(view, each) for each in wider.values()],
        states=view.directory.grammar["coverage_states"],
        tiles=tiles(view, found),
        shapes=shapes(view, found),
        contracts=tuple(contracts(view, found)),
        closed=tuple(closed(view, found)),
        entries=entries(view, found),
    )
    return Page(ADDRESS, "coverage", TITLE, DESCRIPTION, body, toc=_toc(bool(wider)), styles=("coverage",))


def _toc(wider: bool) -> tuple[tuple[str, str], ...]:
    parts = {
        "worst": "The worst gaps",
        "maps": "Maps",
        "states": "Area by area",
        "wider": "Wider areas",
        "contracts": "Contracts",
        "closed": "Closed lists",
        "fresh": "How fresh it is",
    }
    return tuple((anchor, words) for anchor, words in parts.items() if anchor != "wider" or wider)


def _row(view: View, area: str, said: Any) -> AreaRow:
    return AreaRow(coverage_link(view, area), view.directory.areas[area].fictional, said)


def _worst(view: View, brief: Brief) -> tuple[str, int]:
    words = gap_words(brief.worst, view.directory, brief.area) if brief.worst else ""
    return words, brief.gaps


def _numbers(brief: Brief) -> tuple[tuple[int, int | None], ...]:
    """How many groups are in each state, and of a hundred."""
    return tuple((brief.groups[state], brief.share(state)) for state in State)


def _wider(view: View, brief: Brief) -> Wider:
    grammar = view.directory.grammar
    first = leading(brief.shared, SHARED)
    return Wider(
        area=area_link(view, brief.area),
        places=tuple(coverage_link(view, each) for each in brief.places),
        numbers=_numbers(brief),
        shared=tuple(people_words(spoken(each.needs, grammar), each.severities, each.ages, grammar) for each in first),
        others=len(brief.shared) - len(first),
    )


PAGES = (Kind("coverage", keys, page),)
