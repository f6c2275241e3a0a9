"""How each entry stands: which of its parts are due to be checked again, and how many entries of a folder are."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Freshness, Standing, freshness
from rightdoor.model.stated import covered, says
from rightdoor.pages.checked_rows import GROUPS, standing_words
from rightdoor.pages.lists import kept
from rightdoor.pages.wording import joined

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
    """How each part of every entry stands that says anything, in the order of GROUPS; a defunct one is nobody's work.

    A service that an area names as a crisis route is due as a whole too, and that comes first.
    """
    days = {term.code: int(term.more["days"]) for term in directory.grammar["fact_groups"]}
    fields = covered(directory.grammar)
    crisis = {each for area in directory.areas.values() for each in area.crisis_routes}
    found = {}
    for service in directory.services.values():
        if service.status != "defunct":
            day, checked = directory.today_for(service, today), service.checked
            said = [group for group in GROUPS if says(service, fields[group])]
            groups = ("crisis", *said) if service.id in crisis else said
            found[service.id] = tuple((group, freshness(checked.of(group), days[group], day)) for group in groups)
    return found


@kept
def by_folder(directory: Directory, today: date) -> Mapping[str, tuple[Due, ...]]:
    """The parts of entries that are not current, under each folder, worst first and then longest due."""
    found: dict[str, list[tuple[int, date, str, int, Due]]] = defaultdict(list)
    names = directory.grammar["fact_groups"]
    for service_id, parts in standings(directory, today).items():
        for at, (group, stands) in enumerate(parts):
            if stands.standing is not Standing.CURRENT:
                row = (service_id, names.label(group), stands.standing.value, standing_words(stands))
                place = WORST_FIRST.index(stands.standing), stands.due_on or date.min, service_id, at
                found[directory.services[service_id].folder].append((*place, row))
    return {folder: tuple(row for *_, row in sorted(rows)) for folder, rows in sorted(found.items())}


@kept
def counts(directory: Directory, today: date) -> Mapping[str, tuple[int, ...]]:
    """For each folder, how many entries are at worst current, due, overdue, not confirmed and never checked."""
    order = list(Standing)
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for service_id, parts in standings(directory, today).items():
        worst = max(order.index(stands.standing) for _, stands in parts)
        found[directory.services[service_id].folder][worst] += 1
    return {folder: tuple(number[place] for place in range(len(order))) for folder, number in sorted(found.items())}


def in_words(numbers: tuple[int, ...]) -> str:
    """Counts of entries in words: "12 current, 3 overdue and 1 never checked"; "" where there is no entry."""
    shown = [f"{number:,} {WORDS[each]}" for each, number in zip(Standing, numbers, strict=False) if number]
    return joined(shown)
