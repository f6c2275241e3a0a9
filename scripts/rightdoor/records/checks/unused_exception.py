"""An exception to a check is not needed, or cannot be made.

A row of `directory/exceptions.yaml` names a check and a record, but that check finds nothing wrong with that record any
more; or no check has that name; or it is one of the checks on which a life may depend, from which nobody is excepted.

Why this matters: an exception that is left behind hides the next mistake of the same kind.

What to type: delete the row. A row that is needed names the check, the record (its id, or its path below `directory`)
and why it is right as it stands.

    exceptions:
      - check: personal-contact
        record: northvale-mens-group
        why: The group has one mobile, which it prints on its own leaflet for everybody.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Path

CODE = "unused-exception"
LEVEL = Level.ERROR
FILE = "directory/exceptions.yaml"
NEVER_EXCEPTED = frozenset(
    {
        "confidential-address",
        "crisis-number-differs",
        "crisis-number-missing",
        "crisis-overdue",
        "crisis-route-missing",
        "disproved-number",
        "discreet-address",
        "missing-reference",
        "vignette-failed",
        CODE,
    }
)


def apply_exceptions(
    problems: Iterable[Problem],
    exceptions: Sequence[Mapping[str, str]],
    known_checks: Iterable[str],
    mark: Callable[[Path], tuple[int, int]],
) -> Iterator[Problem]:
    """The problems that are not excepted, and a problem for every exception that is not needed or not allowed."""
    allowed = frozenset(known_checks) - NEVER_EXCEPTED
    used: set[int] = set()
    for problem in problems:
        found = [index for index, row in enumerate(exceptions) if row["check"] == problem.code and _names(row, problem)]
        used.update(found)
        if not found or problem.code not in allowed:
            yield problem
    for index, row in enumerate(exceptions):
        line, column = mark(("exceptions", index))
        if row["check"] not in allowed:
            message = f"No exception can be made from {row['check']}."
            tip = "Delete this row and mend the record."
        elif index not in used:
            message = f"The exception from {row['check']} for {row['record']} is not needed."
            tip = "Delete this row."
        else:
            continue
        yield Problem(FILE, line, column, LEVEL, CODE, message, tip)


def _names(row: Mapping[str, str], problem: Problem) -> bool:
    """Whether a row means the file of a problem: by its id, or by its path below the folder of the directory."""
    return problem.file.endswith(f"/{row['record'].removesuffix('.yaml')}.yaml")
