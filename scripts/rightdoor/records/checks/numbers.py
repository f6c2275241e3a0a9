"""Every phone and text number of the directory, in its own field or in the middle of a sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path
from rightdoor.records.checks.phone_numbers import digits_of

_RUN = re.compile(r"(?<![0-9])[0-9](?: ?[0-9]){4,13}(?![0-9])")
_FIVE_DIGITS = re.compile(r"[0-9] ?[0-9] ?[0-9] ?[0-9] ?[0-9]")
"""What every run begins with; it is found six times as quickly, because nothing is looked at before a digit."""


class Number(NamedTuple):
    """A number as written and as digits, where it stands, and whose record that is."""

    digits: str
    text: str
    file: str
    path: Path
    owner: str


def numbers(directory: Directory, context: Context) -> list[Number]:
    """The numbers that stand in a field of their own, collected once for all checks."""
    return context.once("numbers", lambda: list(_in_fields(directory)))


def numbers_in_prose(directory: Directory, context: Context) -> list[Number]:
    """The numbers of at least five digits that stand in sentences, collected once for all checks."""
    return context.once("numbers in prose", lambda: list(_in_prose(directory)))


def crisis_services(directory: Directory, context: Context) -> frozenset[str]:
    """The services that any area names as a crisis route."""
    routes = (each for area in directory.areas.values() for each in area.crisis_routes)
    return context.once("crisis services", lambda: frozenset(each for each in routes if each in directory.services))


def _in_fields(directory: Directory) -> Iterator[Number]:
    for service in directory.services.values():
        yield from _of_service(service, (), None)
        for area, here in service.by_area.items():
            yield from _of_service(here, ("by_area", area), service)
    for place in directory.areas.values():
        for name in ("phone", "text"):
            if name in place.contact:
                yield _number(place.contact[name], place.file, ("contact", name), place.id)


def _of_service(service: Service, prefix: Path, base: Service | None) -> Iterator[Number]:
    file, owner = service.file, service.id
    if base is None or base.contact != service.contact:
        for name in ("phone", "text", "text_relay"):
            if text := getattr(service.contact, name):
                yield _number(text, file, (*prefix, "contact", name), owner)
    if base is None or base.referral != service.referral:
        for index, route in enumerate(service.referral.routes):
            for name, text in (("phone", route.phone), ("text", route.text)):
                if text:
                    yield _number(text, file, (*prefix, "referral", "routes", index, name), owner)
        if service.referral.advice and service.referral.advice.phone:
            yield _number(service.referral.advice.phone, file, (*prefix, "referral", "advice", "phone"), owner)


def _number(text: str, file: str, path: Path, owner: str) -> Number:
    return Number(digits_of(text), text, file, path, owner)


def _in_prose(directory: Directory) -> Iterator[Number]:
    for service in directory.services.values():
        if _FIVE_DIGITS.search("\n".join(filter(None, _texts(service)))):
            yield from _found(_sentences(service), service)
    for organization in directory.organizations.values():
        yield from _found([(("description",), organization.description or "")], organization)
    for area in directory.areas.values():
        gaps = ((("known_gaps", index, "note"), gap.note or "") for index, gap in enumerate(area.known_gaps))
        yield from _found([(("crisis_note",), area.crisis_note or ""), *gaps], area)


def _found(sentences: Iterable[tuple[Path, str]], record: Service | Organization | Area) -> Iterator[Number]:
    for path, sentence in sentences:
        for run in _RUN.findall(sentence):
            yield _number(run, record.file, path, record.id)


def _texts(service: Service) -> list[str | None]:
    """What a service says in sentences, without the places: most hold no number, and this is quicker."""
    criteria, contact = service.criteria, service.contact
    texts = [service.summary, service.description, service.note, contact.phone_note, contact.text_note]
    texts.append(service.sessions.then if service.sessions else None)
    texts.append(service.cost.words if service.cost else None)
    texts.extend(route.note for route in service.referral.routes)
    limits = (criteria.age, criteria.severity, criteria.area, criteria.time_since_event)
    texts.extend(limit.words for limit in limits if limit)
    for rows in (criteria.only, criteria.does_not_take or (), criteria.check_first, criteria.takes_despite):
        for row in rows:
            texts.append(row.words)
            texts.append(row.how)
    return texts


def _sentences(service: Service) -> list[tuple[Path, str]]:
    """What a service says in sentences; differences by area are left to the fields they stand in."""
    found: list[tuple[Path, str | None]] = [
        (("summary",), service.summary),
        (("description",), service.description),
        (("note",), service.note),
        (("contact", "phone_note"), service.contact.phone_note),
        (("contact", "text_note"), service.contact.text_note),
        (("sessions", "then"), service.sessions.then if service.sessions else None),
        (("cost", "words"), service.cost.words if service.cost else None),
    ]
    for index, route in enumerate(service.referral.routes):
        found.append((("referral", "routes", index, "note"), route.note))
    for name in ("age", "severity", "area", "time_since_event"):
        if limit := getattr(service.criteria, name):
            found.append((("criteria", name, "words"), limit.words))
    for name in ("only", "does_not_take", "check_first", "takes_despite"):
        for index, row in enumerate(getattr(service.criteria, name) or ()):
            found.append((("criteria", name, index, "words"), row.words))
            found.append((("criteria", name, index, "how"), row.how))
    return [(path, text) for path, text in found if text]
