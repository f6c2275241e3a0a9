"""Crisis routes in full, as care and as charities, each with its hours and how it was checked."""

from collections.abc import Iterable

from rightdoor.matching.hours import hours_words
from rightdoor.model.service import Service
from rightdoor.pages.ageing import Aged
from rightdoor.pages.checked_rows import calm
from rightdoor.pages.view import View

CARE_KINDS = ("nhs", "nhs-commissioned-independent", "local-authority", "government")
"""Whose routes stand as care; the NHS service manual asks not to use care cards for charities (read 20 August 2026)."""

Route = tuple[Service, tuple[str, ...], Aged]
"""A crisis route, when it is open, and how it was checked."""


def parted(view: View, services: Iterable[Service]) -> tuple[tuple[Route, ...], tuple[Route, ...]]:
    """The care routes and the charities among services, in their order."""
    told = [(_is_care(view, each), _route(view, each)) for each in services]
    return tuple(each for care, each in told if care), tuple(each for care, each in told if not care)


def _is_care(view: View, service: Service) -> bool:
    organization = view.directory.organizations.get(service.organization)
    return organization is not None and organization.kind in CARE_KINDS


def _route(view: View, service: Service) -> Route:
    return service, hours_words(service.hours) if service.hours else (), calm(view, service)
