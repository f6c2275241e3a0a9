"""The words that people type, for the search and for the field of needs; and what matching needs of the grammar."""

from typing import Any

from rightdoor.matching.journeys import journey_data
from rightdoor.matching.refusals import refusal_data
from rightdoor.matching.resolved_grammar import grammar_data
from rightdoor.model.vocabulary import Term
from rightdoor.pages.browser_facts import known
from rightdoor.pages.view import View

KINDS = {"need": "needs", "type": "service_types", "therapy": "therapies"}
NOT_SAID = {"intake": ("open", "unknown"), "status": ("active",)}
"""Codes that no label stands beside a service for: they are as it should be, or say nothing."""

SHOWN = {"delivery": "delivery", "access": "access", "cost": "cost_kinds", "checked": "checked_how"}
"""The vocabularies whose labels stand on a card, in a filter or in a comparison, by the name they go by there.

Those of kinds, languages, therapies and groups are in the vocabulary, which is read beside them (`directory/load.js`).
"""


def matching(view: View) -> dict[str, Any]:
    """The grammar as matching reads it, the questions of journeys, and the labels that the vocabulary does not say."""
    shown, grammar = {short: labels(view, name) for short, name in SHOWN.items()}, view.directory.grammar
    told = grammar_data(grammar) | {"journeys": journey_data(grammar), "labels": shown}
    groups = {
        code: {name: said for name, said in group.items() if name != "label"} for code, group in told["groups"].items()
    }
    return told | {"groups": groups}


def refusals(view: View) -> dict[str, Any]:
    """What a refusal means and what is said of it: read only by the page for people who were refused."""
    return refusal_data(view.directory.grammar)


def vocabulary(view: View) -> dict[str, Any]:
    """Needs, kinds of service, therapies, areas; ambiguous, former, crisis, refused, ordinary words; labels."""
    grammar = view.directory.grammar
    former: dict[str, list[str]] = {}
    for name in grammar["legacy_names"]:
        former.setdefault(name.more.get("target", ""), []).append(name.label)
    terms = [term_data(kind, term, former.get(term.code, [])) for kind, name in KINDS.items() for term in grammar[name]]
    places = [
        known({"kind": "area", "code": area.id, "label": area.name, "fictional": area.fictional})
        for area in view.directory.areas.values()
    ]
    return {
        "terms": terms + sorted(places, key=lambda place: place["code"]),
        "ambiguous": [{"term": each.label, "choices": list(each.more["choices"])} for each in grammar["ambiguous"]],
        "former": [{"term": each.label, "now": each.more["now"]} for each in grammar["legacy_names"]],
        "crisis": [
            {"words": [each.label, *each.synonyms], "need": each.more["target"]} for each in grammar["crisis_terms"]
        ],
        "refused": [word for each in grammar["refusal_reasons"] for word in each.more.get("turned_away", ())],
        "ordinary": [word for each in grammar["ordinary_words"] for word in each.synonyms],
        "labels": {
            "intake": labels(view, "intake"),
            "status": labels(view, "status"),
            "groups": labels(view, "groups"),
            "languages": labels(view, "languages"),
        },
        "limits": {term.code: term.more["days"] for term in grammar["fact_groups"]},
    }


def labels(view: View, name: str) -> dict[str, str]:
    """What people read for each code of a vocabulary."""
    return {term.code: term.label for term in view.directory.grammar[name] if term.code not in NOT_SAID.get(name, ())}


def term_data(kind: str, term: Term, former: list[str]) -> dict[str, Any]:
    """A term with every word it is found by."""
    words = dict.fromkeys((*term.synonyms, *term.more.get("clinical", ()), *former))
    told = {"kind": kind, "code": term.code, "label": term.label, "slug": term.slug, "synonyms": list(words)}
    crisis = kind == "need" and (bool(term.more.get("crisis_check")) or "crisis" in term.within)
    return known(told | {"crisis": crisis, "level": term.more.get("level")})
