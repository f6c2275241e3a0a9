"""The page for people whom a service has not taken, and for each area what its services say about where to go instead.

What the first page answers is chosen in the browser; without JavaScript it leads to the lists, one for each area, so
that no page grows with the number of areas. No address or title names a reason.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rightdoor.pages import in_search, lists
from rightdoor.pages.area_page import beside, front_door
from rightdoor.pages.corrections import reporting
from rightdoor.pages.links import Link, answered, area_link, service_link, service_links
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ADDRESS = "refused/"
TITLE = "They were refused"
DESCRIPTION = "For somebody whom a service has not taken: what does take them, where to go instead, and what to say."


class Door(NamedTuple):
    """An area with its list, whether it is made up, and where to ask there when nothing fits."""

    area: Link
    fictional: bool
    front_door: Link | None


class Declined(NamedTuple):
    """A service, where it says to go when it does not take somebody, the only way in, and whether it is made up."""

    service: Link
    instead: tuple[Link, ...]
    gate: Link | None
    fictional: bool


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("refused",)


def page(view: View, key: str) -> Page:
    """The page on which a refusal is answered."""
    home = view.settings.home_area
    areas = sorted(view.directory.areas.values(), key=lambda each: each.name.casefold())
    doors = tuple(
        Door(Link(each.name, address_in(each.id)), each.fictional, front_door(view, each.id)) for each in areas
    )
    return Page(
        address=ADDRESS,
        kind="refused",
        title=f"{TITLE}: where to go instead",
        description=DESCRIPTION,
        body=view.render("refused.html", ADDRESS, doors=doors, report=reporting(view)),
        area=home if home in view.directory.areas else None,
        scripts=("search", "refused"),
        styles=("refused",),
    )


def address_in(area: str) -> str:
    """Where the list of an area lies."""
    return f"{ADDRESS}{area}/"


def address_with(service_id: str, area: str | None) -> str:
    """The address of the page with the service that refused, in the area where it was read of."""
    return answered(ADDRESS, area, "refused", service_id)


def area_keys(view: View) -> Iterable[str]:
    """Every area."""
    return view.whole.areas


def area_page(view: View, key: str) -> Page:
    """What the services of an area say about where to go when they do not take somebody."""
    area, address = view.directory.areas[key], address_in(key)
    services = tuple(_declined(view, key))
    said = {"area": area, "services": services, "front_door": front_door(view, key), "beside": beside(view, area)}
    return Page(
        address=address,
        kind="refused",
        title=in_search.refused_title(area),
        description=in_search.refused_description(area),
        body=view.render("refused_area.html", address, around=area_link(view, key), **said),
        crumbs=((TITLE, ADDRESS),),
        area=key,
    )


def _declined(view: View, area: str) -> Iterator[Declined]:
    """The services of an area that name a place to go, or that are reached only through another."""
    chain = view.directory.chain(area)
    for each in view.listing(lists.by_area, area):
        service = view.directory.services[each].in_area(*chain)
        referral = service.referral
        if referral.if_declined or referral.via:
            gate = service_link(view, referral.via) if referral.via else None
            instead = service_links(view, _near(view, referral.if_declined, frozenset(chain)))
            yield Declined(service_link(view, each), instead, gate, service.fictional)


def _near(view: View, ids: Iterable[str], places: frozenset[str]) -> tuple[str, ...]:
    """Those of the services named that serve an area: a service for several areas names the door of each."""
    services, named = view.directory.services, tuple(ids)
    return tuple(each for each in named if each in services and services[each].may_serve(places)) or named


PAGES = (Kind("refused", keys, page), Kind("refused-area", area_keys, area_page))
