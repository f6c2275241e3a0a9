"""Our lists of words as taxonomies, and what a service says in them as attributes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rightdoor.exchange.open_referral.writing.parts import Json, id_of, known
from rightdoor.model.criteria import Row
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service

LISTS = (
    "service_types", "intake", "needs", "therapies", "delivery", "severity_bands", "area_basis", "groups", "reasons",
    "risk_levels", "referral_who", "referral_how", "session_policy", "cost_kinds", "access",
)  # fmt: skip
"""The vocabularies that describe services."""


class Said(NamedTuple):
    """A word of a list that a service says: the field it says it in, the list, the code, and its own words."""

    field: str
    vocabulary: str
    code: str
    words: str | None = None


def taxonomies(grammar: Grammar) -> list[Json]:
    """Every list that describes services."""
    return [taxonomy(name, grammar) for name in LISTS if name in grammar.vocabularies]


def taxonomy(name: str, grammar: Grammar) -> Json:
    """One list, without its terms."""
    label = _label(name)
    return {"id": id_of("taxonomy", name), "name": label, "description": f"{label}: {_first(name, grammar)}"}


def terms(grammar: Grammar) -> list[Json]:
    """Every term of these lists."""
    return [term(name, each.code, grammar) for name in LISTS if name in grammar.vocabularies for each in grammar[name]]


def term(vocabulary: str, code: str, grammar: Grammar) -> Json:
    """One term; `code` is what records hold."""
    words = grammar[vocabulary]
    found = words.terms.get(code)
    within = found.within[0] if found and found.within else ""
    label = words.label(code)
    return {
        "id": id_of("taxonomy_term", vocabulary, code),
        "name": label,
        "description": (found.description if found else "") or label,
        **known(parent_id=id_of("taxonomy_term", vocabulary, within) if within else ""),
        "code": code,
        "taxonomy": _label(vocabulary),
        "taxonomy_id": id_of("taxonomy", vocabulary),
    }


def attributes(service: Service, grammar: Grammar) -> list[Json]:
    """What a service says in our words: `link_type` is the field that says it, `value` its own words for it."""
    return [_attribute(service, each, at, grammar) for at, each in enumerate(said_by(service))]


def said_by(service: Service) -> Iterator[Said]:
    """Everything that a service says in words of our lists, in the order of its file."""
    criteria = service.criteria
    yield Said("type", "service_types", service.type)
    if service.intake != "unknown":
        yield Said("intake", "intake", service.intake)
    for field in ("needs", "therapies", "delivery"):
        yield from (Said(field, field, code) for code in getattr(service, field))
    if limit := criteria.severity:
        edges = (("from", limit.lowest), ("to", limit.highest))
        yield from (Said(f"criteria.severity.{edge}", "severity_bands", code) for edge, code in edges if code)
    if criteria.area:
        yield Said("criteria.area.basis", "area_basis", criteria.area.basis, criteria.area.words)
    yield from _rows("only", "groups", criteria.only)
    yield from _rows("does_not_take", "reasons", criteria.does_not_take or ())
    yield from _rows("check_first", "reasons", criteria.check_first)
    yield from _rows("takes_despite", "reasons", criteria.takes_despite)
    if criteria.holds_risk:
        yield Said("criteria.holds_risk", "risk_levels", criteria.holds_risk)
    yield from _ways(service)


def _ways(service: Service) -> Iterator[Said]:
    for route in service.referral.routes:
        yield Said("referral.routes.how", "referral_how", route.how, route.note)
        yield from (Said("referral.routes.who", "referral_who", code) for code in route.who)
    if service.sessions:
        yield Said("sessions.policy", "session_policy", service.sessions.policy, service.sessions.then)
    if service.cost:
        yield Said("cost.kind", "cost_kinds", service.cost.kind, service.cost.words)
    yield from (Said("access", "access", code) for code in service.access)


def _rows(name: str, vocabulary: str, rows: Sequence[Row]) -> Iterator[Said]:
    yield from (Said(f"criteria.{name}", vocabulary, row.reason, row.words) for row in rows)


def _attribute(service: Service, said: Said, at: int, grammar: Grammar) -> Json:
    own = id_of("service", service.id)
    found = term(said.vocabulary, said.code, grammar)
    return {
        "id": id_of("attribute", service.id, said.field, said.code, at),
        "link_id": own,
        "link_entity": "service",
        "link_type": said.field,
        **known(value=said.words),
        "taxonomy_term_id": found["id"],
        "taxonomy_term": found,
    }


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _first(name: str, grammar: Grammar) -> str:
    """What is in a list, by its first words."""
    return ", ".join(each.label for each in list(grammar[name])[:3])
