"""Parts of a plane as gaps: cells of one state with one reason, as rectangles of severity by age."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rightdoor.coverage.gap import Gap, spoken
from rightdoor.coverage.gap_order import harm, worst_first
from rightdoor.coverage.people import people_of
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.rectangles import Rectangle, rectangles
from rightdoor.coverage.states import SERVED, State
from rightdoor.model.area import KnownGap
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange


def parts_of(plane: Plane, state: State, cells: int) -> Iterator[Gap]:
    """The cells of a state in a plane, among some, each in one part; how many people there are is not said yet."""
    for services, looked, alike in _alike(plane, state, cells & plane.cells[state]):
        for part in rectangles(alike, widths(plane)):
            yield part_as_gap(plane, part, state, services, looked)


def part_as_gap(
    plane: Plane, part: Rectangle, state: State, services: tuple[str, ...], looked: KnownGap | None = None
) -> Gap:
    """One rectangle of a plane as a gap."""
    cells = part.cells(len(plane.ages))
    return Gap(
        need=plane.need,
        situation=plane.situation,
        severities=plane.severities[part.top : part.bottom + 1],
        ages=AgeRange(plane.ages[part.left].youngest, plane.ages[part.right].oldest),
        state=state,
        needs=(plane.need,),
        services=services,
        apart=plane.who(None, cells),
        only_for=plane.only_for(cells),
        looked=looked,
    )


def widths(plane: Plane) -> list[int]:
    """How many months of age each span of a plane holds."""
    return [each.oldest - each.youngest + 1 for each in plane.ages]


def told(directory: Directory, area: str, found: Iterable[Gap]) -> tuple[Gap, ...]:
    """Gaps as they are said: alike ones as one, with how many people live there, worst first."""
    ready = (_with_people(directory, area, each) for each in _merged(found, directory.grammar))
    return worst_first(ready, directory.grammar)


def _alike(plane: Plane, state: State, cells: int) -> Iterator[tuple[tuple[str, ...], KnownGap | None, int]]:
    """The cells of one state, parted by the services that make it and by the gap that was written down."""
    parted: dict[tuple[str, ...], int] = {(): cells} if cells else {}
    for part in plane.parts if state in SERVED else ():
        here, following = part.cells(state), dict[tuple[str, ...], int]()
        for services, same in parted.items():
            if same & here:
                following[(*services, part.service)] = same & here
            if same & ~here:
                following[services] = same & ~here
        parted = following
    for services, same in parted.items():
        for gap, written in plane.gaps if state is State.NONE else ():
            if same & written:
                yield services, gap, same & written
                same &= ~written
        if same:
            yield services, None, same


def _merged(found: Iterable[Gap], grammar: Grammar) -> Iterator[Gap]:
    """Needs with the very same gap as one, if the harm is alike; those that must be discreet stay by themselves."""
    alike: dict[object, list[Gap]] = defaultdict(list)
    for each in found:
        itself = each.need if grammar["needs"][each.need].discreet else harm(each, grammar)
        alike[each.situation, each.severities, each.ages, each.state, each.services, each.looked, itself].append(each)
    for same in alike.values():
        needs, first = tuple(each.need for each in same), same[0]
        named = spoken(needs, grammar)
        need = first.looked.need if first.looked and first.looked.need in named else named[0]
        apart = tuple(dict.fromkeys(service for each in same for service in each.apart))
        only_for = tuple(dict.fromkeys(pair for each in same for pair in each.only_for))
        yield replace(first, need=need, needs=needs, apart=apart, only_for=only_for)


def _with_people(directory: Directory, area: str, gap: Gap) -> Gap:
    found = people_of(directory, area, gap.ages)
    return replace(gap, people=found[0], about=found[1]) if found else gap
