"""A made-up number, postcode or web address stands in a real entry, or a real one in a fictional entry.

Numbers that Ofcom keeps for stories (such as 01632 960 110), postcodes that begin with letters no real one has, and
addresses at example.org belong in fictional entries, and only they do. Short numbers such as 999 may stand in both.

Why this matters: a made-up number in a real entry rings nowhere. A real number in a fictional entry rings at the home
of somebody who has nothing to do with it.

What to type: in a real entry, the real number. In a fictional one, a number from Ofcom's list. If an area was copied
from a made-up one and is real, delete `fictional: true` (and `story_date`) in its file.

    contact: {phone: "01632 960 110", website: https://example.org/northvale}
"""

import re
from collections.abc import Container, Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path, problem_in
from rightdoor.records.checks.numbers import numbers
from rightdoor.records.checks.phone_numbers import is_drama
from rightdoor.records.checks.postcode_unknown import is_formed, is_made_up

CODE = "made-up-detail"
LEVEL = Level.ERROR
REAL = "Type the real one, or leave it out."
MADE_UP = "Type a number such as 01632 960 110, a postcode such as NV1 1AA, or an address at example.org."
SHORTEST_FULL_NUMBER = 9
_RESERVED = re.compile(r"(?:[/@.]|\A)(?:example\.(?:org|com|net)|[a-z0-9-]+\.(?:example|invalid|test))(?:[/:?#]|\Z)")


class Misfit(NamedTuple):
    """A detail that does not fit: where it stands, what it is in words, and whether its entry is fictional."""

    file: str
    path: Path
    words: str
    fictional: bool


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Details that do not fit the kind of entry they stand in."""
    places = {each for each in directory.areas if is_fictional_area(directory, each)}
    services = directory.services.values()
    found = chain(
        _numbers(directory, context, places),
        chain.from_iterable(map(_postcodes, services)),
        chain.from_iterable(map(_addresses, services)),
        _of_organizations(directory),
        _of_practices(directory, places),
    )
    for each in found:
        message = f"This entry is real, but the {each.words} is made up."
        tip = REAL
        if each.fictional:
            message = f"This entry is fictional, but the {each.words} may be somebody's real one."
            tip = _for_fictional(directory, each, places)
        yield problem_in(context, each.file, each.path, CODE, LEVEL, message, tip)


def _for_fictional(directory: Directory, misfit: Misfit, places: Container[str]) -> str:
    """What to type in a made-up entry, or where to say that it is a real one."""
    folder, id = PurePosixPath(misfit.file).parent.name, PurePosixPath(misfit.file).stem
    own = id if folder == "areas" else folder
    told = (directory.areas[each].file for each in directory.chain(own) if directory.areas[each].fictional)
    if own in places and (file := next(told, None)):
        return f"{MADE_UP} If this area is real, delete fictional: true in {file}."
    return f"{MADE_UP} If this entry is real, delete fictional: true in it."


def is_fictional_area(directory: Directory, area: str) -> bool:
    """Whether an area, or one around it, says that it is made up."""
    return any(directory.areas[each].fictional for each in directory.chain(area))


def _numbers(directory: Directory, context: Context, places: Container[str]) -> Iterator[Misfit]:
    fictional = {service.id for service in directory.services.values() if service.fictional}
    for each in numbers(directory, context):
        entry = each.owner in (places if "/areas/" in each.file else fictional)
        if len(each.digits) >= SHORTEST_FULL_NUMBER and is_drama(each.text) != entry:
            yield Misfit(each.file, each.path, f"number {each.text}", entry)


def _postcodes(service: Service) -> Iterator[Misfit]:
    for index, place in enumerate(service.locations):
        if place.postcode and is_made_up(place.postcode) is not service.fictional and is_formed(place.postcode):
            path = ("locations", index, "postcode")
            yield Misfit(service.file, path, f"postcode {place.postcode}", service.fictional)


def _addresses(service: Service) -> Iterator[Misfit]:
    for name, address in (("website", service.contact.website), ("email", service.contact.email)):
        if address and _is_reserved(address) is not service.fictional:
            yield Misfit(service.file, ("contact", name), f"address {address}", service.fictional)
    for index, route in enumerate(service.referral.routes):
        for name, address in (("url", route.url), ("email", route.email)):
            if address and _is_reserved(address) is not service.fictional:
                path = ("referral", "routes", index, name)
                yield Misfit(service.file, path, f"address {address}", service.fictional)
    for index, page in enumerate(service.evidence):
        if _is_reserved(page.url) is not service.fictional:
            yield Misfit(service.file, ("evidence", index, "url"), f"address {page.url}", service.fictional)


def _of_organizations(directory: Directory) -> Iterator[Misfit]:
    for each in directory.organizations.values():
        if each.website and _is_reserved(each.website) is not each.fictional:
            yield Misfit(each.file, ("website",), f"address {each.website}", each.fictional)


def _of_practices(directory: Directory, places: Container[str]) -> Iterator[Misfit]:
    for area in directory.areas.values():
        fictional = area.id in places
        for index, practice in enumerate(area.practices):
            postcode = practice.postcode or ""
            if is_formed(postcode) and is_made_up(postcode) is not fictional:
                yield Misfit(area.file, ("practices", index, "postcode"), f"postcode {postcode}", fictional)


def _is_reserved(address: str) -> bool:
    """Whether a web or mail address lies in a domain kept for examples (RFC 2606, 1999; RFC 6761, 2013)."""
    return _RESERVED.search(address) is not None
