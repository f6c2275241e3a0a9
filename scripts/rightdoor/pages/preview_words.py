"""What the form needs in order to draw an entry as its page will be: the page's template, and the words that fill it.

It is one file, `data/form-words.json`, read only where somebody looks at a whole entry. `preview/draw.js` draws.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rightdoor.matching import hours
from rightdoor.matching.match import takes_referrals
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.opening_hours import MONTHS
from rightdoor.model.service import Route
from rightdoor.model.stated import covered
from rightdoor.model.vocabulary import Term, Vocabulary
from rightdoor.pages import lists
from rightdoor.pages.browser_data import as_text
from rightdoor.pages.links import closed_words
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.preview_template import tree_of
from rightdoor.pages.prose import HREF
from rightdoor.pages.urgent import crisis_ids, is_crisis_need
from rightdoor.pages.view import View

ADDRESS = "data/form-words.json"
LABELS = (
    "access",
    "checked_how",
    "cost_kinds",
    "delivery",
    "fact_groups",
    "intake",
    "languages",
    "referral_how",
    "referral_requires",
    "risk_levels",
    "session_policy",
    "severity_bands",
    "status",
    "therapies",
    "urgency",
    "yes_no_unknown",
)
"""The vocabularies of which the page says labels and nothing more."""


def keys(view: View) -> Iterable[str]:
    """The one file."""
    return ("form-words",)


def file(view: View, key: str) -> DataFile:
    """The template, the words and the names of all records."""
    told = {
        "template": tree_of(view.environment(""), "service.html"),
        **_words(view.directory.grammar),
        **_records(view),
    }
    return DataFile(ADDRESS, f"{as_text(told)}\n".encode())


def _words(grammar: Grammar) -> dict[str, Any]:
    """What the vocabularies say."""
    steps = {each.code: each.more.get("phrase") or None for each in grammar["wait_steps"]}
    return {
        "labels": {name: _labels(grammar[name]) for name in (*LABELS, "wait_steps")},
        "steps": {code: str(phrase) for code, phrase in steps.items() if phrase},
        "phrases": dict(grammar.phrases),
        "who": {each.code: {"label": each.label} for each in grammar["referral_who"]},
        "groups": {each.code: _phrases(each) for each in grammar["groups"]},
        "reasons": {each.code: _phrases(each) for each in grammar["reasons"]},
        "bases": {each.code: str(each.more["phrase"]) for each in grammar["area_basis"]},
        "bands": [each.code for each in grammar["severity_bands"]],
        "taking": {each.code: takes_referrals(each.code, grammar) for each in grammar["intake"]},
        "needs": {each.code: _need(each, grammar) for each in grammar["needs"]},
        "types": {each.code: _given(label=each.label, discreet=each.discreet) for each in grammar["service_types"]},
        "covers": {group: list(fields) for group, fields in covered(grammar).items()},
        "limits": {each.code: int(each.more["days"]) for each in grammar["fact_groups"]},
        "clock": {"days": hours.DAYS, "months": MONTHS, "nth": hours.NTH},
        "href": HREF.pattern.replace(r"\Z", "$"),
    }


def _labels(words: Vocabulary) -> dict[str, str]:
    return {each.code: each.label for each in words}


def _phrases(term: Term) -> dict[str, Any]:
    """The people that a reason or a group is about, and the same with a time."""
    return _given(phrase=str(term.more.get("phrase", term.label)), within=term.more.get("phrase_within"))


def _need(term: Term, grammar: Grammar) -> dict[str, Any]:
    crisis = is_crisis_need(grammar, term.code)
    return _given(label=term.label, slug=term.slug, discreet=term.discreet, crisis=crisis)


def _given(**parts: Any) -> dict[str, Any]:
    """What there is of these; what is false or missing is left out."""
    return {name: value for name, value in parts.items() if value}


def _records(view: View) -> dict[str, Any]:
    """Names of what an entry may point to, and what other entries say that its page repeats."""
    directory = view.directory
    return {
        "organizations": {id: each.name for id, each in directory.organizations.items()},
        "areas": _areas(directory),
        "services": _services(view),
        "crisis": sorted(crisis_ids(view)),
    }


def _areas(directory: Directory) -> dict[str, Any]:
    return {
        id: _given(name=each.name, fictional=each.fictional, told_on=_iso(directory, id))
        for id, each in directory.areas.items()
    }


def _iso(directory: Directory, area: str) -> str:
    day = directory.story_date([area])
    return day.isoformat() if day else ""


def _services(view: View) -> dict[str, Any]:
    """Each service by name, why there may be no use in going there, what it opens, and who answers its numbers when."""
    directory = view.directory
    gone = {id: {"name": f"{each.name} (closed)"} for id, each in directory.tombstones.items()}
    return gone | {
        id: _given(
            name=each.name,
            note=closed_words(view, each),
            opens=list(view.listing(lists.by_gate, id)),
            numbers=[_number(route) for route in each.referral.routes if route.phone and route.hours],
        )
        for id, each in directory.services.items()
    }


def _number(route: Route) -> Mapping[str, Any]:
    return {"phone": route.phone, "who": list(route.who), "hours": route.hours}


DATA = (Kind("form-words", keys, file),)
