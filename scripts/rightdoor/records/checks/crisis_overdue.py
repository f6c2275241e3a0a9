"""A crisis record was checked too long ago.

A service that an area names as a crisis route is checked every 30 days (`schema/vocabularies/fact_groups.yaml`,
crisis), and a quarter of that time is allowed on top. A record that was never checked, or only copied from another
directory, is not overdue: its page says that nobody has confirmed it.

Why this matters: people call this number on the worst night of their lives. It was changed or closed before, and
nobody noticed for months.

What to type: call the number, or read the service's own page, then the day and how it was checked.

    checked:
      crisis: {how: published-page, on: <the day you checked>}
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.numbers import crisis_services

CODE = "crisis-overdue"
LEVEL = Level.ERROR
TOO_OLD = (Standing.OVERDUE, Standing.NOT_CONFIRMED)


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Crisis services whose last check is too old."""
    for id in sorted(crisis_services(directory, context)):
        service = directory.services[id]
        found = directory.freshness(service, "crisis", context.today)
        if found.standing in TOO_OLD and found.how != "other-directory" and found.on and found.due_on:
            today = directory.today_for(service, context.today)
            message = f"This crisis record was last checked on {found.on}, {(today - found.on).days} days ago."
            limit = (found.due_on - found.on).days
            tip = f"Crisis records are checked every {limit} days. Check it, then say how and on which day."
            yield problem_in(context, service.file, ("checked",), CODE, LEVEL, message, tip)
