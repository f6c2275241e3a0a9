"""Several open services of one kind for the same people, where one commissioner could ask what each is for.

A choice of doors is no fault in itself. National services are left out: nobody in an area decides about them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rightdoor.coverage.asked import NO_SITUATION
from rightdoor.coverage.gap import Gap
from rightdoor.coverage.gap_parts import parts_of, told
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.states import State
from rightdoor.model.directory import Directory

FEWEST = 3
"""How many services of one kind make an overlap."""

_NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Open services of one kind (a code of `service_types`), and the groups of people whom every one of them takes."""

    kind: str
    services: tuple[str, ...]
    groups: tuple[Gap, ...]


def overlaps(directory: Directory, grid: Grid) -> tuple[Overlap, ...]:
    """The overlaps, those of the most services first."""
    kinds = {id: directory.services[id].type for id in grid.uses if directory.services[id].folder != _NATIONAL}
    groups: dict[tuple[str, tuple[str, ...]], list[Gap]] = defaultdict(list)
    for plane in grid.planes.values():
        if plane.situation == NO_SITUATION:
            for kind in dict.fromkeys(kinds.get(each.service, "") for each in plane.parts):
                for gap in _shared(plane, {id for id, each in kinds.items() if each == kind}):
                    groups[kind, gap.services].append(gap)
    found = (Overlap(*key, groups=told(directory, grid.area, same)) for key, same in groups.items())
    return tuple(sorted(found, key=lambda each: (-len(each.services), each.kind, each.services)))


def _shared(plane: Plane, services: set[str]) -> Iterator[Gap]:
    """The people of one need whom enough of these services take, by those that take them."""
    parts = tuple(each for each in plane.parts if each.service in services and each.cells(State.COVERED))
    if len(parts) >= FEWEST:
        seen = Plane(plane.need, plane.situation, plane.severities, plane.ages, plane.asked, parts)
        yield from (gap for gap in parts_of(seen, State.COVERED, plane.asked) if len(gap.services) >= FEWEST)
