"""What is due to be checked again: for the whole directory in numbers, and for each folder entry by entry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.pages.checked_rows import GROUPS, standing_words
from rightdoor.pages.links import service_link
from rightdoor.pages.lists import kept
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

AT_MOST = 500
WORST_FIRST = (Standing.NOT_CONFIRMED, Standing.OVERDUE, Standing.DUE, Standing.NEVER)
WORDS = {
    Standing.CURRENT: "current",
    Standing.DUE: "due",
    Standing.OVERDUE: "overdue",
    Standing.NOT_CONFIRMED: "not confirmed",
    Standing.NEVER: "never checked",
}
Due = tuple[str, str, str, str]
"""A service's id, the part of its entry, its standing, and that in words."""


@kept
def by_folder(directory: Directory, today: date) -> Mapping[str, tuple[Due, ...]]:
    """The parts of entries that are not current, under each folder, worst first and then longest due."""
    found: dict[str, list[tuple[int, date, Due]]] = defaultdict(list)
    names = directory.grammar["fact_groups"]
    for service in directory.services.values():
        for group in GROUPS:
            stands = directory.freshness(service, group, today)
            if stands.standing in WORST_FIRST:
                row = (service.id, names.label(group), str(stands.standing), standing_words(stands))
                found[service.folder].append((WORST_FIRST.index(stands.standing), stands.due_on or date.min, row))
    return {folder: tuple(row for _, _, row in sorted(rows)) for folder, rows in sorted(found.items())}


@kept
def counts(directory: Directory, today: date) -> Mapping[str, tuple[int, ...]]:
    """For each folder, how many entries are at worst current, due, overdue, not confirmed and never checked."""
    found: dict[str, Counter[Standing]] = defaultdict(Counter)
    order = list(Standing)
    for service in directory.services.values():
        standings = [directory.freshness(service, group, today).standing for group in GROUPS]
        found[service.folder][max(standings, key=order.index)] += 1
    return {folder: tuple(number[each] for each in order) for folder, number in sorted(found.items())}


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("due",)


def page(view: View, key: str) -> Page:
    """The numbers of the whole directory."""
    folders = tuple(view.listed(counts))
    rows = tuple(
        (_name(view, folder), f"due/{folder}/", view.listing(counts, folder), bool(view.listing(by_folder, folder)))
        for folder in folders
    )
    body = view.render("due.html", "due/", rows=rows, words=tuple(WORDS[each] for each in Standing))
    return Page("due/", "due", "What needs checking", "Which entries are due, overdue or were never checked.", body)


def folder_keys(view: View) -> Iterable[str]:
    """Every folder with something to check."""
    return view.listed(by_folder)


def folder_page(view: View, key: str) -> Page:
    """What is due in one folder, a row for each service and standing."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for service_id, part, standing, words in view.listing(by_folder, key):
        rows[service_id, words if standing != Standing.NEVER else "Never confirmed"].append(part)
    shown = [(service_link(view, service_id), parts, words) for (service_id, words), parts in rows.items()]
    address = f"due/{key}/"
    body = view.render(
        "due_folder.html", address, name=_name(view, key), rows=shown[:AT_MOST], more=len(shown) - AT_MOST
    )
    area = key if key in view.directory.areas else None
    title = f"What needs checking: {_name(view, key)}"
    return Page(address, "due", title, f"{title}.", body, (("What needs checking", "due/"),), area=area)


def _name(view: View, folder: str) -> str:
    area = view.directory.areas.get(folder)
    return area.name if area else folder.capitalize()


PAGES = (Kind("due", keys, page), Kind("due-folder", folder_keys, folder_page))
