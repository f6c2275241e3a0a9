"""The grid as it is shown: in eight bands of age, each as good as the worst of the ages within it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rightdoor.coverage.asked import bands_of
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.states import State
from rightdoor.model.grammar import Grammar

_WORST_FIRST = tuple(reversed(State))

Row = tuple[State | None, ...]
"""The state of every band of age, youngest first; None where none of its ages is asked about."""


def shown(grid: Grid, plane: Plane, grammar: Grammar) -> tuple[Row, ...]:
    """The states of a plane by severity, mildest first, and by band of age."""
    bands = [sum(plane.bit(0, age) for age in grid.within(ages)) for _, ages in bands_of(grammar)]
    return tuple(
        tuple(_state(plane, band * plane.bit(severity, 0)) for band in bands)
        for severity, _ in enumerate(plane.severities)
    )


def counted(needs: Iterable[tuple[Row, ...]]) -> Mapping[str, int]:
    """How many groups of people (a need, a severity and a band of ages) are in each state, best first."""
    found = Counter(state for rows in needs for row in rows for state in row if state)
    return {str(state): found[state] for state in State}


def groups_in(grid: Grid, grammar: Grammar) -> Mapping[str, int]:
    """How many groups of people of a grid are in each state, in no situation."""
    return counted(shown(grid, grid.plane(need), grammar) for need in grid.needs)


def cells_of_band(grid: Grid, plane: Plane, severity: int, band: str, grammar: Grammar) -> int:
    """The cells of one severity and one band of age (a code of `age_bands`); KeyError for a foreign band."""
    found = 0
    for age in grid.within(dict(bands_of(grammar))[band]):
        found |= plane.bit(severity, age)
    return found & plane.asked


def _state(plane: Plane, cells: int) -> State | None:
    """The worst state of some cells; None where none of them is asked about."""
    return next((state for state in _WORST_FIRST if plane.cells[state] & cells), None)
