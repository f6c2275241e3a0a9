"""What a file of the whole directory holds, and how it says so: form, version, edition, day, licence and counts."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from rightdoor.exchange.record_data import area_data, data_of, organization_data, tombstone_data
from rightdoor.model.area import Area
from rightdoor.model.directory import Directory, Tombstone
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service

Data: TypeAlias = dict[str, Any]

FORMAT, VERSION = "rightdoor", "1"
LICENCE = {"name": "Creative Commons Attribution 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
KINDS = {"services": "service", "organizations": "organization", "areas": "area", "closed": "closed"}
"""The lists of records, and what one record of each is called."""

_OF_A_PLACE = ("address", "postcode", "latitude", "longitude")


@dataclass(frozen=True)
class Chosen:
    """The records that go into a file, each kind by id; `area` is the one they were chosen for, "" for all."""

    directory: Directory
    services: tuple[Service, ...]
    organizations: tuple[Organization, ...]
    areas: tuple[Area, ...]
    closed: tuple[Tombstone, ...]
    today: date
    area: str = ""

    @cached_property
    def records(self) -> dict[str, list[Data]]:
        """Every record as plain data, by kind: its id, for a service its folder, and then what its YAML says."""
        return {
            "services": [{"id": each.id, "folder": each.folder, **_safe(data_of(each))} for each in self.services],
            "organizations": [{"id": each.id, **organization_data(each)} for each in self.organizations],
            "areas": [{"id": each.id, **area_data(each)} for each in self.areas],
            "closed": [tombstone_data(each) for each in self.closed],
        }

    @cached_property
    def lines(self) -> dict[str, list[str]]:
        """Every record as one line of JSON, by kind."""
        return {kind: list(map(text_of, found)) for kind, found in self.records.items()}

    @cached_property
    def edition(self) -> str:
        """A short word that changes when, and only when, a record does."""
        return hashlib.sha256(repr(self.lines).encode()).hexdigest()[:12]

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return {kind: len(found) for kind, found in self.records.items()}

    @property
    def head(self) -> Data:
        """What stands before the records."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "edition": self.edition,
            "date": self.today.isoformat(),
            "licence": LICENCE,
            **({"area": self.area} if self.area else {}),
            "counts": self.counts,
        }


def text_of(value: Any) -> str:
    """A value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def chosen(directory: Directory, today: date, area: str = "") -> Chosen:
    """Everything; or the services of an area as they stand there, who runs and pays for them, and the areas named."""
    if area:
        return _of_area(directory, today, area)
    return Chosen(
        directory,
        _by_id(directory.services.values()),
        _by_id(directory.organizations.values()),
        _by_id(directory.areas.values()),
        _by_id(directory.tombstones.values()),
        today,
    )


def _of_area(directory: Directory, today: date, area: str) -> Chosen:
    services = directory.services_for(area)
    runs = {each.organization for each in services}
    known = directory.organizations
    runs |= {payer for id in runs if id in known for payer in known[id].commissioned_by}
    named = {place for each in services if each.criteria.area for place in each.criteria.area.areas}
    named |= {*directory.chain(area), *directory.inside(area)}
    return Chosen(
        directory,
        _by_id(services),
        _by_id(known[id] for id in runs if id in known),
        _by_id(directory.areas[id] for id in named if id in directory.areas),
        (),
        today,
        area,
    )


def _by_id(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda each: str(each.id)))


def _safe(data: Data) -> Data:
    """The data of a service without where a confidential place lies; the check refuses such a record anyway."""
    if not any(each.get("confidential") for each in data.get("locations", ())):
        return data
    return data | {"locations": [_hidden(each) for each in data["locations"]]}


def _hidden(place: Data) -> Data:
    if not place.get("confidential"):
        return place
    return {name: value for name, value in place.items() if name not in _OF_A_PLACE}
