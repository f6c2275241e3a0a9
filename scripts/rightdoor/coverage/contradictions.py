"""What a directory says of an area in two ways at once, so that one of the two is likely to be old or wrong.

What a check finds in an entry by itself stands elsewhere (docs/checks); these are seen only where everything that
serves an area is laid side by side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rightdoor.coverage.asked import NO_SITUATION
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.states import State
from rightdoor.coverage.use import LONG_WAIT, Use, weeks_to_help
from rightdoor.matching.match import takes_referrals
from rightdoor.model.area import KnownGap
from rightdoor.model.criteria import Row
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service


class Clash(StrEnum):
    """The kinds of contradiction, in the order they are read in."""

    COVERED_GAP = "covered-gap"
    OPEN_BEHIND_SHUT = "open-behind-shut"
    SENT_TO_SHUT = "sent-to-shut"
    OPEN_LONG_WAIT = "open-long-wait"
    TAKEN_AND_REFUSED = "taken-and-refused"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that are said at once.

    `service` says the one, `others` say the other; `gap` is the gap that was written down, `weeks` the wait, `reason`
    what one takes people despite and the other refuses.
    """

    clash: Clash
    service: str
    others: tuple[str, ...] = ()
    gap: KnownGap | None = None
    weeks: int | None = None
    reason: str = ""


def contradictions(directory: Directory, grid: Grid, long_wait: int = LONG_WAIT) -> tuple[Contradiction, ...]:
    """The contradictions of an area, by kind and then by name."""
    around = directory.chain(grid.area)
    listed = [directory.services[id].in_area(*around) for id, use in grid.uses.items() if use is not Use.STALE]
    found = [
        *_covered_gaps(grid),
        *(each for service in listed for each in _of_service(service, directory, grid, long_wait)),
        *_taken_and_refused(listed),
    ]
    kinds = list(Clash)
    return tuple(sorted(found, key=lambda each: (kinds.index(each.clash), directory.services[each.service].name)))


def _covered_gaps(grid: Grid) -> Iterator[Contradiction]:
    """Gaps that somebody wrote down, all of whose people an open service covers."""
    for (need, situation), plane in grid.planes.items():
        for gap, cells in plane.gaps:
            if situation == NO_SITUATION and need == gap.need and not cells & ~plane.cells[State.COVERED]:
                first, *others = plane.who(State.COVERED, cells)
                yield Contradiction(Clash.COVERED_GAP, first, tuple(others), gap=gap)


def _of_service(service: Service, directory: Directory, grid: Grid, long_wait: int) -> Iterator[Contradiction]:
    grammar, around = directory.grammar, directory.chain(grid.area)
    if service.status != "active" or takes_referrals(service.intake, grammar) is not True:
        return
    gate = directory.services.get(service.referral.via or "")
    if gate and _is_shut(gate.in_area(*around), directory):
        yield Contradiction(Clash.OPEN_BEHIND_SHUT, service.id, (gate.id,))
    weeks = weeks_to_help(service)
    if service.intake == "open" and weeks is not None and weeks > long_wait:
        yield Contradiction(Clash.OPEN_LONG_WAIT, service.id, weeks=weeks)
    sent_to = (directory.services.get(each) for each in _sends_to(service))
    shut = (each.id for each in sent_to if each and each.id in grid.uses and _is_shut(each.in_area(*around), directory))
    if found := tuple(shut):
        yield Contradiction(Clash.SENT_TO_SHUT, service.id, found)


def _is_shut(service: Service, directory: Directory) -> bool:
    """Whether it is known to take no referrals; where nobody has said, it is not."""
    return service.status != "active" or takes_referrals(service.intake, directory.grammar) is False


def _sends_to(service: Service) -> tuple[str, ...]:
    """Every service that an entry names to go to instead."""
    criteria = service.criteria
    limits = (criteria.age, criteria.severity, criteria.area, criteria.time_since_event)
    rows: Iterable[Row] = (*(criteria.does_not_take or ()), *criteria.check_first, *criteria.only)
    named = [*(id for limit in limits if limit for id in limit.refer_to), *(id for row in rows for id in row.refer_to)]
    return tuple(dict.fromkeys((*named, *service.referral.if_declined)))


def _taken_and_refused(listed: Iterable[Service]) -> Iterator[Contradiction]:
    """What one service of an organization takes people despite, and another of the same kind refuses."""
    services = list(listed)
    for one in services:
        despite = {row.reason for row in one.criteria.takes_despite}
        for other in services:
            if other is one or (other.organization, other.type) != (one.organization, one.type):
                continue
            for row in other.criteria.does_not_take or ():
                if row.reason in despite and not row.within and not row.except_via and _share(one, other):
                    yield Contradiction(Clash.TAKEN_AND_REFUSED, one.id, (other.id,), reason=row.reason)


def _share(one: Service, other: Service) -> bool:
    """Whether two services take some people of the same age for the same need."""
    if set(one.needs).isdisjoint(other.needs):
        return False
    low, high = 0, 10**6
    for limit in (each.criteria.age for each in (one, other)):
        low = max(low, (limit.at_least or 0) if limit else 0)
        high = min(high, limit.below or high) if limit else high
    return low < high
