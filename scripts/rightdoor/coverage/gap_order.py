"""Which of two gaps is worse, so that the worst are read first.

What somebody looked for and did not find comes first. Then it counts how much harm may come to people (a crisis,
abuse, a severe problem) and how shut the door is; then how many people of that age live there, once for each need. The
order is all that is ever shown of it: there is no score (docs/decisions/0172-gaps.md).
"""

from collections.abc import Iterable
from typing import Any

from rightdoor.coverage.gap import Gap, spoken
from rightdoor.coverage.states import State
from rightdoor.model.grammar import Grammar

_SHUT = {State.NONE: 0, State.CLOSED: 1, State.UNKNOWN: 2, State.STALE: 3, State.CHECK: 4, State.COVERED: 5}
"""How shut the door is; open doors are there for people who are between two steps, or have several."""


def worst_first(gaps: Iterable[Gap], grammar: Grammar) -> tuple[Gap, ...]:
    """The gaps in order."""
    return tuple(sorted(gaps, key=lambda gap: _key(gap, grammar)))


def worst(gaps: Iterable[Gap], number: int) -> tuple[Gap, ...]:
    """The gaps to read first: the worst, but none of a need or a service that one above it has spoken of.

    They begin with the worst that is no gap of a situation only: it is what areas are set side by side by. Where there
    are fewer such gaps than asked for, the worst of the others follow.
    """
    first, others, said = list[Gap](), list[Gap](), set[str]()
    for each in _plain_first(tuple(gaps)):
        speaks_of = {*each.needs, *each.services}
        if said.isdisjoint(speaks_of):
            first.append(each)
            said |= speaks_of
        else:
            others.append(each)
    return tuple((first + others)[:number])


def _plain_first(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    at = next((at for at, each in enumerate(gaps) if not each.situation), 0)
    return (*gaps[at : at + 1], *gaps[:at], *gaps[at + 1 :])


def harm(gap: Gap, grammar: Grammar) -> int:
    """How much harm may come to people, 0 the most: a crisis, then abuse and what is severe, then all else, then what
    is mild. A crisis of which nobody knows stands before a long wait of others. A situation counts less: it is true of
    few of the people who live there."""
    terms = [grammar["needs"][each] for each in gap.needs]
    if any(each.more.get("crisis_check") for each in terms):
        found = 0
    elif any(each.more.get("asked", {}).get("safety") for each in terms):
        found = 2
    else:
        found = _by_severity(gap.severities[-1], grammar)
    return found + bool(gap.situation)


def _by_severity(severity: str, grammar: Grammar) -> int:
    """The two most severe bands, those between, and the mildest; a need that is not graded is between."""
    bands = list(grammar["severity_bands"].terms)
    if severity in bands[-2:]:
        return 2
    return 4 if severity == bands[0] else 3


def _key(gap: Gap, grammar: Grammar) -> tuple[Any, ...]:
    reach = (gap.people or 0) * len(spoken(gap.needs, grammar))
    return (
        gap.state is not State.NONE,
        harm(gap, grammar) + _SHUT[gap.state],
        -reach,
        grammar["needs"].rank(gap.need),
        gap.situation,
        gap.ages.youngest,
        grammar["severity_bands"].rank(gap.severities[0]) if gap.severities[0] else 0,
    )
