"""Published figures are in the wrong file, or not in order.

A file in `directory/statistics/` is named for the codes in it: `rdy.yaml` for a provider, `11j.yaml` for a place,
`11j-rdy.yaml` for a provider in a place, `england.yaml` where neither is said. Its periods stand oldest first, each
once; a period does not end before it begins; and a measure that was withheld has no figure.

Why this matters: figures under another name are shown as those of another trust, and a month that stands twice is
drawn as a change that never was.

What to type: nothing by hand. Put the file back as git has it, and import the files of NHS England again:

    rightdoor statistics import FILE
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.statistics import Period, id_of
from rightdoor.records.checks.frame import Context, problem_in

CODE = "statistics-disorder"
LEVEL = Level.ERROR
_TIP = "Put the file back as git has it, and import again: rightdoor statistics import FILE"


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Files of another name than their codes, and periods that are turned round, repeated or out of order."""
    for series in directory.statistics:
        right = id_of(series.provider, series.area)
        if PurePosixPath(series.file).stem != right:
            said, tip = f"The codes in this file are those of {right}.yaml.", f"Name the file {right}.yaml."
            yield problem_in(context, series.file, ("source",), CODE, LEVEL, said, tip)
        before = ("", "")
        for index, period in enumerate(series.periods):
            said = _wrong(period, before)
            if said:
                yield problem_in(context, series.file, ("periods", index, "from"), CODE, LEVEL, said, _TIP)
            before = max(before, (period.first, period.last))


def _wrong(period: Period, before: tuple[str, str]) -> str:
    """What is wrong with a period, in a sentence; "" where nothing is."""
    if period.last < period.first:
        return f"The period ends in {period.last}, before it begins in {period.first}."
    if (period.first, period.last) <= before:
        return f"The period {period.first} to {period.last} does not come after {before[0]} to {before[1]}."
    both = [each for each in period.suppressed if each in period.values]
    return f"{both[0]} is withheld and has a figure too." if both else ""
