"""Crisis help in the four nations, and in every area that has routes of its own."""

from collections.abc import Iterable

from rightdoor.model.area import Area
from rightdoor.model.service import Service
from rightdoor.pages.ageing import Aged
from rightdoor.pages.checked_rows import calm
from rightdoor.pages.crisis_strip import EMERGENCY, nations
from rightdoor.pages.hours import hours_words
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

CARE_KINDS = ("nhs", "nhs-commissioned-independent", "local-authority", "government")
"""Whose routes stand as care; the NHS service manual asks not to use care cards for charities (read 20 August 2026)."""


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
    )


Route = tuple[Service, tuple[str, ...], Aged]
"""A crisis route, when it is open, and how it was checked."""


def _section(view: View, area: Area) -> tuple[Area, tuple[Route, ...], tuple[Route, ...]]:
    """A nation with its care routes and its charities, each with hours and how it was checked."""
    routes = [route for route in view.directory.crisis_routes(area.id) if route.type != EMERGENCY]
    care = tuple(_route(view, route) for route in routes if _is_care(view, route))
    return area, care, tuple(_route(view, route) for route in routes if not _is_care(view, route))


def _is_care(view: View, service: Service) -> bool:
    organization = view.directory.organizations.get(service.organization)
    return organization is not None and organization.kind in CARE_KINDS


def _route(view: View, service: Service) -> Route:
    return service, hours_words(service.hours) if service.hours else (), calm(view, service)


PAGES = (Kind("crisis", keys, page),)
