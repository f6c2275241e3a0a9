"""A service in a list: enough to choose by, in one glance. A card is rendered once and stands on many lists."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from rightdoor.model.service import Service
from rightdoor.pages import checked_rows, lists, wording
from rightdoor.pages.criteria_rows import short, takes_line
from rightdoor.pages.links import organization_link, service_link
from rightdoor.pages.page import path_to_root
from rightdoor.pages.urgent import is_referred_to, is_urgent
from rightdoor.pages.view import View
from rightdoor.pages.waits import wait_rows


def cards(view: View, address: str, ids: Iterable[str]) -> Markup:
    """Cards of services for the page at `address`, one after the other."""
    root = path_to_root(address)
    return Markup("\n").join(_card(view, root, each, "", whole=False) for each in ids)


def whole_cards(view: View, address: str, ids: Iterable[str], area: str) -> Markup:
    """The same as services stand in `area`, with whom each takes, what to check and whom it does not take.

    They let a reader without JavaScript choose from a list.
    """
    root = path_to_root(address)
    return Markup("\n").join(_card(view, root, each, area, whole=True) for each in ids)


def _card(view: View, root: str, service_id: str, area: str, *, whole: bool) -> Markup:
    service = view.directory.services[service_id]
    place = service.ruled_in(*view.directory.chain(area)) if area else ""
    key = ("card", root, service_id, place, "whole" if whole else "")
    return view.once(key, lambda: _rendered(view, root, service.in_area(place), whole=whole))


def _rendered(view: View, root: str, service: Service, *, whole: bool) -> Markup:
    return view.macro(root, "service-card")(**values(view, service, whole=whole))


def values(view: View, service: Service, *, whole: bool) -> dict[str, Any]:
    """Everything a card says; a `whole` one also whom the service takes, what to check and whom it does not take."""
    grammar = view.directory.grammar
    urgent, closed = is_urgent(view, service), lists.takes_nobody(service, grammar)
    return {
        "service": service,
        "kind": grammar["service_types"].label(service.type),
        "organization": organization_link(view, service.organization).words,
        "takes": takes_line(view, service),
        "short": short(view, service) if whole else None,
        "closed": closed,
        "intake": grammar["intake"].label(service.intake)
        if service.status == "active"
        else grammar["status"].label(service.status),
        "referred": closed or is_referred_to(view, service),
        "waits": wait_rows(view, service),
        "waits_on": min((each.as_of for each in service.waits), default=None),
        "gate": service_link(view, service.referral.via) if service.referral.via else None,
        "urgent": urgent,
        "lately": checked_rows.lately(view, service) if service.waits and not urgent else None,
        "trust": checked_rows.calm(view, service) if urgent else checked_rows.on_a_card(view, service),
    }


def wait_line(view: View, service: Service) -> str:
    """The waits of a service in one line with the oldest date among them; "" when nobody has said."""
    steps = view.directory.grammar["wait_steps"]
    parts = [f"{wording.weeks_words(each.weeks)} from {wording.wait_words(each, steps)}" for each in service.waits]
    return f"{', '.join(parts)} (on {wording.date_words(min(each.as_of for each in service.waits))})" if parts else ""
