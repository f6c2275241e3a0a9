"""Whether opening hours reach into the evening or the weekend, from the form in which records keep them."""

from rightdoor.model.opening_hours import days_of, parts_of, rules_of

EVENING = 19 * 60
"""Minutes after midnight up to which a service is open at least for it to count as open in the evening: 7pm."""

_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WEEKEND = frozenset({"Sa", "Su"})
_SHUT = ("off", "closed")


def in_the_evening(hours: str) -> bool | None:
    """Whether it is open until 7pm or later on any day from Monday to Friday; None where the hours cannot be read."""
    read = _read(hours)
    return None if read is None else any(last >= EVENING and not _WEEKEND.issuperset(days) for days, last in read)


def at_the_weekend(hours: str) -> bool | None:
    """Whether it is open on any Saturday or Sunday; None where the hours cannot be read."""
    read = _read(hours)
    return None if read is None else any(not _WEEKEND.isdisjoint(days) for days, _ in read)


def around_the_clock(hours: str) -> bool:
    """Whether it is open at any hour of any day."""
    return hours.replace(" ", "") in ("24/7", "Mo-Su00:00-24:00", "Mo-Su,PH00:00-24:00")


def _read(hours: str) -> list[tuple[set[str], int]] | None:
    """The days of each rule that opens, with the minute after midnight at which the last stretch ends."""
    found = []
    for rule in rules_of(hours):
        parts = parts_of(rule)
        if parts is None or not parts["times"]:
            return None
        if parts["times"] not in _SHUT:
            found.append((_days(parts["days"]), _last(parts["times"])))
    return found


def _days(text: str | None) -> set[str]:
    """The days of the week that are named; all where none is, as the form has it."""
    if not text:
        return set(_WEEK)
    named: set[str] = set()
    for part in days_of(text):
        first, _, last = part.partition("[")[0].partition("-")
        if first in _WEEK:
            begin, end = _WEEK.index(first), _WEEK.index(last) if last in _WEEK else _WEEK.index(first)
            named.update(_WEEK[begin : end + 1] if begin <= end else (*_WEEK[begin:], *_WEEK[: end + 1]))
    return named


def _last(times: str) -> int:
    """When the last stretch ends; one without an end, or that runs past midnight, lasts until midnight."""
    ends = [_end(each.strip()) for each in times.split(",")] if times != "24/7" else [24 * 60]
    return max(ends)


def _end(stretch: str) -> int:
    start, _, end = stretch.partition("-")
    if not end:
        return 24 * 60
    return _minutes(end) if _minutes(end) > _minutes(start) else 24 * 60


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
