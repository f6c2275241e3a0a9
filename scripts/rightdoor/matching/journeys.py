"""The questions for somebody who is bereaved or looks after somebody, as plain data for the finder."""

from collections.abc import Iterable
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.vocabulary import Term

_OF_ASSESSMENT = ("people", "about", "target", "needs", "areas", "source")


def journey_data(grammar: Grammar) -> dict[str, Any]:
    """The questions with their choices, the narrower need of each group, carers' assessments, and what is said.

    `needs_of` maps a group (bereaved-parent) to the need that everybody of it comes with (bereavement-child).
    """
    groups = grammar["groups"]
    return {
        "questions": [_question(term, grammar["journey_choices"]) for term in grammar["journey_questions"]],
        "needs_of": {term.code: term.more["target"] for term in groups if "target" in term.more},
        "assessments": [
            {"code": term.code, "label": term.label, "description": term.description}
            | {name: term.more[name] for name in _OF_ASSESSMENT}
            for term in grammar["carers_assessments"]
        ],
        "sentences": dict(grammar.journeys),
    }


def _question(term: Term, choices: Iterable[Term]) -> dict[str, Any]:
    about = {"about": term.more["about"]} if "about" in term.more else {}
    return {
        "code": term.code,
        "kind": term.more["kind"],
        "text": term.more["question"],
        "needs": list(term.more["needs"]),
        "choices": [_choice(each) for each in choices if each.more["answers"] == term.code],
    } | about


def _choice(term: Term) -> dict[str, Any]:
    """A choice with what it says of the person, group by group: yes or no."""
    yes = dict.fromkeys(term.more.get("people", ()), "yes")
    return {
        "value": term.code,
        "label": term.label,
        "people": yes | dict.fromkeys(term.more.get("not_people", ()), "no"),
    }
