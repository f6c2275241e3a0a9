"""What the two sheets of a service have in common: which services have them, where they lie, and what heads them."""

from collections.abc import Iterable
from typing import Any

from rightdoor.model.service import Service
from rightdoor.pages.links import home_area, is_discreet
from rightdoor.pages.page import Page
from rightdoor.pages.urgent import is_referred_to
from rightdoor.pages.view import View

NONE_FOR = ("emergency",)
"""Kinds of service without sheets: 999 is called, and there is nothing to prepare, to copy or to wait for."""

DESCRIPTION = (
    "One page to print or take home: how to get to this service, what to send or expect, and the day it was made."
)
"""What is said of a sheet; no search lists it, so it need not tell which service it is of."""

PARTS = ("referral", "waits", "contact", "hours", "other")
"""The parts of an entry that the sheet for patients is made of."""


def has_sheets(service: Service) -> bool:
    """Whether a service has a sheet for referrers and one for patients."""
    return service.type not in NONE_FOR and service.status != "defunct"


def keys(view: View) -> Iterable[str]:
    """Every service that has sheets."""
    return (each.id for each in view.whole.services.values() if has_sheets(each))


def refer_address(service_id: str) -> str:
    """Where the sheet for referrers lies."""
    return f"services/{service_id}/refer/"


def patient_address(service_id: str) -> str:
    """Where the sheet for patients lies."""
    return f"services/{service_id}/patient/"


def links(view: View, service: Service) -> tuple[tuple[str, str], ...]:
    """The words and addresses of a service's sheets, for its page."""
    if not has_sheets(service):
        return ()
    first = "Refer sheet" if is_referred_to(view, service) else "Contact sheet"
    return (first, refer_address(service.id)), ("Sheet for the patient", patient_address(service.id))


def sheet_page(
    view: View, of: Service, address: str, title: str, name: str, template: str, said: dict[str, Any]
) -> Page:
    """The page of a sheet; `name` is what the way down calls the service, `said` what the template says."""
    return Page(
        address=address,
        kind="sheet",
        title=title,
        description=DESCRIPTION,
        body=view.render(template, address, **said),
        crumbs=(("Services", "services/"), (name, f"services/{of.id}/")),
        source=of.file,
        area=home_area(view, of),
        discreet=is_discreet(view, of),
        noindex=True,
        scripts=("search", "sheet"),
        styles=("sheet",),
    )


def source_address(view: View, service: Service) -> str:
    """The full address of a service's page; "" where nobody has said where this site will lie."""
    return f"{view.settings.site_url}services/{service.id}/" if view.settings.site_url else ""
