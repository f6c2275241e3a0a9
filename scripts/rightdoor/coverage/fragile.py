"""Services on which people depend alone: one closed list away from a gap.

A service, or the one way in to several, is named where the people it covers would find nobody else open, and nobody to
ask first either, on the day it shut.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rightdoor.coverage.asked import NO_SITUATION
from rightdoor.coverage.gap import Gap
from rightdoor.coverage.gap_order import worst_first
from rightdoor.coverage.gap_parts import part_as_gap, told, widths
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.rectangles import rectangles
from rightdoor.coverage.states import State
from rightdoor.coverage.use import Use
from rightdoor.model.directory import Directory


@dataclass(frozen=True, slots=True)
class Fragile:
    """A service without which some people have nothing: `groups` are the gaps that its closing opens, worst first.

    `behind` are the open services that are reached only through it, where it is a way in.
    """

    service: str
    groups: tuple[Gap, ...]
    behind: tuple[str, ...] = ()


def fragile(directory: Directory, grid: Grid) -> tuple[Fragile, ...]:
    """Every service on which people depend alone; the one whose closing opens the worst gap first."""
    behind = _behind(directory, grid)
    shut = {each: frozenset({each}) for each, use in grid.uses.items() if use is Use.OPEN}
    shut |= {gate: others | {gate} for gate, others in behind.items()}
    found = [
        Fragile(id, groups, tuple(sorted(behind.get(id, ()))))
        for id, services in shut.items()
        if (groups := told(directory, grid.area, _opened(grid, id, services)))
    ]
    places = {gap: at for at, gap in enumerate(worst_first({each.groups[0] for each in found}, directory.grammar))}
    return tuple(sorted(found, key=lambda each: (places[each.groups[0]], each.service)))


def _behind(directory: Directory, grid: Grid) -> Mapping[str, frozenset[str]]:
    """The open services that are reached only through each way in."""
    around, found = directory.chain(grid.area), defaultdict[str, set[str]](set)
    for id in (each for each, use in grid.uses.items() if use is Use.OPEN):
        gate = directory.services[id].in_area(*around).referral.via
        while gate and gate in directory.services and id not in found[gate]:
            found[gate].add(id)
            gate = directory.services[gate].in_area(*around).referral.via
    return {gate: frozenset(others) for gate, others in found.items() if others}


def _opened(grid: Grid, id: str, services: frozenset[str]) -> Iterator[Gap]:
    """The gaps that open where some services shut."""
    for plane in grid.planes.values():
        if plane.situation == NO_SITUATION and (alone := _alone(plane, services)):
            for part in rectangles(alone, widths(plane)):
                yield part_as_gap(plane, part, State.CLOSED, (id,))


def _alone(plane: Plane, services: frozenset[str]) -> int:
    """The cells that are covered by some services, and in which no other is open or may be asked."""
    here = others = 0
    for part in plane.parts:
        if part.service in services:
            here |= part.cells(State.COVERED)
        else:
            others |= part.cells(State.COVERED) | part.cells(State.CHECK)
    return here & ~others
