"""How often referrals to a service were returned, as far as that may be said.

Reports are few, and a small number can lead back to a person. So nothing is said of a service with fewer than five
reports in twelve months, and no such service is counted in anything that is said of its area. A number is said as "at
least", rounded down to a multiple of five, so that none can be worked out by taking one from another, or today's from
yesterday's. A reason or a service is named only where five reports name it. The rule is that of the NHS Talking
Therapies statistics: below 5 suppressed, the rest rounded to 5 (NHS England, read on 23 November 2026).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.refusal import NOBODY, RefusalCount
from rightdoor.model.service import Service
from rightdoor.model.vocabulary import Term

SMALLEST = 5
MONTHS = 12
MOST_NAMED = 3
NOT_KNOWN = ""
"""What stands for a referrer, or for what took the person, where nobody has said."""

Said = tuple[tuple[str, int], ...]
"""Codes or ids with "at least" how many, the most first."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What may be said of one service: at least so many reports from the month `first` to the month `last`.

    `reason` is the code that more than half of them give, "" where there is none. `consider` are services to refer to
    instead: what most people were taken by, otherwise (`from_entry`) what the entry itself names for that reason.
    """

    service: str
    least: int
    first: str
    last: str
    reason: str = ""
    consider: tuple[str, ...] = ()
    from_entry: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedInFolder:
    """What may be said of the services of a folder together: only of those in `services`."""

    services: tuple[Returned, ...]
    reasons: Said
    referrers: Said
    taken_by: Said


def returned(directory: Directory, today: date) -> Mapping[str, Returned]:
    """What may be said of each service; those of which nothing may be said are left out."""
    found = {}
    for id, rows in _recent(directory, today).items():
        total = sum(row.count for row in rows)
        if total >= SMALLEST:
            first, last = months(directory.today_for(directory.services[id], today))
            reason = _mostly(rows, total)
            taken = _most_taken_by(directory, id, rows, reason)
            own = taken or _named_by_entry(directory, directory.services[id], reason)
            found[id] = Returned(id, _least(total), first, last, reason, own[:MOST_NAMED], not taken)
    return found


def returned_in_folder(directory: Directory, today: date) -> Mapping[str, ReturnedInFolder]:
    """What may be said of each folder of services, for those with anything."""
    said, recent = returned(directory, today), _recent(directory, today)
    folders: dict[str, list[Returned]] = defaultdict(list)
    for each in said.values():
        folders[directory.services[each.service].folder].append(each)
    found = {}
    for folder, services in sorted(folders.items()):
        rows = [row for each in services for row in recent[each.service]]
        ordered = sorted(services, key=lambda each: (-each.least, directory.services[each.service].name.casefold()))
        found[folder] = ReturnedInFolder(
            services=tuple(ordered),
            reasons=_said((row.reason, row.count) for row in rows),
            referrers=_said((row.referrer or NOT_KNOWN, row.count) for row in rows),
            taken_by=_said((row.taken_by or NOT_KNOWN, row.count) for row in rows),
        )
    return found


def months(today: date) -> tuple[str, str]:
    """The first and the last of the twelve months that end with this day's."""
    whole = today.year * 12 + today.month - 1
    begin = whole - MONTHS + 1
    return f"{begin // 12:04}-{begin % 12 + 1:02}", f"{whole // 12:04}-{whole % 12 + 1:02}"


def _recent(directory: Directory, today: date) -> Mapping[str, list[RefusalCount]]:
    """The rows of the last twelve months, by service."""
    found: dict[str, list[RefusalCount]] = defaultdict(list)
    for row in directory.refusals:
        service = directory.services.get(row.service)
        if service:
            first, last = months(directory.today_for(service, today))
            if first <= row.month <= last:
                found[row.service].append(row)
    return found


def _least(number: int) -> int:
    return number - number % SMALLEST


def _counted(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each code with its number, if that is not small; the most first."""
    found: Counter[str] = Counter()
    for code, number in pairs:
        found[code] += number
    return sorted(((code, number) for code, number in found.items() if number >= SMALLEST), key=_most_first)


def _said(pairs: Iterable[tuple[str, int]]) -> Said:
    """What may be said; in the order of what is said, so that the order says no more than the numbers."""
    return tuple(sorted(((code, _least(number)) for code, number in _counted(pairs)), key=_most_first))


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _mostly(rows: Iterable[RefusalCount], total: int) -> str:
    counted = _counted((row.reason, row.count) for row in rows)
    return counted[0][0] if counted and counted[0][1] * 2 > total else ""


def _most_taken_by(directory: Directory, id: str, rows: Iterable[RefusalCount], reason: str) -> tuple[str, ...]:
    """What took most of those that were refused for this reason (without one: for any), where it is still listed."""
    asked = (row for row in rows if row.taken_by not in (None, NOBODY, id) and reason in ("", row.reason))
    counted = _counted((row.taken_by or "", row.count) for row in asked)
    return tuple(taker for taker, _ in counted[:1] if taker in directory.services)


def _named_by_entry(directory: Directory, service: Service, reason: str) -> tuple[str, ...]:
    """Where the entry says to go instead for a reason; otherwise where it says to go at all."""
    term = directory.grammar["refusal_reasons"].terms.get(reason)
    named = _for_reason(service, term) if term else ()
    return tuple(each for each in dict.fromkeys(named or service.referral.if_declined) if each in directory.services)


def _for_reason(service: Service, term: Term) -> tuple[str, ...]:
    criterion = str(term.more.get("criterion", ""))
    if criterion in ("age", "severity", "area", "time_since_event"):
        limit = getattr(service.criteria, criterion)
        return limit.refer_to if limit else ()
    codes = {*term.more.get("flags", ()), *term.more.get("rows", ())}
    rows = (*(service.criteria.does_not_take or ()), *service.criteria.check_first)
    if criterion == "only":
        return tuple(id for row in service.criteria.only for id in row.refer_to)
    return tuple(id for row in rows if row.reason in codes for id in row.refer_to)
