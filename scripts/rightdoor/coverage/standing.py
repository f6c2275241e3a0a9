"""How fresh the entries of an area are: by group of facts, and each by the worst of its groups."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.local import local_services
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Service
from rightdoor.model.stated import covered, says

Standings = Mapping[Standing, tuple[str, ...]]
"""Ids of services by standing, every standing, best first."""

AS_A_WHOLE = "crisis"
"""The group of a service that is a crisis route: everything about it together."""


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """How one group of facts (code of `fact_groups`) stands; only services that say anything in it count."""

    group: str
    services: Standings


@dataclass(frozen=True, slots=True)
class AreaStandings:
    """How the entries of an area stand; nationwide ones are left out, but for its crisis routes in their own group."""

    groups: tuple[GroupStanding, ...]
    services: Standings


def standings(directory: Directory, area: str, today: date) -> AreaStandings:
    """How the entries of an area stand on a day."""
    services = local_services(directory, area)
    routes = directory.crisis_routes(area)
    groups = tuple(_groups(directory, services, routes, today))
    order, worst = list(Standing), {each.id: 0 for each in services}
    for group in groups:
        for at, standing in enumerate(order):
            worst.update({each: max(worst[each], at) for each in group.services[standing] if each in worst})
    return AreaStandings(groups, _by_standing((order[at], id) for id, at in worst.items()))


def _groups(
    directory: Directory, services: Iterable[Service], routes: Iterable[Service], today: date
) -> Iterator[GroupStanding]:
    for group, fields in covered(directory.grammar).items():
        of = tuple(routes) if group == AS_A_WHOLE else tuple(each for each in services if says(each, fields))
        stand = ((directory.freshness(each, group, today).standing, each.id) for each in of)
        yield GroupStanding(group, _by_standing(stand))


def _by_standing(pairs: Iterable[tuple[Standing, str]]) -> Standings:
    found: dict[Standing, list[str]] = defaultdict(list)
    for standing, id in pairs:
        found[standing].append(id)
    return {standing: tuple(found[standing]) for standing in Standing}
