"""What a situation changes: of the people who are covered, how many still are when something else is true of them.

The same grid is asked again for somebody who needs an interpreter, cannot travel, is under a mental health team… People
are counted as the page shows them, a severity by a band of ages; a band is as good as the worst of its ages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rightdoor.coverage.asked import NO_SITUATION, bands_of
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.states import State
from rightdoor.model.directory import Directory


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need in a situation: of `asked` groups of people who are covered without it, those that stay covered, those
    whom a service takes only if asked first, and those who lose all cover."""

    need: str
    asked: int
    kept: int
    check: int
    lost: int


@dataclass(frozen=True, slots=True)
class SituationRow:
    """One situation over all needs; `equity` marks a question of fair access."""

    situation: str
    equity: bool
    needs: tuple[NeedRow, ...]

    @property
    def asked(self) -> int:
        """The groups of people who are covered without it."""
        return sum(each.asked for each in self.needs)

    @property
    def kept(self) -> int:
        """Those who stay covered."""
        return sum(each.kept for each in self.needs)

    @property
    def check(self) -> int:
        """Those whom a service takes only if asked first."""
        return sum(each.check for each in self.needs)

    @property
    def lost(self) -> int:
        """Those who lose all cover."""
        return sum(each.lost for each in self.needs)


def by_situation(directory: Directory, grid: Grid) -> tuple[SituationRow, ...]:
    """A row for each situation, in the order of the vocabulary; needs that nobody covers without it are left out."""
    bands = [grid.within(ages) for _, ages in bands_of(directory.grammar)]
    return tuple(
        SituationRow(term.code, bool(term.more["asked"].get("equity")), tuple(_rows(grid, term.code, bands)))
        for term in directory.grammar["situations"]
    )


def _rows(grid: Grid, situation: str, bands: Iterable[tuple[int, ...]]) -> Iterator[NeedRow]:
    for (need, code), plane in grid.planes.items():
        if code != situation:
            continue
        before = grid.planes[need, NO_SITUATION]
        states = [_state(plane, group) for group in _groups(plane, bands) if _is_covered(before, group)]
        if states:
            kept, check = states.count(State.COVERED), states.count(State.CHECK)
            yield NeedRow(need, len(states), kept, check, len(states) - kept - check)


def _groups(plane: Plane, bands: Iterable[tuple[int, ...]]) -> Iterator[int]:
    """The cells of each severity and band of ages that are asked about in this situation."""
    for severity, _ in enumerate(plane.severities):
        for spans in bands:
            if cells := plane.asked & sum(plane.bit(severity, age) for age in spans):
                yield cells


def _is_covered(plane: Plane, cells: int) -> bool:
    return not cells & ~plane.cells[State.COVERED]


def _state(plane: Plane, cells: int) -> State:
    """The worst state of some cells, of which it is enough to know whether it is one of the best two."""
    if _is_covered(plane, cells):
        return State.COVERED
    return State.UNKNOWN if cells & ~(plane.cells[State.COVERED] | plane.cells[State.CHECK]) else State.CHECK
