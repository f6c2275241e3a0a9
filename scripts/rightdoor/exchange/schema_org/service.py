"""A service as a schema.org Service: who gives it, for whom, where, when, and how to get in touch.

Types and properties are those of schema.org (version 30, read on 24 November 2026). It has no words for whom a service
does not take, so nothing here says that anybody will be taken: ages and areas are of the people it is meant for.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rightdoor.exchange.schema_org.hours import hours
from rightdoor.exchange.schema_org.parts import Json, node
from rightdoor.model.area import Area
from rightdoor.model.criteria import AgeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.organization import Organization
from rightdoor.model.service import Cost, Location, Service

PROVIDERS: Mapping[str, str] = {
    "nhs": "GovernmentOrganization",
    "local-authority": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "charity": "NGO",
    "community-group": "NGO",
    "faith-group": "NGO",
    "university": "CollegeOrUniversity",
}
"""What schema.org calls each kind of organization; any other is an Organization."""

CLINICAL = frozenset({"nhs", "nhs-commissioned-independent"})
"""The kinds of organization whose places are clinics."""

FREE = frozenset({"free", "free-nhs", "donation"})


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a service in words, and where its page lies.

    `summary` has what nobody may overlook before it. `hours` are the sentences of hours. `page` is the whole address of
    its page, "" where the site does not know its own.
    """

    summary: str
    hours: tuple[str, ...] = ()
    page: str = ""


def service_node(service: Service, directory: Directory, said: Said) -> Json:
    """The JSON-LD of a service."""
    grammar, owner = directory.grammar, directory.organizations.get(service.organization)
    kind = PROVIDERS.get(owner.kind, "") if owner else ""
    told = node(
        "GovernmentService" if kind == "GovernmentOrganization" else "Service",
        name=_called(service, grammar),
        alternateName=list(service.also_known_as),
        description=said.summary,
        url=web(service.contact.website),
        mainEntityOfPage=said.page,
        serviceType=grammar["service_types"].label(service.type),
        category=[grammar["needs"].label(each) for each in service.needs],
        provider=_provider(owner, grammar) if owner else None,
        areaServed=_areas(service, directory),
        audience=_audience(service, grammar),
        hoursAvailable=hours(service.hours),
        availableChannel=list(_channels(service, owner, said, grammar)),
        offers=_offer(service.cost, grammar) if service.cost else None,
    )
    return {"@context": "https://schema.org", **({"@id": f"{said.page}#service"} if said.page else {}), **told}


def _called(record: Service | Organization | Area, grammar: Grammar) -> str:
    """The name of a record; a made-up one says so, wherever its name may be shown."""
    return grammar.phrases["made_up"].replace("{name}", record.name) if record.fictional else record.name


def _provider(owner: Organization, grammar: Grammar) -> Json:
    numbers = [node("PropertyValue", propertyID=name, value=number) for name, number in owner.identifiers.items()]
    return node(
        PROVIDERS.get(owner.kind, "Organization"),
        name=_called(owner, grammar),
        url=web(owner.website),
        identifier=numbers,
    )


def _areas(service: Service, directory: Directory) -> list[Json]:
    """The areas that it serves, with the code of official statistics where there is one."""
    stated = service.criteria.area.areas if service.criteria.area else ()
    found = (directory.areas[each] for each in stated if each in directory.areas)
    return [
        node("AdministrativeArea", name=_called(each, directory.grammar), identifier=each.codes.get("gss"))
        for each in found
    ]


def _audience(service: Service, grammar: Grammar) -> Json | None:
    """The people it is meant for; None where nobody has said anything of them."""
    groups = [grammar["groups"].label(each.reason) for each in service.criteria.only]
    told = node("PeopleAudience", audienceType=groups, **_ages(service.criteria.age))
    return told if len(told) > 1 else None


def _offer(cost: Cost, grammar: Grammar) -> Json:
    """What it costs: nothing, or as much as the words say, since records keep no sum."""
    words = cost.words or grammar["cost_kinds"].label(cost.kind)
    price = {"price": "0", "priceCurrency": "GBP"} if cost.kind in FREE else {}
    return node("Offer", description=words, **price)


def _ages(limit: AgeLimit | None) -> dict[str, float]:
    """Ages in years: a youngest age never lower than the limit; an oldest one only where it is a whole year."""
    told: dict[str, float] = {}
    if limit and limit.at_least:
        years = math.ceil(limit.at_least / 12 * 100) / 100
        told["suggestedMinAge"] = int(years) if years == int(years) else years
    if limit and limit.below and limit.below % 12 == 0:
        told["suggestedMaxAge"] = limit.below // 12 - 1
    return told


def _channels(service: Service, owner: Organization | None, said: Said, grammar: Grammar) -> Iterator[Json]:
    """The ways to get in touch, and the places that everybody may know."""
    contact, spoken = service.contact, list(service.languages.spoken)
    kind = grammar["service_types"].label(service.type)
    unsaid = "; ".join(said.hours) if service.hours and not hours(service.hours) else ""
    if contact.phone:
        point = node(
            "ContactPoint",
            telephone=contact.phone,
            email=contact.email,
            contactType=kind,
            description=contact.phone_note,
            availableLanguage=spoken,
            hoursAvailable=hours(_answered(service)),
        )
        yield node("ServiceChannel", description=unsaid, servicePhone=point)
    if contact.text:
        point = node("ContactPoint", telephone=contact.text, contactType=kind, description=contact.text_note)
        yield node("ServiceChannel", serviceSmsNumber=point)
    for address in dict.fromkeys(_addresses(service)):
        yield node("ServiceChannel", serviceUrl=address, availableLanguage=spoken)
    clinical = owner is not None and owner.kind in CLINICAL
    for place in service.locations:
        if not place.confidential and place.address:
            yield node("ServiceChannel", description=unsaid, serviceLocation=_place(place, service.name, clinical))


def _answered(service: Service) -> str | None:
    """When its number is answered, where a way in says so."""
    same = (each.hours for each in service.referral.routes if each.phone == service.contact.phone)
    return next(filter(None, same), None)


def _addresses(service: Service) -> Iterator[str]:
    """Where one gets in touch online: forms for the person, web chat, and e-mail where there is no phone."""
    yield from (web(each.url) for each in service.referral.routes if web(each.url) and "self" in each.who)
    if chat := web(service.contact.webchat):
        yield chat
    if service.contact.email and not service.contact.phone:
        yield f"mailto:{service.contact.email}"


def web(address: str | None) -> str:
    """An address that leads to a page of the web, and "" for anything else."""
    return address if address and address.startswith(("https://", "http://")) else ""


def _place(place: Location, name: str, clinical: bool) -> Json:
    """A place with an address; where it lies only where both numbers are known."""
    known = place.latitude is not None and place.longitude is not None
    return node(
        "MedicalClinic" if clinical else "Place",
        name=place.name or name,
        address=node("PostalAddress", streetAddress=place.address, postalCode=place.postcode, addressCountry="GB"),
        geo=node("GeoCoordinates", latitude=place.latitude, longitude=place.longitude) if known else None,
    )
