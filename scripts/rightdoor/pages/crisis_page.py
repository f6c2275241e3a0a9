"""Crisis help in the four nations, and in every area that has routes of its own."""

from collections.abc import Iterable

from rightdoor.model.area import Area
from rightdoor.pages import crisis_places
from rightdoor.pages.crisis_routes import Route, parted
from rightdoor.pages.crisis_strip import EMERGENCY, nations
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("crisis",)


def page(view: View, key: str) -> Page:
    """The page of crisis help."""
    areas = view.directory.areas
    own = tuple(area for area in areas.values() if area.kind != "nation" and area.crisis_routes)
    sections = tuple(_section(view, areas[nation]) for nation in nations(view))
    emergency = next(
        (
            route
            for nation in nations(view)
            for route in view.directory.crisis_routes(nation)
            if route.type == EMERGENCY
        ),
        None,
    )
    body = view.render("crisis.html", "crisis/", emergency=emergency, sections=sections, own=own)
    toc = tuple((area.id, area.name) for area, _, _ in sections) + ((("elsewhere", "In your area"),) if own else ())
    return Page(
        "crisis/",
        "crisis",
        "Help in a crisis: who to call now",
        "If somebody's life is at risk, call 999. Who else to call or text in a crisis, by nation and by area.",
        body,
        toc=toc,
        early=("crisis",),
        kept=crisis_places.kept(view, "crisis/"),
    )


def _section(view: View, area: Area) -> tuple[Area, tuple[Route, ...], tuple[Route, ...]]:
    """A nation with its care routes and its charities."""
    return area, *parted(view, [route for route in view.directory.crisis_routes(area.id) if route.type != EMERGENCY])


PAGES = (Kind("crisis", keys, page),)
