"""The crisis routes of an area as a commissioner asks of them: do they run, when, for whom, and who says so."""

from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.standing import AS_A_WHOLE
from rightdoor.coverage.times import around_the_clock
from rightdoor.model.criteria import AgeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Service


@dataclass(frozen=True, slots=True)
class CrisisRoute:
    """A service that an area names for urgent help; `place` is its place in the list, from 1.

    `always` is whether it answers at any hour, None where its hours are not known; `ages`: None where nobody said.
    """

    service: str
    place: int
    running: bool
    intake: str
    hours: str | None
    always: bool | None
    standing: Standing
    checked_on: date | None
    ages: AgeLimit | None


@dataclass(frozen=True, slots=True)
class Crisis:
    """The crisis routes of an area in its order, also those that do not run. `named_by` is the area that names them.

    It is the area itself or the nearest around it with any that run; "" where there is none.
    """

    named_by: str
    routes: tuple[CrisisRoute, ...]


def crisis(directory: Directory, area: str, today: date) -> Crisis:
    """The crisis routes that the pages of an area show, with those of the same list that do not run."""
    around = directory.chain(area)
    for place in around:
        named = [
            directory.services[each] for each in directory.areas[place].crisis_routes if each in directory.services
        ]
        if any(each.status == "active" for each in named):
            routes = (_route(directory, each.in_area(*around), at, today) for at, each in enumerate(named, 1))
            return Crisis(place, tuple(routes))
    return Crisis("", ())


def _route(directory: Directory, service: Service, place: int, today: date) -> CrisisRoute:
    stands = directory.freshness(service, AS_A_WHOLE, today)
    return CrisisRoute(
        service=service.id,
        place=place,
        running=service.status == "active",
        intake=service.intake,
        hours=service.hours,
        always=around_the_clock(service.hours) if service.hours else None,
        standing=stands.standing,
        checked_on=stands.on,
        ages=service.criteria.age,
    )
