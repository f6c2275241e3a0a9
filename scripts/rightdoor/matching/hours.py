"""Opening hours in words, from the OpenStreetMap form in which records keep them.

"Mo-Fr 09:00-17:00; PH off" is read as "Monday to Friday, 9am to 5pm" and "Closed on bank holidays". Whatever these
words cannot say is shown as it was typed, and said to be so: a wrong sentence would be worse than an odd one.
"""

from functools import lru_cache

from rightdoor.matching.plain import capital, joined
from rightdoor.model.opening_hours import MONTHS, days_of, parts_of, rules_of

DAYS = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
    "PH": "bank holidays",
    "SH": "school holidays",
}
NTH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}


@lru_cache(maxsize=4096)
def hours_words(text: str) -> tuple[str, ...]:
    """The hours as short sentences without a full stop, one for each rule."""
    words = [_rule_words(rule) for rule in rules_of(text)]
    if not words or None in words:
        return (f"As typed in the entry: {text}",)
    return tuple(each for each in words if each)


def _rule_words(rule: str) -> str | None:
    """One rule in words; None when they cannot say it."""
    found = parts_of(rule)
    if found is None:
        return None
    days, times = _days_words(found["days"]), _times_words(found["times"])
    if days is None or times is None:
        return None
    if times == "closed":
        words = f"Closed on {_plural(days)}" if days else "Closed"
    else:
        words = capital(", ".join(part for part in (days, times) if part))
    if found["months"]:
        span = MONTHS[found["months"]] + (f" to {MONTHS[found['until']]}" if found["until"] else "")
        words = f"{span}: {words}"
    note = found["note"]
    return f"{words} ({note})" if words and note else words or capital(note or "")


def _days_words(text: str | None) -> str | None:
    """Days in words, "" when the rule names none, None when they cannot be said."""
    if not text:
        return ""
    if text in ("Mo-Su", "Mo-Su,PH", "Mo-Su, PH"):
        return "every day" if text == "Mo-Su" else "every day, bank holidays too"
    parts = [_day_words(part) for part in days_of(text)]
    return joined(part for part in parts if part) if None not in parts else None


def _day_words(part: str) -> str | None:
    """One day or row of days: "Monday to Friday", "first Tuesday of the month"."""
    day, _, nth = part.partition("[")
    if nth:
        counts = [NTH.get(each) for each in nth.rstrip("]").split(",")]
        known = [each for each in counts if each]
        return f"{joined(known)} {DAYS[day]} of the month" if "-" not in day and day not in ("PH", "SH") else None
    first, _, last = day.partition("-")
    if last and {first, last} & {"PH", "SH"}:
        return None
    return f"{DAYS[first]} to {DAYS[last]}" if last else DAYS[first]


def _plural(days: str) -> str:
    """Days on which something is closed: "Mondays", but "bank holidays" as they are."""
    if days == "every day" or days.endswith(("holidays", "month")) or " to " in days:
        return days
    return " and ".join(part if part.endswith("holidays") else f"{part}s" for part in days.split(" and "))


def _times_words(text: str | None) -> str | None:
    """Times in words; None when there is a time that no clock shows."""
    if not text:
        return ""
    if text == "24/7":
        return "24 hours a day, every day"
    if text in ("off", "closed"):
        return "closed"
    parts = [_time_words(part.strip()) for part in text.split(",")]
    return joined(part for part in parts if part) if None not in parts else None


def _time_words(part: str) -> str | None:
    """One stretch of time: "9am to 5pm", "from 6pm", "24 hours"."""
    if part in ("00:00-24:00", "0:00-24:00", "00:00-00:00"):
        return "24 hours"
    start, _, end = part.rstrip("+").partition("-")
    first, last = clock_words(start), clock_words(end) if end else ""
    if first is None or last is None:
        return None
    return f"{first} to {last}" if end else f"from {first}"


def clock_words(text: str) -> str | None:
    """A time of day: "9am", "9:30pm", "midday", "midnight"; a time after 24:00 is of the next day."""
    hour, minute = (int(part) for part in text.split(":"))
    if hour > 26:
        return None
    hour %= 24
    if not minute and hour in (0, 12):
        return "midday" if hour else "midnight"
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{'am' if hour < 12 else 'pm'}"
