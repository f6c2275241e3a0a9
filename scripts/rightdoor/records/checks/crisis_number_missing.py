"""A crisis service has no number to ring or to text.

An area names this service as a crisis route, but its `contact` has neither `phone` nor `text`. A place that people can
walk to, with an address, is enough.

Why this matters: the strip at the top of every page would show a name, and no way to reach it.

What to type: the number, if it is known; otherwise take the service out of the area's `crisis_routes`.

    contact:
      phone: "01632 960 199"
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.numbers import crisis_services

CODE = "crisis-number-missing"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Crisis services that cannot be rung, texted or walked to."""
    for id in sorted(crisis_services(directory, context)):
        service = directory.services[id]
        if service.contact.phone or service.contact.text or any(place.address for place in service.locations):
            continue
        message = "An area names this service as a crisis route, but it has no number to ring or to text."
        tip = 'Type the number: contact: {phone: "01632 960 199"}'
        yield problem_in(context, service.file, ("contact",), CODE, LEVEL, message, tip)
