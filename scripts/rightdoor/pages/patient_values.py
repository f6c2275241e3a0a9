"""What the sheet for a patient or carer says, in plain words: what happens next, whom to chase, what they may ask for.

Every time comes from the entry, with the day it was true, and what nobody has published is said to be so, with the
question to ask. On a discreet sheet nothing stands that would say what the service is for: of what was typed freely
only its name and what a number needs beside it, and these only where they hold no telling word
(docs/decisions/0141-discreet-sheets.md).
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from rightdoor.matching.hours import hours_words
from rightdoor.matching.phrases import lower_first
from rightdoor.model.service import Response, Route, Service
from rightdoor.pages import checked_rows, lists, sheets, wording
from rightdoor.pages.ageing import Aged
from rightdoor.pages.discreet_words import keeper
from rightdoor.pages.links import area_link, is_discreet
from rightdoor.pages.prose import safe_href
from rightdoor.pages.urgent import is_referred_to, is_urgent
from rightdoor.pages.view import View

STEPS = {
    "triage": "look at the referral",
    "assessment": "meet you for an assessment (a first talk about what would help)",
    "first-appointment": "see you or speak to you for the first time",
    "treatment": "start your treatment",
}
"""What a service aims to do, by code of `wait_steps`."""

NHS = ("nhs", "nhs-commissioned-independent")
"""Kinds of organization whose services are the NHS's: an interpreter is free there (NHS England, guidance for
commissioners on interpreting and translation services, 2018)."""

SELF = ("self", "carer-or-family")


class Way(NamedTuple):
    """How to reach a service: by which means, the number or address ("" where none), when somebody answers, a note."""

    how: str
    at: str
    url: str
    hours: tuple[str, ...]
    note: str


class Chase(NamedTuple):
    """After how long to ask, and whom: `phone` is the service's, or that of the gate named in `gate`; "" unknown."""

    after: str
    gate: str
    phone: str
    hours: tuple[str, ...]


class PatientSheet(NamedTuple):
    """Everything on the sheet. Texts are "" and tuples empty where nobody has said, or where it must not be said.

    `calm` is all that is said of the checks of a crisis service: nothing may delay.
    """

    name: str
    discreet: bool
    fictional: bool
    referred: bool
    run_by: str
    summary: str
    stopped: str
    gate: str
    ways: tuple[Way, ...]
    by_family: bool
    self_refer: bool
    answers: tuple[str, ...]
    waits: tuple[str, ...]
    waits_doubt: Aged | None
    opt_in: str
    chase: Chase
    cost: str
    cost_words: str
    nhs: bool
    interpreters: str
    spoken: str
    instead: tuple[str, ...]
    differs: str
    checked: date | None
    never: bool
    calm: Aged | None


def patient_sheet(view: View, service: Service) -> PatientSheet:
    """The sheet of a service, or of the rules it has in one area (`service.in_area`)."""
    grammar, discreet = view.directory.grammar, is_discreet(view, service)
    keep = keeper(grammar) if discreet else str
    organization = view.directory.organizations.get(service.organization)
    oldest, never = oldest_check(view, service)
    gate = view.directory.services.get(service.referral.via) if service.referral.via else None
    spoken = [each for each in service.languages.spoken if each != "en"]
    return PatientSheet(
        name=keep(service.name),
        discreet=discreet,
        fictional=service.fictional,
        referred=is_referred_to(view, service),
        run_by="" if discreet or organization is None else organization.name,
        summary="" if discreet else service.summary,
        stopped=stopped(view, service),
        gate=keep(gate.name) or "another service" if gate else "",
        ways=tuple(_ways(view, service, discreet, keep)),
        by_family=any("carer-or-family" in route.who for route in service.referral.routes),
        self_refer=any("self" in route.who for route in service.referral.routes),
        answers=tuple(_answers(view, service)),
        waits=wait_lines(view, service),
        waits_doubt=checked_rows.warning(view, service, "waits") if service.waits else None,
        opt_in=_opt_in(service),
        chase=_chase(service, gate, keep),
        cost=grammar["cost_kinds"].label(service.cost.kind) if service.cost else "",
        cost_words=service.cost.words or "" if service.cost and not discreet else "",
        nhs=organization is not None and organization.kind in NHS,
        interpreters=service.languages.interpreters,
        spoken=wording.joined(grammar["languages"].label(code) for code in spoken),
        instead=() if discreet else _names(view, service.referral.if_declined),
        differs=wording.joined(area_link(view, each).words for each in sorted(service.by_area)),
        checked=oldest,
        never=never,
        calm=checked_rows.calm(view, service) if is_urgent(view, service) else None,
    )


def stopped(view: View, service: Service) -> str:
    """Why a service takes nobody just now, in words: "waiting list closed"; "" when it takes people."""
    grammar = view.directory.grammar
    if not lists.takes_nobody(service, grammar):
        return ""
    name, code = ("status", service.status) if service.status != "active" else ("intake", service.intake)
    return lower_first(grammar[name].label(code))


