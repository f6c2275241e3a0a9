"""Everything the page of a service says, as plain values for its template."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from rightdoor.matching.hours import hours_words
from rightdoor.matching.phrases import lower_first
from rightdoor.model.service import Service
from rightdoor.pages import checked_rows, criteria_rows, lists, referral_rows, wording
from rightdoor.pages.ageing import Aged, story_date
from rightdoor.pages.limit_rows import limit_rows
from rightdoor.pages.links import Link, area_link, need_link, organization_link, service_link, service_links
from rightdoor.pages.prose import prose, safe_href
from rightdoor.pages.refusals_page import returned_words
from rightdoor.pages.urgent import is_referred_to, is_urgent
from rightdoor.pages.view import View
from rightdoor.pages.waits import wait_rows


class EvidenceRow(NamedTuple):
    """A page that states facts; `url` is "" where a reader must not be sent there."""

    url: str
    title: str
    covers: str
    seen: date | None
    dated: str
    note: str


class Difference(NamedTuple):
    """What is different in one area: label and words."""

    area: Link
    rows: tuple[tuple[str, str], ...]


def values(view: View, service: Service, discreet: bool) -> dict[str, Any]:
    """Everything the template says."""
    return {
        "service": service,
        "discreet": discreet,
        **_head(view, service),
        **_criteria(view, service),
        **_referral(view, service),
        **_offer(view, service),
        **_trust(view, service),
        "differences": tuple(_difference(view, service, area) for area in sorted(service.by_area)),
    }


def _head(view: View, service: Service) -> dict[str, Any]:
    grammar = view.directory.grammar
    return {
        "kind": grammar["service_types"].label(service.type),
        "organization": organization_link(view, service.organization),
        "status": "" if service.status == "active" else grammar["status"].label(service.status),
        "intake": grammar["intake"].label(service.intake),
        "closed": lists.takes_nobody(service, grammar),
        "urgent": is_urgent(view, service),
        "referred": lists.takes_nobody(service, grammar) or is_referred_to(view, service),
    }


def _criteria(view: View, service: Service) -> dict[str, Any]:
    criteria = service.criteria
    refused = criteria.does_not_take
    return {
        "takes": criteria_rows.grouped(criteria_rows.takes(view, service)),
        "check_first": criteria_rows.reasons(view, criteria.check_first),
        "beyond": limit_rows(view, service),
        "refused": None if refused is None else criteria_rows.reasons(view, refused),
        "criteria_warning": _warning(view, service, "criteria"),
    }


def _referral(view: View, service: Service) -> dict[str, Any]:
    referral = service.referral
    return {
        "gate": service_link(view, referral.via) if referral.via else None,
        "gate_for": service_links(view, view.listing(lists.by_gate, service.id)),
        "advice": referral_rows.advice_row(view, service),
        "to_send": referral_rows.to_send(view, service),
        "opt_ins": tuple(referral_rows.opt_ins(service)),
        "if_declined": service_links(view, referral.if_declined),
        "routes": referral_rows.route_rows(view, service),
        "self_refer": any("self" in route.who for route in referral.routes),
        "waits_on": min((each.as_of for each in service.waits), default=None),
        "waits": wait_rows(view, service),
    }


def _offer(view: View, service: Service) -> dict[str, Any]:
    grammar = view.directory.grammar
    needs, languages = grammar["needs"].terms, grammar["languages"]
    sessions, cost = service.sessions, service.cost
    return {
        "description": prose(service.description) if service.description else "",
        "website": safe_href(service.contact.website or "") or "",
        "webchat": safe_href(service.contact.webchat or "") or "",
        "hours": hours_words(service.hours) if service.hours else (),
        "needs": tuple(need_link(needs[code]) for code in service.needs if code in needs),
        "therapies": labels(view, "therapies", service.therapies),
        "delivery": labels(view, "delivery", service.delivery),
        "access": labels(view, "access", service.access),
        "spoken": wording.joined(languages.label(code) for code in service.languages.spoken),
        "interpreters": grammar["yes_no_unknown"].label(service.languages.interpreters),
        "sessions": wording.session_words(sessions, grammar["session_policy"]) if sessions else "",
        "cost": grammar["cost_kinds"].label(cost.kind) if cost else "",
        "related": service_links(view, service.related),
    }


def _warning(view: View, service: Service, group: str) -> Aged | None:
    """What to say beside facts that should not simply be believed; beside a crisis service's nothing may delay."""
    return None if is_urgent(view, service) else checked_rows.warning(view, service, group)


