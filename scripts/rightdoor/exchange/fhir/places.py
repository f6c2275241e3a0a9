"""Organization and Location resources: who runs services, where they are given, and the areas that they serve."""

from collections.abc import Iterator
from uuid import UUID

from rightdoor.exchange.fhir.parts import (
    GSS,
    ODS,
    ORG_ID,
    Json,
    coding,
    concept,
    contact,
    identifier,
    itself,
    known,
    reference,
    some,
)
from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.service import Location

MADE_UP = coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data")
"""The tag of what is made up: FHIR's own mark of data about nobody and nothing real."""

_PHYSICAL = "http://terminology.hl7.org/CodeSystem/location-physical-type"


def organization(id: UUID, record: Organization, directory: Directory) -> Json:
    """The resource of an organization."""
    kind = directory.grammar["organization_kinds"].label(record.kind)
    return {
        **head("Organization", id, record.fictional),
        "identifier": [itself(id), *identifiers(record)],
        "active": True,
        "type": [concept(kind)],
        "name": record.name,
        **known(alias=list(record.also_known_as), telecom=some([contact("url", record.website)])),
    }


def identifiers(record: Organization) -> Iterator[Json]:
    """The registered numbers of an organization, each with the register that it is a number of."""
    found = record.identifiers
    if "ods" in found:
        yield identifier(ODS, found["ods"])
    if "charity" in found:
        yield identifier(ORG_ID + _charity_register(found["charity"]), found["charity"])
    if "company" in found:
        yield identifier(f"{ORG_ID}GB-COH", found["company"])


def _charity_register(number: str) -> str:
    """The list of charities that a number stands in: Scotland and Northern Ireland have their own."""
    return "GB-SC" if number.startswith("SC") else "GB-NIC" if number.startswith("NIC") else "GB-CHC"


def location(id: UUID, place: Location, owner: UUID | None, fictional: bool, confidential: str) -> Json:
    """The resource of a place; a confidential one has no address, and `confidential` says so."""
    secret = place.confidential
    return {
        **head("Location", id, fictional),
        "identifier": [itself(id)],
        **known(name=place.name or ("" if secret else place.address), description=confidential if secret else ""),
        "mode": "instance",
        **({} if secret else known(address=_address(place), position=_position(place))),
        **known(managingOrganization=reference(owner) if owner else {}),
    }


def _address(place: Location) -> Json:
    """An address as one text and its postcode: records do not keep its lines apart."""
    if not place.address and not place.postcode:
        return {}
    whole = ", ".join(each for each in (place.address, place.postcode) if each)
    lines = [place.address] if place.address else []
    rest = known(line=lines, postalCode=place.postcode)
    return {"use": "work", "type": "physical", "text": whole, **rest, "country": "GB"}


def _position(place: Location) -> Json:
    if place.latitude is None or place.longitude is None:
        return {}
    return {"longitude": place.longitude, "latitude": place.latitude}


def area(id: UUID, record: Area) -> Json:
    """The resource of an area that services serve: a place on no street."""
    gss = record.codes.get("gss")
    return {
        **head("Location", id, record.fictional),
        "identifier": [itself(id), *([identifier(GSS, gss)] if gss else [])],
        "name": record.name,
        "mode": "instance",
        "physicalType": concept("Area", coding(_PHYSICAL, "area", "Area")),
    }


def head(kind: str, id: UUID, fictional: bool, updated: str = "") -> Json:
    """What every resource begins with."""
    meta = known(lastUpdated=updated, tag=[MADE_UP] if fictional else [])
    return {"resourceType": kind, "id": str(id), **known(meta=meta)}
