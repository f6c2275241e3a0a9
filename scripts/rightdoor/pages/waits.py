"""The waits of a service, each in words and as a bar on a scale that is the same everywhere: a year from the referral.

A bar begins where the wait before it ends, so that the eye reads how long people wait in all. The words say it first,
since the bar is hidden from screen readers; `finder/results/wait.js` draws the same (docs/decisions/0157-waits.md).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from rightdoor.model.service import Service, Wait
from rightdoor.pages import wording
from rightdoor.pages.prose import safe_href
from rightdoor.pages.view import View

YEAR = 52
"""How many weeks the scale has."""

LEAST = 0.6
"""How wide a wait of less than a week is drawn: so that it can be seen, and is not taken for none that is known."""

_LATEST_START = 48
_FIRST = "referral"


class WaitRow(NamedTuple):
    """One wait in words, the day it was true and where that is written.

    `bar` is the outline of its bar: "" where nobody has said when it begins.
    """

    steps: str
    weeks: str
    bar: str
    as_of: date
    source: str


def wait_rows(view: View, service: Service) -> tuple[WaitRow, ...]:
    """A row for each wait that the service states, in its order."""
    steps = view.directory.grammar["wait_steps"]
    ends = _ends(service.waits)
    return tuple(
        WaitRow(
            wording.wait_words(each, steps),
            wording.weeks_words(each.weeks),
            bar(ends[each.start], each.weeks) if each.start in ends else "",
            each.as_of,
            safe_href(each.source or "") or "",
        )
        for each in service.waits
    )


def _ends(waits: Iterable[Wait]) -> Mapping[str, int]:
    """After how many weeks from the referral each step is reached, as far as the waits before it say."""
    ends, left = {_FIRST: 0}, list(waits)
    while known := [each for each in left if each.start in ends]:
        ends |= {each.end: ends.get(each.end, ends[each.start] + each.weeks) for each in known}
        left = [each for each in left if each not in known]
    return ends


def bar(start: int, weeks: int) -> str:
    """The outline of a bar on a scale of 52 by 8; one that runs past the year is broken off."""
    if start + weeks > YEAR:
        return f"M{min(start, _LATEST_START)} 0H50.5l1.5 2-1.5 2 1.5 2-1.5 2H{min(start, _LATEST_START)}z"
    length = max(weeks, LEAST)
    return f"M{min(start, YEAR - length):g} 0h{length:g}v8h-{length:g}z"
