"""The files that the search box reads: the words of the vocabularies, the areas, and services, one file for each area.

National services stand in one file that all areas share, so what a browser loads depends on the area chosen and never
on the size of the nation. What is not known is left out of a record; nothing stands in for it.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.model.vocabulary import Term
from rightdoor.pages import lists
from rightdoor.pages.card import wait_line
from rightdoor.pages.criteria_rows import takes_line
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View

KINDS = {"need": "needs", "type": "service_types", "therapy": "therapies"}
NATIONAL = "national"
PAID = ("fixed-fee", "free-with-cap")


def keys(view: View) -> Iterator[str]:
    """One key for each file: the place below `data/search/`, without its ending."""
    yield from ("areas", NATIONAL, "vocabulary")
    for area in sorted(view.whole.areas):
        yield f"area/{area}"


def file(view: View, key: str) -> DataFile:
    """The file of one key."""
    if key.startswith("area/"):
        told: Mapping[str, Any] = area_data(view, key.removeprefix("area/"))
    else:
        told = {"areas": areas, NATIONAL: national, "vocabulary": vocabulary}[key](view)
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return DataFile(f"data/search/{key}.json", f"{text}\n".encode())


def areas(view: View) -> dict[str, Any]:
    """The areas to choose from: those that lie within no other, or are a council or place, by name."""
    found = sorted(view.directory.areas.values(), key=lambda area: (area.name.casefold(), area.id))
    choices = [{"id": area.id, "name": f"{area.name} (made up)" if area.fictional else area.name} for area in found]
    return {"areas": choices, "home": view.settings.home_area}


def area_data(view: View, key: str) -> dict[str, Any]:
    """An area: its own and wider services, its crisis routes, front door and lists.

    Of the national services only those whose rules differ here: they replace what the file of all says of them.
    """
    area = view.directory.areas[key]
    chain = view.directory.chain(key)
    shared = set(view.listing(national_ids, NATIONAL))
    ids = [each for each in view.listing(lists.by_area, key) if each not in shared or differs(view, each, chain)]
    around = [view.directory.areas[each] for each in chain]
    told = {
        "id": key,
        "name": area.name,
        "chain": list(chain),
        "services": [told_of(view, each, chain) for each in ids],
        "needs": [code for code, _ in view.listing(lists.counts_of_needs, key)],
        "types": [code for code, _ in view.listing(lists.counts_of_types, key)],
        "crisis": [crisis_data(service) for service in view.directory.crisis_routes(key)],
        "crisis_note": next((each.crisis_note for each in around if each.crisis_routes), None),
    }
    door = view.directory.services.get(area.front_door) if area.front_door else None
    return _known(told | {"front_door": {"id": door.id, "name": door.name} if door else None})


def differs(view: View, service_id: str, chain: tuple[str, ...]) -> str:
    """The nearest area around in which the rules of a service differ; "" where there is none."""
    by_area = view.directory.services[service_id].by_area
    return next((each for each in chain if each in by_area), "")


def told_of(view: View, service_id: str, chain: tuple[str, ...] = ()) -> dict[str, Any]:
    """What is told of a service in an area; made once for all the areas in which its rules are the same."""
    place = differs(view, service_id, chain)
    service = view.directory.services[service_id]
    key = ("search", service_id, place)
    return view.once(key, lambda: service_data(view, service.in_area(place) if place else service))


def national_ids(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """The ids of the national services that have not closed."""
    found = (each.id for each in directory.services.values() if each.folder == NATIONAL and each.status != "defunct")
    return {NATIONAL: tuple(sorted(found))}


def national(view: View) -> dict[str, Any]:
    """The services that are in no one area, and the crisis routes shown where no area is chosen."""
    ids = view.listing(national_ids, NATIONAL)
    outermost = [area.id for area in view.directory.areas.values() if area.within is None]
    routes = {each.id: each for area in sorted(outermost) for each in view.directory.crisis_routes(area)}
    return {
        "services": [told_of(view, each) | _known({"areas": stated_areas(view, each)}) for each in ids],
        "crisis": [crisis_data(service) for service in routes.values()],
    }


def stated_areas(view: View, service_id: str) -> list[str]:
    """The areas that a service says it serves; none where it has not said."""
    stated = view.directory.services[service_id].criteria.area
    return list(stated.areas) if stated else []


def crisis_data(service: Service) -> dict[str, Any]:
    """A crisis route in the words and numbers of its one record."""
    contact = service.contact
    name = f"{service.name} (made up)" if service.fictional else service.name
    told = {"id": service.id, "name": name, "phone": contact.phone, "phone_note": contact.phone_note}
    return _known(told | {"text": contact.text, "text_note": contact.text_note})


def service_data(view: View, service: Service) -> dict[str, Any]:
    """What the search box shows of a service, and what it is found by."""
    organization = view.directory.organizations.get(service.organization)
    check = service.checked.of("criteria")
    gate = view.directory.services.get(service.referral.via) if service.referral.via else None
    told = {
        "id": service.id,
        "name": service.name,
        "also": list(service.also_known_as),
        "type": service.type,
        "needs": list(service.needs),
        "therapies": list(service.therapies),
        "languages": spoken(view, service),
        "summary": service.summary,
        "takes": takes_line(view, service),
        "wait": wait_line(view, service),
        "gate": gate.name if gate else None,
        "organization": organization.name if organization else None,
        "intake": service.intake,
        "status": None if service.status == "active" else service.status,
        "checked": _known({"how": check.how, "on": check.on.isoformat() if check.on else None}),
        "fictional": service.fictional,
    }
    told_on = view.directory.today_for(service, date.max)
    return _known(
        told | ranked_by(view, service) | {"story_date": None if told_on == date.max else told_on.isoformat()}
    )


def ranked_by(view: View, service: Service) -> dict[str, Any]:
    """What decides a service's place among others, and is not shown: for whom it is, and what it costs."""
    groups = view.directory.grammar["groups"]
    cost = service.cost.kind if service.cost else ""
    return {
        "only": [groups.label(row.reason) for row in service.criteria.only],
        "costs": cost in PAID,
        "nhs": cost == "free-nhs",
        "self": any("self" in route.who for route in service.referral.routes),
        "uses_abuse": any(row.reason == "uses-abuse" for row in service.criteria.takes_despite),
    }


