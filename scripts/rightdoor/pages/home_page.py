"""The home page: the finder, the choice of area, the needs that most services name, and how to read an entry."""

from collections.abc import Iterable, Mapping
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.pages import lists
from rightdoor.pages.links import Link, area_link, need_link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

MOST_NEEDED = 12
DESCRIPTION = (
    "Local mental health, counselling, bereavement and carers' services: "
    "who each one takes, who it does not take, and where to go instead."
)
AREAS_AT_MOST = 24


def most_named(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """The needs that most services name; discreet ones are left to the full list."""
    needs = directory.grammar["needs"].terms
    numbers = dict.fromkeys(needs, 0)
    for service in directory.services.values():
        for code in service.needs:
            if code in numbers and not needs[code].discreet:
                numbers[code] += 1
    order = sorted((code for code in numbers if numbers[code]), key=lambda code: -numbers[code])
    return {"needs": tuple(order[:MOST_NEEDED]), "services": (str(len(directory.services)),)}


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("home",)


def page(view: View, key: str) -> Page:
    """The home page."""
    local = [area for area in view.directory.areas.values() if area.kind in ("local-authority", "place", "icb")]
    home = view.settings.home_area
    body = view.render(
        "home.html",
        "",
        areas=tuple((area_link(view, area.id), area.fictional) for area in local[:AREAS_AT_MOST]),
        more_areas=len(local) > AREAS_AT_MOST,
        needs=tuple((_need(view, code, home), False) for code in view.listing(most_named, "needs")),
        number=int(view.listing(most_named, "services")[0]),
    )
    return Page(
        address="",
        kind="home",
        title=f"{view.settings.site_name}: mental health services and who they take",
        description=DESCRIPTION,
        body=body,
        area=home if home in view.directory.areas else None,
        scripts=("finder",),
        styles=("finder",),
    )


def _need(view: View, code: str, home: str) -> Link:
    """A need in the area whose site this is, or in all areas."""
    term = view.directory.grammar["needs"][code]
    listed = home and view.listing(lists.by_area_and_need, f"{home}/{code}")
    return Link(term.label, f"areas/{home}/needs/{term.slug}/") if listed else need_link(term)


PAGES = (Kind("home", keys, page),)
