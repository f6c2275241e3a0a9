"""The grid of an area as text for its filters: one letter for each cell, in the page itself: nothing is fetched."""

import json

from rightdoor.coverage.asked import NO_SITUATION, bands_of
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.shown import cells_of_band, shown
from rightdoor.coverage.states import State
from rightdoor.model.grammar import Grammar
from rightdoor.pages.coverage_tables import fewest_open

MOST = 9
"""A letter has no room for more open services."""

NOT_ASKED, COVERED = ".", "+"
LETTERS = {
    State.COVERED: COVERED,
    State.CHECK: "k",
    State.CLOSED: "c",
    State.STALE: "s",
    State.NONE: "n",
    State.UNKNOWN: "u",
}
"""A letter for each state; without a situation the number of open services stands for what is covered."""


def cells_text(grid: Grid, grammar: Grammar) -> str:
    """By slug of the need, severity by severity and band by band; and by situation those needs for which it differs.

    A need that is not asked about in a situation is all points.
    """
    slugs = {need: grammar["needs"][need].slug for need in grid.needs}
    plain = {need: _states(grid, grid.plane(need), grammar) for need in grid.needs}
    differing: dict[str, dict[str, str]] = {}
    for term in grammar["situations"]:
        for need in grid.needs:
            plane = grid.planes.get((need, term.code))
            told = _states(grid, plane, grammar) if plane else NOT_ASKED * len(plain[need])
            if told != plain[need]:
                differing.setdefault(term.code, {})[slugs[need]] = told
    counted = {slugs[need]: _counted(grid, grid.plane(need, NO_SITUATION), grammar) for need in grid.needs}
    return json.dumps({"needs": counted, "in": differing}, separators=(",", ":"))


def _states(grid: Grid, plane: Plane, grammar: Grammar) -> str:
    return "".join(LETTERS[state] if state else NOT_ASKED for row in shown(grid, plane, grammar) for state in row)


def _counted(grid: Grid, plane: Plane, grammar: Grammar) -> str:
    """The same, with how many services are open."""
    letters, bands = list(_states(grid, plane, grammar)), [band for band, _ in bands_of(grammar)]
    for at, letter in enumerate(letters):
        if letter == COVERED:
            severity, band = divmod(at, len(bands))
            letters[at] = str(min(MOST, fewest_open(plane, cells_of_band(grid, plane, severity, bands[band], grammar))))
    return "".join(letters)
