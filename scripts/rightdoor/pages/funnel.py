"""Published figures of NHS Talking Therapies: the part of an area's coverage page, and that of a service's page.

What is shown, and of whom, is decided by `coverage/funnel.py`; here figures are put in words. A figure that is not
there is said to be withheld or not published; no number stands in its place.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from rightdoor.coverage.funnel import (
    DAYS,
    ENDED,
    SHARES,
    STEPS,
    WAITING,
    Figure,
    Funnel,
    figure_of,
    funnels,
    funnels_of_services,
)
from rightdoor.coverage.places import is_asked
from rightdoor.model.measure import words_for_month
from rightdoor.model.service import Service
from rightdoor.model.statistics import Period
from rightdoor.model.vocabulary import Vocabulary
from rightdoor.pages.coverage_front_rows import address_of
from rightdoor.pages.links import Link, home_area, organization_link
from rightdoor.pages.view import View

TRENDS = ("m001", "m053", "m192")
"""How many come, how soon they are seen, how well it goes: what is drawn month by month."""
MOST_PROVIDERS = 12
ANCHOR = "talking-therapies"
_UNITS = {"percentage": "%", "days": " days"}


class Shown(NamedTuple):
    """One measure as a row: its name, what it means, its figure in words, and the share that a bar shows, if any.

    `standard` is the national standard in per cent, `england` the figure of all England in words; "" for none.
    """

    name: str
    means: str
    said: str
    known: bool
    share: float | None
    standard: int | None
    england: str


class Told(NamedTuple):
    """A funnel in words: whose it is, of when, its steps, shares and waits, what referrals ended as, and the trend."""

    who: Link
    of_all_places: bool
    place: str
    wider: bool
    when: str
    steps: tuple[Shown, ...]
    recovered: Shown
    shares: tuple[Shown, ...]
    days: tuple[Shown, ...]
    waiting: Shown
    ended: tuple[Shown, ...]
    trend: tuple[Mapping[str, Any], ...]
    source: str
    rounded: bool
    whole: Link | None = None
    """On the page of a service: where the coverage page of its area tells everything that is published there."""

    @property
    def in_short(self) -> tuple[Shown, ...]:
        """What the page of a service shows of it."""
        return (*self.steps, self.recovered, *self.shares[3:5], *self.days[:1])


def funnel_piece(view: View, area: str, address: str = "") -> Markup:
    """The part of an area's coverage page, with its heading `talking-therapies`; "" where nothing is published.

    The first place or provider is told in full, others are rows of a table.
    """
    found = view.listing(funnels, area)
    if not found:
        return Markup("")
    whole = [told(view, each) for each in found[: MOST_PROVIDERS + 1]]
    name = view.directory.areas[area].name
    more = max(0, len(found) - len(whole))
    return view.render(
        "funnel.html", address or address_of(area), funnel=whole[0], others=whole[1:], more=more, area_name=name
    )


def service_figures(view: View, service: Service) -> Told | None:
    """What a service's page says; None where nothing is published."""
    found = view.listing(funnels_of_services, service.id)
    return told(view, found)._replace(whole=_whole(view, home_area(view, service))) if found else None


def _whole(view: View, area: str | None) -> Link | None:
    """The part of an area's coverage page that `funnel_piece` makes; None where there is none."""
    if area is None or not is_asked(view.whole, area) or not view.listing(funnels, area):
        return None
    return Link(view.directory.areas[area].name, f"{address_of(area)}#{ANCHOR}")


def told(view: View, funnel: Funnel) -> Told:
    """A funnel in words."""
    measures = view.directory.grammar["talking_therapies"]
    counts = [funnel.figure(each).value for each in STEPS]
    longest = max((each for each in counts if each is not None), default=0)

    def shown(codes: Iterable[str]) -> tuple[Shown, ...]:
        return tuple(_shown(measures, funnel, each, longest) for each in codes)

    return Told(
        who=organization_link(view, funnel.organization) if funnel.organization else Link(funnel.organization_name, ""),
        of_all_places=funnel.of_all_places,
        place=view.directory.areas[funnel.area].name if funnel.area else funnel.area_name,
        wider=funnel.wider,
        when=period_words(funnel.period),
        steps=shown(STEPS),
        recovered=shown(("m192",))[0],
        shares=shown(SHARES),
        days=shown(DAYS),
        waiting=shown((WAITING,))[0],
        ended=shown(ENDED),
        trend=tuple(_trend(measures, funnel, each) for each in TRENDS) if len(funnel.trend) > 1 else (),
        source=funnel.source,
        rounded=bool(funnel.organization_name or funnel.area_name),
    )


def period_words(period: Period) -> str:
    """When a period was: "April 2026", "April to June 2026"."""
    first, last = words_for_month(period.first), words_for_month(period.last)
    if first == last:
        return first
    return f"{first.split()[0]} to {last}" if period.first[:4] == period.last[:4] else f"{first} to {last}"


def _shown(measures: Vocabulary, funnel: Funnel, measure: str, longest: float) -> Shown:
    term, figure = measures[measure], funnel.figure(measure)
    kind = str(term.more["measured"])
    top = {"percentage": 100.0, "count": longest}.get(kind, 0.0)
    england = figure_of(funnel.england, measure) if funnel.england and kind != "count" else None
    return Shown(
        name=term.label,
        means=term.description,
        said=figure_words(figure, kind),
        known=figure.value is not None,
        share=figure.value / top if figure.value is not None and top else None,
        standard=term.more.get("at_least"),
        england=figure_words(england, kind) if england and england.value is not None else "",
    )


def figure_words(figure: Figure, kind: str) -> str:
    """A figure as people read it: "1,685", "47%", "37.6 days"."""
    if figure.value is None:
        return "Below 5, or withheld" if figure.withheld else "Not published"
    return f"{figure.value:,}{_UNITS.get(kind, '')}"


def _trend(measures: Vocabulary, funnel: Funnel, measure: str) -> Mapping[str, Any]:
    """A measure month by month, for a sparkline; a month without a figure has none."""
    term = measures[measure]
    kind = str(term.more["measured"])

    def point(period: Period) -> Mapping[str, Any]:
        figure = figure_of(period, measure)
        words = {"label": words_for_month(period.first), "words": figure_words(figure, kind)}
        return words if figure.value is None else words | {"value": figure.value}

    points = [point(each) for each in funnel.trend]
    return {"caption": term.label, "corner": "Month", "heading": term.label, "points": points}
