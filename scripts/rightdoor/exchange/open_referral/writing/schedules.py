"""Opening hours as schedules (RFC 5545): each week, or the second Tuesday of a month; the rest stays in words."""

from collections.abc import Iterator

from rightdoor.exchange.open_referral.writing.parts import Json, id_of, known
from rightdoor.model.opening_hours import Stretch, times_of


def schedules(service: str, hours: str | None, words: str) -> list[Json]:
    """The schedules of a service; where not all of its hours can be one, `words` stand in the only one.

    A part of its hours would say that it is closed when it is open.
    """
    if not hours:
        return []
    times = times_of(hours)
    whole = not times.other and not times.holidays and not times.shut
    rows = [*_rows(times.weekly), *_rows(times.monthly)] if whole else []
    closed = "Closed on bank holidays." if whole and times.holidays == () else ""
    own = {"service_id": id_of("service", service)}
    if not rows:
        return [{"id": id_of("schedule", service, "words"), **own, "description": words}]
    return [
        {"id": id_of("schedule", service, each["byday"], each["opens_at"], at), **own, **each, **known(notes=closed)}
        for at, each in enumerate(rows)
    ]


def _rows(stretches: tuple[Stretch, ...]) -> Iterator[Json]:
    for each in stretches:
        days = [day[:2].upper() for day in each.days]
        byday = ",".join(f"{nth}{day}" for nth in each.nth or ("",) for day in days)
        times = {"opens_at": each.start, "closes_at": each.end}
        yield {"freq": "MONTHLY" if each.nth else "WEEKLY", "interval": 1, "byday": byday, **times}
