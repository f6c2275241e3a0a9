"""A refused referral is counted in the wrong file.

Counts lie in `directory/refusals/<year>/<area>.yaml`: the year is that of `month`, and the area is the folder in which
the service that refused lies (`national` for a national one). This row is of another year or another folder.

Why this matters: whoever adds the next report looks in the right file, does not find the row and begins a second one.

What to type: move the row into the file that the message names. Or let the command put it there:

    rightdoor refused add --service northvale-cmht --month 2026-09 --reason not-severe-enough --referrer gp
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "refusal-misplaced"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Rows whose month or service belongs in another file."""
    for row in directory.refusals:
        place = PurePosixPath(row.file)
        service = directory.services.get(row.service)
        right = f"directory/refusals/{row.month[:4]}/{service.folder if service else place.stem}.yaml"
        if right != row.file:
            name = "month" if row.month[:4] != place.parent.name else "service"
            said = f"The month {row.month}" if name == "month" else f"The service {row.service}"
            message = f"{said} does not belong in this file."
            yield problem_in(
                context, row.file, ("refusals", row.row, name), CODE, LEVEL, message, f"Move the row into {right}."
            )
