"""The words of the pages: dates, numbers, waits and sessions as the NHS service manual writes them.

Every function takes values of the model and gives plain text; templates escape it. A function that needs labels is
given the vocabulary. Ages, severity and areas are worded by `matching.phrases`, so that a page says what a match says.
Dates and numbers: https://service-manual.nhs.uk/content/numbers-measurements-dates-time (read 20 August 2026).
"""

from datetime import date
from functools import cache

from rightdoor.matching import plain
from rightdoor.matching.phrases import lower_first
from rightdoor.model.measure import words_for_date
from rightdoor.model.service import Sessions, Wait
from rightdoor.model.vocabulary import Vocabulary

UNKNOWN = "Not known: nobody has said."
FILTERS = ("date_words", "joined", "capital", "counted", "link_words")


date_words = cache(words_for_date)
"""A date as people write it; a site writes few dates, many times each."""


def typed_date(text: str) -> str:
    """A date as a page shows it: one typed as 2021-07-16 in words, anything else as typed."""
    try:
        return date_words(date.fromisoformat(text))
    except ValueError:
        return text


joined = plain.joined
"""Words in a row: "A", "A and B", "A, B and C"."""


capital = plain.capital
"""The text with a capital first letter; the rest stays as typed."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 service", "1,200 services"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def link_words(url: str) -> str:
    """A web or e-mail address as people read it: without its scheme, "www." and closing slash."""
    return url.split("://", 1)[-1].removeprefix("mailto:").removeprefix("tel:").removeprefix("www.").rstrip("/")


def wait_words(wait: Wait, steps: Vocabulary) -> str:
    """The two steps of a wait: "referral to assessment"."""
    return f"{_step(wait.start, steps)} to {_step(wait.end, steps)}"


def _step(code: str, steps: Vocabulary) -> str:
    term = steps.terms.get(code)
    return str(term.more.get("phrase") or lower_first(term.label)) if term else code


def weeks_words(weeks: int) -> str:
    """A wait in words: "about 4 weeks"; nought weeks is "less than a week"."""
    return f"about {counted(weeks, 'week')}" if weeks else "less than a week"


def session_words(sessions: Sessions, policies: Vocabulary) -> str:
    """How many sessions: "6 to 12 sessions", "up to 12 sessions", or the policy's own label."""
    low, high = sessions.at_least, sessions.at_most
    if low is not None and high is not None and low != high:
        return f"{low} to {high} sessions"
    number = high if high is not None else low
    if number is None:
        return policies.label(sessions.policy)
    if sessions.policy == "up-to" and high is not None:
        return f"Up to {counted(high, 'session')}"
    return f"{'At least ' if high is None else ''}{counted(number, 'session')}"
