"""A made-up number, postcode or web address stands in a real entry, or a real one in a fictional entry.

Numbers that Ofcom keeps for stories (such as 01632 960 110), postcodes that begin with letters no real one has, and
addresses at example.org belong in fictional entries, and only they do. Short numbers such as 999 may stand in both.

Why this matters: a made-up number in a real entry rings nowhere. A real number in a fictional entry rings at the home
of somebody who has nothing to do with it.

What to type: in a real entry, the real number. In a fictional one, a number from Ofcom's list.

    contact: {phone: "01632 960 110", website: https://example.org/northvale}
"""

import re
from collections.abc import Iterator

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


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Details that do not fit the kind of entry they stand in."""
    fictional = {service.id for service in directory.services.values() if service.fictional}
    places = {each for each in directory.areas if is_fictional_area(directory, each)}
    for each in numbers(directory, context):
        entry = each.owner in places if each.path[0] == "contact" and _is_area(each.file) else each.owner in fictional
        if len(each.digits) >= SHORTEST_FULL_NUMBER and is_drama(each.text) != entry:
            yield _said(context, each.file, each.path, f"number {each.text}", entry)
    for service in directory.services.values():
        for path, detail, made_up in _details(service):
            if made_up != service.fictional:
                yield _said(context, service.file, path, detail, service.fictional)


def is_fictional_area(directory: Directory, area: str) -> bool:
    """Whether an area, or one around it, says that it is made up."""
    return any(directory.areas[each].fictional for each in directory.chain(area))


def _is_area(file: str) -> bool:
    return "/areas/" in file


def _details(service: Service) -> Iterator[tuple[Path, str, bool]]:
    for index, place in enumerate(service.locations):
        if place.postcode:
            path = ("locations", index, "postcode")
            yield path, f"postcode {place.postcode}", is_made_up(place.postcode)
    for name in ("website", "email"):
        if address := getattr(service.contact, name):
            yield ("contact", name), f"address {address}", _RESERVED.search(address) is not None


def _said(context: Context, file: str, path: Path, detail: str, fictional: bool) -> Problem:
    if fictional:
        message = f"This entry is fictional, but the {detail} may be somebody's real one."
        tip = "Type a number such as 01632 960 110, a postcode such as NV1 1AA, or an address at example.org."
    else:
        message = f"This entry is real, but the {detail} is made up."
        tip = "Type the real one, or leave it out."
    return problem_in(context, file, path, CODE, LEVEL, message, tip)
