"""Reads a feed of Open Referral (HSDS-UK 1.0 and 3.0, HSDS 3.1) as a `Delivery`.

Pure: `get` brings the bytes of an address. Real feeds say wrong totals, repeat pages for ever, and have lists whose
items lack what only each item's own page says; all of that is survived within limits, and said.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from rightdoor.exchange.open_referral.entry import organization_draft, service_draft
from rightdoor.exchange.open_referral.facts import Knowing
from rightdoor.exchange.open_referral.ours import PROPERTY, Unsound
from rightdoor.exchange.open_referral.safe_json import NotJson, read_json
from rightdoor.model.draft import Delivery, Draft, Refused

Get = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a feed is read: pages of lists, services, and pages of single services."""

    pages: int = 2_000
    services: int = 15_000
    details: int = 15_000


def read_feed(get: Get, start: str, limits: Limits | None = None, knowing: Knowing | None = None) -> Delivery:
    """All services of a feed. `get` raises OSError, with words for people, where an address gives nothing.

    Without `knowing` no language is known, and hours that begin on some day are not taken.
    """
    reading = _Reading(get, start, limits or Limits(), knowing or Knowing())
    try:
        reading.read()
    except (OSError, NotJson) as fault:
        reading.stop(f"{start}: {fault}")
    return reading.delivery()


@dataclass(slots=True)
class _Reading:
    get: Get
    start: str
    limits: Limits
    knowing: Knowing
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=lambda: {"format": "Open Referral"})
    whole: bool = True
    services: str = ""
    seen: set[str] = field(default_factory=set)
    asked: int = 0
    told: int | None = None
    count: int = 0

    def read(self) -> None:
        """Find the list of services, go through its pages, and take each item."""
        first = self._json(self.start)
        self.services = self.start
        if isinstance(first, dict) and _items(first) is None and ("version" in first or "openapi_url" in first):
            self._about(first)
            self.services = _below(self.start, "services")
            first = self._json(self.services)
        if _items(first) is None:
            if not isinstance(first, dict) or "id" not in first:
                raise NotJson("It has no list of services.")
            first = [first]
        if isinstance(first, dict) and "content" in first and "contents" not in first:
            self.facts["format"] = "Open Referral UK 1.0"
        self.told = _told(first)
        for number, page in self._pages(first):
            for index, item in enumerate(_items(page) or (), 1):
                if self.count >= self.limits.services:
                    return self.stop("The source has more services than are read at once.")
                self._take(item, f"page {number}, item {index}")
        if self.told is not None and self.told != self.count and self.whole:
            self.note(f"The source says that it has {self.told:,} services; {self.count:,} were there.")
        return None

    def delivery(self) -> Delivery:
        """What was read."""
        drafts = tuple(self.drafts.values())
        return Delivery(drafts, tuple(self.refused), tuple(self.notes), self.facts, self.whole)

    def note(self, said: str) -> None:
        """Say something of the whole, once."""
        if said not in self.notes:
            self.notes.append(said)

    def stop(self, why: str) -> None:
        """Say why no more is read."""
        self.whole = False
        self.note(f"{why} What came before it was read.")

    def _about(self, root: dict[str, Any]) -> None:
        version = root.get("version")
        self.facts["format"] = f"Open Referral {version}"[:120] if isinstance(version, str) else "Open Referral"
        if not root.get("profile"):
            self.note("The source does not say which profile it follows.")

    def _json(self, address: str) -> Any:
        return read_json(self.get(address), self.note)

    def _pages(self, first: Any) -> Iterator[tuple[int, Any]]:
        """Each page with its number, until one is the last, says nothing new, or there are too many."""
        page, number = first, 1
        while True:
            yield number, page
            total = _total(page)
            if total <= number or number >= self.limits.pages or self.count >= self.limits.services:
                break
            number += 1
            before = len(self.seen)
            try:
                page = self._json(_page(self.services, number))
            except (OSError, NotJson) as fault:
                return self.stop(f"Page {number}: {fault}")
            items = _items(page) or []
            if not items:
                return self.note(f"Page {number} is empty, though the source says that there are {total:,} pages.")
            if before and all(_id(each) in self.seen for each in items):
                return self.stop(f"Page {number} says the same as pages before it.")
        if total > number or self.count >= self.limits.services:
            self.stop("The source has more than is read at once.")
        return None

    def _take(self, item: Any, place: str) -> None:
        """One item of a list: with its own page where the list does not say who runs it."""
        self.count += 1
        id = _id(item)
        if not isinstance(item, dict) or not id:
            self.refused.append(Refused(place, "?", "It has no id."))
            return
        if id in self.seen:
            self.refused.append(Refused(place, str(item.get("name") or id)[:120], "Its id was in the source before."))
            return
        self.seen.add(id)
        whole = self._whole(item, id)
        name = whole.get("name")
        if not isinstance(name, str) or not name.strip():
            self.refused.append(Refused(place, id, "It has no name."))
            return
        try:
            self._draw(whole, id, place)
        except Unsound as fault:
            self.refused.append(Refused(place, name[:120], str(fault)))

    def _draw(self, whole: dict[str, Any], id: str, place: str) -> None:
        """The drafts of a service and of whoever runs it. Unsound where it holds a record of ours that is none."""
        organization = organization_draft(whole.get("organization"), place)
        if organization is None:
            raise Unsound("It does not say which organisation runs it.")
        address = _below(self.services, quote(id, safe="")) if self._is_web() else None
        service = service_draft(whole, id, place, organization.source_id, address, self.knowing)
        self.drafts.setdefault(("organization", organization.source_id), organization)
        self.drafts["service", id] = service

    def _is_web(self) -> bool:
        return self.services.startswith(("https://", "http://"))

    def _whole(self, item: dict[str, Any], id: str) -> dict[str, Any]:
        """The item with what its own page says, where there is one."""
        if isinstance(item.get("organization"), dict) and _WHOLE & item.keys():
            return item
        if self.asked >= self.limits.details or self.start.endswith(f"/{id}"):
            return item
        self.asked += 1
        try:
            more = self._json(_below(self.services, quote(id, safe="")))
        except (OSError, NotJson):
            self.note("Some services have no page of their own in the source: only what its list says is taken in.")
            return item
        return {**item, **more} if isinstance(more, dict) and _id(more) == id else item


