"""Nobody has checked this entry.

The entry says `how: never`, for everything or for some facts. That is honest and allowed: the page says so in words,
and facts that were never checked are not relied on.

Why this matters: a number that nobody rang may be wrong. The warning keeps the entry on the list of work to do.

What to do: ask the service first: ring it, or write to it, and mend what has changed. Only then type how you asked, the
day you asked, and your role. Nobody must be told that a fact was confirmed when it was not.

    checked: {how: provider-phone, on: <the day you asked>, by: volunteer}

In place of `<the day you asked>` put the year, the month and the day with hyphens between them. As it stands it is
refused, so that no day is published on which nobody asked.
"""

from collections.abc import Iterator, Mapping

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "never-checked"
LEVEL = Level.WARNING
ASK = "Ask the service first. Then type"
WHEN = "{how: provider-phone, on: <the day you asked>, by: volunteer}"
TIP = f"{ASK} checked: {WHEN}"


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Services, or groups of their facts, that nobody has checked."""
    if record.kind != "service":
        return
    checked = record.data["checked"]
    if checked.get("how") == "never":
        yield problem(record, ("checked", "how"), CODE, LEVEL, "Nobody has checked this entry.", TIP)
        return
    for group, check in checked.items():
        if isinstance(check, Mapping) and check.get("how") == "never":
            message = f"Nobody has checked the facts of {group}."
            yield problem(record, ("checked", group), CODE, LEVEL, message, f"{ASK} {group}: {WHEN} inside checked.")