def spoken(view: View, service: Service) -> list[str]:
    """The languages spoken beside English, which people search for."""
    languages = view.directory.grammar["languages"]
    return [languages.label(code) for code in service.languages.spoken if code != "en"]


def vocabulary(view: View) -> dict[str, Any]:
    """The words people type: needs, kinds of service, therapies and areas; ambiguous, former, crisis, ordinary ones."""
    grammar = view.directory.grammar
    former: dict[str, list[str]] = {}
    for name in grammar["legacy_names"]:
        former.setdefault(name.more.get("target", ""), []).append(name.label)
    terms = [term_data(kind, term, former.get(term.code, [])) for kind, name in KINDS.items() for term in grammar[name]]
    places = [
        _known({"kind": "area", "code": area.id, "label": area.name, "fictional": area.fictional})
        for area in view.directory.areas.values()
    ]
    return {
        "terms": terms + sorted(places, key=lambda place: place["code"]),
        "ambiguous": [{"term": each.label, "choices": list(each.more["choices"])} for each in grammar["ambiguous"]],
        "former": [{"term": each.label, "now": each.more["now"]} for each in grammar["legacy_names"]],
        "crisis": [
            {"words": [each.label, *each.synonyms], "need": each.more["target"]} for each in grammar["crisis_terms"]
        ],
        "ordinary": [word for each in grammar["ordinary_words"] for word in each.synonyms],
        "labels": {
            "type": {term.code: term.label for term in grammar["service_types"]},
            "intake": {term.code: term.label for term in grammar["intake"] if term.code not in ("open", "unknown")},
            "status": {term.code: term.label for term in grammar["status"] if term.code != "active"},
        },
        "limits": {term.code: term.more["days"] for term in grammar["fact_groups"]},
    }


def term_data(kind: str, term: Term, former: list[str]) -> dict[str, Any]:
    """A term with every word it is found by."""
    words = dict.fromkeys((*term.synonyms, *term.more.get("clinical", ()), *former))
    told = {"kind": kind, "code": term.code, "label": term.label, "slug": term.slug, "synonyms": list(words)}
    crisis = kind == "need" and (bool(term.more.get("crisis_check")) or "crisis" in term.within)
    return _known(told | {"crisis": crisis, "level": term.more.get("level")})


def _known(told: dict[str, Any]) -> dict[str, Any]:
    """Only what is known: nothing that is None, False or empty."""
    return {name: value for name, value in told.items() if value}


DATA = (Kind("search", keys, file),)
