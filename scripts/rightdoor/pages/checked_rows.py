"""When each part of an entry was last checked, how, and when it is next due.

Only what the service itself said counts as confirmed: what was copied or read somewhere is called copied or read.
"""

from datetime import date
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from rightdoor.matching.phrases import lower_first
from rightdoor.model.freshness import COPIED, Freshness, Standing
from rightdoor.model.service import Service
from rightdoor.model.stated import covered, says
from rightdoor.pages.ageing import Aged, aged
from rightdoor.pages.urgent import crisis_ids
from rightdoor.pages.view import View
from rightdoor.pages.wording import date_words

GROUPS = ("criteria", "referral", "waits", "contact", "hours", "other")
NOTHING = "Nothing known"
NEVER = "Never checked"
NOT_CONFIRMED = "Details not confirmed with the service"
FINE = (Standing.CURRENT, Standing.DUE)


class CheckRow(NamedTuple):
    """One part of the entry: what it is, how and when it was checked, by which role, and how that stands today.

    `marks` are attributes for the element that holds `words` (`ageing.py`).
    """

    label: str
    how: str
    by: str
    due: date | None
    standing: str
    words: str
    marks: Markup = Markup()


def how_words(view: View, stands: Freshness) -> str:
    """How and when a fact was checked: "Confirmed by phone, 1 November 2026", "Copied from another directory on …"."""
    if stands.on is None or stands.standing is Standing.NEVER:
        return NEVER
    day = date_words(stands.on)
    if stands.how == COPIED:
        return f"Copied from another directory on {day}, not confirmed with the service"
    if stands.how == "published-page":
        return f"Read on the service's page, {day}"
    return f"{view.directory.grammar['checked_how'].label(stands.how)}, {day}"


def standing_words(stands: Freshness) -> str:
    """How a check stands today, in words."""
    if stands.due_on is None or stands.on is None:
        return NEVER
    if stands.how == COPIED:
        return "Not confirmed with the service"
    due = date_words(stands.due_on)
    return {
        Standing.CURRENT: f"Good until {due}",
        Standing.DUE: f"Due again since {due}",
        Standing.OVERDUE: f"Overdue since {due}",
        Standing.NOT_CONFIRMED: f"Not confirmed: overdue since {due}",
    }[stands.standing]


def groups_of(view: View, service: Service) -> tuple[str, ...]:
    """The parts an entry has; a crisis route is checked as a whole too, and that comes first."""
    return ("crisis", *GROUPS) if service.id in crisis_ids(view) else GROUPS


def is_said(view: View, service: Service, group: str) -> bool:
    """Whether the entry says anything in this part of it."""
    fields = view.once(("covered",), lambda: covered(view.directory.grammar))
    return says(service, fields[group])


def check_rows(view: View, service: Service) -> tuple[CheckRow, ...]:
    """A row for each part of the entry; where it says nothing there is nothing to be checked."""
    return tuple(_check_row(view, service, group) for group in groups_of(view, service))


def _check_row(view: View, service: Service, group: str) -> CheckRow:
    label = view.directory.grammar["fact_groups"].label(group)
    if not is_said(view, service, group):
        return CheckRow(label, "", "", None, "unknown", NOTHING)
    check = service.checked.of(group)
    stands = view.directory.freshness(service, group, view.today)
    words, standing, marks = aged(view, service, group, standing_words)
    return CheckRow(label, how_words(view, stands), check.by or "", stands.due_on, standing, words, marks)


def warning(view: View, service: Service, group: str) -> Aged:
    """What to say beside a part of the entry that should not simply be believed; no words while it stands."""
    return aged(view, service, group, partial(_warning_words, view))


def _warning_words(view: View, stands: Freshness) -> str:
    if stands.standing in FINE:
        return ""
    if stands.due_on is None or stands.on is None:
        return "Nobody has confirmed this with the service. Ask before relying on it."
    if stands.how == COPIED:
        return f"{how_words(view, stands)}. Ask before relying on it."
    last = f"{_last(stands)} and was due again on {date_words(stands.due_on)}"
    if stands.standing is Standing.OVERDUE:
        return f"Overdue: this was {last}. Ask before relying on it."
    return f"Not confirmed: this was {last}. Do not rely on it."


def _last(stands: Freshness) -> str:
    assert stands.on is not None
    how = "read on the service's page" if stands.how == "published-page" else "last confirmed"
    return f"{how} on {date_words(stands.on)}"


def lately(view: View, service: Service, group: str = "waits") -> Aged:
    """The words that stand after a fact that nobody has confirmed for a long time; none while it stands."""
    return aged(view, service, group, lambda stands: "" if stands.standing in FINE else ", not confirmed lately")


def calm(view: View, service: Service) -> Aged:
    """How far a crisis service's details were checked: one quiet sentence that keeps nobody from calling."""

    def say(stands: Freshness) -> str:
        return f"{how_words(view, stands) if stands.relied_on else NOT_CONFIRMED}."

    return aged(view, service, groups_of(view, service)[0], say)


def on_a_card(view: View, service: Service) -> Aged:
    """How far to believe whom a service takes, for a list."""
    if not is_said(view, service, "criteria"):
        return Aged("Nothing is known of whom it takes. Ask first.", "never", Markup(' data-standing="never"'))
    return aged(view, service, "criteria", partial(_card_words, view))


def _card_words(view: View, stands: Freshness) -> str:
    if stands.standing is Standing.NEVER:
        return f"{NEVER}: nobody has confirmed whom it takes. Ask first."
    if stands.how == COPIED:
        return f"{how_words(view, stands)}. Ask first."
    if stands.standing in FINE:
        return f"Whom it takes: {lower_first(how_words(view, stands))}."
    return f"Whom it takes was {_last(stands)}, too long ago. Ask first."
