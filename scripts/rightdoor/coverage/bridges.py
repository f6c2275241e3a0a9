"""Between two steps of care: too severe for primary care, not severe enough for secondary care.

What counts is whom services publish that they take, not whether they are open. Somebody is between the steps where a
primary care service takes people of that age and need who are less severely ill, a secondary care service takes those
who are more so, and no service of either step takes them. What stands between are the services of the level `bridge`
of the vocabulary of kinds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rightdoor.coverage.asked import NO_SITUATION
from rightdoor.coverage.gap import Gap
from rightdoor.coverage.gap_parts import parts_of, told
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Part, Plane
from rightdoor.coverage.states import State
from rightdoor.model.directory import Directory

PRIMARY, BETWEEN, SECONDARY = "primary", "bridge", "secondary"
"""Levels of `service_types`."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """People between two steps. The state and services of `people` are those of what stands between: covered where an
    open service takes them, unknown where none is listed. `below` take milder problems, `above` more severe ones."""

    people: Gap
    below: tuple[str, ...]
    above: tuple[str, ...]


def bridges(directory: Directory, grid: Grid) -> tuple[Bridge, ...]:
    """The people between the steps: those for whom nothing stands between first."""
    levels = {id: _level(directory, id) for id in grid.uses}
    planes = {plane.need: plane for plane in grid.planes.values() if plane.situation == NO_SITUATION}
    between = [gap for plane in planes.values() for gap in _between(plane, levels)]
    found = told(directory, grid.area, between)
    ordered = sorted(found, key=lambda gap: gap.state is State.COVERED)
    return tuple(_bridge(gap, planes[gap.need], levels) for gap in ordered)


def _between(plane: Plane, levels: Mapping[str, str]) -> Iterator[Gap]:
    """The people of one need between the steps, by the state of what stands between."""
    primary, secondary = (_any_of(plane, levels, level) for level in (PRIMARY, SECONDARY))
    cells = plane.asked & _beyond(plane, primary, milder=True) & _beyond(plane, secondary, milder=False)
    cells &= ~(primary | secondary)
    standing = tuple(each for each in plane.parts if levels[each.service] == BETWEEN)
    seen = replace(plane, asked=cells, parts=standing)
    for state in State:
        yield from parts_of(seen, state, cells)


def _beyond(plane: Plane, cells: int, *, milder: bool) -> int:
    """The cells of the same ages that are more severe than any of some cells, or else less severe."""
    columns, found = len(plane.ages), 0
    for _ in plane.severities:
        cells = cells << columns if milder else cells >> columns
        found |= cells
    return found


def _bridge(gap: Gap, plane: Plane, levels: Mapping[str, str]) -> Bridge:
    spans = [at for at, ages in enumerate(plane.ages) if gap.ages.youngest <= ages.youngest <= gap.ages.oldest]
    rows = [plane.severities.index(each) for each in gap.severities]
    milder = sum(plane.bit(row, age) for row in range(rows[0]) for age in spans)
    severer = sum(plane.bit(row, age) for row in range(rows[-1] + 1, len(plane.severities)) for age in spans)
    return Bridge(gap, _taking(plane, levels, PRIMARY, milder), _taking(plane, levels, SECONDARY, severer))


def _taking(plane: Plane, levels: Mapping[str, str], level: str, cells: int) -> tuple[str, ...]:
    return tuple(each.service for each in _of_level(plane, levels, level) if (each.takes | each.checks) & cells)


def _any_of(plane: Plane, levels: Mapping[str, str], level: str) -> int:
    found = 0
    for each in _of_level(plane, levels, level):
        found |= each.takes | each.checks
    return found


def _of_level(plane: Plane, levels: Mapping[str, str], level: str) -> Iterator[Part]:
    return (each for each in plane.parts if levels[each.service] == level)


def _level(directory: Directory, id: str) -> str:
    term = directory.grammar["service_types"].terms.get(directory.services[id].type)
    return str(term.more.get("level", "")) if term else ""
