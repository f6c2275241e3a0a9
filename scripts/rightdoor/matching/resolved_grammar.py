"""The grammar as plain data for the browser: orders as lists, wider words as chains, wording as it stands.

Lists keep the order of the vocabularies, since a reader of JSON need not keep the order of names.
"""

from typing import Any

from rightdoor.matching.answers import PLACES
from rightdoor.matching.area import FIRST, TIES
from rightdoor.matching.explain import EVENTS
from rightdoor.matching.match import takes_referrals
from rightdoor.matching.phrases import people_words
from rightdoor.model.grammar import Grammar
from rightdoor.model.vocabulary import Term

Data = dict[str, Any]


def grammar_data(grammar: Grammar) -> Data:
    """What matching, explaining and asking need of the grammar; no label of what is only shown."""
    return {
        "criteria": {code: dict(each.wording) for code, each in grammar.criteria.items()},
        "questions": {code: each.question for code, each in grammar.criteria.items()},
        "outcomes": dict(grammar.outcomes),
        "flags": dict(grammar.flags),
        "sentences": dict(grammar.sentences),
        "phrases": dict(grammar.phrases),
        "places": list(PLACES),
        "bases": {basis: {"ties": list(ties), "order": list(map(str, FIRST[basis]))} for basis, ties in TIES.items()},
        "events": list(EVENTS),
        "needs": {term.code: list(grammar["needs"].with_broader(term.code)) for term in grammar["needs"]},
        "addresses": _addresses(grammar),
        "crisis_needs": [term.code for term in grammar["needs"] if term.more.get("crisis_check")],
        "asking": [_asking(term) for term in grammar.vocabularies.get("asking_order", ())],
        **_about_people(grammar),
        **_about_services(grammar),
    }


def _addresses(grammar: Grammar) -> dict[str, str]:
    """The neutral word that stands in an address for each discreet code that an answer may hold."""
    terms = [term for name in ("needs", "service_types", "reasons", "groups") for term in grammar[name]]
    return {term.code: term.address for term in terms if term.discreet and term.address}


def _about_people(grammar: Grammar) -> Data:
    bands = grammar["severity_bands"]
    return {
        "severities": [_band(each) for each in bands],
        "reasons": {term.code: _reason(term, grammar) for term in grammar["reasons"]},
        "risky": [[term.code, str(term.more["risk"])] for term in grammar["reasons"] if "risk" in term.more],
        "groups": {term.code: _group(term, grammar) for term in grammar["groups"]},
        "who": {
            term.code: {"label": term.label, "chain": list(grammar["referral_who"].with_broader(term.code))}
            for term in grammar["referral_who"]
        },
    }


def _about_services(grammar: Grammar) -> Data:
    levels = grammar["risk_levels"]
    return {
        "risks": [term.code for term in levels],
        "risk_labels": {term.code: term.label for term in levels},
        "intake": {
            term.code: {"label": term.label, "takes": takes_referrals(term.code, grammar)} for term in grammar["intake"]
        },
        "status": {term.code: term.label for term in grammar["status"]},
        "facts": {term.code: {"label": term.label, "days": int(term.more["days"])} for term in grammar["fact_groups"]},
    }


def _asking(term: Term) -> Data:
    told = {name: list(term.more.get(name, ())) for name in ("needs", "last_for")}
    return _said({"code": term.code, **told})


def _band(term: Term) -> Data:
    return _said({"code": term.code, "label": term.label, "description": term.description})


def _reason(term: Term, grammar: Grammar) -> Data:
    told = {name: term.more.get(name) for name in ("phrase_within", "question", "risk", "crisis", "opposite")}
    phrase = people_words(term.code, grammar["reasons"])
    asked = {"span": bool(term.more.get("takes_span")), "discreet": term.discreet}
    return _said({"label": term.label, "phrase": phrase, **told, **asked})


def _group(term: Term, grammar: Grammar) -> Data:
    groups = grammar["groups"]
    told = {"label": term.label, "phrase": people_words(term.code, groups), "question": term.more.get("question")}
    told_by = list(term.more.get("told_by", ()))
    return _said({**told, "chain": list(groups.with_broader(term.code)), "told_by": told_by, "discreet": term.discreet})


def _said(told: Data) -> Data:
    return {name: value for name, value in told.items() if value}
