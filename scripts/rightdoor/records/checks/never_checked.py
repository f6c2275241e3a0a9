"""Nobody has checked this entry.

The entry says `how: never`, for everything or for some facts. That is honest and allowed: the page says so in words,
and facts that were never checked are not relied on.

Why this matters: a number that nobody rang may be wrong. The warning keeps the entry on the list of work to do.

What to type: ring or write to the service, mend what has changed, then type how and when you checked.

    checked: {how: provider-phone, on: 2026-10-02, by: volunteer}
"""

from collections.abc import Iterator, Mapping

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "never-checked"
LEVEL = Level.WARNING


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Services, or groups of their facts, that nobody has checked."""
    if record.kind != "service":
        return
    checked = record.data["checked"]
    tip = "Check it with the service, then type: checked: {how: provider-phone, on: 2026-10-02, by: volunteer}"
    if checked.get("how") == "never":
        yield problem(record, ("checked", "how"), CODE, LEVEL, "Nobody has checked this entry.", tip)
        return
    for group, check in checked.items():
        if isinstance(check, Mapping) and check.get("how") == "never":
            message = f"Nobody has checked the facts of {group}."
            yield problem(record, ("checked", group), CODE, LEVEL, message, tip)
