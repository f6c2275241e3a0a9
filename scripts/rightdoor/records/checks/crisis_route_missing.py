"""An area has no crisis route, or names one that is not running.

The area names no `crisis_routes`, and no area around it does; or a service it names is closed, for good or for a time.

Why this matters: every page shows where to turn at once when life is at risk. On the pages of this area something would
be missing there, and a line that has closed is never shown.

What to type: the ids of the crisis services, the most urgent first, in this area or in the nation around it.

    crisis_routes: [emergency-999, nhs-111-mental-health-england, samaritans, shout]
"""

from collections.abc import Iterator

from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "crisis-route-missing"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Areas whose pages would show less crisis help than they should, or none."""
    for area in directory.areas.values():
        closed = list(_closed(directory, area, context))
        yield from closed
        if closed or directory.crisis_routes(area.id):
            continue
        if not area.crisis_routes and area.within in directory.areas:
            continue  # said of the area around it
        named = [each for place in directory.chain(area.id) for each in directory.areas[place].crisis_routes]
        if any(("service", each) in context.broken for each in named):
            continue
        message = f"The area {area.id} has no crisis route that is open, and no area around it has one."
        tip = "Type: crisis_routes: [emergency-999, samaritans]"
        yield problem_in(context, area.file, ("crisis_routes",), CODE, LEVEL, message, tip)


def _closed(directory: Directory, area: Area, context: Context) -> Iterator[Problem]:
    """The routes that an area names itself and that are not running."""
    for index, id in enumerate(area.crisis_routes):
        service = directory.services.get(id)
        if service and service.status != "active":
            message = f"The area {area.id} names {id} as a crisis route, but its status is {service.status}."
            tip = "Name the service that took its place, or take it out."
            yield problem_in(context, area.file, ("crisis_routes", index), CODE, LEVEL, message, tip)
