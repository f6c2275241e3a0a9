"""Gaps with one cause as one line, so that a long wait of one service is read once and not once for each need.

Gaps are of one cause where the same services make the same state of them, or where the same situation leaves nobody at
all. A gap for which no service is known stands alone: what may be done about each is another thing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rightdoor.coverage.gap import Gap


@dataclass(frozen=True, slots=True)
class Line:
    """The worst gap of one cause, and the others that it has, worst first."""

    gap: Gap
    also: tuple[Gap, ...] = ()


def lines(gaps: Iterable[Gap]) -> tuple[Line, ...]:
    """Gaps as lines, in the order of the worst of each."""
    found: dict[object, list[Gap]] = defaultdict(list)
    for each in gaps:
        alone = not each.services and not each.situation
        found[each.id if alone else (each.situation, each.state, each.services)].append(each)
    return tuple(Line(first, tuple(others)) for first, *others in found.values())
