"""Everything loaded, as one frozen value."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rightdoor.model.answers import Vignette
from rightdoor.model.area import Area
from rightdoor.model.freshness import Freshness, freshness
from rightdoor.model.grammar import Grammar
from rightdoor.model.organization import Organization
from rightdoor.model.refusal import RefusalCount
from rightdoor.model.service import NATIONAL, Service
from rightdoor.model.snapshot import Snapshot
from rightdoor.model.statistics import Series

_ANYWHERE = ""
"""What stands for the areas of a national service that never said where it works."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A service that closed or must not be listed: why, since when, and what to use instead."""

    id: str
    name: str
    why: str
    since: date | None = None
    use_instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisprovedNumber:
    """A phone or text number that was shown to be wrong and must not come back."""

    number: str
    why: str
    source: str | None = None


@dataclass(frozen=True)
class Directory:
    """All records by id, and the grammar they are written in; `snapshots` by area, oldest first."""

    grammar: Grammar
    services: Mapping[str, Service] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    vignettes: Mapping[str, Vignette] = field(default_factory=dict)
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)
    disproved: tuple[DisprovedNumber, ...] = ()
    refusals: tuple[RefusalCount, ...] = ()
    snapshots: Mapping[str, tuple[Snapshot, ...]] = field(default_factory=dict)
    statistics: tuple[Series, ...] = ()

    def chain(self, area: str) -> tuple[str, ...]:
        """An area and the areas it lies within, nearest first; a circle or a missing area ends it."""
        found: list[str] = []
        at: str | None = area
        while at is not None and at in self.areas and at not in found:
            found.append(at)
            at = self.areas[at].within
        return tuple(found)

    def inside(self, area: str) -> tuple[str, ...]:
        """An area and every area that lies within it, by id."""
        return tuple(each for each in sorted(self.areas) if area in self.chain(each))

    def services_for(self, area: str) -> tuple[Service, ...]:
        """The services that serve an area or one it lies within, as they stand there, by name.

        A service that never said where it works is among them where it may serve the area (`Service.may_serve`):
        whether it does is then unknown, which is not the same as no. A defunct service is not.
        """
        chain = self.chain(area)
        places = frozenset(chain)
        near = {each.id: each for place in (*chain, _ANYWHERE) for each in self._by_place.get(place, ())}
        here = (service.in_area(*chain) for service in near.values())
        found = [each for each in here if each.status != "defunct" and each.may_serve(places)]
        return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[Service, ...]]:
        """Services by the areas they may serve under any of their rules, for that is asked once for each area."""
        found: dict[str, list[Service]] = defaultdict(list)
        for service in self.services.values():
            stated = [each.criteria.area for each in (service, *service.by_area.values())]
            home = (_ANYWHERE if service.folder == NATIONAL else service.folder,)
            for place in {area for each in stated for area in (each.areas if each else home)}:
                found[place].append(service)
        return {place: tuple(services) for place, services in found.items()}

    def crisis_routes(self, area: str) -> tuple[Service, ...]:
        """The crisis services of an area that are running, in order; an area without any uses those around it."""
        for place in self.chain(area):
            named = (self.services.get(each) for each in self.areas[place].crisis_routes)
            if running := tuple(each for each in named if each and each.status == "active"):
                return running
        return ()

    def story_date(self, areas: Iterable[str]) -> date | None:
        """The day a fictional place is told on, for the first of these areas that has one."""
        for each in areas:
            for place in self.chain(each):
                if told := self.areas[place].story_date:
                    return told
        return None

    def today_for(self, service: Service, today: date) -> date:
        """The day to measure a service's dates from: the story's for a fictional one, else today."""
        areas = service.criteria.area.areas if service.criteria.area else ()
        return (self.story_date((*areas, service.folder)) if service.fictional else None) or today

    def freshness(self, service: Service, group: str, today: date) -> Freshness:
        """How one fact group of a service stands today."""
        limit = int(self.grammar["fact_groups"][group].more["days"])
        return freshness(service.checked.of(group), limit, self.today_for(service, today))
