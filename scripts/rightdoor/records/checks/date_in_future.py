"""Something is said to have happened on a day that has not come yet.

A check, a wait, a page that was read, a known gap or a refused referral has a date after today. In a fictional place
the day of its story (`story_date`) counts as today.

Why this matters: a fact with a date in the future looks fresh for longer than it is.

What to type: the day on which it was really checked or seen.

    evidence: [{covers: [criteria], url: https://example.org/for-gps, title: For GPs, seen: 2026-10-02}]

A day under `checked` is the one on which somebody asked the service, and no other.
"""

from collections.abc import Iterator
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path, problem_in

CODE = "date-in-future"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Dates of things that were done, which lie after the day they are measured from."""
    for service in directory.services.values():
        today: date | None = None
        for path, on in _all_dates(service):
            if on <= context.today and not service.fictional:
                continue
            today = today or context.today_for(directory, service)
            if on > today:
                yield _said(context, service.file, path, on, today)
    for area in directory.areas.values():
        told = directory.story_date((area.id,)) or context.today
        for index, gap in enumerate(area.known_gaps):
            if gap.checked > told:
                yield _said(context, area.file, ("known_gaps", index, "checked"), gap.checked, told)

    for row in directory.refusals:
        returned_by = directory.services.get(row.service)
        now = context.today_for(directory, returned_by) if returned_by else context.today
        if row.month > f"{now:%Y-%m}":
            message = f"The month {row.month} lies after {now:%Y-%m}, the month this is measured from."
            tip = "Type the month in which the service really refused."
            yield problem_in(context, row.file, ("refusals", row.row, "month"), CODE, LEVEL, message, tip)


def _all_dates(service: Service) -> Iterator[tuple[Path, date]]:
    """The dates of a service, and those that only one area has."""
    yield from _dates(service)
    usual = {on for _, on in _dates(service)} if service.by_area else set()
    for area, here in service.by_area.items():
        for path, on in _dates(here):
            if on not in usual:
                yield ("by_area", area, *path), on


def _dates(service: Service) -> Iterator[tuple[Path, date]]:
    if service.checked.overall.on:
        yield ("checked", "on"), service.checked.overall.on
    for group, check in service.checked.groups.items():
        if check.on:
            yield ("checked", group, "on"), check.on
    for index, wait in enumerate(service.waits):
        yield ("waits", index, "as_of"), wait.as_of
    for index, page in enumerate(service.evidence):
        if page.seen:
            yield ("evidence", index, "seen"), page.seen


def _said(context: Context, file: str, path: Path, on: date, today: date) -> Problem:
    message = f"The date {on} lies after {today}, the day this is measured from."
    return problem_in(context, file, path, CODE, LEVEL, message, "Type the day on which it was really checked.")
