"""Opening hours as schema.org writes them.

They are given only where all of them can be: a reader who is told of Thursdays, and not of the school holidays, goes
there in vain. A day without an opening is written with 00:00 twice, as search engines read it.
"""

from functools import lru_cache

from rightdoor.exchange.schema_org.parts import Json, node
from rightdoor.model.opening_hours import Stretch, times_of

DAYS = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
    "PH": "https://schema.org/PublicHolidays",
}
_LAST = "23:59"
_SHUT = Stretch(("PH",), "00:00", "00:00")


@lru_cache(maxsize=4096)
def hours(text: str | None) -> list[Json]:
    """The opening hours of a text, which nobody may change; none where schema.org cannot say them all."""
    times = times_of(text) if text else None
    if times is None or times.other or times.monthly or times.shut:
        return []
    holidays = [] if times.holidays is None else list(times.holidays) or [_SHUT]
    return [_specification(each) for each in (*times.weekly, *holidays)]


def _specification(stretch: Stretch) -> Json:
    days = [DAYS[each] for each in stretch.days]
    closes = _LAST if stretch.end == "24:00" else stretch.end
    return node("OpeningHoursSpecification", dayOfWeek=days, opens=stretch.start, closes=closes)
