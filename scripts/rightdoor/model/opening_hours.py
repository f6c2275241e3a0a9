"""Opening hours in the OpenStreetMap form that records keep, taken apart: what holds in every week, and what does not.

A later rule counts instead of an earlier one on the days that it names. Whatever no other format could say without
changing its meaning stays as it was typed, so that a writer can put it in words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "May": "May",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}
HOLIDAYS = ("PH", "SH")
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_CLOCK = r"[0-2]?[0-9]:[0-5][0-9]"
_DAY_PART = rf"{_DAY}(?:-{_DAY})?(?:\[-?[1-5](?:,-?[1-5]){{0,4}}\])?"
_TIME_PART = rf"{_CLOCK}(?:-{_CLOCK}|\+)"
_RULE = re.compile(
    rf"(?:(?P<months>{'|'.join(MONTHS)})(?:-(?P<until>{'|'.join(MONTHS)}))? ?)?"
    rf"(?P<days>{_DAY_PART}(?:, ?{_DAY_PART}){{0,8}})? ?"
    rf"(?P<times>24/7|off|closed|{_TIME_PART}(?:, ?{_TIME_PART}){{0,8}})?"
    r'(?: ?"(?P<note>[^"]{0,200})")?\Z'
)
_DATES_OFF = re.compile(rf"(?:{'|'.join(MONTHS)}) [0-3][0-9]-(?:(?:{'|'.join(MONTHS)}) )?[0-3][0-9] (?:off|closed)\Z")
_BETWEEN_RULES = re.compile(rf";\s*|,\s+(?={_DAY}\b[^,;]*[0-9]{{1,2}}:)")
_BETWEEN_DAYS = re.compile(r",\s*(?![^\[]*\])")
_SHUT = ("off", "closed")
_DAY_LONG = 24 * 60


class Stretch(NamedTuple):
    """Hours on some days: `start` and `end` as 09:00; an end that is not later than the start is of the next day.

    An end at midnight is 24:00. `nth` says which of those days in a month (-1 the last); () is every one.
    """

    days: tuple[str, ...]
    start: str
    end: str
    nth: tuple[int, ...] = ()

    @property
    def all_day(self) -> bool:
        """Whether these are the 24 hours of a day."""
        return (self.start, self.end) == ("00:00", "24:00")


@dataclass(frozen=True, slots=True)
class Times:
    """Hours taken apart: those of every week, those of some weeks of a month, and those of bank holidays.

    `holidays` is None where nothing is said of bank holidays, and () where it is shut then. `shut` are rules by which
    it is closed at other times, `other` those that cannot be taken apart; both as typed.
    """

    weekly: tuple[Stretch, ...] = ()
    monthly: tuple[Stretch, ...] = ()
    holidays: tuple[Stretch, ...] | None = None
    shut: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def rules_of(text: str) -> list[str]:
    """The single rules of a text, such as "Mo-Fr 09:00-17:00" and "PH off"."""
    return [rule.strip() for rule in _BETWEEN_RULES.split(text.strip()) if rule.strip()]


def parts_of(rule: str) -> dict[str, str | None] | None:
    """The months, until, days, times and note of a rule; None when it has another form."""
    found = _RULE.match(rule)
    return found.groupdict() if found and rule else None


def days_of(days: str) -> list[str]:
    """The days of a rule, each alone or as a row: "Mo-Fr", "We[2]", "PH"."""
    return [part.strip() for part in _BETWEEN_DAYS.split(days)]


@dataclass(slots=True)
class _Week:
    """What the rules read so far come to; `touched` are the days of each, and whether its hours run past midnight."""

    days: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    monthly: list[Stretch] = field(default_factory=list)
    holidays: tuple[Stretch, ...] | None = None
    shut: list[str] = field(default_factory=list)
    touched: list[tuple[frozenset[str], bool]] = field(default_factory=list)


@lru_cache(maxsize=4096)
def times_of(text: str) -> Times:
    """The hours that a text says; where one rule makes another doubtful, all of it is `other`."""
    week, rules = _Week(), rules_of(text)
    if not rules or not all(_read(rule, week) for rule in rules):
        return Times(other=(text.strip(),) if text.strip() else ())
    return Times(_joined(week.days), tuple(week.monthly), week.holidays, tuple(week.shut))


def _read(rule: str, week: _Week) -> bool:
    """Adds one rule to the week; False when it cannot be told apart from the others."""
    if _DATES_OFF.match(rule):
        week.shut.append(rule)
        return True
    parts = parts_of(rule)
    if parts is None or not parts["times"] or parts["months"] or parts["note"]:
        return False
    stretches = _stretches(parts["times"])
    if stretches is None:
        return False
    days = days_of(parts["days"] or ("Mo-Su,PH" if parts["times"] == "24/7" else "Mo-Su"))
    before = tuple(week.monthly)
    return _is_apart(days, stretches, week) and all(_read_day(day, stretches, week, before) for day in days)


def _is_apart(days: Sequence[str], stretches: Sequence[tuple[str, str]], week: _Week) -> bool:
    """Whether no night is cut by this rule and an earlier one: whether the later one is meant of it, nobody can say."""
    named = {each for day in days for each in _row(day.partition("[")[0])}
    late = any(end <= start for start, end in stretches)
    touched = frozenset(named | ({WEEK[(WEEK.index(each) + 1) % 7] for each in named} if late else set()))
    apart = not any((late or other_late) and touched & other for other, other_late in week.touched)
    week.touched.append((touched, late))
    return apart


def _read_day(day: str, stretches: Sequence[tuple[str, str]], week: _Week, before: Sequence[Stretch]) -> bool:
    """Adds what a rule says of one day, or of a row of days; `before` are the weeks of months of earlier rules."""
    name, nth, counts = day.partition("[")
    if name == "PH" and not nth:
        week.holidays = tuple(Stretch(("PH",), *each) for each in stretches)
        return True
    if name == "SH" and not nth and not stretches:
        week.shut.append("SH off")
        return True
    days = _row(name)
    if not days:
        return False
    if nth:
        chosen = tuple(int(each) for each in counts.rstrip("]").split(","))
        week.monthly += [Stretch(days, *each, chosen) for each in stretches]
        clear = not any(week.days.get(each) for each in days) and not any(_meet(each, days, chosen) for each in before)
        return bool(stretches) and clear
    week.days |= {each: list(stretches) for each in days}
    return not any(set(days) & set(each.days) for each in week.monthly)


def _meet(earlier: Stretch, days: Sequence[str], nth: Sequence[int]) -> bool:
    """Whether two rules may be of the same day: the last Monday of a month is its fourth, or its fifth."""
    last = -1 in earlier.nth or -1 in nth
    return bool(set(earlier.days) & set(days)) and (last or bool(set(earlier.nth) & set(nth)))


def _row(name: str) -> tuple[str, ...]:
    """The days of "Mo-Fr", also of "Sa-Mo"; () where bank or school holidays are among them."""
    first, _, last = name.partition("-")
    if {first, last} & set(HOLIDAYS):
        return ()
    start, end = WEEK.index(first), WEEK.index(last or first)
    return tuple(WEEK[at % 7] for at in range(start, end + 1 if end >= start else end + 8))


def _stretches(times: str) -> list[tuple[str, str]] | None:
    """Starts and ends; none when closed, None when an end is open or a time is on no clock."""
    if times == "24/7":
        return [("00:00", "24:00")]
    if times in _SHUT:
        return []
    found = [_stretch(part.strip()) for part in times.split(",")]
    return None if None in found else [each for each in found if each]


def _stretch(part: str) -> tuple[str, str] | None:
    start, _, end = part.partition("-")
    if not end or _minutes(start) >= _DAY_LONG or _minutes(end) > _DAY_LONG + 120:
        return None
    last = _minutes(end) % _DAY_LONG
    return _clock(_minutes(start)), _clock(last) if last else "24:00"


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _joined(days: dict[str, list[tuple[str, str]]]) -> tuple[Stretch, ...]:
    """The stretches of a week, with the days of the same hours together, in the order of the week."""
    found: dict[tuple[str, str], list[str]] = {}
    for day in WEEK:
        for each in days.get(day, ()):
            found.setdefault(each, []).append(day)
    return tuple(Stretch(tuple(row), *hours) for hours, row in found.items())