def labels(view: View, vocabulary: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Labels of codes, in the order of the entry."""
    return tuple(view.directory.grammar[vocabulary].label(code) for code in codes)


def _trust(view: View, service: Service) -> dict[str, Any]:
    rows = checked_rows.check_rows(view, service)
    names = view.directory.grammar["fact_groups"]
    return {
        "evidence": tuple(
            EvidenceRow(
                safe_href(each.url) or "",
                each.title,
                wording.joined(lower_first(names.label(code)) for code in each.covers),
                each.seen,
                wording.typed_date(each.dated or ""),
                each.note or "",
            )
            for each in service.evidence
        ),
        "checks": rows,
        "never_checked": all(row.standing in ("never", "unknown") for row in rows),
        "waits_warning": _warning(view, service, "waits") if service.waits else None,
        "lately": checked_rows.lately(view, service) if service.waits and not is_urgent(view, service) else None,
        "contact_warning": _warning(view, service, "contact"),
        "calm": checked_rows.calm(view, service),
        "returned": None if is_urgent(view, service) else returned_words(view, service.id),
        "told_on": story_date(view, service),
    }


def _difference(view: View, service: Service, area: str) -> Difference:
    """What an area's rules say that the general ones do not."""
    usual = set(_said(view, service))
    return Difference(
        area_link(view, area), tuple(row for row in _said(view, service.by_area[area]) if row not in usual)
    )


def _said(view: View, service: Service) -> list[tuple[str, str]]:
    """What may differ by area, as labels and words."""
    criteria = service.criteria
    said = [("Taking referrals", view.directory.grammar["intake"].label(service.intake))]
    said += [(each.label, each.words or each.text or wording.UNKNOWN) for each in criteria_rows.takes(view, service)]
    said += [("Check first", each.words or each.text) for each in criteria_rows.reasons(view, criteria.check_first)]
    refused = criteria_rows.reasons(view, criteria.does_not_take or ())
    said += [("Does not take", each.words or each.text) for each in refused]
    for row in referral_rows.route_rows(view, service):
        said.append(("How to refer", " ".join(part for part in (f"{row.who}:", row.how, row.phone, row.email) if part)))
    return [*said, *_said_of_offer(view, service)]


def _said_of_offer(view: View, service: Service) -> Iterator[tuple[str, str]]:
    """Waits, contact, hours and what is offered, as labels and words."""
    steps = view.directory.grammar["wait_steps"]
    for wait in service.waits:
        yield "Wait", f"{wording.weeks_words(wait.weeks)} from {wording.wait_words(wait, steps)}"
    contact = service.contact
    found = (("Phone", contact.phone), ("Text", contact.text), ("Email", contact.email), ("Website", contact.website))
    yield from ((label, words) for label, words in found if words)
    yield from (("Open", words) for words in (hours_words(service.hours) if service.hours else ()))
    offer = _offer(view, service)
    listed = (("Therapies", "therapies"), ("How it is given", "delivery"), ("Access", "access"))
    yield from ((label, ", ".join(offer[name])) for label, name in listed if offer[name])
    plain = (("Sessions", "sessions"), ("Cost", "cost"), ("Languages", "spoken"), ("Interpreters", "interpreters"))
    yield from ((label, offer[name]) for label, name in plain if offer[name])
    yield from (("Where", place.name) for place in service.locations if place.name)
    if service.note:
        yield "Note", service.note
