"""How coverage moved: an area's numbers on one day, and what lies between two of its months.

A month says what the directory knew, not what was there: a number that falls may mean that a service closed, or that
nobody confirmed it. So the facts by how far they may be believed stand beside every other number.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.grid import Grid
from rightdoor.coverage.shown import groups_in
from rightdoor.coverage.states import State
from rightdoor.coverage.use import LONG_WAIT, Use, weeks_to_help
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Service
from rightdoor.model.snapshot import Snapshot, WaitFigures

GAPS = (State.CLOSED, State.STALE, State.NONE, State.UNKNOWN)
"""The states in which nobody can be referred now."""

_UNCONFIRMED = (Standing.OVERDUE, Standing.NOT_CONFIRMED, Standing.NEVER)


@dataclass(frozen=True, slots=True)
class Trend:
    """The months of an area, oldest first and each once; months without a snapshot are named in `missing`."""

    months: tuple[Snapshot, ...]
    missing: tuple[str, ...]


def snapshot(directory: Directory, found: Grid, today: date, month: str) -> Snapshot:
    """The numbers of an area on a day, to stand for a month; `found` is its grid on that day."""
    seen = [each for each in directory.services_for(found.area) if found.uses[each.id] is not Use.APART]
    return Snapshot(
        month=month,
        on=today,
        services=len(seen),
        open=sum(found.uses[each.id] is Use.OPEN for each in seen),
        groups=groups_in(found, directory.grammar),
        facts=_facts(directory, seen, today),
        waits=_waits(seen),
    )


def trend(snapshots: Iterable[Snapshot], now: Snapshot | None = None) -> Trend:
    """The months in order, the latest replaced by what is so now; of those between, the ones nobody wrote down."""
    by_month = {each.month: each for each in snapshots} | ({now.month: now} if now else {})
    months = tuple(by_month[month] for month in sorted(by_month))
    between = _between(months[0].month, months[-1].month) if months else ()
    return Trend(months, tuple(month for month in between if month not in by_month))


def with_month(snapshots: Iterable[Snapshot], new: Snapshot) -> tuple[Snapshot, ...]:
    """The snapshots with one more, or one replaced, in the order of months."""
    kept = [each for each in snapshots if each.month != new.month]
    return tuple(sorted((*kept, new), key=lambda each: each.month))


def gaps_of(each: Snapshot) -> int:
    """The groups of people for whom there is nobody to refer to now."""
    return sum(each.groups.get(state, 0) for state in GAPS)


def _covered(each: Snapshot) -> int:
    return each.groups.get(State.COVERED, 0)


def _services(each: Snapshot) -> int:
    return each.services


def _open(each: Snapshot) -> int:
    return each.open


def _wait(each: Snapshot) -> int | None:
    return each.waits.median if each.waits else None


def _unconfirmed(each: Snapshot) -> int:
    return sum(each.facts.get(standing, 0) for standing in _UNCONFIRMED)


NUMBERS: Mapping[str, Callable[[Snapshot], int | None]] = {
    "gaps": gaps_of,
    "covered": _covered,
    "services": _services,
    "open": _open,
    "wait": _wait,
    "unconfirmed": _unconfirmed,
}
"""What a page draws over the months, each from a snapshot; None where it is not known of the month."""


def _facts(directory: Directory, services: Iterable[Service], today: date) -> Mapping[str, int]:
    groups = [term.code for term in directory.grammar["fact_groups"] if term.more.get("covers")]
    counted = Counter(
        str(directory.freshness(service, group, today).standing) for service in services for group in groups
    )
    return {str(standing): counted[standing] for standing in Standing}


def _waits(services: Iterable[Service]) -> WaitFigures | None:
    weeks = sorted(known for each in services if (known := weeks_to_help(each)) is not None)
    if not weeks:
        return None
    return WaitFigures(len(weeks), sum(each > LONG_WAIT for each in weeks), weeks[len(weeks) // 2])


def _between(first: str, last: str) -> tuple[str, ...]:
    """Every month from one to another, both included."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1))
