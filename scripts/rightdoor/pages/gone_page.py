"""Small pages at addresses that no longer hold a service: one that changed its id, and one that closed."""

from collections.abc import Iterable
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.pages.links import service_link, service_links
from rightdoor.pages.lists import kept
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View


@kept
def by_alias(directory: Directory, today: date) -> dict[str, str]:
    """Former ids of services with the id each has now."""
    return {alias: service.id for service in directory.services.values() for alias in service.aliases}


def alias_keys(view: View) -> Iterable[str]:
    """Every former id that is not also the id of a service."""
    return sorted(set(view.listed(by_alias)) - set(view.whole.services))


def alias_page(view: View, key: str) -> Page:
    """Where a former id leads."""
    now = view.listing(by_alias, key)
    address = f"services/{key}/"
    link = service_link(view, now)
    body = view.render("moved.html", address, target=link)
    return Page(address, "gone", "This page has moved", f"Now at {link.words}.", body, noindex=True, discreet=True)


def tombstone_keys(view: View) -> Iterable[str]:
    """Every closed or unlisted service whose id no service has."""
    return sorted(set(view.whole.tombstones) - set(view.whole.services) - set(view.listed(by_alias)))


def tombstone_page(view: View, key: str) -> Page:
    """Why a service is no longer listed, and what to use instead; discreet, since nobody keeps of what kind it was."""
    gone = view.directory.tombstones[key]
    address = f"services/{key}/"
    body = view.render("tombstone.html", address, gone=gone, instead=service_links(view, gone.use_instead))
    description = f"{gone.name} is not listed any more."
    return Page(address, "gone", gone.name, description, body, noindex=True, discreet=True)


PAGES = (Kind("alias", alias_keys, alias_page), Kind("tombstone", tombstone_keys, tombstone_page))
