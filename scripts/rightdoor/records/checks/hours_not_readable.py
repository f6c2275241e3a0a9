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
    guess = _DAYS.sub(lambda day: day[1].capitalize(), hours.replace("–", "-"))
    guess = _TIME.sub(_by_24_hours, re.sub(r"\s*(?:\b(?:to|until)\b|-)\s*", "-", guess))
    guess = re.sub(r"(?i)\bmidday\b|\bnoon\b", "12:00", re.sub(r"(?i)\bmidnight\b", "24:00", guess))
    for each in (guess.replace(", ", " "), guess, guess.replace(" and ", ",")):
        if is_readable(each):
            return f"Type: {each}"
    return EXAMPLE


def _by_24_hours(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "pm" else 0)
    return f"{hour:02d}:{found[2] or '00'}"
