"""A service as a HealthcareService.

Its criteria are prose in `eligibility`, since R4 has no values there. A way of referring has a code only where the
code says no more than the record does: an ordinary e-mail address is not the "secure email" of FHIR.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from rightdoor.exchange import ids
from rightdoor.exchange.fhir.hours import hours
from rightdoor.exchange.fhir.parts import LANGUAGES, Json, coding, concept, contact, itself, known, reference, some, urn
from rightdoor.exchange.fhir.places import head
from rightdoor.exchange.words import Stated, Words
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import COPIED
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Contact, Route, Service
from rightdoor.model.vocabulary import Vocabulary

_TERMS = "http://terminology.hl7.org/CodeSystem/"
CATEGORY = concept("Mental Health", coding(f"{_TERMS}service-category", "22", "Mental Health"))
NOT_KNOWN = coding(f"{_TERMS}data-absent-reason", "unknown", "Unknown")
"""Said of ways in that nobody has told of: R4 reads a missing `referralMethod` as "no referral is needed"."""

REFERRAL: Mapping[str, tuple[str, str]] = {"phone": ("phone", "Phone"), "letter": ("mail", "Mail")}
PROVISION: Mapping[str, tuple[str, str]] = {
    "free-nhs": ("free", "Free"),
    "free": ("free", "Free"),
    "donation": ("free", "Free"),
    "sliding-scale": ("disc", "Discounts Available"),
    "fixed-fee": ("cost", "Fees apply"),
    "free-with-cap": ("cost", "Fees apply"),
}


FIELDS = {"risk": "holds_risk"}
"""Criteria that go by another name in a record."""

VOCABULARIES = {"only": "groups", "risk": "risk_levels"}
"""The vocabularies that the rows of a criterion take their codes from, where those are not reasons."""


class Ties(NamedTuple):
    """What a service is tied to: the ids of its organization, its places and the areas that it serves."""

    organization: UUID | None
    locations: Sequence[UUID]
    areas: Sequence[UUID]


def service_resource(id: UUID, name: str, service: Service, ties: Ties, words: Words, directory: Directory) -> Json:
    """The resource of a service, or of its rules in one area."""
    grammar = directory.grammar
    return {
        **head("HealthcareService", id, service.fictional, updated(service)),
        "identifier": [itself(id)],
        "active": service.status == "active",
        **known(providedBy=reference(ties.organization) if ties.organization else {}),
        "category": [CATEGORY],
        "type": [_own(grammar["service_types"], service.type)],
        **known(location=[reference(each) for each in ties.locations]),
        "name": name,
        "comment": " ".join((*words.notices, service.summary)),
        **known(extraDetails="\n\n".join(each for each in ((service.description or "").strip(), *words.more) if each)),
        **known(
            telecom=some(telecom(service.contact, grammar["field_names"])),
            coverageArea=[reference(each) for each in ties.areas],
        ),
        **known(serviceProvisionCode=_provision(service, directory), eligibility=_eligibility(words, grammar)),
        **known(characteristic=_characteristics(service, directory), communication=_languages(service, directory)),
        "referralMethod": _ways(service, words, directory),
        **hours(service.hours, words),
    }


def taxonomy(name: str) -> str:
    """The code system of one of our vocabularies, by its id."""
    return urn(ids.of("taxonomy", name))


def own(words: Vocabulary, code: str) -> Json:
    """A code of one of our own vocabularies."""
    return coding(taxonomy(words.name), code, words.label(code))


def updated(service: Service) -> str:
    """The moment of the newest check by which somebody confirmed facts; "" where nobody did."""
    checks = (service.checked.overall, *service.checked.groups.values())
    days = [each.on for each in checks if each.on and each.how not in ("never", COPIED)]
    return f"{max(days).isoformat()}T00:00:00Z" if days else ""


def telecom(contact_of: Contact, names: Vocabulary) -> Iterator[Json]:
    """The public ways to reach a service; `names` is what fields are called."""
    yield contact("phone", contact_of.phone, contact_of.phone_note)
    yield contact("sms", contact_of.text, contact_of.text_note)
    yield contact("phone", contact_of.text_relay, names.label("contact text-relay")) if contact_of.text_relay else {}
    yield contact("email", contact_of.email)
    yield contact("url", contact_of.website)
    yield contact("url", contact_of.webchat, names.label("contact webchat")) if contact_of.webchat else {}


def _provision(service: Service, directory: Directory) -> list[Json]:
    if service.cost is None:
        return []
    found = PROVISION.get(service.cost.kind)
    label = directory.grammar["cost_kinds"].label(service.cost.kind)
    text = f"{label}: {service.cost.words}" if service.cost.words else label
    codings = [coding(f"{_TERMS}service-provision-conditions", *found)] if found else []
    return [concept(text, *codings)]


def _eligibility(words: Words, grammar: Grammar) -> list[Json]:
    return [{"code": _stated(each, grammar), "comment": each.sentence} for each in words.eligibility]


def _stated(each: Stated, grammar: Grammar) -> Json:
    """What a sentence is about, as one code: a bare code of a reason would read as if it were a reason to be taken."""
    label = grammar["field_names"].label(FIELDS.get(each.criterion, each.criterion).replace("_", "-"))
    text = label[:1].upper() + label[1:]
    if not each.known:
        return concept(text, NOT_KNOWN)
    code = each.criterion
    if each.reason:
        code = f"{code}.{each.reason}"
        text = f"{text}: {grammar[VOCABULARIES.get(each.criterion, 'reasons')].label(each.reason)}"
    return concept(text, coding(taxonomy("criteria"), code, text))


def _characteristics(service: Service, directory: Directory) -> list[Json]:
    grammar = directory.grammar
    lists = (
        ("needs", service.needs),
        ("therapies", service.therapies),
        ("delivery", service.delivery),
        ("access", service.access),
    )
    return [_own(grammar[name], code) for name, codes in lists for code in codes]


def _own(words: Vocabulary, code: str) -> Json:
    return concept(words.label(code), own(words, code))


def _languages(service: Service, directory: Directory) -> list[Json]:
    labels = directory.grammar["languages"]
    return [
        concept(labels.label(code), coding(LANGUAGES, code, labels.label(code))) for code in service.languages.spoken
    ]


def _ways(service: Service, words: Words, directory: Directory) -> list[Json]:
    """A concept for each way in; where nobody has told of one, that it is not known."""
    labels = directory.grammar["referral_how"]
    if not service.referral.routes:
        return [concept(labels.label("not-stated"), NOT_KNOWN)]
    return [_way(route, text, labels) for route, text in zip(service.referral.routes, words.ways, strict=True)]


def _way(route: Route, text: str, labels: Vocabulary) -> Json:
    found = REFERRAL.get(route.how)
    codings = [coding(f"{_TERMS}service-referral-method", *found)] if found else []
    return concept(text, *codings, own(labels, route.how))
