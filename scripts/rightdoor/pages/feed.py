"""What changed, in an area or anywhere: a list for the page of an area, and feeds that anybody may follow unseen.

Atom (RFC 4287, read on 23 November 2026): every entry has an id that stays the same from build to build, made of the
service and the day. A discreet service is neither named nor described: a feed is read where others may see it.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from rightdoor.changes.days import KINDS
from rightdoor.matching.in_prose import say
from rightdoor.matching.plain import capital
from rightdoor.pages.head import DISCREET_TITLE
from rightdoor.pages.history import Entry
from rightdoor.pages.links import Link
from rightdoor.pages.page import DataFile, Kind, path_to_root
from rightdoor.pages.view import View

SHOWN = 5
"""So many of the latest changes stand on the page of an area."""

_OURS = UUID("6f0d6a1e-55a3-5d2b-9c8e-0a9f8f6f3c11")
"""Where the ids of entries come from; it never changes, or every reader would show every entry again."""

_QUIET = "page-quiet"


class Row(NamedTuple):
    """A change as the page of an area says it."""

    on: date
    service: Link
    words: str


def address_of(area: str) -> str:
    """Where the feed of an area lies."""
    return f"areas/{area}/changes.xml"


def address_of_kind(kind: str) -> str:
    """Where a feed of the whole directory lies: of what is new, changed or closed."""
    return f"changes/{kind}.xml"


def rows(view: View, area: str) -> tuple[Row, ...]:
    """The latest changes of an area, without discreet services."""
    told = (each for each in view.changed_in(area) if not each.past.discreet)
    shown = [each for _, each in zip(range(SHOWN), told, strict=False)]
    return tuple(Row(each.at.date(), _link(view, each), "; ".join(each.day.said)) for each in shown)


def _link(view: View, entry: Entry) -> Link:
    """The service, with the name it had last; one that is not here any more may have no page."""
    there = not entry.past.gone or entry.service in view.directory.tombstones
    return Link(entry.past.name, f"services/{entry.service}/" if there else "")


def keys(view: View) -> Iterable[str]:
    """One feed for each area."""
    return sorted(view.whole.areas)


def feed(view: View, area: str) -> DataFile:
    """The feed of one area."""
    title = f"What changes in {view.directory.areas[area].name}: {view.settings.site_name}"
    return _feed(view, _Feed(address_of(area), title, f"areas/{area}/", area), view.changed_in(area))


def kind_keys(_view: View) -> Iterable[str]:
    """One feed of the whole directory for each thing that may happen to a service."""
    return KINDS


def kind_feed(view: View, kind: str) -> DataFile:
    """The feed of what is new, what changed or what closed, in the whole directory."""
    title = say(f"feed-{kind}", view.directory.grammar, site=view.settings.site_name)
    return _feed(view, _Feed(address_of_kind(kind), title, "services/", f"kinds/{kind}"), view.happened(kind))


class _Feed(NamedTuple):
    """A feed: its address, its title, the page that shows the same, and what its id is made of."""

    address: str
    title: str
    page: str
    key: str


def _feed(view: View, told: _Feed, found: Iterable[Entry]) -> DataFile:
    site = view.settings
    base = site.site_url or path_to_root(told.address)
    updated = max((each.at.isoformat() for each in found), default=f"{view.today.isoformat()}T00:00:00+00:00")
    links = [f'<link rel="alternate" type="text/html" href={quoteattr(base + told.page)}/>']
    if site.site_url:
        links.append(f'<link rel="self" type="application/atom+xml" href={quoteattr(base + told.address)}/>')
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<id>{_id(site.site_url, told.key)}</id>",
        f"<title>{escape(told.title)}</title>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(site.site_name)}</name></author>",
        *links,
    )
    entries = (_entry(view, each, base) for each in found)
    return DataFile(told.address, "\n".join((*head, *entries, "</feed>", "")).encode())


def _entry(view: View, entry: Entry, base: str) -> str:
    link, day = _link(view, entry), entry.day
    words = "; ".join(day.said)
    if entry.past.discreet:
        words = view.directory.grammar["changes"][_QUIET].label
    name = DISCREET_TITLE if entry.past.discreet else entry.past.name
    address = base + (link.address or "services/")
    lines = (
        "<entry>",
        f"<id>{_id(view.settings.site_url, entry.service, entry.at.date().isoformat())}</id>",
        f"<title>{escape(f'{name}: {words}' if not entry.past.discreet else name)}</title>",
        f"<updated>{entry.at.isoformat()}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>',
        f'<content type="text">{escape(f"{capital(words).rstrip(chr(46))}.")}</content>',
        "</entry>",
    )
    return "\n".join(lines)


def _id(*parts: str) -> str:
    return uuid5(_OURS, " ".join(parts)).urn


DATA = (Kind("changes", keys, feed), Kind("changes-of", kind_keys, kind_feed))
