"""What is due to be checked again: for the whole directory in numbers, and for each folder entry by entry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Freshness, Standing, freshness
from rightdoor.model.stated import covered, says
from rightdoor.pages.checked_rows import GROUPS, standing_words
from rightdoor.pages.links import service_link
from rightdoor.pages.lists import kept
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View
from rightdoor.pages.wording import joined

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
def standings(directory: Directory, today: date) -> Mapping[str, tuple[tuple[str, Freshness], ...]]:
    """How each part of every entry stands that says anything, in the order of GROUPS."""
    days = {group: int(directory.grammar["fact_groups"][group].more["days"]) for group in GROUPS}
    fields = covered(directory.grammar)
    found = {}
    for service in directory.services.values():
        day, checked = directory.today_for(service, today), service.checked
        said = (group for group in GROUPS if says(service, fields[group]))
        found[service.id] = tuple((group, freshness(checked.of(group), days[group], day)) for group in said)
    return found


@kept
def by_folder(directory: Directory, today: date) -> Mapping[str, tuple[Due, ...]]:
    """The parts of entries that are not current, under each folder, worst first and then longest due."""
    found: dict[str, list[tuple[int, date, Due]]] = defaultdict(list)
    names = directory.grammar["fact_groups"]
    for service_id, parts in standings(directory, today).items():
        for group, stands in parts:
            if stands.standing is not Standing.CURRENT:
                row = (service_id, names.label(group), stands.standing.value, standing_words(stands))
                place = WORST_FIRST.index(stands.standing), stands.due_on or date.min
                found[directory.services[service_id].folder].append((*place, row))
    return {folder: tuple(row for _, _, row in sorted(rows)) for folder, rows in sorted(found.items())}


@kept
def counts(directory: Directory, today: date) -> Mapping[str, tuple[int, ...]]:
    """For each folder, how many entries are at worst current, due, overdue, not confirmed and never checked."""
    order = list(Standing)
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for service_id, parts in standings(directory, today).items():
        worst = max(order.index(stands.standing) for _, stands in parts)
        found[directory.services[service_id].folder][worst] += 1
    return {folder: tuple(number[place] for place in range(len(order))) for folder, number in sorted(found.items())}


def folders(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """Under `all`: every folder that has entries."""
    return {"all": tuple(counts(directory, today))}


def in_words(numbers: tuple[int, ...]) -> str:
    """Counts of entries in words: "12 current, 3 overdue and 1 never checked"; "" where there is no entry."""
    shown = [f"{number:,} {WORDS[each]}" for each, number in zip(Standing, numbers, strict=False) if number]
    return joined(shown)


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("due",)


def page(view: View, key: str) -> Page:
    """The numbers of the whole directory."""
    rows = tuple(
        (_name(view, folder), f"due/{folder}/", view.listing(counts, folder), bool(view.listing(by_folder, folder)))
        for folder in view.listing(folders, "all")
    )
    body = view.render("due.html", "due/", rows=rows, words=tuple(WORDS[each] for each in Standing))
    description = (
        "Which entries are due, overdue or were never checked, so that somebody can read them through with the service."
    )
    return Page("due/", "due", "What needs checking", description, body)


def folder_keys(view: View) -> Iterable[str]:
    """Every folder with something to check."""
    return view.listed(by_folder)


def folder_page(view: View, key: str) -> Page:
    """What is due in one folder, a row for each service and standing."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for service_id, part, _, words in view.listing(by_folder, key):
        rows[service_id, words].append(part)
    shown = [(service_link(view, service_id), parts, words) for (service_id, words), parts in rows.items()]
    address = f"due/{key}/"
    area = view.directory.areas.get(key)
    body = view.render(
        "due_folder.html",
        address,
        name=_name(view, key),
        made_up=area is not None and area.fictional,
        rows=shown[:AT_MOST],
        more=len(shown) - AT_MOST,
    )
    title = f"What needs checking: {_name(view, key)}"
    made_up = "Made up. " if area is not None and area.fictional else ""
    description = f"{made_up}{_name(view, key)}: each part of an entry that is due, overdue or was never checked."
    crumbs = (("What needs checking", "due/"),)
    return Page(address, "due", title, description, body, crumbs, area=area.id if area else None)


def _name(view: View, folder: str) -> str:
    area = view.directory.areas.get(folder)
    return area.name if area else folder.capitalize()


PAGES = (Kind("due", keys, page), Kind("due-folder", folder_keys, folder_page))
