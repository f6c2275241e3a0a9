"""Schedules as opening hours in OpenStreetMap's form, only where they can mean one thing; all of them, or none.

Hours of which a part is missing would say that a service is closed when it is open.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rightdoor.exchange.open_referral.plain import prose_of, short, text_of
from rightdoor.exchange.tables.hours import hours
from rightdoor.model.draft import Lost
from rightdoor.model.opening_hours import WEEK, times_of

Span = tuple[str, str]
_LONGEST = 250
_MOST = 100
_DAY = re.compile(r"(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)\Z")
_NAMED = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)(?:n|e|d|u|i|t|s|r|nday|esday|dnesday|ursday|iday|turday|day)?\Z")
_CLOCK = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])(?::00)?\Z")
_OTHER_RULES = ("bymonthday", "byweekno", "byyearday", "count", "until", "timezone")
_ONLY_WORDS = ("description", "notes")


class _Doubtful(Exception):
    """Hours that may mean more than one thing; the message says why."""


@dataclass(slots=True)
class _Week:
    """The hours of each day, and those of some days of a month by day and which of them."""

    weekly: dict[str, list[Span]] = field(default_factory=dict)
    monthly: dict[tuple[str, int], list[Span]] = field(default_factory=dict)


def hours_of(schedules: list[Mapping[str, Any]], today: date | None, lost: list[Lost]) -> str | None:
    """The hours that these schedules say; None, with the reason among what is lost, where they are not certain."""
    in_force = [each for each in schedules[:_MOST] if not _is_over(each, today, lost)]
    if not in_force:
        return None
    try:
        if len(schedules) > _MOST:
            raise _Doubtful("There are too many of them.")
        week = _Week()
        for each in in_force:
            _add(week, each, today)
        said = _written(week)
    except _Doubtful as doubt:
        why = f"{doubt} Hours are taken in only where they can mean one thing: type them in by hand."
        lost.append(Lost("schedules", short(in_force), why))
        return None
    for each in in_force:
        lost += [Lost(f"schedules.{name}", short(each[name]), _OUTSIDE) for name in _LEFT_OUT if each.get(name)]
    return said


_LEFT_OUT = ("attending_type", "schedule_link")
_OUTSIDE = "Hours have no place for it."


def _is_over(schedule: Mapping[str, Any], today: date | None, lost: list[Lost]) -> bool:
    end = _date(schedule.get("valid_to"))
    if not today or not end or end >= today:
        return False
    lost.append(Lost("schedules", short(schedule), f"It held until {end.isoformat()}."))
    return True


def _add(week: _Week, schedule: Mapping[str, Any], today: date | None) -> None:
    """Add what one schedule says to the week."""
    _held_against(schedule, today)
    span = _span(schedule)
    freq = text_of(schedule.get("freq")).upper()
    days = list(_days(schedule))
    named = not freq and not schedule.get("byday")
    if freq != "WEEKLY" and freq != "MONTHLY" and not named:
        raise _Doubtful("They do not say that they are weekly or monthly.")
    for nth, day in days:
        if (freq == "MONTHLY") != (nth != 0):
            raise _Doubtful("It is not clear on which days of a month they are.")
        held = week.monthly.setdefault((day, nth), []) if nth else week.weekly.setdefault(day, [])
        if span not in held:
            held.append(span)
    told = [prose_of(schedule.get(name)) for name in _ONLY_WORDS]
    alone = _Week()
    for nth, day in days:
        (alone.monthly.setdefault((day, nth), []) if nth else alone.weekly.setdefault(day, [])).append(span)
    if any(each and hours(each) != _written(alone) for each in told):
        raise _Doubtful("Words beside them may say otherwise.")


def _held_against(schedule: Mapping[str, Any], today: date | None) -> None:
    """Whether anything beside days and times changes when they hold."""
    if schedule.get("interval") not in (None, "", 1, "1") or schedule.get("interval") is True:
        raise _Doubtful("They are not every week or month.")
    if any(schedule.get(name) not in (None, "", []) for name in _OTHER_RULES):
        raise _Doubtful("They have rules of other kinds.")
    for name in ("valid_from", "dtstart"):
        begin = schedule.get(name)
        day = _date(begin)
        if begin not in (None, "") and not (today and day and day <= today):
            raise _Doubtful("They begin on another day.")
    if schedule.get("valid_to") not in (None, ""):
        raise _Doubtful("They end on some day.")


def _days(schedule: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Each day with which of a month it is; 0 where it is every one."""
    said = schedule.get("byday")
    if said in (None, "") and (found := _NAMED.match(text_of(schedule.get("weekday")).title())):
        yield 0, found[1]
        return
    parts = said if isinstance(said, list) else re.split(r"\s*,\s*", text_of(said))
    for each in parts[:50]:
        day = _DAY.match(text_of(each).upper())
        if not day:
            raise _Doubtful("They do not name their days.")
        yield int(day[1] or 0), day[2].title()


def _span(schedule: Mapping[str, Any]) -> Span:
    opens, closes = _CLOCK.match(text_of(schedule.get("opens_at"))), _CLOCK.match(text_of(schedule.get("closes_at")))
    if not opens or not closes:
        raise _Doubtful("They do not say plainly when it opens and closes.")
    begin, end = f"{opens[1]}:{opens[2]}", f"{closes[1]}:{closes[2]}"
    if end == "00:00" or (begin, end) == ("00:00", "23:59"):
        end = "24:00"
    if not begin < end <= "24:00":
        raise _Doubtful("It closes before it opens.")
    return begin, end


def _written(week: _Week) -> str:
    """The whole of it as text that can be taken apart again."""
    if week.weekly.keys() & {day for day, _ in week.monthly}:
        raise _Doubtful("A day is open every week and in some weeks besides.")
    if len(week.weekly) == len(WEEK) and all(each == [("00:00", "24:00")] for each in week.weekly.values()):
        return "24/7"
    rules = [f"{days} {_times(spans)}" for days, spans in _runs(week.weekly)]
    for (day, nth), spans in sorted(week.monthly.items(), key=lambda each: (WEEK.index(each[0][0]), each[0][1] % 7)):
        rules.append(f"{day}[{nth}] {_times(spans)}")
    said = "; ".join(rules)
    told = times_of(said)
    if len(said) > _LONGEST or told.other or not (told.weekly or told.monthly):
        raise _Doubtful("They cannot be said shortly.")
    return said


def _runs(weekly: Mapping[str, list[Span]]) -> Iterator[tuple[str, list[Span]]]:
    """Days with the same hours together: those that follow one another as Mo-Fr, others as Mo,We."""
    for spans in dict.fromkeys(tuple(sorted(each)) for day in WEEK if (each := weekly.get(day))):
        days = [day for day in WEEK if tuple(sorted(weekly.get(day, ()))) == spans]
        runs: list[list[str]] = []
        for day in days:
            if runs and WEEK.index(day) == WEEK.index(runs[-1][-1]) + 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        yield ",".join(_run(each) for each in runs), list(spans)


def _run(days: list[str]) -> str:
    return ",".join(days) if len(days) < 3 else f"{days[0]}-{days[-1]}"


def _times(spans: list[Span]) -> str:
    ordered = sorted(spans)
    if any(after[0] < before[1] for before, after in zip(ordered, ordered[1:], strict=False)):
        raise _Doubtful("Some of them overlap.")
    return ",".join(f"{begin}-{end}" for begin, end in ordered)


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
