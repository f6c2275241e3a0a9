"""Two entries look like the same service or organization.

Two services in places that meet have the same name, or two organizations have; or services of different organizations
give the same phone number, or the same postcode and type. Numbers of crisis services are looked at elsewhere.

Why this matters: half of the mistakes are mended in one entry and half in the other, and readers see both.

What to type: keep the better entry, add the other's id to its `aliases`, and delete the other file. If they really are
two, say so in `directory/exceptions.yaml`.

    aliases: [northvale-counselling-service]
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path, problem_in
from rightdoor.records.checks.numbers import crisis_services
from rightdoor.records.checks.phone_numbers import digits_of
from rightdoor.records.checks.reach import Reach, reach

CODE = "likely-duplicate"
LEVEL = Level.WARNING
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
Entry = TypeVar("Entry", Service, Organization)


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Each likely duplicate once, in the entry that comes later by file."""
    meeting = reach(directory, context)
    crisis = crisis_services(directory, context)
    running = [each for each in directory.services.values() if each.status != "defunct" and each.id not in crisis]
    said: set[str] = set()
    for service, other in _pairs(running, lambda each: _plain(each.name), lambda a, b: _same_place(meeting, a, b)):
        said.add(service.file)
        yield _said(context, service, ("name",), f"the same name as {other.id}")
    for one, another in _pairs(directory.organizations.values(), lambda each: _plain(each.name), lambda a, b: True):
        yield _said(context, one, ("name",), f"the same name as {another.id}")
    for service, other in _pairs(running, lambda each: digits_of(each.contact.phone or ""), _run_apart):
        if service.file not in said:
            said.add(service.file)
            what = f"the same phone number ({service.contact.phone}) as {other.id}, of another organization"
            yield _said(context, service, ("contact", "phone"), what)
    for service, other in _pairs(running, _door, _run_apart):
        if service.file not in said:
            what = f"the same postcode and type as {other.id}, of another organization"
            yield _said(context, service, ("locations", 0, "postcode"), what)


def _pairs(
    entries: Iterable[Entry], key: Callable[[Entry], str], alike: Callable[[Entry, Entry], bool]
) -> Iterator[tuple[Entry, Entry]]:
    """Each entry with the first earlier one of the same key that is alike; only the last few are compared."""
    seen: dict[str, list[Entry]] = {}
    for each in sorted(entries, key=lambda entry: entry.file):
        if name := key(each):
            earlier = seen.setdefault(name, [])
            other = next((one for one in earlier[-50:] if alike(each, one)), None)
            if other is not None:
                yield each, other
            earlier.append(each)


def _plain(name: str) -> str:
    return _NOT_WORDS.sub(" ", name.casefold().replace("&", " and ")).strip()


def _door(service: Service) -> str:
    postcode = service.locations[0].postcode if service.locations else None
    return f"{postcode} {service.type}" if postcode else ""


def _run_apart(one: Service, other: Service) -> bool:
    return one.organization != other.organization


def _same_place(meeting: Reach, one: Service, other: Service) -> bool:
    if one.criteria.area is None or other.criteria.area is None:
        return True
    return meeting.meet(one.criteria.area.areas, other.criteria.area.areas)


def _said(context: Context, entry: Service | Organization, path: Path, what: str) -> Problem:
    tip = "Keep one (the id of a service that goes becomes an alias), or write in exceptions.yaml why there are two."
    return problem_in(context, entry.file, path, CODE, LEVEL, f"This entry has {what}.", tip)
