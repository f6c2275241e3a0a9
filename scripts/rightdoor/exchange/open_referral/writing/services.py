"""A service as an object of a feed: in words for people, in our own terms, and as its record.

Of its ages only whole years stand in `minimum_age` and `maximum_age`, the last one taken; the words are exact.
"""

from rightdoor.exchange.open_referral.ours import PROPERTY
from rightdoor.exchange.open_referral.writing import locations, organizations
from rightdoor.exchange.open_referral.writing.parts import Json, id_of, known, lines
from rightdoor.exchange.open_referral.writing.schedules import schedules
from rightdoor.exchange.open_referral.writing.terms import attributes
from rightdoor.exchange.record_data import data_of
from rightdoor.exchange.words import Words
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import COPIED
from rightdoor.model.service import Service

FREE = frozenset({"free-nhs", "free", "donation"})
NATIONWIDE = "United Kingdom"


def service_in_list(service: Service, directory: Directory) -> Json:
    """A service as a list holds it: what it is and who runs it. All else is in its own page."""
    own = directory.organizations.get(service.organization)
    return {
        "id": id_of("service", service.id),
        **known(organization_id=id_of("organization", own.id) if own else ""),
        "name": service.name,
        "description": lines((service.summary, service.description or "")),
        "status": service.status,
        **known(url=service.contact.website, last_modified=_newest(service), **ages(service)),
        **known(organization=organizations.short_organization(own, directory.grammar) if own else {}),
    }


def service_object(service: Service, directory: Directory, words: Words, confidential: str) -> Json:
    """A service with all that is said of it; `confidential` is said of a place whose address nobody may know."""
    grammar, own = directory.grammar, directory.organizations.get(service.organization)
    cost = _cost_words(service, directory)
    return {
        **service_in_list(service, directory),
        **known(organization=organizations.organization(own, grammar) if own else {}),
        **known(
            alternate_name="; ".join(service.also_known_as),
            email=service.contact.email,
            alert=" ".join(words.notices),
            assured_date=_assured(service),
            eligibility_description=lines(each.sentence for each in words.eligibility),
            application_process=lines(words.ways),
            wait_time=lines(words.waits),
            interpretation_services=words.interpreters,
            fees=cost,
            fees_description=cost,
            phones=_phones(service),
            schedules=schedules(service.id, service.hours, lines((*words.hours, *words.closed)) or service.hours or ""),
            languages=_languages(service, directory),
            cost_options=_costs(service, directory),
            service_areas=_areas(service, directory),
            service_at_locations=places(service, directory, confidential),
            attributes=attributes(service, grammar),
        ),
        PROPERTY: {"id": service.id, **data_of(service)},
    }


def places(service: Service, directory: Directory, confidential: str) -> list[Json]:
    """Where a service is given, each place once."""
    area = directory.areas.get(service.folder)
    named = area.name if area else NATIONWIDE
    found = [locations.service_at_location(service, each, named, confidential) for each in service.locations]
    return list({each["id"]: each for each in found}.values())


def ages(service: Service) -> Json:
    """The youngest and the oldest age taken, in years; nothing where nobody has said, 0 where any age is."""
    limit = service.criteria.age
    if limit is None:
        return {}
    if limit.at_least is None and limit.below is None:
        return {} if limit.words else {"minimum_age": 0}
    youngest = {} if limit.at_least is None else {"minimum_age": _years(limit.at_least)}
    return youngest if limit.below is None else {**youngest, "maximum_age": (limit.below - 1) // 12}


def _years(months: int) -> float:
    return months // 12 if months % 12 == 0 else round(months / 12, 2)


def _newest(service: Service) -> str:
    """The moment of the newest check by which somebody confirmed facts; "" where nobody did."""
    checks = (service.checked.overall, *service.checked.groups.values())
    days = [each.on for each in checks if each.on and each.how not in ("never", COPIED)]
    return f"{max(days).isoformat()}T00:00:00Z" if days else ""


def _assured(service: Service) -> str:
    """The day on which somebody confirmed the entry as a whole; copying it from elsewhere assures nobody."""
    check = service.checked.overall
    return check.on.isoformat() if check.on and check.how not in ("never", COPIED) else ""


def _phones(service: Service) -> list[Json]:
    contact = service.contact
    rows = (
        ("voice", contact.phone, contact.phone_note),
        ("text", contact.text, contact.text_note),
        ("textphone", contact.text_relay, None),
    )
    return [
        {
            "id": id_of("phone", service.id, kind),
            "service_id": id_of("service", service.id),
            "number": number,
            "type": kind,
            **known(description=note),
        }
        for kind, number, note in rows
        if number
    ]


def _languages(service: Service, directory: Directory) -> list[Json]:
    names = directory.grammar["languages"]
    return [
        {
            "id": id_of("language", service.id, code),
            "service_id": id_of("service", service.id),
            "code": code,
            "name": names.label(code),
        }
        for code in service.languages.spoken
    ]


def _cost_words(service: Service, directory: Directory) -> str:
    if service.cost is None:
        return ""
    label = directory.grammar["cost_kinds"].label(service.cost.kind)
    return f"{label}: {service.cost.words}" if service.cost.words else label


def _costs(service: Service, directory: Directory) -> list[Json]:
    if service.cost is None:
        return []
    return [
        {
            "id": id_of("cost_option", service.id, service.cost.kind),
            "service_id": id_of("service", service.id),
            "option": directory.grammar["cost_kinds"].label(service.cost.kind),
            **({"amount": 0, "currency": "GBP"} if service.cost.kind in FREE else {}),
            **known(amount_description=service.cost.words),
        }
    ]


def _areas(service: Service, directory: Directory) -> list[Json]:
    stated = service.criteria.area.areas if service.criteria.area else ()
    return [_area(service, each, directory) for each in stated if each in directory.areas]


def _area(service: Service, area: str, directory: Directory) -> Json:
    record = directory.areas[area]
    gss = record.codes.get("gss")
    return {
        "id": id_of("service_area", service.id, area),
        "service_id": id_of("service", service.id),
        "name": record.name,
        **({"extent": gss, "extent_type": "GSS"} if gss else {}),
    }