def _ways(view: View, service: Service, discreet: bool, keep: Callable[[str], str]) -> Iterator[Way]:
    """How the person reaches the service by themselves: the routes for them, then numbers that no route names."""
    told = set()
    for route in service.referral.routes:
        if set(SELF) & set(route.who):
            yield _way(view, service, route, discreet)
            told |= {route.phone, route.text, route.email}
    contact = service.contact
    hours = hours_words(service.hours) if service.hours else ()
    if contact.phone and contact.phone not in told:
        yield Way("Phone", contact.phone, "", hours, keep(contact.phone_note or ""))
    if contact.text and contact.text not in told:
        yield Way("Text", contact.text, "", (), keep(contact.text_note or ""))
    if contact.text_relay:
        yield Way("Relay UK, if you cannot hear or speak on the phone", contact.text_relay, "", (), "")
    if contact.website and not discreet:
        yield Way("Website", wording.link_words(contact.website), safe_href(contact.website) or "", (), "")


def _way(view: View, service: Service, route: Route, discreet: bool) -> Way:
    how = view.directory.grammar["referral_how"].label(route.how)
    hours = _answered(service, route.phone) if route.phone else hours_words(route.hours) if route.hours else ()
    address = route.email or wording.link_words(route.url or "")
    at = route.phone or route.text or ("" if discreet else address)
    url = "" if discreet or route.phone or route.text or route.email else safe_href(route.url or "") or ""
    return Way(how, at, url, hours, "" if discreet else route.note or "")


def _answered(service: Service, phone: str) -> tuple[str, ...]:
    """When a number is answered for a patient, the same wherever it stands.

    The hours of a way in for patients are those of its phone; the hours of the service may be those of its rooms.
    """
    routes = [route for route in service.referral.routes if route.phone == phone and set(SELF) & set(route.who)]
    stated = next((route.hours for route in routes if route.hours), None)
    if stated is None and phone == service.contact.phone:
        stated = service.hours
    return hours_words(stated) if stated else ()


def _answers(view: View, service: Service) -> Iterator[str]:
    """When to expect an answer, in plain words, each once; who refers and how urgently is said where it matters."""
    label = view.directory.grammar["urgency"].label
    said = dict.fromkeys(
        ("self" in route.who, label(route.response.word).lower() if route.response.word else "", route.response)
        for route in service.referral.routes
        if route.response
    )
    by_whom, by_word = len({by_self for by_self, _, _ in said}) > 1, len({word for _, word, _ in said}) > 1
    for by_self, word, response in said:
        lead = "If you refer yourself" if by_self else "If somebody refers you"
        urgency = f" ({word})" if word else ""
        aim = f"they aim to {_step(view, response)} within {response.within.words}."
        if by_whom:
            yield f"{lead}{urgency if by_word else ''}, {aim}"
        else:
            yield f"If the referral is {word}, {aim}" if by_word and word else wording.capital(aim)


def _step(view: View, response: Response) -> str:
    label = view.directory.grammar["wait_steps"].label(response.to)
    return STEPS.get(response.to) or f"reach this step: {label}"


def wait_lines(view: View, service: Service) -> tuple[str, ...]:
    """How long people waited, in the past tense: it says nothing of how long this person will."""
    steps = view.directory.grammar["wait_steps"]
    return tuple(
        f"On {wording.date_words(each.as_of)} people waited {wording.weeks_words(each.weeks)} "
        f"from {wording.wait_words(each, steps)}."
        for each in service.waits
    )


def _opt_in(service: Service) -> str:
    """The shortest time in which the person must get in touch after the referral; "" where none is stated."""
    spans = [route.patient_must_opt_in for route in service.referral.routes if route.patient_must_opt_in]
    return min(spans, key=lambda span: span.hours).words if spans else ""


def _chase(service: Service, gate: Service | None, keep: Callable[[str], str]) -> Chase:
    """Whom to chase, and after how long: the time that the service gives itself, where it gives only one.

    Where it gives several (routine, urgent), the person cannot know which holds: the sheet says to ask.
    """
    times = {route.response.within.words for route in service.referral.routes if route.response}
    whom = gate or service
    phone = whom.contact.phone or ""
    name = keep(gate.name) or "the service that passes referrals on" if gate else ""
    return Chase(times.pop() if len(times) == 1 else "", name, phone, _answered(whom, phone) if phone else ())


def _names(view: View, ids: tuple[str, ...]) -> tuple[str, ...]:
    found = (view.directory.services.get(each) for each in ids)
    return tuple(each.name for each in found if each)


def oldest_check(view: View, service: Service) -> tuple[date | None, bool]:
    """The day of the oldest check of what the sheet says, and whether some of it was never confirmed."""
    groups = [group for group in sheets.PARTS if checked_rows.is_said(view, service, group)]
    checks = [view.directory.freshness(service, group, view.today) for group in groups]
    days = [each.on for each in checks if each.on and each.how != "never"]
    return min(days, default=None), any(each.due_on is None or each.how == "other-directory" for each in checks)
