"""An area has no crisis route.

The area names no `crisis_routes`, and no area around it does; or every service it names has closed.

Why this matters: every page shows where to turn at once when life is at risk. On the pages of this area nothing would
stand there.

What to type: the ids of the crisis services, the most urgent first, in this area or in the nation around it.

    crisis_routes: [emergency-999, nhs-111-mental-health-england, samaritans, shout]
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "crisis-route-missing"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Areas whose pages would show no crisis help."""
    for area in directory.areas.values():
        if any(service.status == "active" for service in directory.crisis_routes(area.id)):
            continue
        if not area.crisis_routes and area.within in directory.areas:
            continue  # said of the area around it
        named = [each for place in directory.chain(area.id) for each in directory.areas[place].crisis_routes]
        if any(("service", each) in context.broken for each in named):
            continue
        message = f"The area {area.id} has no crisis route that is open, and no area around it has one."
        tip = "Type: crisis_routes: [emergency-999, samaritans]"
        yield problem_in(context, area.file, ("crisis_routes",), CODE, LEVEL, message, tip)
