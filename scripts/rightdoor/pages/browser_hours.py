"""Opening hours as minutes of a week, so that a browser only compares: what is open every week, and what only in some.

Hours keep the OpenStreetMap form in records. Whatever does not hold in every week (the second Wednesday, term time,
some months, "by appointment") is `maybe`; a text that cannot be read at all gives nothing, since unknown hours are
never open. docs/decisions/0117-open-now.md says why.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rightdoor.model.opening_hours import MONTHS, days_of, parts_of, rules_of
from rightdoor.model.service import Service
from rightdoor.pages.view import View

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY_LONG, WEEK_LONG = 1440, 7 * 1440
HOLIDAYS_ALIKE = frozenset(("england", "wales"))
"""Nations with the same bank holidays."""
_DATES = re.compile(
    rf"(?P<first>{'|'.join(MONTHS)}) (?P<from>[0-3][0-9])-"
    rf"(?P<last>{'|'.join(MONTHS)}) (?P<to>[0-3][0-9]) (?:off|closed)\Z"
)
_NUMBERS = {name: f"{at:02}" for at, name in enumerate(MONTHS, 1)}

Ranges = list[tuple[int, int]]


@dataclass(slots=True)
class _Week:
    """What the rules read so far say: minutes of each day, of bank holidays (None: nothing said), and days off."""

    sure: list[Ranges] = field(default_factory=lambda: [[] for _ in WEEK])
    maybe: list[Ranges] = field(default_factory=lambda: [[] for _ in WEEK])
    holidays: Ranges | None = None
    off: list[tuple[str, str]] = field(default_factory=list)

    def doubt(self, days: Iterable[int]) -> None:
        """Takes what was open on these days for open in some weeks only."""
        for day in days:
            self.maybe[day] += self.sure[day]
            self.sure[day] = []


def open_data(view: View, service: Service) -> dict[str, Any] | None:
    """When a service is open: `at` and `maybe` in minutes of the week, `ph` in minutes of a bank holiday, `off` days.

    `uk` where the bank holidays of any nation may count, since it is not only in England or Wales.
    """
    said = weekly(service.hours) if service.hours else None
    areas = service.criteria.area.areas if service.criteria.area else ()
    nations = {view.directory.chain(each)[-1] for each in areas if each in view.directory.areas}
    return None if said is None else said | ({} if nations and nations <= HOLIDAYS_ALIKE else {"uk": True})


@lru_cache(maxsize=4096)
def weekly(text: str) -> dict[str, Any] | None:
    """Hours as minutes of a week from Monday midnight; None when they cannot be read."""
    week = _Week()
    if not all(_read(rule, week) for rule in rules_of(text)):
        return None
    told: dict[str, Any] = {"at": _joined(week.sure)}
    if maybe := _joined(week.maybe):
        told["maybe"] = maybe
    if week.holidays is not None:
        told["ph"] = [[start, min(end, DAY_LONG)] for start, end in week.holidays]
    return told | ({"off": [list(each) for each in week.off]} if week.off else {})


def _read(rule: str, week: _Week) -> bool:
    """Adds one rule to the week; False when it cannot be read."""
    if dates := _DATES.match(rule):
        week.off.append((f"{_NUMBERS[dates['first']]}-{dates['from']}", f"{_NUMBERS[dates['last']]}-{dates['to']}"))
        return True
    parts = parts_of(rule)
    if parts is None or not parts["times"]:
        return False
    ranges = _ranges(parts["times"])
    if ranges is None:
        return False
    always = parts["times"] == "24/7"
    unsure = bool(parts["months"] or parts["note"] or "+" in parts["times"])
    for day in days_of(parts["days"] or ("Mo-Su,PH" if always else "Mo-Su")):
        _read_day(day, ranges, week, unsure)
    return True


def _read_day(day: str, ranges: Ranges, week: _Week, unsure: bool) -> None:
    """Adds what a rule says of one day, or of a row of days; a later rule counts before an earlier one."""
    if day == "PH":
        week.holidays = None if unsure else ranges
        return
    if day == "SH":
        # No week is known to be one of term.
        week.doubt(range(7))
        return
    name, nth, _ = day.partition("[")
    first, _, last = name.partition("-")
    start, end = WEEK.index(first), WEEK.index(last or first)
    days = [each % 7 for each in range(start, end + 1 if end >= start else end + 8)]
    if nth or unsure or ranges:
        week.doubt(days)
    for each in days:
        if nth or unsure:
            week.maybe[each] += ranges
        else:
            week.sure[each] = list(ranges)
            week.maybe[each] = week.maybe[each] if ranges else []


def _ranges(times: str) -> Ranges | None:
    """Minutes of a day; none when closed, None when a time is on no clock."""
    if times == "24/7":
        return [(0, DAY_LONG)]
    if times in ("off", "closed"):
        return []
    found = []
    for part in times.split(","):
        start, _, end = part.strip().rstrip("+").partition("-")
        first, last = _minutes(start), _minutes(end) if end else DAY_LONG
        if first >= DAY_LONG or last > 26 * 60:
            return None
        found.append((first, last if last > first else last + DAY_LONG))
    return found


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _joined(days: list[Ranges]) -> list[list[int]]:
    """The stretches of a week in order; those that touch are one, and what runs past Sunday begins the week."""
    found = [(at * DAY_LONG + start, at * DAY_LONG + end) for at, day in enumerate(days) for start, end in day]
    over = [(0, end - WEEK_LONG) for _, end in found if end > WEEK_LONG]
    told: list[list[int]] = []
    for start, end in sorted([*found, *over]):
        if told and start <= told[-1][1]:
            told[-1][1] = max(told[-1][1], min(end, WEEK_LONG))
        else:
            told.append([start, min(end, WEEK_LONG)])
    return told
