"""The columns of each table, in order. `operator.attrgetter` reads a path off a row and stops at what is not there."""

from collections.abc import Callable
from typing import Any

from rightdoor.exchange.whole.fields import Field, Form
from rightdoor.model.service import Route, SendWith
from rightdoor.model.table import For


def _at(path: str) -> Callable[[Any], Any]:
    names = path.split(".")

    def read(row: Any) -> Any:
        for name in names:
            if row is None:
                return None
            row = getattr(row, name)
        return row

    return read


def _yes(path: str) -> Callable[[Any], Any]:
    """Whether something is so, as a word: what is not said to be so is left empty."""
    read = _at(path)
    return lambda row: "yes" if read(row) else None


def _send_with(row: Any) -> tuple[str, ...]:
    route: Route = row.item
    return tuple(each.what for each in route.send_with)


def _ages_of_papers(row: Any) -> tuple[str, ...]:
    rules: tuple[SendWith, ...] = row.item.send_with
    return tuple(f"{each.what} {each.max_age.text}" for each in rules if each.max_age)


def _address(row: Any) -> str | None:
    return None if row.item.confidential else row.item.address


def _open_place(name: str) -> Callable[[Any], Any]:
    """A fact of a place that nobody is told of a confidential one."""
    return lambda row: None if row.item.confidential else getattr(row.item, name)


_WHOSE = (
    Field("service", _at("service.id"), width=28, readers=For.PROGRAMS),
    Field("service_name", _at("service.name"), width=32),
    Field("rules_in", _at("area"), width=16),
)

SERVICES = (
    Field("name", _at("service.name"), width=32),
    Field("id", _at("service.id"), width=28),
    Field("rules_in", _at("area"), width=16),
    Field("also_known_as", _at("service.also_known_as"), Form.TEXTS, width=26),
    Field("organization", _at("service.organization"), width=26, readers=For.PROGRAMS),
    Field("organization_name", _at("organization"), width=28),
    Field("type", _at("service.type"), words="service_types", width=24),
    Field("status", _at("service.status"), words="status", width=14),
    Field("intake", _at("service.intake"), words="intake", width=18),
    Field("summary", _at("service.summary"), width=48),
    Field("description", _at("service.description"), width=60),
    Field("needs", _at("service.needs"), Form.TEXTS, "needs", 34),
    Field("therapies", _at("service.therapies"), Form.TEXTS, "therapies", 30),
    Field("delivery", _at("service.delivery"), Form.TEXTS, "delivery", 24),
    Field("age_from_months", _at("service.criteria.age.at_least"), Form.WHOLE, width=12),
    Field("age_below_months", _at("service.criteria.age.below"), Form.WHOLE, width=12),
    Field("severity_from", _at("service.criteria.severity.lowest"), words="severity_bands", width=16),
    Field("severity_to", _at("service.criteria.severity.highest"), words="severity_bands", width=16),
    Field("area_basis", _at("service.criteria.area.basis"), words="area_basis", width=24),
    Field("areas", _at("service.criteria.area.areas"), Form.TEXTS, width=22),
    Field("holds_risk", _at("service.criteria.holds_risk"), words="risk_levels", width=20),
    Field("via", _at("service.referral.via"), width=26),
    Field("if_declined", _at("service.referral.if_declined"), Form.TEXTS, width=28),
    Field("related", _at("service.related"), Form.TEXTS, width=28),
    Field("sessions", _at("service.sessions.policy"), words="session_policy", width=20),
    Field("sessions_from", _at("service.sessions.at_least"), Form.WHOLE, width=12),
    Field("sessions_to", _at("service.sessions.at_most"), Form.WHOLE, width=12),
    Field("sessions_then", _at("service.sessions.then"), width=30),
    Field("cost", _at("service.cost.kind"), words="cost_kinds", width=18),
    Field("cost_in_words", _at("service.cost.words"), width=26),
    Field("phone", _at("service.contact.phone"), width=18),
    Field("phone_note", _at("service.contact.phone_note"), width=26),
    Field("text", _at("service.contact.text"), width=18),
    Field("text_note", _at("service.contact.text_note"), width=26),
    Field("text_relay", _at("service.contact.text_relay"), width=18),
    Field("email", _at("service.contact.email"), width=30),
    Field("website", _at("service.contact.website"), width=36),
    Field("webchat", _at("service.contact.webchat"), width=36),
    Field("hours", _at("service.hours"), width=28),
    Field("languages", _at("service.languages.spoken"), Form.TEXTS, "languages", 20),
    Field("interpreters", _at("service.languages.interpreters"), words="yes_no_unknown", width=14),
    Field("access", _at("service.access"), Form.TEXTS, "access", 30),
    Field("checked_how", _at("service.checked.overall.how"), words="checked_how", width=26),
    Field("checked_on", _at("service.checked.overall.on"), Form.DAY, width=14),
    Field("note", _at("service.note"), width=40),
    Field("aliases", _at("service.aliases"), Form.TEXTS, width=22, readers=For.PROGRAMS),
    Field("made_up", _yes("service.fictional"), width=10),
)

