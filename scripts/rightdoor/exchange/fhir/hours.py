"""Opening hours as `availableTime` and `notAvailable`: hours of a week, and the words of everything else.

R4 knows only hours that hold in every week. The second Wednesday of a month, hours by appointment and whatever cannot
be taken apart for certain stand in words in `availabilityExceptions`.
"""

from rightdoor.exchange.fhir.parts import Json, known
from rightdoor.exchange.words import Words
from rightdoor.model.opening_hours import WEEK, Stretch, times_of

DAYS = dict(zip(WEEK, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True))
LAST = "23:59:59"
"""The end of a day: R4 has no 24:00."""


def hours(text: str | None, words: Words) -> Json:
    """The fields of a HealthcareService that say when it is open; {} where nobody has said."""
    if not text:
        return {}
    times = times_of(text)
    return known(
        availableTime=[part for each in times.weekly for part in _available(each)],
        notAvailable=[{"description": each} for each in words.closed],
        availabilityExceptions=". ".join(words.hours) + "." if words.hours else "",
    )


def _available(stretch: Stretch) -> tuple[Json, ...]:
    """One stretch; one that runs past midnight is two, since R4 has no end on another day."""
    days = [DAYS[each] for each in stretch.days]
    if stretch.all_day:
        return ({"daysOfWeek": days, "allDay": True},)
    if stretch.end > stretch.start:
        return (_part(days, stretch.start, stretch.end),)
    following = [DAYS[WEEK[(WEEK.index(each) + 1) % 7]] for each in stretch.days]
    return _part(days, stretch.start, "24:00"), _part(following, "00:00", stretch.end)


def _part(days: list[str], start: str, end: str) -> Json:
    last = LAST if end == "24:00" else f"{end}:00"
    return {"daysOfWeek": days, "availableStartTime": f"{start}:00", "availableEndTime": last}
