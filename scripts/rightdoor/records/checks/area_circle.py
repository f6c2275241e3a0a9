"""Areas lie within one another in a circle.

An area says that it is `within` another, which in the end is within the first.

Why this matters: the services of the wider area belong to the smaller one too. In a circle nobody can say which is the
wider, and whole places lose their services.

What to type: in the widest of them, take `within` out, or name the area around it.

    within: england
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.circles import circles, way_round
from rightdoor.records.checks.frame import Context, problem_in

CODE = "area-circle"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Each circle once, in the area that comes first by name."""
    leads = {area.id: (area.within,) for area in directory.areas.values() if area.within}
    for group in circles(leads):
        way = way_round(group, leads)
        message = f"These areas lie within one another: {' → '.join(way)}."
        tip = "Delete within in the widest of them."
        yield problem_in(context, directory.areas[way[0]].file, ("within",), CODE, LEVEL, message, tip)
