"""The directory, or the services of one area, as one FHIR bundle of the kind `collection`.

Resources refer to one another by their whole addresses (`urn:uuid:…`), which come from the ids of the records: the same
thing has the same address in every export. A service whose rules differ in an area is there twice: as it is in general,
and as it is in that area.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from rightdoor.exchange import ids
from rightdoor.exchange.fhir import places
from rightdoor.exchange.fhir.parts import Json
from rightdoor.exchange.fhir.service import Ties, service_resource
from rightdoor.exchange.words import Say
from rightdoor.model.directory import Directory
from rightdoor.model.service import Location, Service


class Edition(NamedTuple):
    """A service as it stands in general, or as its rules are in one area."""

    service: Service
    area: str = ""


def editions(directory: Directory, area: str = "") -> tuple[Edition, ...]:
    """Everything that a bundle of the whole directory holds, or one of the services of an area as they stand there."""
    if not area:
        whole = (directory.services[id] for id in sorted(directory.services))
        return tuple(each for service in whole for each in _editions_of(service))
    chain = directory.chain(area)
    found = (directory.services[each.id] for each in directory.services_for(area))
    return tuple(Edition(each.in_area(*chain), each.ruled_in(*chain)) for each in found)


def _editions_of(service: Service) -> Iterator[Edition]:
    yield Edition(service)
    for area, ruled in sorted(service.by_area.items()):
        yield Edition(ruled, area)


def bundle(directory: Directory, chosen: Iterable[Edition], say: Say, confidential: str, today: date) -> Json:
    """The bundle of these services, with the organizations, places and areas that they name; dated today.

    `say` gives the words of a service; `confidential` is what is said of a place whose address nobody may know.
    """
    resources = _unique(_resources(directory, tuple(chosen), say, confidential))
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": f"{today.isoformat()}T00:00:00Z",
        "entry": [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in resources],
    }


def bundle_text(made: Json) -> bytes:
    """A bundle as JSON, the same bytes for the same bundle."""
    return (json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _unique(resources: Iterable[Json]) -> list[Json]:
    """Each resource once, since many services share an organization or a place."""
    return list({str(each["id"]): each for each in resources}.values())


def _resources(directory: Directory, chosen: tuple[Edition, ...], say: Say, confidential: str) -> Iterator[Json]:
    for each in chosen:
        yield _service(directory, each, say)
    for service, _ in chosen:
        owner = _owner(directory, service)
        if owner:
            yield places.organization(owner, directory.organizations[service.organization], directory)
        for place in service.locations:
            yield places.location(_place(service, place), place, owner, service.fictional, confidential)
        for area in _areas(directory, service):
            yield places.area(ids.of("area", area), directory.areas[area])


def _service(directory: Directory, edition: Edition, say: Say) -> Json:
    service, area = edition
    ties = Ties(
        _owner(directory, service),
        [_place(service, place) for place in service.locations],
        [ids.of("area", each) for each in _areas(directory, service)],
    )
    key = f"{service.id}/{area}" if area else service.id
    name = f"{service.name} ({directory.areas[area].name})" if area in directory.areas else service.name
    return service_resource(ids.of("service", key), name, service, ties, say(service), directory)


def _owner(directory: Directory, service: Service) -> UUID | None:
    """The id of the organization, where there is an entry of it."""
    known = service.organization in directory.organizations
    return ids.of("organization", service.organization) if known else None


def _place(service: Service, place: Location) -> UUID:
    """The id of a place: of what is said of it, so that another order of places changes nothing."""
    said = (place.name, "confidential") if place.confidential else (place.name, place.address, place.postcode)
    return ids.of("location", "/".join((service.id, *(each or "" for each in said))))


def _areas(directory: Directory, service: Service) -> tuple[str, ...]:
    stated = service.criteria.area.areas if service.criteria.area else ()
    return tuple(each for each in stated if each in directory.areas)
