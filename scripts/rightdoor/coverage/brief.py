"""Every area in brief, to be read side by side: its groups of people by state, its worst gap, contracts and lists.

Needs are asked about once each, in no situation, so that all areas can be looked at together. A wider area is as good
as the worst of the places within it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.gap import Gap
from rightdoor.coverage.gaps import gaps, worst
from rightdoor.coverage.grid import Grid, grid
from rightdoor.coverage.places import areas_asked, rolled_up
from rightdoor.coverage.providers import Closed, Contract, providers
from rightdoor.coverage.shown import counted, shown
from rightdoor.coverage.standing import standings
from rightdoor.coverage.states import State
from rightdoor.coverage.states import worst as worst_of
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.measure import AgeRange

Groups = Mapping[str, int]
"""How many groups of people are in each state. A group is a need, a severity and a band of ages."""


@dataclass(frozen=True, slots=True)
class Shared:
    """People whom none of several places covers."""

    needs: tuple[str, ...]
    severities: tuple[str, ...]
    ages: AgeRange


@dataclass(frozen=True, slots=True)
class Brief:
    """An area on its day: `gaps` is how many it has, `worst` the one to read first. `entries` are by standing.

    A wider area has the `places` within it and the gaps that all of them share, the worst of its first place first.
    """

    area: str
    day: date
    groups: Groups
    gaps: int = 0
    worst: Gap | None = None
    entries: Mapping[str, int] | None = None
    contracts: tuple[Contract, ...] = ()
    closed: tuple[Closed, ...] = ()
    places: tuple[str, ...] = ()
    shared: tuple[Shared, ...] = ()

    def share(self, state: State) -> int | None:
        """Of a hundred groups those that are in a state; None where no group is asked about."""
        total = sum(self.groups.values())
        return round(100 * self.groups[state] / total) if total else None


def briefs(directory: Directory, today: date) -> Mapping[str, Brief]:
    """Every area with a grid of its own, and every wider one that they lie within, by id."""
    asked = {
        area: _Asked(directory, grid(directory, area, today, in_situations=False)) for area in areas_asked(directory)
    }
    found = {area: each.brief(today) for area, each in asked.items()}
    for area in sorted(directory.areas):
        if places := rolled_up(directory, area):
            found[area] = _rolled_up(area, [asked[each] for each in places])
    return found


def leading(shared: Iterable[Shared], number: int) -> tuple[Shared, ...]:
    """The shared gaps to read first: none about a need that one above it has spoken of."""
    found, said = list[Shared](), set[str]()
    for each in shared:
        if said.isdisjoint(each.needs):
            found.append(each)
            said.update(each.needs)
    return tuple(found[:number])


class _Asked:
    """One area with its grid, its gaps and what is shown of it."""

    def __init__(self, directory: Directory, found: Grid) -> None:
        self.directory = directory
        self.grid = found
        self.gaps = gaps(directory, found)
        self.shown = {need: shown(found, found.plane(need), directory.grammar) for need in found.needs}

    def brief(self, today: date) -> Brief:
        """The area in brief."""
        stands = providers(self.directory, self.grid.area, today)
        entries = standings(self.directory, self.grid.area, today).services
        return Brief(
            area=self.grid.area,
            day=self.grid.today,
            groups=counted(self.shown.values()),
            gaps=len(self.gaps),
            worst=next(iter(worst(self.gaps, 1)), None),
            entries={str(each): len(entries[each]) for each in Standing},
            contracts=stands.contracts,
            closed=stands.closed,
        )


def _rolled_up(area: str, places: list[_Asked]) -> Brief:
    rows = [
        tuple(
            tuple(map(_worst, zip(*of, strict=True))) for of in zip(*(each.shown[need] for each in places), strict=True)
        )
        for need in places[0].shown
    ]
    return Brief(
        area=area,
        day=places[0].grid.today,
        groups=counted(rows),
        places=tuple(each.grid.area for each in places),
        shared=_shared([each.gaps for each in places]),
    )


def _worst(states: Iterable[State | None]) -> State | None:
    known = [each for each in states if each]
    return worst_of(known) if known else None


def _shared(of_places: Iterable[tuple[Gap, ...]]) -> tuple[Shared, ...]:
    """What is in a gap of every place; none that lies within another."""
    first, *others = ([Shared(each.needs, each.severities, each.ages) for each in found] for found in of_places)
    for theirs in others:
        first = list(dict.fromkeys(_common(first, theirs)))
    return tuple(each for each in first if not any(_holds(other, each) for other in first if other != each))


def _common(ours: Iterable[Shared], theirs: list[Shared]) -> Iterator[Shared]:
    for one in ours:
        for other in theirs:
            needs = tuple(each for each in one.needs if each in other.needs)
            severities = tuple(each for each in one.severities if each in other.severities)
            youngest, oldest = max(one.ages.youngest, other.ages.youngest), min(one.ages.oldest, other.ages.oldest)
            if needs and severities and youngest <= oldest:
                yield Shared(needs, severities, AgeRange(youngest, oldest))


def _holds(wider: Shared, each: Shared) -> bool:
    ages = wider.ages.youngest <= each.ages.youngest and each.ages.oldest <= wider.ages.oldest
    return ages and {*each.needs} <= {*wider.needs} and {*each.severities} <= {*wider.severities}
