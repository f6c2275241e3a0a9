"""Links to records and terms, with the words that people read; whatever is not there is named without a link."""

from collections.abc import Iterable
from typing import NamedTuple

from rightdoor.matching.phrases import lower_first
from rightdoor.model.service import Service
from rightdoor.model.vocabulary import Term
from rightdoor.pages import lists
from rightdoor.pages.lists import takes_nobody
from rightdoor.pages.view import View


class Link(NamedTuple):
    """Words and the address below the site's root; an empty address means that there is no page to go to.

    `note` stands beside the link: why there may be no use in going there.
    """

    words: str
    address: str
    note: str = ""


def is_discreet(view: View, service: Service) -> bool:
    """Whether a service must not show in a window's title or on a print: its kind or one of its needs is discreet."""
    return lists.is_discreet(service, view.directory.grammar)


def service_link(view: View, service_id: str) -> Link:
    """A service by name; one that takes nobody just now says so beside the link."""
    service = view.directory.services.get(service_id)
    if service is not None:
        return Link(service.name, f"services/{service_id}/", closed_words(view, service))
    gone = view.directory.tombstones.get(service_id)
    return Link(f"{gone.name} (closed)", f"services/{service_id}/") if gone else Link(f"{service_id} (no entry)", "")


def closed_words(view: View, service: Service) -> str:
    """Why a service takes nobody just now: "waiting list closed", "paused in Northvale"; "" when it does not say so."""
    if shut := _shut(view, service):
        return shut
    areas = view.directory.areas
    places = [(area, _shut(view, rules)) for area, rules in sorted(service.by_area.items())]
    return "; ".join(f"{shut} in {areas[area].name if area in areas else area}" for area, shut in places if shut)


def _shut(view: View, service: Service) -> str:
    grammar = view.directory.grammar
    if not takes_nobody(service, grammar):
        return ""
    stopped = service.status != "active"
    label = grammar["status"].label(service.status) if stopped else grammar["intake"].label(service.intake)
    return lower_first(label)


def service_links(view: View, ids: Iterable[str]) -> tuple[Link, ...]:
    """Services by name, in the order given."""
    return tuple(service_link(view, each) for each in ids)


def organization_link(view: View, organization_id: str) -> Link:
    """An organization by name."""
    organization = view.directory.organizations.get(organization_id)
    if organization is None:
        return Link(f"{organization_id} (no entry)", "")
    return Link(organization.name, f"organizations/{organization_id}/")


def area_link(view: View, area_id: str) -> Link:
    """An area by name."""
    area = view.directory.areas.get(area_id)
    return Link(area.name, f"areas/{area_id}/") if area else Link(f"{area_id} (no entry)", "")


def need_link(term: Term) -> Link:
    """A need by its label; the address of a discreet one does not give it away."""
    return Link(term.label, f"needs/{term.slug}/")


def type_link(term: Term) -> Link:
    """A kind of service by its label; the address of a discreet one does not give it away."""
    return Link(term.label, f"types/{term.slug}/")


def answered(address: str, area: str | None, name: str, code: str) -> str:
    """The address of a page that answers, with one answer in its fragment, and the area where that was read of."""
    place = f"area={area}&" if area else ""
    return f"{address}#{place}{name}={code}"


def home_area(view: View, service: Service) -> str | None:
    """The area a service's page belongs to: its folder, or the one area it serves; None where there are several."""
    areas = service.criteria.area.areas if service.criteria.area else ()
    home = areas[0] if service.folder == "national" and len(areas) == 1 else service.folder
    return home if home in view.directory.areas else None