_WHOLE = frozenset({"phones", "contacts", PROPERTY})
"""A list whose items hold one of these says all of each."""


def _items(page: Any) -> list[Any] | None:
    """The items of a page, whatever its version calls them."""
    if isinstance(page, list):
        return page
    if isinstance(page, dict):
        for name in ("contents", "content", "items"):
            if isinstance(page.get(name), list):
                found: list[Any] = page[name]
                return found
    return None


def _total(page: Any) -> int:
    """How many pages the source says it has; 1 where it does not."""
    if not isinstance(page, dict):
        return 1
    for name in ("total_pages", "totalPages"):
        found = page.get(name)
        if isinstance(found, int) and not isinstance(found, bool):
            return found
    return 1


def _told(page: Any) -> int | None:
    """How many services the source says it has, if it says so."""
    found = page.get("total_items", page.get("totalElements")) if isinstance(page, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _id(item: Any) -> str:
    found = item.get("id") if isinstance(item, dict) else None
    return str(found).strip() if isinstance(found, str | int) and not isinstance(found, bool) else ""


def _below(address: str, name: str) -> str:
    url = urlsplit(address)
    return urlunsplit(url._replace(path=f"{url.path.rstrip('/')}/{name}"))


def _page(address: str, number: int) -> str:
    url = urlsplit(address)
    asked = [each for each in parse_qsl(url.query, keep_blank_values=True) if each[0] != "page"]
    return urlunsplit(url._replace(query=urlencode([*asked, ("page", str(number))])))
