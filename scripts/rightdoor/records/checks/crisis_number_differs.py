"""A crisis number stands in a second record, or differs within its own.

The number of a crisis service (one that an area names in `crisis_routes`) is written in its own record only, and every
page takes it from there. Here it stands in another entry or in a sentence, or the record itself gives two numbers or
two ways of writing one. Sentences are warned about. 999 and 111 may stand in sentences.

Why this matters: numbers change. When the record is mended, a copy elsewhere stays wrong, and somebody in crisis rings
a line that is dead.

What to type: in the other entry, the id of the crisis service instead of its number. In the record itself, one number.

    does_not_take:
      - {reason: risk-too-high, refer_to: [samaritans]}
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.numbers import crisis_services, numbers, numbers_in_prose
from rightdoor.records.checks.phone_numbers import digits_of

CODE = "crisis-number-differs"
LEVEL = Level.ERROR
OPEN_TO_ALL = frozenset({"self", "carer-or-family"})


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Copies of crisis numbers, and crisis records that do not agree with themselves."""
    crisis = crisis_services(directory, context)
    owners: dict[str, str] = {}
    for id in sorted(crisis):
        service = directory.services[id]
        yield from _disagreeing(service, context)
        for number in (service.contact.phone, service.contact.text):
            if number:
                owners.setdefault(digits_of(number), id)
    for each in numbers(directory, context):
        owner = owners.get(each.digits)
        if owner and each.owner not in crisis:
            message = f"The number {each.text} belongs to {owner} and is written here a second time."
            tip = f"Delete it here and name {owner} in refer_to or related."
            yield problem_in(context, each.file, each.path, CODE, LEVEL, message, tip)
    for each in numbers_in_prose(directory, context):
        owner = owners.get(each.digits)
        if owner and owner != each.owner:
            message = f"This sentence holds {each.text}, the number of {owner}."
            tip = f"Leave the number out: the pages show it from {owner}."
            yield problem_in(context, each.file, each.path, CODE, Level.WARNING, message, tip)


def _disagreeing(service: Service, context: Context) -> Iterator[Problem]:
    """Routes for everybody whose number is not the one the record gives as its contact."""
    for index, route in enumerate(service.referral.routes):
        if not OPEN_TO_ALL.intersection(route.who):
            continue
        for name, here, there in (
            ("phone", route.phone, service.contact.phone),
            ("text", route.text, service.contact.text),
        ):
            if here and there and here != there:
                message = f"This crisis record gives two numbers: {there} in contact, {here} here."
                path = ("referral", "routes", index, name)
                yield problem_in(context, service.file, path, CODE, LEVEL, message, f"Type: {there}")
