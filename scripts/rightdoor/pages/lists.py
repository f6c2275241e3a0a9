"""Which services stand on which list: by area, need, kind and organization, worked out once for the whole site.

Every function takes the directory and the day, and gives keys with tuples of codes and ids: plain values that a later
build can compare. Services that take no referrals just now come last, those for one group behind those for anybody, as
in the matches of somebody who was asked nothing; then the order is by name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, wraps
from typing import Any, TypeVar

from rightdoor.matching.match import takes_referrals
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import NATIONAL, Service

Lists = Mapping[str, tuple[str, ...]]
Counts = Mapping[str, tuple[tuple[str, int], ...]]
L = TypeVar("L", bound=Mapping[str, Any])


def kept(make: Callable[[Directory, date], L]) -> Callable[[Directory, date], L]:
    """Keeps what was listed of the directory seen last, because lists are made from one another."""
    last: list[tuple[Directory, date, L]] = []

    @wraps(make)
    def listed(directory: Directory, today: date) -> L:
        if not last or last[0][0] is not directory or last[0][1] != today:
            last[:] = [(directory, today, make(directory, today))]
        return last[0][2]

    return listed


def takes_nobody(service: Service, grammar: Grammar) -> bool:
    """Whether a service has said that it takes no referrals just now; unknown is neither yes nor no."""
    return takes_referrals(service.intake, grammar) is False or service.status != "active"


def is_discreet(service: Service, grammar: Grammar) -> bool:
    """Whether a service must not show where others may see it: its kind or one of its needs is discreet."""
    needs, types = grammar["needs"].terms, grammar["service_types"].terms
    terms = [types.get(service.type), *(needs.get(need) for need in service.needs)]
    return any(term.discreet for term in terms if term)


@kept
def by_area(directory: Directory, today: date) -> Lists:
    """Services that serve an area or one around it."""
    own: dict[str, list[str]] = defaultdict(list)
    for service in directory.services.values():
        if service.status == "defunct":
            continue
        for area in may_serve(service, directory):
            own[area].append(service.id)
    found = {}
    for area in directory.areas:
        ids = {each for place in directory.chain(area) for each in own[place]}
        found[area] = _ordered(directory, ids, area)
    return found


def may_serve(service: Service, directory: Directory) -> tuple[str, ...]:
    """The areas that a service says it serves, or, where it has not said, those that it may serve."""
    if stated := service.criteria.area:
        return stated.areas
    return everywhere(directory) if service.folder == NATIONAL else (service.folder,)


def everywhere(directory: Directory) -> tuple[str, ...]:
    """The areas within no other: what a national service that never said where it works may serve."""
    return tuple(area.id for area in directory.areas.values() if area.within is None)


def _ordered(directory: Directory, ids: Iterable[str], area: str | None = None) -> tuple[str, ...]:
    """Ids in the order of lists."""

    around = directory.chain(area) if area else ()

    def place(service_id: str) -> tuple[bool, bool, str, str]:
        service = directory.services[service_id]
        here = service.in_area(*around)
        return takes_nobody(here, directory.grammar), bool(here.criteria.only), service.name.casefold(), service.id

    return tuple(sorted(ids, key=place))


def narrower(grammar: Grammar) -> Lists:
    """For each need, itself and every need within it: whoever names the first is relevant to them all."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in grammar["needs"]:
        for wider in grammar["needs"].with_broader(term.code):
            found[wider].append(term.code)
    return {need: tuple(codes) for need, codes in found.items()}


def relevant_needs(service: Service, inside: Lists) -> set[str]:
    """The needs a service is relevant to: those it names and those within them."""
    return {code for need in service.needs for code in inside.get(need, (need,))}


@kept
def by_area_and_need(directory: Directory, today: date) -> Lists:
    """Services of an area for a need, under `area/need`."""
    inside = narrower(directory.grammar)
    relevant = cache(lambda service_id: relevant_needs(directory.services[service_id], inside))
    found: dict[str, list[str]] = defaultdict(list)
    for area, ids in by_area(directory, today).items():
        for service_id in ids:
            for need in relevant(service_id):
                found[f"{area}/{need}"].append(service_id)
    return {key: tuple(ids) for key, ids in found.items()}


