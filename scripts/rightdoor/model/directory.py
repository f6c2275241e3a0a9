"""Everything loaded, as one frozen value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rightdoor.model.answers import Vignette
from rightdoor.model.area import Area
from rightdoor.model.freshness import Freshness, freshness
from rightdoor.model.grammar import Grammar
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service


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


@dataclass(frozen=True, slots=True)
class Directory:
    """All records by id, and the grammar they are written in."""

    grammar: Grammar
    services: Mapping[str, Service] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    vignettes: Mapping[str, Vignette] = field(default_factory=dict)
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)
    disproved: tuple[DisprovedNumber, ...] = ()

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

        A national service that never said where it works is among them: whether it serves the area is then unknown,
        which is not the same as no. A defunct service is not.
        """
        chain = self.chain(area)
        places = frozenset(chain)
        found = [
            service.in_area(*chain)
            for service in self.services.values()
            if service.status != "defunct" and service.may_serve(places)
        ]
        return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))

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
