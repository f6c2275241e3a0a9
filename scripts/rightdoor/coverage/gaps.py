"""The gaps of an area, worst first: for whom nothing is open, and why.

A gap is everybody of one need whose state is the same for the same reason, cut into the largest rectangles of severity
by age (`rightdoor.coverage.rectangles`). Needs with the very same gap are one gap. A situation makes a gap only where
the same people without it are covered, and only where it leaves nothing at all: that a service has to be asked first is
counted in the table of situations (docs/decisions/0172-gaps.md).
"""

from collections.abc import Iterator
from dataclasses import replace

from rightdoor.coverage.asked import NO_SITUATION
from rightdoor.coverage.gap import Gap, spoken
from rightdoor.coverage.gap_order import worst
from rightdoor.coverage.gap_parts import parts_of, told
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.states import State
from rightdoor.model.directory import Directory
from rightdoor.model.measure import AgeRange

__all__ = ["Gap", "gaps", "opened", "spoken", "worst"]


def gaps(directory: Directory, grid: Grid) -> tuple[Gap, ...]:
    """Every gap of a grid, worst first."""
    return told(directory, grid.area, (each for plane in grid.planes.values() for each in _of_plane(grid, plane)))


def opened(directory: Directory, before: Grid, after: Grid) -> tuple[Gap, ...]:
    """The gaps of the people who were covered before and are not now, worst first; both grids are of one area."""
    found = (
        each
        for key, plane in after.planes.items()
        if key in before.planes
        for each in _of_plane(after, plane, _covered_before(before.planes[key], plane))
    )
    return told(directory, after.area, found)


def _of_plane(grid: Grid, plane: Plane, among: int | None = None) -> Iterator[Gap]:
    """The gaps of one plane; of one with a situation only where people without it are covered.

    What somebody wrote down is of people without a situation: where these are covered it says nothing of the others.
    """
    cells = plane.asked if among is None else plane.asked & among
    passed_over = {State.COVERED}
    if plane.situation != NO_SITUATION:
        cells &= grid.plane(plane.need).cells[State.COVERED]
        plane, passed_over = replace(plane, gaps=()), {State.COVERED, State.CHECK}
    for state in State:
        if state not in passed_over:
            yield from parts_of(plane, state, cells)


def _covered_before(before: Plane, after: Plane) -> int:
    """The cells of a plane whose people were all covered in another of the same need, whose ages are cut elsewhere."""
    covered, found = before.cells[State.COVERED], 0
    for row, _ in enumerate(after.severities):
        for column, ages in enumerate(after.ages):
            if all(covered & before.bit(row, at) for at in _sharing(before.ages, ages)):
                found |= after.bit(row, column)
    return found


def _sharing(spans: tuple[AgeRange, ...], ages: AgeRange) -> Iterator[int]:
    """The places of the spans that share an age with others."""
    return (at for at, each in enumerate(spans) if each.youngest <= ages.oldest and ages.youngest <= each.oldest)