CRITERIA = (
    *_WHOSE,
    Field("criterion", _at("item.criterion"), words="data_values", width=22),
    Field("says", _at("item.says"), words="data_values", width=16),
    Field("reason", _at("item.reason"), words="reasons", width=34),
    Field("group", _at("item.group"), words="groups", width=26),
    Field("in_its_words", _at("item.words"), width=48),
    Field("age_from_months", _at("item.at_least"), Form.WHOLE, width=12),
    Field("age_below_months", _at("item.below"), Form.WHOLE, width=12),
    Field("severity_from", _at("item.lowest"), words="severity_bands", width=16),
    Field("severity_to", _at("item.highest"), words="severity_bands", width=16),
    Field("area_basis", _at("item.basis"), words="area_basis", width=24),
    Field("areas", _at("item.areas"), Form.TEXTS, width=22),
    Field("time_from", _at("item.earliest"), width=12),
    Field("time_to", _at("item.latest"), width=12),
    Field("within", _at("item.within"), width=12),
    Field("except_via", _at("item.except_via"), Form.TEXTS, "referral_who", 26),
    Field("how_to_find_out", _at("item.how"), width=36),
    Field("refer_to", _at("item.refer_to"), Form.TEXTS, width=30),
)

ROUTES = (
    *_WHOSE,
    Field("who", _at("item.who"), Form.TEXTS, "referral_who", 30),
    Field("how", _at("item.how"), words="referral_how", width=20),
    Field("phone", _at("item.phone"), width=18),
    Field("email", _at("item.email"), width=30),
    Field("url", _at("item.url"), width=36),
    Field("text", _at("item.text"), width=18),
    Field("hours", _at("item.hours"), width=28),
    Field("response", _at("item.response.to"), words="wait_steps", width=22),
    Field("response_within", _at("item.response.within.text"), width=14),
    Field("response_word", _at("item.response.word"), width=18),
    Field("send_with", _send_with, Form.TEXTS, "referral_requires", 30),
    Field("send_with_no_older_than", _ages_of_papers, Form.TEXTS, width=24),
    Field("patient_must_opt_in_within", _at("item.patient_must_opt_in.text"), width=16),
    Field("note", _at("item.note"), width=40),
)

WAITS = (
    *_WHOSE,
    Field("wait_from", _at("item.start"), words="wait_steps", width=24),
    Field("wait_to", _at("item.end"), words="wait_steps", width=24),
    Field("weeks", _at("item.weeks"), Form.WHOLE, width=10),
    Field("as_of", _at("item.as_of"), Form.DAY, width=14),
    Field("source", _at("item.source"), width=36),
)

LOCATIONS = (
    *_WHOSE,
    Field("place", _at("item.name"), width=30),
    Field("address", _address, width=44),
    Field("postcode", _open_place("postcode"), width=12),
    Field("latitude", _open_place("latitude"), Form.DECIMAL, readers=For.PROGRAMS),
    Field("longitude", _open_place("longitude"), Form.DECIMAL, readers=For.PROGRAMS),
    Field("confidential", _yes("item.confidential"), width=14),
)

CHECKS = (
    *_WHOSE,
    Field("fact_group", _at("item.group"), words="fact_groups", width=26),
    Field("checked_how", _at("item.check.how"), words="checked_how", width=30),
    Field("checked_on", _at("item.check.on"), Form.DAY, width=14),
    Field("checked_by", _at("item.check.by"), width=20),
)

EVIDENCE = (
    *_WHOSE,
    Field("covers", _at("item.covers"), Form.TEXTS, "fact_groups", 30),
    Field("url", _at("item.url"), width=44),
    Field("title", _at("item.title"), width=40),
    Field("seen", _at("item.seen"), Form.DAY, width=14),
    Field("dated", _at("item.dated"), width=16),
    Field("note", _at("item.note"), width=40),
)

ORGANIZATIONS = (
    Field("name", _at("name"), width=36),
    Field("id", _at("id"), width=28),
    Field("also_known_as", _at("also_known_as"), Form.TEXTS, width=26),
    Field("organization_kind", _at("kind"), words="organization_kinds", width=28),
    Field("ods", lambda row: row.identifiers.get("ods"), width=12),
    Field("charity", lambda row: row.identifiers.get("charity"), width=14),
    Field("company", lambda row: row.identifiers.get("company"), width=14),
    Field("website", _at("website"), width=40),
    Field("description", _at("description"), width=50),
    Field("commissioned_by", _at("commissioned_by"), Form.TEXTS, width=30),
    Field("contract_ends", _at("contract_ends"), Form.DAY, width=14),
    Field("made_up", _yes("fictional"), width=10),
)

AREAS = (
    Field("name", _at("name"), width=36),
    Field("id", _at("id"), width=24),
    Field("area_kind", _at("kind"), words="area_kinds", width=24),
    Field("lies_within", _at("within"), width=24),
    Field("gss", lambda row: row.codes.get("gss"), width=14),
    Field("ods", lambda row: row.codes.get("ods"), width=12),
    Field("postcode_districts", _at("postcode_districts"), Form.TEXTS, width=30),
    Field("front_door", _at("front_door"), width=28),
    Field("crisis_routes", _at("crisis_routes"), Form.TEXTS, width=36),
    Field("made_up", _yes("fictional"), width=10),
)
