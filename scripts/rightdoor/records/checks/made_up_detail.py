"""A made-up number, postcode or web address stands in a real entry, or a real one in a fictional entry.

Numbers that Ofcom keeps for stories (such as 01632 960 110), postcodes that begin with letters no real one has, and
addresses at example.org belong in fictional entries, and only they do. Short numbers such as 999 may stand in both.

Why this matters: a made-up number in a real entry rings nowhere. A real number in a fictional entry rings at the home
of somebody who has nothing to do with it.

What to type: in a real entry, the real number. In a fictional one, a number from Ofcom's list.

    contact: {phone: "01632 960 110", website: https://example.org/northvale}
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path, problem_in
from rightdoor.records.checks.numbers import numbers
from rightdoor.records.checks.phone_numbers import is_drama
from rightdoor.records.checks.postcode_unknown import is_made_up

CODE = "made-up-detail"
LEVEL = Level.ERROR
SHORTEST_FULL_NUMBER = 9
_RESERVED = re.compile(r"(?:[/@.]|\A)(?:example\.(?:org|com|net)|[a-z0-9-]+\.(?:example|invalid|test))(?:[/:?#]|\Z)")


class Detail(NamedTuple):
    """A detail in words, where it stands, whether it is made up (None: it cannot be told), and whether its entry is."""

    file: str
    path: Path
    words: str
    made_up: bool | None
    fictional: bool


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Details that do not fit the kind of entry they stand in."""
    places = {each for each in directory.areas if is_fictional_area(directory, each)}
    found = chain(
        _numbers(directory, context, places),
        (detail for service in directory.services.values() for detail in _of_service(service)),
        _of_organizations(directory),
        _of_practices(directory, places),
    )
    for each in found:
        if each.made_up is None or each.made_up == each.fictional:
            continue
        message = f"This entry is real, but the {each.words} is made up."
        tip = "Type the real one, or leave it out."
        if each.fictional:
            message = f"This entry is fictional, but the {each.words} may be somebody's real one."
            tip = "Type a number such as 01632 960 110, a postcode such as NV1 1AA, or an address at example.org."
        yield problem_in(context, each.file, each.path, CODE, LEVEL, message, tip)


def is_fictional_area(directory: Directory, area: str) -> bool:
    """Whether an area, or one around it, says that it is made up."""
    return any(directory.areas[each].fictional for each in directory.chain(area))


def _numbers(directory: Directory, context: Context, places: Container[str]) -> Iterator[Detail]:
    fictional = {service.id for service in directory.services.values() if service.fictional}
    for each in numbers(directory, context):
        if len(each.digits) >= SHORTEST_FULL_NUMBER:
            entry = each.owner in (places if "/areas/" in each.file else fictional)
            yield Detail(each.file, each.path, f"number {each.text}", is_drama(each.text), entry)


def _of_service(service: Service) -> Iterator[Detail]:
    for index, place in enumerate(service.locations):
        if place.postcode:
            made_up = is_made_up(place.postcode)
            path: Path = ("locations", index, "postcode")
            yield Detail(service.file, path, f"postcode {place.postcode}", made_up, service.fictional)
    for path, address in _addresses(service):
        if address:
            yield Detail(service.file, path, f"address {address}", _is_reserved(address), service.fictional)


def _addresses(service: Service) -> Iterator[tuple[Path, str | None]]:
    yield ("contact", "website"), service.contact.website
    yield ("contact", "email"), service.contact.email
    for index, route in enumerate(service.referral.routes):
        yield ("referral", "routes", index, "url"), route.url
        yield ("referral", "routes", index, "email"), route.email
    for index, page in enumerate(service.evidence):
        yield ("evidence", index, "url"), page.url


def _of_organizations(directory: Directory) -> Iterator[Detail]:
    for each in directory.organizations.values():
        if each.website:
            made_up = _is_reserved(each.website)
            yield Detail(each.file, ("website",), f"address {each.website}", made_up, each.fictional)


def _of_practices(directory: Directory, places: Container[str]) -> Iterator[Detail]:
    for area in directory.areas.values():
        for index, practice in enumerate(area.practices):
            if practice.postcode:
                path: Path = ("practices", index, "postcode")
                made_up = is_made_up(practice.postcode)
                yield Detail(area.file, path, f"postcode {practice.postcode}", made_up, area.id in places)


@lru_cache(maxsize=65536)
def _is_reserved(address: str) -> bool:
    """Whether a web or mail address lies in a domain kept for examples (RFC 2606, 1999; RFC 6761, 2013)."""
    return _RESERVED.search(address) is not None