@kept
def by_area_and_type(directory: Directory, today: date) -> Lists:
    """Services of an area of one kind, under `area/type`."""
    found: dict[str, list[str]] = defaultdict(list)
    for area, ids in by_area(directory, today).items():
        for service_id in ids:
            found[f"{area}/{directory.services[service_id].type}"].append(service_id)
    return {key: tuple(ids) for key, ids in found.items()}


def counts_of_needs(directory: Directory, today: date) -> Counts:
    """For each area, its needs with how many services each has, in the order of the vocabulary."""
    return _counts(directory, by_area_and_need(directory, today), "needs")


def counts_of_types(directory: Directory, today: date) -> Counts:
    """For each area, its kinds of service with how many there are, in the order of the vocabulary."""
    return _counts(directory, by_area_and_type(directory, today), "service_types")


def _counts(directory: Directory, lists: Lists, vocabulary: str) -> Counts:
    codes = list(directory.grammar[vocabulary].terms)
    return {
        area: tuple((code, len(lists[f"{area}/{code}"])) for code in codes if f"{area}/{code}" in lists)
        for area in directory.areas
    }


def by_need(directory: Directory, today: date) -> Lists:
    """Every service relevant to a need, anywhere."""
    inside = narrower(directory.grammar)
    found: dict[str, list[str]] = defaultdict(list)
    for service in directory.services.values():
        for need in relevant_needs(service, inside) if service.status != "defunct" else ():
            found[need].append(service.id)
    return {need: _ordered(directory, ids) for need, ids in found.items()}


def by_type(directory: Directory, today: date) -> Lists:
    """Every service of a kind, anywhere."""
    found: dict[str, list[str]] = defaultdict(list)
    for service in directory.services.values():
        if service.status != "defunct":
            found[service.type].append(service.id)
    return {code: _ordered(directory, ids) for code, ids in found.items()}


def by_organization(directory: Directory, today: date) -> Lists:
    """The services an organization runs."""
    found: dict[str, list[str]] = defaultdict(list)
    for service in directory.services.values():
        found[service.organization].append(service.id)
    return {each: _ordered(directory, ids) for each, ids in found.items()}


def by_commissioner(directory: Directory, today: date) -> Lists:
    """The organizations whose services an organization pays for."""
    found: dict[str, list[str]] = defaultdict(list)
    for organization in directory.organizations.values():
        for payer in organization.commissioned_by:
            found[payer].append(organization.id)
    return {payer: tuple(sorted(ids)) for payer, ids in found.items()}


def by_gate(directory: Directory, today: date) -> Lists:
    """The services that are reached only through one service."""
    found: dict[str, list[str]] = defaultdict(list)
    for service in directory.services.values():
        if service.referral.via and service.status != "defunct":
            found[service.referral.via].append(service.id)
    return {gate: _ordered(directory, ids) for gate, ids in found.items()}


def national(directory: Directory, today: date) -> Lists:
    """The services of the folder `national`."""
    return {"national": tuple(sorted(each.id for each in directory.services.values() if each.folder == "national"))}


def local_by_area_and_need(directory: Directory, today: date) -> Lists:
    """The services of an area for a need that are not national, under `area/need`."""
    return _local(directory, by_area_and_need(directory, today))


def local_by_area_and_type(directory: Directory, today: date) -> Lists:
    """The services of an area of one kind that are not national, under `area/type`."""
    return _local(directory, by_area_and_type(directory, today))


def _local(directory: Directory, found: Lists) -> Lists:
    everywhere = {each.id for each in directory.services.values() if each.folder == "national"}
    own = {key: tuple(each for each in ids if each not in everywhere) for key, ids in found.items()}
    return {key: ids for key, ids in own.items() if ids}
