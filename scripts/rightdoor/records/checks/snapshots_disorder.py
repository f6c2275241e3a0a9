"""The months of an area's coverage are not in order, or not its own.

A file in `directory/snapshots/` is named for an area of the directory. Its months stand oldest first, each once, and
the day that a month was worked out for (`on`) lies in that month, and not in the future.

Why this matters: commissioners see from these numbers whether gaps close. A month that stands twice, or for another
month, shows a change that never was.

What to type: nothing by hand. Delete the row and let the command write it again:

    rightdoor history snapshot
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "snapshots-disorder"
LEVEL = Level.ERROR
_TIP = "Delete this row; write it again with: rightdoor history snapshot"


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Files for no area, and months that are repeated, out of order, of another day or still to come."""
    for area, months in directory.snapshots.items():
        file = f"directory/snapshots/{area}.yaml"
        if area not in directory.areas and ("area", area) not in context.broken:
            said = f"There is no area {area}, for which this file is named."
            yield problem_in(
                context, file, (), CODE, LEVEL, said, "Rename the file to the id of an area, or delete it."
            )
        before = ""
        for index, each in enumerate(months):
            place = ("snapshots", index, "month")
            if each.month <= before:
                said = f"The month {each.month} does not come after {before}."
                yield problem_in(context, file, place, CODE, LEVEL, said, _TIP)
            elif f"{each.on:%Y-%m}" != each.month:
                said = f"The day {each.on} is not in the month {each.month}."
                yield problem_in(context, file, place, CODE, LEVEL, said, _TIP)
            elif each.on > context.today:
                said = f"The day {each.on} has not come yet."
                yield problem_in(context, file, place, CODE, LEVEL, said, _TIP)
            before = max(before, each.month)
