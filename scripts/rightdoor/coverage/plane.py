"""What there is for one need in one situation: every severity by every age, as sets of cells.

A set of cells is a whole number with one bit for each: bit `severity × ages + age`. So whatever is true of hundreds of
cells at once is worked out in one step, and a grid of a whole area stays small.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rightdoor.coverage.states import SERVED, State, made_by
from rightdoor.coverage.use import Use
from rightdoor.matching.match import Outcome
from rightdoor.model.area import KnownGap
from rightdoor.model.measure import AgeRange

_MADE = {use: (made_by(use, Outcome.FITS), made_by(use, Outcome.CHECK)) for use in Use}
"""The states that a service of each use makes where it takes people, and where something is to be checked first."""


@dataclass(frozen=True, slots=True)
class Part:
    """One service in a plane: its use, and the cells whose people it takes and those it may take if asked first."""

    service: str
    use: Use
    takes: int
    checks: int

    def cells(self, state: State | None) -> int:
        """The cells in which it makes a state; None for those in which it counts apart."""
        taken, checked = _MADE[self.use]
        return (self.takes if taken is state else 0) | (self.checks if checked is state else 0)


@dataclass(frozen=True, slots=True)
class Kept:
    """A service that is kept for some groups, and the cells whose people it would cover if they were of these."""

    service: str
    groups: tuple[str, ...]
    cells: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What there is for people of one severity and one span of ages: the state, and the ids of what makes each state.

    `apart` are lines and websites, which count apart. `looked` is the gap that somebody has written down, if any.
    """

    state: State
    services: Mapping[State, tuple[str, ...]]
    apart: tuple[str, ...] = ()
    looked: KnownGap | None = None

    @property
    def open(self) -> tuple[str, ...]:
        """The services that are open, were confirmed lately and publish that they take these people."""
        return self.services.get(State.COVERED, ())


@dataclass(frozen=True)
class Plane:
    """One need in one situation (`""` for none), for every severity and age that it is asked about with.

    `asked` are the cells that are asked about; a cell outside it has no state. `gaps` are the gaps written down, each
    with its cells. `kept` are services for some groups only, of none of which the person is.
    """

    need: str
    situation: str
    severities: tuple[str, ...]
    ages: tuple[AgeRange, ...]
    asked: int
    parts: tuple[Part, ...]
    gaps: tuple[tuple[KnownGap, int], ...] = ()
    kept: tuple[Kept, ...] = ()

    @cached_property
    def cells(self) -> Mapping[State, int]:
        """The cells of each state; each asked cell is in one."""
        left, found, made = self.asked, {}, self._made()
        for state in SERVED:
            found[state] = left & made[state]
            left &= ~found[state]
        found[State.NONE] = left & _any(cells for _, cells in self.gaps)
        found[State.UNKNOWN] = left & ~found[State.NONE]
        return found

    def _made(self) -> Mapping[State | None, int]:
        """The cells in which any service makes each state; None for those in which some count apart."""
        made: dict[State | None, int] = dict.fromkeys((*SERVED, None), 0)
        for part in self.parts:
            taken, checked = _MADE[part.use]
            made[taken] |= part.takes
            made[checked] |= part.checks
        return made

    def bit(self, severity: int, age: int) -> int:
        """The set of one cell, by the places of its severity and ages."""
        return 1 << (severity * len(self.ages) + age)

    def places(self, cells: int) -> Iterator[tuple[int, int]]:
        """The places (severity, ages) of the cells of a set."""
        for severity in range(len(self.severities)):
            for age in range(len(self.ages)):
                if cells & self.bit(severity, age):
                    yield severity, age

    def state(self, severity: int, age: int) -> State | None:
        """The state of one cell; None where it is not asked about."""
        bit = self.bit(severity, age)
        return next((state for state, cells in self.cells.items() if cells & bit), None)

    def cell(self, severity: int, age: int) -> Cell | None:
        """One cell with the services in it; None where it is not asked about."""
        state, bit = self.state(severity, age), self.bit(severity, age)
        if state is None:
            return None
        services = {each: self.who(each, bit) for each in SERVED}
        looked = next((gap for gap, cells in self.gaps if cells & bit), None)
        return Cell(state, {each: ids for each, ids in services.items() if ids}, self.who(None, bit), looked)

    def who(self, state: State | None, cells: int) -> tuple[str, ...]:
        """The services that make a state in any of some cells; None for those that count apart."""
        return tuple(part.service for part in self.parts if part.cells(state) & cells)

    def only_for(self, cells: int) -> tuple[tuple[str, str], ...]:
        """The services that would cover people of some cells if they were of a group (women, students…), and which."""
        return tuple((each.service, group) for each in self.kept if each.cells & cells for group in each.groups)


def _any(sets: Iterable[int]) -> int:
    found = 0
    for each in sets:
        found |= each
    return found
