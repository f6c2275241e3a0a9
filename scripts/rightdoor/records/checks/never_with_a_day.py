"""A check says that nobody has checked, and also when or by whom.

`how: never` means that nobody has asked. Then there is no day on which somebody did, and nobody who did.

Why this matters: one of the two is wrong. If somebody did ask, work is thrown away; if not, a day that looks like a
check may be believed.

What to type: `how: never` alone; or, if somebody asked the service, how they asked in place of `never`.

    checked: {how: never}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Path, Record, problem

CODE = "never-with-a-day"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Checks of a service that say never and something else."""
    if record.kind != "service":
        return
    for path, check in _checks(record.data):
        beside = [each for each in ("on", "by") if each in check]
        if check.get("how") == "never" and beside:
            given = " and ".join(f"{each}: {check[each]}" for each in beside)
            message = f"This check says how: never, but also {given}."
            tip = f"Delete {' and '.join(beside)}; or, if somebody asked the service, say in how which way they asked."
            yield problem(record, (*path, beside[0]), CODE, LEVEL, message, tip)


def _checks(data: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The checks of everything and of single facts, here and by area."""
    places = [((), data), *((("by_area", area), here) for area, here in data.get("by_area", {}).items())]
    for prefix, rules in places:
        checked = rules.get("checked", {})
        yield (*prefix, "checked"), checked
        yield from (((*prefix, "checked", name), each) for name, each in checked.items() if isinstance(each, Mapping))
