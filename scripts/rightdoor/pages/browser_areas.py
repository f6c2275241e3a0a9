"""What browser code reads of an area, and of the nation: its services, and what stands beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.pages import lists
from rightdoor.pages.area_page import crisis_notes, neighbours
from rightdoor.pages.browser_facts import door, facts, known
from rightdoor.pages.browser_places import crisis_data, front_door, gaps
from rightdoor.pages.view import View

NATIONAL = "national"


def area_data(view: View, key: str) -> dict[str, Any]:
    """An area: its own and wider services, its crisis routes, front door, lists and neighbours."""
    area = view.directory.areas[key]
    records = [record_of(view, each, key) for each in own_ids(view, key)]
    around = [view.directory.areas[each] for each in view.directory.chain(key)]
    story = view.directory.story_date((key,))
    return known(
        {
            "id": key,
            "name": area.name,
            "fictional": area.fictional,
            "story_date": story.isoformat() if story else None,
            "chain": [each.id for each in around],
            "services": by_kind(records),
            "elsewhere": elsewhere(view, records),
            "needs": [code for code, _ in view.listing(lists.counts_of_needs, key)],
            "types": [code for code, _ in view.listing(lists.counts_of_types, key)],
            "crisis": [crisis_data(service) for service in view.directory.crisis_routes(key)],
            "crisis_note": " ".join(crisis_notes(view, key)),
            "front_door": front_door(view, next((each.front_door for each in around if each.front_door), None)),
            "neighbours": [{"id": each.id, "name": each.name} for each in neighbours(view, area)],
            "gaps": gaps(view, key),
        }
    )


def told_in(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """For each area, the services that serve it, or one around it, under any of their rules."""
    own: dict[str, set[str]] = defaultdict(set)
    for service in directory.services.values():
        for rules in (service, *service.by_area.values()):
            if rules.status != "defunct":
                for area in lists.may_serve(rules, directory):
                    own[area].add(service.id)
    return {
        area: tuple(sorted(set().union(*(own[each] for each in directory.chain(area))))) for area in directory.areas
    }


def by_kind(records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records in an order that packs well: those alike stand together. Whoever shows them has an order of its own."""
    return sorted(records, key=lambda each: (each["type"], each["id"]))


def own_ids(view: View, area: str) -> list[str]:
    """The services that the file of an area holds.

    Of the national ones only those whose rules differ there: they replace what the file of all says of them.
    """
    chain, shared = view.directory.chain(area), set(view.listing(national_ids, NATIONAL))
    return [each for each in view.listing(told_in, area) if each not in shared or rules_of(view, each, chain)]


def rules_of(view: View, service_id: str, chain: Iterable[str]) -> str:
    """The nearest of these areas in which the rules of a service differ; "" where there is none."""
    return view.directory.services[service_id].ruled_in(*chain)


def record_of(view: View, service_id: str, area: str = "") -> dict[str, Any]:
    """The record of a service in an area; made once for all the areas in which its rules are the same.

    Where they differ there it says what holds `otherwise` too, unless the file of the national services does.
    """
    place = rules_of(view, service_id, view.directory.chain(area))
    record = view.once(("facts", service_id, place), lambda: facts(view, service_id, place))
    return (
        record | {"otherwise": record_of(view, service_id)} if place and has_other_rules(view, service_id) else record
    )


def has_other_rules(view: View, service_id: str) -> bool:
    """Whether the usual rules of a service whose rules differ by area stand beside those: in no file of all."""
    return service_id not in view.listing(national_ids, NATIONAL)


def national_ids(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """The ids of the national services that have not closed."""
    found = (each.id for each in directory.services.values() if each.folder == NATIONAL and each.status != "defunct")
    return {NATIONAL: tuple(sorted(found))}


def national(view: View) -> dict[str, Any]:
    """The services that are in no one area, and the crisis routes shown where no area is chosen."""
    ids = view.listing(national_ids, NATIONAL)
    outermost = [area.id for area in view.directory.areas.values() if area.within is None]
    routes = {each.id: each for area in sorted(outermost) for each in view.directory.crisis_routes(area)}
    records = [
        record_of(view, each) | known({"areas": stated_areas(view, each), "also": _also(view, each)}) for each in ids
    ]
    return known(
        {
            "services": by_kind(records),
            "elsewhere": elsewhere(view, records),
            "crisis": [crisis_data(service) for service in routes.values()],
        }
    )


def _also(view: View, service_id: str) -> list[str]:
    """Other names, by which helplines are looked for at once; those of an area's services come with the long words."""
    return list(view.directory.services[service_id].also_known_as)


def stated_areas(view: View, service_id: str) -> list[str]:
    """The areas that a service says it serves; none where it has not said."""
    stated = view.directory.services[service_id].criteria.area
    return list(stated.areas) if stated else []


def elsewhere(view: View, records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Services that records send people to and that stand in no file beside them."""
    told = list(records)
    here = {each["id"] for each in told} | set(view.listing(national_ids, NATIONAL))
    ids = {each for record in told for each in _sent_to(record)} - here
    return [door(view, each) for each in sorted(ids) if each in view.directory.services]


def _sent_to(record: Mapping[str, Any]) -> Iterator[str]:
    """Every service that a record sends people to: beside its criteria, and whoever it declines."""
    yield from record.get("declined", ())
    for said in record["criteria"].values():
        for row in said if isinstance(said, list) else (said,):
            if isinstance(row, dict):
                yield from row.get("to", ())
    if "otherwise" in record:
        yield from _sent_to(record["otherwise"])
