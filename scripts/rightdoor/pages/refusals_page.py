"""How often referrals were returned: what a service's page says of it, and the pages for commissioners.

What may be said at all is decided by `coverage/returned.py`; here it is only put in words.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from rightdoor.coverage.returned import NOT_KNOWN, Returned, ReturnedInFolder, Said, returned, returned_in_folder
from rightdoor.matching.phrases import lower_first
from rightdoor.model.directory import Directory
from rightdoor.model.measure import words_for_date
from rightdoor.model.refusal import NOBODY
from rightdoor.pages.corrections import reporting
from rightdoor.pages.links import Link, service_link, service_links
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ADDRESS = "refusals/"
TITLE = "Referrals that were returned"
DESCRIPTION = (
    "Reports of referrals that services did not take, as codes and counts: what they say, and how they are made."
)


class ReturnedWords(NamedTuple):
    """What is said of one service: the reason most reports give, where to refer instead, and from how many reports."""

    service: Link
    least: int
    months: str
    reason: str
    consider: tuple[Link, ...]
    address: str


class Row(NamedTuple):
    """A line of a table: what, with a link where there is a page, and at least how often."""

    what: Link
    least: int
    known: bool = True


def returned_words(view: View, service_id: str) -> ReturnedWords | None:
    """What may be said of a service; None where nothing may."""
    found = view.listing(returned, service_id)
    return _words(view, found) if found else None


def folders(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """Under `all`: the folders of services of which something may be said."""
    return {"all": tuple(returned_in_folder(directory, today))}


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("refusals",)


def page(view: View, key: str) -> Page:
    """What a report is, and the areas of which there is something to say."""
    areas = view.directory.areas
    places = [
        (Link(_name(view, each), f"{ADDRESS}{each}/"), each in areas and areas[each].fictional)
        for each in view.listing(folders, "all")
    ]
    body = view.render("refusals.html", ADDRESS, places=places, report=reporting(view))
    return Page(ADDRESS, "refusals", TITLE, DESCRIPTION, body)


def folder_keys(view: View) -> Iterable[str]:
    """The folders of which something may be said."""
    return view.listed(returned_in_folder)


def folder_page(view: View, key: str) -> Page:
    """What may be said of the services of one folder."""
    found: ReturnedInFolder = view.listing(returned_in_folder, key)
    address, name, area = f"{ADDRESS}{key}/", _name(view, key), view.directory.areas.get(key)
    grammar, made_up = view.directory.grammar, area is not None and area.fictional
    services = [_words(view, each) for each in found.services]
    body = view.render(
        "refusals_folder.html",
        address,
        name=name,
        made_up=made_up,
        months=services[0].months,
        services=services,
        reasons=_rows(found.reasons, grammar["refusal_reasons"].label),
        referrers=_rows(found.referrers, grammar["referral_who"].label),
        taken_by=tuple(_taker(view, id, least) for id, least in found.taken_by),
    )
    start = "Made up. " if made_up else ""
    description = (
        f"{start}Which services of {name} returned referrals in the last 12 months, why, and what took people."
    )
    title = f"{TITLE}: {name}"
    return Page(address, "refusals", title, description, body, ((TITLE, ADDRESS),), area=area.id if area else None)


def folder_link(view: View, folder: str) -> Link | None:
    """The page about the referrals that services of a folder returned; None where nothing may be said of them."""
    return Link(TITLE, f"{ADDRESS}{folder}/") if folder in view.listing(folders, "all") else None


def _words(view: View, found: Returned) -> ReturnedWords:
    reasons = view.directory.grammar["refusal_reasons"]
    return ReturnedWords(
        service=service_link(view, found.service),
        least=found.least,
        months=f"{_month(found.first)} to {_month(found.last)}",
        reason=lower_first(reasons.label(found.reason)) if found.reason else "",
        consider=service_links(view, found.consider),
        address=f"{ADDRESS}{view.directory.services[found.service].folder}/",
    )


def _month(month: str) -> str:
    """A month in words: "September 2026"."""
    return words_for_date(date.fromisoformat(f"{month}-01")).partition(" ")[2]


def _rows(said: Said, label: Callable[[str], str]) -> tuple[Row, ...]:
    return tuple(Row(Link(label(code) if code else "Not known", ""), least, bool(code)) for code, least in said)


def _taker(view: View, id: str, least: int) -> Row:
    if id == NOT_KNOWN:
        return Row(Link("Not known", ""), least, known=False)
    return Row(Link("No service", "") if id == NOBODY else service_link(view, id), least)


def _name(view: View, folder: str) -> str:
    area = view.directory.areas.get(folder)
    return area.name if area else f"{folder.capitalize()} services"


PAGES = (Kind("refusals", keys, page), Kind("refusals-folder", folder_keys, folder_page))
