"""The forms that text may have to keep (dates, ages, ids…), and what somebody who wrote another form meant."""

import re
from enum import Enum
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4})\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[t ].{0,40})?\Z")
_AGE = re.compile(r"(?:aged )?([0-9]{1,3}) ?(?:years?|yrs?|y)?(?:(?: and)? ?([0-9]{1,2}) ?(?:months?|mths?|m))?\Z")
_MONTHS_ONLY = re.compile(r"([0-9]{1,2}) ?(?:months?|mths?|m)\Z")
_SPAN = re.compile(r"([0-9]{1,4}) ?(hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mths?|m|years?|yrs?|y)\Z")
_AT = re.compile(r" ?(?:\[at\]|\(at\)| at |@) ?", re.IGNORECASE)
_DOT = re.compile(r" ?(?:\[dot\]|\(dot\)| dot ) ?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+\Z")


_QUOTES = " “”‘’\"'"


class Form(Enum):
    """A form that text keeps; the value says so in words."""

    LINE = "it must be one line that neither begins nor ends with a blank"
    WORD = "it must be one word, without blanks"
    ID = "an id has only small letters, digits and single hyphens"
    DATE = "a date is written year-month-day"
    YEARS = "this age is written in whole years"
    AGE = "an age is written in years and months"
    SPAN = "a length of time is a number and a letter"
    FLAG = "the answer is yes, no or how long ago"


# A form is known by what its pattern lets through: the first of these that it does.
_SAMPLES = (
    (Form.LINE, "A b"),
    (Form.WORD, "A:b"),
    (Form.ID, "ab-c"),
    (Form.DATE, "2026-08-14"),
    (Form.AGE, "17y9m"),
    (Form.FLAG, "yes"),
    (Form.SPAN, "4w"),
    (Form.YEARS, "25y"),
)
_EXAMPLES = {
    Form.ID: "Type it like this: northvale-talking-therapies",
    Form.DATE: "Type the year, the month and the day in figures, with hyphens: YYYY-MM-DD",
    Form.AGE: "Type it like this: 18y, or 17y9m for 17 years and 9 months.",
    Form.YEARS: "Type whole years, such as 25y; for years and months use under instead.",
    Form.SPAN: "Type it like this: 4h, 2d, 4w, 6m or 1y.",
    Form.FLAG: "Type yes or no, or a time such as 3w.",
    Form.WORD: "Delete the blanks.",
}


@cache
def form_of(pattern: str) -> Form:
    """The form that a pattern of our schemas asks for."""
    return next((form for form, sample in _SAMPLES if pattern and re.search(pattern, sample)), Form.LINE)


def looks_like(form: Form, value: str) -> str:
    """What to do where nobody can tell what was meant."""
    if form is not Form.LINE:
        return _EXAMPLES[form]
    if value.endswith("\n") and "\n" not in value[:-1]:
        return "Write it on one line; where it begins with > or |, type >- instead."
    return "Write it on one line, without blanks at the beginning or the end."


def put_right(value: str, form: Form) -> str | None:
    """The value in its right form where it is plain what was meant, else None."""
    typed = " ".join(value.casefold().strip(_QUOTES).split())
    if form is Form.DATE:
        return _date(typed)
    if form is Form.ID:
        return re.sub(r"[^a-z0-9]+", "-", typed.removesuffix(".yaml")).strip("-")[:60] or None
    if form in (Form.AGE, Form.YEARS):
        age = _age(typed)
        return None if age and age.endswith("m") and form is Form.YEARS else age
    if form is Form.WORD and _EMAIL.match(meant := as_email(value)):
        return meant
    if form is Form.SPAN and (found := _SPAN.match(typed)):
        return f"{found[1]}{found[2][0]}"
    return None


def as_email(value: str) -> str:
    """An email address with its @ and dots, where they were written as words."""
    return _DOT.sub(".", _AT.sub("@", value.strip().removeprefix("mailto:")))


def _date(typed: str) -> str | None:
    """A date that can be read in one way only; the day comes first, as is usual here."""
    if found := _YEAR_FIRST.match(typed):
        return _iso(found[1], found[2], found[3])
    if found := _DAY_FIRST.match(typed.replace(",", "")):
        return _iso(found[3], found[2], found[1])
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    if not month.isdigit():
        month = str(_MONTHS.index(month[:3]) + 1) if month[:3] in _MONTHS else "0"
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


def _age(typed: str) -> str | None:
    if found := _MONTHS_ONLY.match(typed):
        return f"{found[1]}m"
    if found := _AGE.match(typed):
        return f"{found[1]}y" + (f"{found[2]}m" if found[2] else "")
    return None
