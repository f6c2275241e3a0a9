"""The facts of a service that browser code compares, orders, filters and puts on a card; long words are elsewhere.

Nothing is said twice: what follows from a code (the label of a language, whether a cost is a fee) is left to the
reader of the file.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rightdoor.matching.match import FIRST_SEEN
from rightdoor.matching.resolved import criteria_data, sort_key, ties_of
from rightdoor.model.service import NATIONAL, Check, Service
from rightdoor.pages.browser_hours import open_data
from rightdoor.pages.browser_refer import is_called, refer_line
from rightdoor.pages.card import wait_line
from rightdoor.pages.links import is_discreet
from rightdoor.pages.view import View

OWN_CHECKS = ("contact", "waits", "hours", "referral")
"""Groups of facts whose own check is said where it is not the check of the criteria."""


def known(told: Mapping[str, Any]) -> dict[str, Any]:
    """Only what is known: nothing that is None, False or empty; a nought is known."""
    return {name: value for name, value in told.items() if value or type(value) is int}


def facts(view: View, service_id: str, place: str = "") -> dict[str, Any]:
    """The record of a service, under the rules of `place` where it has its own there."""
    usual = view.directory.services[service_id]
    service = usual.in_area(place) if place else usual
    told = {
        "id": service.id,
        "name": service.name,
        "sort": sort_key(service.name),
        "type": service.type,
        "needs": list(service.needs),
        "therapies": list(service.therapies),
        **_place(service),
        **_standing(view, service),
        **_checks(service),
        **_ways_in(view, service),
        **_offer(view, service),
    }
    return known(told | _rules(usual, place)) | {"criteria": criteria_data(service.criteria, view.directory)}


def _place(service: Service) -> dict[str, Any]:
    """Whether it is a national one; of another that has not said where it works, the area in whose folder it lies."""
    national = service.folder == NATIONAL
    silent = service.criteria.area is None and not national
    return {"national": national, "folder": service.folder if silent else None}


def _rules(usual: Service, place: str) -> dict[str, Any]:
    """Whose rules these are, and by which of a person's ties to a place they hold: those of the general rules."""
    return {"place": place, "ties": ties_of(usual)} if place else {}


def _standing(view: View, service: Service) -> dict[str, Any]:
    """Who runs it, and whether it runs and takes people now."""
    organization = view.directory.organizations.get(service.organization)
    told_on = view.directory.today_for(service, date.max)
    return {
        "organization": organization.name if organization else None,
        "intake": None if service.intake == "unknown" else service.intake,
        "status": None if service.status == "active" else service.status,
        "fictional": service.fictional,
        "story_date": None if told_on == date.max else told_on.isoformat(),
        "discreet": is_discreet(view, service),
    }


def _checks(service: Service) -> dict[str, Any]:
    """How and when its criteria were last checked, and other facts where that was otherwise."""
    usual = service.checked.of("criteria")
    own = {f"{group}_checked": service.checked.of(group) for group in OWN_CHECKS}
    return {"checked": _check(usual)} | {name: _check(check) for name, check in own.items() if check != usual}


def _check(check: Check) -> dict[str, Any]:
    return known({"how": check.how, "on": check.on.isoformat() if check.on else None})


def _ways_in(view: View, service: Service) -> dict[str, Any]:
    """How one gets there, and how long that takes."""
    referral = service.referral
    gate = view.directory.services.get(referral.via) if referral.via else None
    weeks = (each.weeks for each in service.waits if each.start == "referral" and each.end in FIRST_SEEN)
    refer = refer_line(view, service)
    called = bool(refer) and is_called(view, service)
    return {
        "via": referral.via,
        "gate": gate.name if gate else None,
        "refer": refer,
        "self": called or any("self" in route.who for route in referral.routes),
        "declined": list(referral.if_declined),
        "wait": wait_line(view, service),
        "weeks": min(weeks, default=None),
    }


def _offer(view: View, service: Service) -> dict[str, Any]:
    """What it costs, how it is given, and for whom that makes it possible."""
    interpreters = service.languages.interpreters
    return {
        "cost": service.cost.kind if service.cost else None,
        "delivery": list(service.delivery),
        "access": list(service.access),
        "spoken": list(service.languages.spoken),
        "interpreters": None if interpreters == "unknown" else interpreters,
        "open": open_data(view, service),
    }


def door(view: View, service_id: str) -> dict[str, Any]:
    """What must be known of a service elsewhere that others send people to: its name, its standing, whom it takes."""
    service = view.directory.services[service_id]
    told = {"id": service.id, "name": service.name, "type": service.type, **_place(service)}
    status = None if service.status == "active" else service.status
    intake = None if service.intake == "unknown" else service.intake
    criteria = criteria_data(service.criteria, view.directory)
    return known(told | {"status": status, "intake": intake, "fictional": service.fictional}) | {"criteria": criteria}
