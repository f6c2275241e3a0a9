"""The closed set of questions a criterion may ask of an answer: between, at_least, one_of, none_of, is_.

Every operator compares plain values only (numbers, text, tuples of text), because the browser has a twin of each and
the same vectors (`tests/conformance/`) run in both. `answer` is None when nobody was asked; `limit` is None when the
service has never said. **Missing is looked at first, always**: in JsonLogic, as in JavaScript, a missing value
compares as 0, so that "under 18" is true of a person whose age is unknown. Nothing unknown is ever `met`.
"""

from collections.abc import Sequence
from enum import StrEnum


class State(StrEnum):
    """What one criterion comes to for one person."""

    MET = "met"
    NOT_MET = "not_met"
    CHECK = "check"
    UNKNOWN_SERVICE = "unknown_service"
    NOT_ASKED = "not_asked"


Limit = tuple[int | None, int | None]
"""From (included) and below (not included); None at an end means that the service states there is no limit there."""


def between(answer: tuple[int, int] | None, limit: Limit | None) -> State:
    """Whether every number the answer may stand for (both ends included) lies within the limit.

    Wholly inside is met, wholly outside is not; anything else has to be checked. A service that states that it has
    no limit has nothing to ask.
    """
    if limit == (None, None):
        return State.MET
    if answer is None or limit is None:
        return _missing(answer)
    (least, most), (at_least, below) = answer, limit
    if (at_least is not None and most < at_least) or (below is not None and least >= below):
        return State.NOT_MET
    inside = (at_least is None or least >= at_least) and (below is None or most < below)
    return State.MET if inside else State.CHECK


def at_least(answer: int | None, limit: int | None) -> State:
    """Whether the answer is the limit or more."""
    if answer is None or limit is None:
        return _missing(answer)
    return State.MET if answer >= limit else State.NOT_MET


def one_of(answer: Sequence[str] | None, limit: Sequence[str] | None, partly: Sequence[str] = ()) -> State:
    """Whether a word is among those of the limit.

    `answer` holds the word and then the wider ones it lies within: a town is in its county. `partly` are words of
    which only a part is within the limit: of somebody "in the county", a service of one town has to be checked.
    """
    if answer is None or limit is None:
        return _missing(answer)
    if any(each in limit for each in answer):
        return State.MET
    return State.CHECK if answer[0] in partly else State.NOT_MET


def none_of(answer: str | None, limit: Sequence[str] | None) -> State:
    """Whether a word is none of those refused."""
    if answer is None or limit is None:
        return _missing(answer)
    return State.NOT_MET if answer in limit else State.MET


def is_(answer: bool | None, limit: bool | None) -> State:
    """Whether yes or no is the answer that is wanted."""
    if answer is None or limit is None:
        return _missing(answer)
    return State.MET if answer == limit else State.NOT_MET


def _missing(answer: object) -> State:
    """What is said when either side is missing: only something that was asked can find a service silent."""
    return State.NOT_ASKED if answer is None else State.UNKNOWN_SERVICE
