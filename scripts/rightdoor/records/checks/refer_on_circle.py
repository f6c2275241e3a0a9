"""Services send people round in a circle.

Each of these services refuses the same people, and names the next one as the place to go instead; the last names the
first. Or each names only the others for people it has declined (`if_declined`).

Why this matters: "passed like a parcel" is what patients call it. Every door is shut, and each sends them to another.

What to type: in one of the entries, a service that does take these people; if there is none, the area's front door.

    does_not_take:
      - {reason: personality-disorder, refer_to: [northvale-complex-needs]}
"""

from collections.abc import Iterator
from typing import NamedTuple

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.circles import circles, way_round
from rightdoor.records.checks.frame import Context, Path, problem_in
from rightdoor.records.checks.reach import row_that_refuses
from rightdoor.records.checks.sending import DECLINED, sendings

CODE = "refer-on-circle"
LEVEL = Level.ERROR


class Circle(NamedTuple):
    """A way round, the reason it is about, and the places in files (file, path) that make it."""

    way: tuple[str, ...]
    reason: str
    places: tuple[tuple[str, Path], ...]


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Each circle once, in the entry that comes first by name."""
    for circle in refer_on_circles(directory, context):
        file, path = circle.places[0]
        what = f"People turned away for {circle.reason}" if circle.reason else "People who were declined"
        message = f"{what} are sent round in a circle: {' → '.join(circle.way)}."
        tip = "Name a service that takes them, or the front door of the area."
        yield problem_in(context, file, path, CODE, LEVEL, message, tip)


def refer_on_circles(directory: Directory, context: Context) -> list[Circle]:
    """All circles, found once for all checks."""
    return context.once("circles", lambda: [*_by_reason(directory, context), *_declined(directory, context)])


def _by_reason(directory: Directory, context: Context) -> Iterator[Circle]:
    leads: dict[str, dict[str, dict[str, tuple[str, Path]]]] = {}
    for each in sendings(directory, context):
        if each.row is None or each.why != "does_not_take":
            continue
        for index, id in enumerate(each.to):
            target = each.target(directory, id)
            if target and row_that_refuses(target, each.row):
                place = each.service.file, (*each.path, index)
                leads.setdefault(each.row.reason, {}).setdefault(each.service.id, {})[id] = place
    for reason, ways in leads.items():
        for group in circles(ways):
            way = way_round(group, ways)
            inner = [ways[one][other] for one in group for other in ways[one] if other in group]
            yield Circle(way, reason, (ways[way[0]][way[1]], *inner))


def _declined(directory: Directory, context: Context) -> Iterator[Circle]:
    """Circles that nothing leads out of: each of their services names only others of the same circle."""
    leads = {
        each.service.id: {id: (each.service.file, (*each.path, index)) for index, id in enumerate(each.to)}
        for each in sendings(directory, context)
        if each.why == DECLINED and each.area is None
    }
    for group in circles(leads):
        if all(leads[each].keys() <= set(group) for each in group):
            way = way_round(group, leads)
            yield Circle(way, "", (leads[way[0]][way[1]],))
