"""Ages, spans of time and severity as numbers that two languages compare alike.

Ages are counted in completed months. Spans are counted in hours, with a month of 730 hours so that
twelve months are exactly one year of 8,760 hours. Both are whole numbers: nothing is ever rounded.
"""

import re
from dataclasses import dataclass
from datetime import date

HOURS = {"h": 1, "d": 24, "w": 168, "m": 730, "y": 8760}
UNITS = {"h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AGE = re.compile(r"(?:([0-9]{1,3})y)?(?:([0-9]{1,2})m)?\Z")
_SPAN = re.compile(r"([0-9]{1,4})([hdwmy])\Z")


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Every age, in completed months, that somebody's stated age may mean; both ends are included.

    "17y" may be any month from 204 to 215; "17y9m" is 213 alone.
    """

    youngest: int
    oldest: int


def months_of(text: str) -> int:
    """Months of an age limit such as `17y9m`, `18y` or `9m`; ValueError when it is not one."""
    found = _AGE.match(text)
    if not text or found is None or int(found[2] or 0) > 11 and found[1]:
        raise ValueError(f"{text!r} is not an age")
    return int(found[1] or 0) * 12 + int(found[2] or 0)


def age_range(text: str) -> AgeRange:
    """What a person's stated age may mean; a bare number is whole years. ValueError when it is not an age."""
    stated = f"{text}y" if re.fullmatch(r"[0-9]{1,3}", text) else text
    youngest = months_of(stated)
    return AgeRange(youngest, youngest + (0 if stated.endswith("m") else 11))


def words_for_age(months: int) -> str:
    """An age in words: "18", or "17 years and 9 months"."""
    years, rest = divmod(months, 12)
    if not rest:
        return str(years)
    tail = f"{rest} month{'s' * (rest != 1)}"
    return f"{years} year{'s' * (years != 1)} and {tail}" if years else tail


def words_for_date(day: date) -> str:
    """A date as people write it: "14 August 2026", whatever language the machine is set to."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def words_for_month(month: str) -> str:
    """A month such as `2026-09` as people write it: "September 2026"."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def hours_of(text: str) -> int:
    """Hours of a span such as `4w`, `6m`, `2d` or `4h`; ValueError when it is not one."""
    found = _SPAN.match(text)
    if found is None:
        raise ValueError(f"{text!r} is not a length of time")
    return int(found[1]) * HOURS[found[2]]


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as typed (`4w`) and in hours."""

    text: str
    hours: int

    @classmethod
    def of(cls, text: str) -> "Span":
        """The span that `text` says; ValueError when it says none."""
        return cls(text, hours_of(text))

    @property
    def words(self) -> str:
        """The span in words: "4 weeks"."""
        count, unit = int(self.text[:-1]), UNITS[self.text[-1]]
        return f"{count} {unit}{'s' * (count != 1)}"
