"""What the sheet for referrers says of a service, as plain values for its template and for its text."""

from collections.abc import Iterable
from typing import NamedTuple

from rightdoor.matching.hours import hours_words
from rightdoor.matching.phrases import lower_first
from rightdoor.model.service import Service
from rightdoor.pages import checked_rows, criteria_rows, lists, referral_rows, wording
from rightdoor.pages.ageing import Aged
from rightdoor.pages.checked_rows import CheckRow
from rightdoor.pages.criteria_rows import Limit, Reason
from rightdoor.pages.links import Link, is_discreet, organization_link, service_link, service_links
from rightdoor.pages.referral_rows import AdviceRow, RouteRow, ToSend
from rightdoor.pages.service_values import Difference, values
from rightdoor.pages.urgent import is_referred_to, is_urgent
from rightdoor.pages.view import View

SHOWN = ("crisis", "criteria", "referral", "waits", "contact")
"""The parts of an entry whose checks a referrer needs to know of."""

NOT_TICKED = ("Also takes", "Risk it says it can hold")
"""Rows of Takes that are facts about the service: no patient need be so."""


class ReferSheet(NamedTuple):
    """Everything on the sheet. Texts are "" and tuples empty where nobody has said; `refused` is None then.

    `referred` is False for a service that people simply call. `gate_phone` is how its gate is reached; `contact` are
    numbers beside those of the routes. `calm` is all that is said of the checks of a crisis service: nothing may delay.
    """

    service: Service
    kind: str
    organization: Link
    discreet: bool
    referred: bool
    status: str
    intake: str
    closed: bool
    gate: Link | None
    gate_phone: str
    routes: tuple[RouteRow, ...]
    contact: tuple[tuple[str, str], ...]
    hours: tuple[str, ...]
    advice: AdviceRow | None
    to_send: tuple[ToSend, ...]
    opt_ins: tuple[str, ...]
    takes: tuple[Limit, ...]
    check_first: tuple[Reason, ...]
    refused: tuple[Reason, ...] | None
    differences: tuple[Difference, ...]
    waits: tuple[str, ...]
    if_declined: tuple[Link, ...]
    doubts: dict[str, Aged]
    checks: tuple[CheckRow, ...]
    never_checked: bool
    calm: str


def refer_sheet(view: View, service: Service) -> ReferSheet:
    """The sheet of a service, or of the rules it has in one area (`service.in_area`)."""
    grammar, criteria, referral = view.directory.grammar, service.criteria, service.referral
    gate = view.directory.services.get(referral.via) if referral.via else None
    refused, discreet = criteria.does_not_take, is_discreet(view, service)
    closed = lists.takes_nobody(service, grammar)
    rows = checked_rows.check_rows(view, service)
    never = all(row.standing in ("never", "unknown") for row in rows)
    shown = {grammar["fact_groups"].label(group) for group in SHOWN}
    return ReferSheet(
        service=service,
        kind=grammar["service_types"].label(service.type),
        organization=organization_link(view, service.organization),
        discreet=discreet,
        referred=closed or is_referred_to(view, service),
        status="" if service.status == "active" else grammar["status"].label(service.status),
        intake="" if service.intake == "unknown" else grammar["intake"].label(service.intake),
        closed=closed,
        gate=service_link(view, referral.via) if referral.via else None,
        gate_phone=gate.contact.phone or "" if gate else "",
        routes=referral_rows.route_rows(view, service),
        contact=other_contact(service),
        hours=hours_words(service.hours) if service.hours else (),
        advice=referral_rows.advice_row(view, service),
        to_send=referral_rows.to_send(view, service),
        opt_ins=tuple(referral_rows.opt_ins(service)),
        takes=criteria_rows.takes(view, service),
        check_first=criteria_rows.reasons(view, criteria.check_first),
        refused=None if refused is None else criteria_rows.reasons(view, refused),
        differences=values(view, service, discreet)["differences"] if service.by_area else (),
        waits=wait_lines(view, service),
        if_declined=service_links(view, referral.if_declined),
        doubts={} if never else doubts(view, service),
        checks=together(row for row in rows if row.how and row.label in shown),
        never_checked=never,
        calm=checked_rows.calm(view, service).words if is_urgent(view, service) else "",
    )


def together(rows: Iterable[CheckRow]) -> tuple[CheckRow, ...]:
    """The checks, those said once that were made together and grow old together."""
    found: dict[CheckRow, list[str]] = {}
    for row in rows:
        found.setdefault(row._replace(label=""), []).append(row.label)
    return tuple(
        row._replace(label=wording.joined((first, *map(lower_first, others))))
        for row, (first, *others) in found.items()
    )


def other_contact(service: Service) -> tuple[tuple[str, str], ...]:
    """Public numbers of a service that none of its ways in names."""
    told = {number for route in service.referral.routes for number in (route.phone, route.text)}
    found = (("Phone", service.contact.phone), ("Text", service.contact.text), ("Relay UK", service.contact.text_relay))
    return tuple((label, number) for label, number in found if number and number not in told)


def wait_lines(view: View, service: Service) -> tuple[str, ...]:
    """Each wait in words with the day it was true."""
    steps = view.directory.grammar["wait_steps"]
    return tuple(
        f"{wording.capital(wording.weeks_words(each.weeks))} from {wording.wait_words(each, steps)}, "
        f"on {wording.date_words(each.as_of)}"
        for each in service.waits
    )


def doubts(view: View, service: Service) -> dict[str, Aged]:
    """What must not simply be believed, by part of the entry; beside a crisis service nothing may delay."""
    if is_urgent(view, service):
        return {}
    groups = ("criteria", "referral", "waits") if service.waits else ("criteria", "referral")
    return {group: checked_rows.warning(view, service, group) for group in groups}
