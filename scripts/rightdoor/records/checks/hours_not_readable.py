"""Opening hours are not written in the form that can be read.

Hours are written in the form of OpenStreetMap: two letters for a day (Mo, Tu, We, Th, Fr, Sa, Su), times by the
24-hour clock, `;` between rules, `PH off` where it is closed on public holidays, `24/7` for always.

Why this matters: the page says "Monday to Friday, 9am to 5pm" and "open now" only from hours that can be read. A
patient who comes to a locked door may not come again.

What to type:

    hours: Mo-Fr 09:00-17:00; PH off
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "hours-not-readable"
LEVEL = Level.ERROR
EXAMPLE = "Type it as in: Mo-Fr 09:00-17:00; PH off. Always open is 24/7."
_DAYS = re.compile(r"\b(mo|tu|we|th|fr|sa|su)(?:n|e|d|u|i|t|es|ur|rs|urs)?(?:nesday|rsday|urday|sday|day)?s?\b", re.I)
_TIME = re.compile(r"\b([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)", re.I)
_HALF = re.compile(r"(?<![0-9:.])([0-9]{1,2})([:.][0-9]{2})?-([0-9]{1,2}(?:[:.][0-9]{2})?) ?(am|pm)", re.I)
_DOTTED = re.compile(r"(?<![0-9])([0-9]{2})\.([0-9]{2})(?![0-9])")
_BARE = re.compile(r"(?<![0-9:.])([0-9]{1,2})-([0-9]{1,2})(?![0-9:.])")
_OPEN_END = re.compile(r"(?<![-0-9:])[0-9]{2}:[0-9]{2}\Z")
_ALWAYS = re.compile(
    r"(?:open |available )?(?:always|24x7|round the clock|24 ?(?:hours|hrs|hr|h)(?: a day)?)(?: open)?"
    r"(?:,? (?:and )?(?:7|seven) days(?: a week)?|,? every day|,? 365 days a year)*",
    re.I,
)
_HOLIDAYS = re.compile(
    r"[,;.]?\s*\(?(?:(?:but|and) )?(?:closed|not|except|excluding)(?: (?:on|for))?(?: (?:all|any))?"
    r" (?:bank|public) holidays?\)?",
    re.I,
)


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Hours that nothing can read."""
    for path, hours in record.texts("hours"):
        if not is_readable(hours):
            message = f"The opening hours “{hours}” cannot be read."
            yield problem(record, path, CODE, LEVEL, message, tip(hours))


@lru_cache(maxsize=65536)
def is_readable(hours: str) -> bool:
    """Whether hours have the form of OpenStreetMap, with the public holidays of Great Britain."""
    from opening_hours import validate

    return bool(validate(hours))


def tip(hours: str) -> str:
    """What to type: the hours in the form that can be read, if they can be guessed."""
    if _ALWAYS.fullmatch(hours.strip(" .")):
        return "Type: 24/7"
    guess = _HOLIDAYS.sub("; PH off", hours.strip(" ."))
    guess = _DAYS.sub(lambda day: day[1].capitalize(), guess.replace("–", "-"))
    guess = re.sub(r"(?i)\b(?:weekdays|daily|every day)\b", _several_days, guess)
    guess = _HALF.sub(_by_the_second, re.sub(r"\s*(?:\b(?:to|until)\b|-)\s*", "-", guess))
    guess = _DOTTED.sub(r"\1:\2", _TIME.sub(_by_24_hours, guess))
    guess = re.sub(r"(?i)\b(?:12 )?(?:midday|noon)\b", "12:00", re.sub(r"(?i)\bmidnight\b", "24:00", guess))
    guess = _BARE.sub(_by_day, guess).removeprefix("; ")
    for each in (guess.replace(", ", " "), guess, guess.replace(" and ", ",")):
        if is_readable(each) and not _OPEN_END.search(each):
            return f"Type: {each}"
    if is_readable(ended := _OPEN_END.sub(_two_hours, guess)):
        return f"Say when it ends as well, as in: {ended}"
    return EXAMPLE


def _several_days(found: re.Match[str]) -> str:
    return "Mo-Fr" if found[0].casefold() == "weekdays" else "Mo-Su"


def _by_the_second(found: re.Match[str]) -> str:
    """A first time without am or pm: 9-5pm is from the morning, 2-5pm from the afternoon."""
    half = found[4] if int(found[1]) <= int(found[3].split(":")[0].split(".")[0]) else "am"
    return f"{found[1]}{found[2] or ''}{half}-{found[3]}{found[4]}"


def _by_day(found: re.Match[str]) -> str:
    """Hours without am or pm that can only be those of a working day: 9-5 is 09:00-17:00."""
    start, end = int(found[1]), int(found[2])
    return f"{start:02d}:00-{end + 12:02d}:00" if 7 <= start <= 11 and 1 <= end <= 8 else found[0]


def _two_hours(found: re.Match[str]) -> str:
    return f"{found[0]}-{min(int(found[0][:2]) + 2, 24):02d}{found[0][2:]}"


def _by_24_hours(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "pm" else 0)
    return f"{hour:02d}:{found[2] or '00'}"
