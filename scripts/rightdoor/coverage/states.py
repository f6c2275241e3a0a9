"""The six states of a cell, best first, and how services make one."""

from collections.abc import Iterable
from enum import StrEnum

from rightdoor.coverage.use import Use
from rightdoor.matching.match import Outcome


class State(StrEnum):
    """What there is for some people; codes of the vocabulary `coverage_states`, best first."""

    COVERED = "covered"
    CHECK = "check"
    CLOSED = "closed"
    STALE = "stale"
    NONE = "none"
    UNKNOWN = "unknown"


SERVED = (State.COVERED, State.CHECK, State.CLOSED, State.STALE)
"""The states that a service makes; the other two say that there is none."""

_OF_USE = {Use.ASK: State.CHECK, Use.SHUT: State.CLOSED, Use.STALE: State.STALE}


def made_by(use: Use, outcome: Outcome) -> State | None:
    """The state that one service makes for some people; None where it does not take them or counts apart."""
    if use is Use.APART or outcome is Outcome.DOES_NOT_FIT:
        return None
    if use is Use.OPEN:
        return State.CHECK if outcome is Outcome.CHECK else State.COVERED
    return _OF_USE[use]


def worst(states: Iterable[State]) -> State:
    """The worst of some states; ValueError where there is none."""
    return max(states, key=list(State).index)
