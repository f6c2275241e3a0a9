"""Facts of this entry were checked too long ago.

Each group of facts is trusted for a number of days (`schema/vocabularies/fact_groups.yaml`): waits 60, contact and
hours 90, criteria and referral 180, the rest 365. A quarter of that time has passed on top. The page says so, ranks the
entry lower, and from twice the time on does not rely on these facts. A group about which the entry says nothing is not
named: there is nothing in it to be old.

Why this matters: small groups move, close and change their criteria, and nobody tells the directory.

What to do: ask the service first: ring it, or write to it, and mend what has changed. Only then type, inside `checked`,
how you asked, the day you asked, and your role.

    checked:
      waits: {how: provider-phone, on: <the day you asked>, by: volunteer}

In place of `<the day you asked>` put the year, the month and the day with hyphens between them.
"""

from collections.abc import Iterator
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.freshness import freshness
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Check, Service
from rightdoor.model.stated import covered, says
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.never_checked import ASK, WHEN

CODE = "facts-overdue"
LEVEL = Level.WARNING


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Each service with facts that are overdue, once."""
    days_of = {term.code: int(term.more["days"]) for term in directory.grammar["fact_groups"]}
    covers = {group: (days_of[group], fields) for group, fields in covered(directory.grammar).items() if fields}
    shortest = min((days for days, _ in covers.values()), default=0)
    for service in directory.services.values():
        today = context.today_for(directory, service)
        if not _may_be_old(service, today, shortest):
            continue
        old = {
            group: check.on
            for group, (days, fields) in covers.items()
            if _is_old(check := service.checked.of(group), days, today) and says(service, fields)
        }
        if old:
            said = ", ".join(f"{group} ({on})" for group, on in old.items())
            message = f"These facts were last checked too long ago: {said}."
            tip = f"{ASK} {next(iter(old))}: {WHEN} inside checked."
            yield problem_in(context, service.file, ("checked",), CODE, LEVEL, message, tip)


def _is_old(check: Check, days: int, today: date) -> bool:
    """Whether a check is overdue; what was copied is never confirmed, but it is only old when its time is over."""
    due_on = freshness(check, days, today).due_on
    return due_on is not None and (today - due_on).days > days // 4


def _may_be_old(service: Service, today: date, days: int) -> bool:
    checks = (service.checked.overall, *service.checked.groups.values())
    return any(each.on and (today - each.on).days > days for each in checks)
