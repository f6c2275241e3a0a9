"""The words and meanings of refusals as plain data, for the page that helps somebody whom a service has not taken."""

from collections.abc import Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.vocabulary import Term

_SAID = ("criterion", "beyond", "bands", "flags", "rows", "covers", "say", "crisis")


def refusal_data(grammar: Grammar) -> dict[str, Any]:
    """`terms`: every refusal, in the order offered, with what it tells the matcher; `sentences`: what is said of it."""
    return {
        "terms": [_term(term) for term in grammar["refusal_reasons"]],
        "sentences": dict(grammar.refusals),
    }


def _term(term: Term) -> Mapping[str, Any]:
    """A refusal as the browser reads it; what it does not say is left out."""
    told = {"code": term.code, "label": term.label, "description": term.description}
    return {name: value for name, value in (told | {each: term.more.get(each) for each in _SAID}).items() if value}
