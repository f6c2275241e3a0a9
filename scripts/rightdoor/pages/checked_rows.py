"""When each part of an entry was last confirmed, how, and when it is next due."""

from datetime import date
from typing import NamedTuple

from rightdoor.model.freshness import Freshness, Standing, freshness
from rightdoor.model.service import Service
from rightdoor.pages.view import View
from rightdoor.pages.wording import date_words

GROUPS = ("criteria", "referral", "waits", "contact", "hours", "other")


class CheckRow(NamedTuple):
    """One part of the entry: what it is, how it was checked, on which day, by which role, and how that stands today."""

    label: str
    how: str
    on: date | None
    by: str
    due: date | None
    standing: str
    words: str


def standing_words(stands: Freshness) -> str:
    """How a check stands today, in words."""
    if stands.due_on is None or stands.on is None:
        return "Never confirmed"
    due = date_words(stands.due_on)
    return {
        Standing.CURRENT: f"Good until {due}",
        Standing.DUE: f"Due again since {due}",
        Standing.OVERDUE: f"Overdue since {due}",
        Standing.NOT_CONFIRMED: f"Not confirmed: overdue since {due}",
    }[stands.standing]


def crisis_ids(view: View) -> frozenset[str]:
    """Services that an area names as a crisis route."""
    return view.once(
        ("crisis-ids",),
        lambda: frozenset(each for area in view.directory.areas.values() for each in area.crisis_routes),
    )


def groups_of(view: View, service: Service) -> tuple[str, ...]:
    """The parts an entry has; a crisis route is checked as a whole too, and that comes first."""
    return ("crisis", *GROUPS) if service.id in crisis_ids(view) else GROUPS


def check_rows(view: View, service: Service) -> tuple[CheckRow, ...]:
    """A row for each part of the entry."""
    names, hows = view.directory.grammar["fact_groups"], view.directory.grammar["checked_how"]
    day = view.directory.today_for(service, view.today)
    rows = []
    for group in groups_of(view, service):
        check = service.checked.of(group)
        stands = freshness(check, days_of(view, group), day)
        rows.append(
            CheckRow(
                names.label(group),
                hows.label(stands.how),
                stands.on,
                check.by or "",
                stands.due_on,
                stands.standing.value,
                standing_words(stands),
            )
        )
    return tuple(rows)


def days_of(view: View, group: str) -> int:
    """For how many days a part of an entry is trusted."""
    return int(view.directory.grammar["fact_groups"][group].more["days"])


def warning(view: View, service: Service, group: str) -> str:
    """What to say beside a part of the entry that should not simply be believed; "" when it stands."""
    stands = view.directory.freshness(service, group, view.today)
    if stands.standing in (Standing.CURRENT, Standing.DUE):
        return ""
    if stands.due_on is None or stands.on is None:
        return "Nobody has confirmed this with the service. Ask before relying on it."
    last = f"last confirmed on {date_words(stands.on)} and was due again on {date_words(stands.due_on)}"
    if stands.standing is Standing.OVERDUE:
        return f"Overdue: this was {last}. Ask before relying on it."
    return f"Not confirmed: this was {last}. Do not rely on it."
