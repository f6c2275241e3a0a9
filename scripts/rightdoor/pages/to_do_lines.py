"""The lines of the lists of what needs doing: what each is about, what is known of it, and where to go for it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from rightdoor.pages import to_do
from rightdoor.pages.area_page import gap_words
from rightdoor.pages.contribute import FORM, edit_address
from rightdoor.pages.links import Link, area_link, need_link, organization_link, service_link
from rightdoor.pages.to_do import PER_PAGE, SHOWN, Piece, Row
from rightdoor.pages.to_do_needs import Uncovered
from rightdoor.pages.view import View
from rightdoor.records.links import Broken, Place

CONFIRMED = ("due", "never-checked")
"""Tasks that are done by confirming an entry; what is missing is entered."""


class Line(NamedTuple):
    """One thing to do: what it is about, what is known of it, and where to go.

    `known` is what the macro of its task reads (`pages/to_do.html`); the words of `action` are a code there. An action
    without an address has the file to change as its note.
    """

    about: Link
    known: Any
    action: Link


class Part(NamedTuple):
    """One task on a page: its code, the lines shown, how many there are in all, and where all of them stand."""

    task: str
    lines: tuple[Line, ...]
    total: int
    whole: str = ""


def piece(view: View, folder: str, task: str, number: int = 0) -> Piece:
    """Some of the rows of a task: the first few, or those of a page of its list."""
    if task == "links":
        found, start = broken(view, folder), (number - 1) * PER_PAGE
        return Piece(found[start : start + PER_PAGE] if number else found[:SHOWN], len(found))
    if number:
        return view.listing(to_do.pieces, f"{folder}/{task}/{number}") or Piece((), 0)
    return view.listing(to_do.firsts, f"{folder}/{task}") or Piece((), 0)


def lines(view: View, folder: str, task: str, rows: Iterable[Any]) -> Iterator[Line]:
    """The rows of a task as they are shown."""
    for row in rows:
        if isinstance(row, Row):
            verb = "confirm" if task in CONFIRMED else "edit"
            yield Line(service_link(view, row.id), row, Link(verb, f"{FORM}#{verb}={row.id}{_step(task, row)}"))
        elif isinstance(row, Uncovered):
            about = need_link(view.directory.grammar["needs"][row.need])
            yield Line(about, (row, _gaps(view, folder, row.need)), Link("add", FORM))
        else:
            yield Line(_record_link(view, row.place), (row, _field(view, row.place)), _mend(view, row.place))


def _step(task: str, row: Row) -> str:
    """Which step of the form asks what is missing; the form begins with its first step where none is named."""
    if task == "waits":
        return "&step=waits"
    if task == "criteria":
        return "&step=not" if row.what == ("does_not_take",) else "&step=takes"
    return ""


def _gaps(view: View, folder: str, need: str) -> tuple[tuple[Link, str, str], ...]:
    """What somebody looked for and did not find, here or in an area around."""
    areas = (view.directory.areas[each] for each in view.directory.chain(folder))
    return tuple(gap for area in areas for gap in gap_words(view, area, need))


def _record_link(view: View, place: Place) -> Link:
    links = {"service": service_link, "organization": organization_link, "area": area_link}
    return links[place.kind](view, place.id)


def _mend(view: View, place: Place) -> Link:
    """Where a broken link is mended: in the form, or in the file of an organization or area, which has no form."""
    if place.kind == "service":
        return Link("mend", f"{FORM}#edit={place.id}")
    records = view.directory.organizations if place.kind == "organization" else view.directory.areas
    file = records[place.id].file
    return Link("mend", edit_address(view.settings, file), file)


def _field(view: View, place: Place) -> str:
    """What the field is called in which an address stands, after the part of the entry: "sources: web address"."""
    names = view.directory.grammar["field_names"].terms
    *around, last = (each.replace("_", "-") for each in place.field)
    codes = (*(f"{each.removesuffix('s')} {last}" for each in around[-1:]), last)
    said = next((names[code].label for code in codes if code in names), last.replace("-", " "))
    return ": ".join((*(names[each].label for each in around[-1:] if each in names), said))


def broken(view: View, folder: str) -> tuple[Broken, ...]:
    """The broken links on the list of a folder; none where nobody has asked."""
    return tuple(each for each in view.asked.broken if folder in each.place.folders) if view.asked else ()


def with_broken(view: View) -> Iterator[str]:
    """The folders that have broken links, some of them several times."""
    for each in view.asked.broken if view.asked else ():
        yield from each.place.folders
