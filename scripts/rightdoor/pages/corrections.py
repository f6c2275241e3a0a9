"""The links below every page: this entry is right, something is wrong, a referral was refused, and its file.

A service's links open the form with its entry in it. What is no entry, and what is not known to be wrong, goes to the
issue forms of the repository's host; to an e-mail address where the site names no repository: its own, or that of the
area. Where nobody is named who would read it, there is no such link: one that leads nowhere would be believed.
"""

from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from rightdoor.model.directory import Directory
from rightdoor.pages.contribute import FORM, Host, edit_address, issue_address, mail_address
from rightdoor.pages.page import Page, path_to_root
from rightdoor.pages.prose import safe_href
from rightdoor.pages.view import View

CONFIRM, CORRECT = "Still right? Confirm it", "Correct it here"
WRONG, REFUSED, FILE = "Something is wrong", "A referral was refused", "Its file"

NOBODY: Mapping[str, str] = MappingProxyType({})
"""The contact of an area that names none."""


def corrections(page: Page, host: Host, contact: Mapping[str, str] = NOBODY) -> Markup:
    """The links of a generated page; `contact` is whom its area names."""
    root, told = path_to_root(page.address), _Told(page.address, host, contact)
    links = _of_service(PurePosixPath(page.source or "").stem, root, told) if _is_service(page) else [told.wrong()]
    if page.source:
        links.append((FILE, edit_address(host, page.source)))
    return _drawn(links)


def corrections_of_prose(address: str, host: Host, contact: Mapping[str, str] = NOBODY) -> Markup:
    """The one link of a hand-written page; `address` is its place below the root of the site."""
    return _drawn([_Told(address, host, contact).wrong()])


def contact_of(page: Page, directory: Directory, home: str) -> Mapping[str, str]:
    """Whom the area of a page names, or a wider area around it, or the area that the site is about.

    The area of a service is that of its folder, whose volunteers look after it.
    """
    area = PurePosixPath(page.source or "").parent.name if _is_service(page) else page.area
    return _nearest(directory, *directory.chain(area or ""), *directory.chain(home))


def contact_at_home(directory: Directory, home: str) -> Mapping[str, str]:
    """Whom the area names that the site is about; nobody where it is about several."""
    return _nearest(directory, *directory.chain(home))


class Reporting(NamedTuple):
    """Where a refusal is reported that is of no one page: the repository's form, or else an e-mail address."""

    issue: str
    email: str


def reporting(view: View) -> Reporting:
    """Where reports of this site go; both are "" where nobody would read one."""
    host = view.settings
    contact = contact_at_home(view.whole, host.home_area)
    return Reporting(issue_address(host, "refused.yml"), host.email or contact.get("email", ""))


def _nearest(directory: Directory, *areas: str) -> Mapping[str, str]:
    """The contact of the first of the areas that names somebody to write to, or else any page of its own."""
    named = [directory.areas[each].contact for each in areas]
    ways = [each for each in named if each.get("email")] or [each for each in named if each.get("website")]
    return ways[0] if ways else NOBODY


def _is_service(page: Page) -> bool:
    return page.kind == "service" and bool(page.source)


def _of_service(service: str, root: str, told: "_Told") -> list[tuple[str, str]]:
    return [
        (CONFIRM, f"{root}{FORM}#confirm={service}"),
        (CORRECT, f"{root}{FORM}#edit={service}"),
        told.wrong(service=service),
        (REFUSED, told.where("refused.yml", service=service)),
    ]


class _Told(NamedTuple):
    """Where a reader of the page at `address` tells of something."""

    address: str
    host: Host
    contact: Mapping[str, str]

    def wrong(self, **fields: str) -> tuple[str, str]:
        """The link for what is wrong; a website will do where the area names no address to write to."""
        return WRONG, self.where("correct.yml", **fields) or safe_href(self.contact.get("website", "")) or ""

    def where(self, template: str, **fields: str) -> str:
        """An address, never with the name of a service, which may be discreet; "" where nobody would read it."""
        issue = issue_address(self.host, template, **fields or {"page": self.address})
        email = self.host.email or self.contact.get("email", "")
        return issue or mail_address(email, f"{template.removesuffix('.yml')}: {self.address}")


def _drawn(links: list[tuple[str, str]]) -> Markup:
    drawn = " ".join(f'<a href="{escape(address)}">{words}</a>' for words, address in links if address)
    if not drawn:
        return Markup()
    return Markup(f'<nav class="rd-edit rd-pages" aria-label="Correct this page">{drawn}</nav>')
