"""The services of an area as tables: what each entry says, and when each part of it was last confirmed."""

from collections.abc import Iterator, Mapping
from datetime import date

from rightdoor.coverage.columns import Words
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.use import weeks_to_help
from rightdoor.matching.phrases import age_words, severity_words
from rightdoor.matching.plain import capital
from rightdoor.model.service import Service
from rightdoor.model.stated import covered, says
from rightdoor.model.table import Kind, Table, Value

_TOPICAL = ("crisis",)
"""Fact groups that only some services have: those that areas name as crisis routes."""


def services_table(words: Words, grid: Grid) -> Table:
    """A row for each service that serves the area, by name."""
    columns = (
        words.column("service", 34),
        words.column("id", 30),
        words.column("use", 22),
        words.code("use_code"),
        words.column("type", 26),
        words.column("status", 14),
        words.column("intake", 20),
        words.column("needs", 40),
        words.column("takes_age", 18),
        words.column("takes_severity", 24),
        words.column("weeks_to_help", 9, Kind.NUMBER),
        words.column("sessions", 22),
        words.column("fewest_sessions", 10, Kind.NUMBER),
        words.column("most_sessions", 10, Kind.NUMBER),
        words.column("cost", 18),
        words.column("languages", 16),
        words.column("interpreters", 13),
        words.column("delivery", 24),
        words.column("access", 36),
        words.column("organization", 28),
        words.column("organization_kind", 20),
        words.column("payers", 28),
        words.column("contract_ends", 14, Kind.DATE),
        words.column("confirmed", 14, Kind.DATE),
    )
    services = words.directory.services_for(grid.area)
    return words.table("services", columns, (_service(words, grid, each) for each in services))


def _service(words: Words, grid: Grid, service: Service) -> Mapping[str, Value]:
    grammar, run_by = words.grammar, words.directory.organizations.get(service.organization)
    age, severity, sessions = service.criteria.age, service.criteria.severity, service.sessions
    return {
        "service": service.name,
        "id": service.id,
        "use": words.value(grid.uses[service.id].value),
        "use_code": grid.uses[service.id].value,
        "type": grammar["service_types"].label(service.type),
        "status": grammar["status"].label(service.status),
        "intake": grammar["intake"].label(service.intake),
        "needs": words.labels("needs", service.needs) or None,
        "takes_age": capital(age_words(age, grammar)) if age else None,
        "takes_severity": capital(severity_words(severity, grammar)) if severity else None,
        "weeks_to_help": weeks_to_help(service),
        "sessions": grammar["session_policy"].label(sessions.policy) if sessions else None,
        "fewest_sessions": sessions.at_least if sessions else None,
        "most_sessions": sessions.at_most if sessions else None,
        "cost": grammar["cost_kinds"].label(service.cost.kind) if service.cost else None,
        "languages": words.labels("languages", service.languages.spoken) or None,
        "interpreters": grammar["yes_no_unknown"].label(service.languages.interpreters),
        "delivery": words.labels("delivery", service.delivery) or None,
        "access": words.labels("access", service.access) or None,
        "organization": run_by.name if run_by else service.organization,
        "organization_kind": grammar["organization_kinds"].label(run_by.kind) if run_by else None,
        "payers": words.organizations(run_by.commissioned_by) or None if run_by else None,
        "contract_ends": run_by.contract_ends if run_by else None,
        "confirmed": service.checked.of("criteria").on,
    }


def freshness_table(words: Words, grid: Grid, today: date) -> Table:
    """A row for each part of each entry that says anything, by service."""
    columns = (
        words.column("service", 34),
        words.column("id", 30),
        words.column("part", 24),
        words.code("part_code"),
        words.column("standing", 24),
        words.code("standing_code"),
        words.column("on", 14, Kind.DATE),
        words.column("how", 34),
        words.column("due_on", 16, Kind.DATE),
    )
    rows = (row for each in words.directory.services_for(grid.area) for row in _standings(words, each, grid, today))
    return words.table("freshness", columns, rows)


def _standings(words: Words, service: Service, grid: Grid, today: date) -> Iterator[Mapping[str, Value]]:
    named = any(each.id == service.id for each in words.directory.crisis_routes(grid.area))
    fields = covered(words.grammar)
    for term in words.grammar["fact_groups"]:
        if not (named if term.code in _TOPICAL else says(service, fields[term.code])):
            continue
        found = words.directory.freshness(service, term.code, today)
        yield {
            "service": service.name,
            "id": service.id,
            "part": term.label,
            "part_code": term.code,
            "standing": words.value(found.standing.value),
            "standing_code": found.standing.value,
            "on": found.on,
            "how": words.grammar["checked_how"].label(found.how),
            "due_on": found.due_on,
        }
