"""A small made-up town in the real grammar, for tests of what is said."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rightdoor.matching.answers import answers_from
from rightdoor.matching.explain import Explanation, explain
from rightdoor.matching.match import match
from rightdoor.model.directory import Directory
from rightdoor.records.assemble import assemble
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
GRAMMAR = load_grammar(schema_folder())
GIVEN = {"organization": "trust", "status": "active", "summary": "A service.", "intake": "open"}
CHECKED = {"how": "provider-phone", "on": "2026-11-23"}
HERE = {"basis": "gp-practice", "areas": ["northvale"]}
SERVICES: Mapping[str, Mapping[str, Any]] = {
    "talking-therapies": {
        "name": "Talking Therapies",
        "type": "talking-therapies",
        "needs": ["depression"],
        "criteria": {
            "age": {"from": "17y9m"},
            "severity": {"from": "mild", "to": "moderate", "words": "Mild to moderate.", "refer_to": ["cmht"]},
            "area": HERE,
            "does_not_take": [
                {"reason": "psychosis", "refer_to": ["cmht"]},
                {"reason": "recent-attempt", "within": "4w", "refer_to": ["crisis-team", "cmht"]},
                {"reason": "under-secondary-care", "except_via": ["professional"]},
            ],
            "check_first": [{"reason": "eating-disorder", "how": "Phone the duty worker."}],
        },
    },
    "cmht": {
        "name": "Community Team",
        "type": "cmht",
        "needs": ["depression"],
        "criteria": {"age": {"from": "18y", "under": "65y"}, "severity": {"from": "severe"}, "area": HERE},
        "referral": {"via": "front-door"},
    },
    "crisis-team": {
        "name": "Crisis Team",
        "type": "crisis-home-treatment",
        "contact": {"phone": "01632 960 101"},
        "criteria": {"area": HERE},
    },
    "front-door": {
        "name": "Front Door",
        "type": "spa",
        "contact": {"phone": "01632 960 102"},
        "criteria": {"area": HERE},
    },
}
AREAS = {
    "england": {"name": "England", "kind": "nation", "crisis_routes": ["crisis-team"]},
    "northvale": {"name": "Northvale", "kind": "place", "within": "england", "front_door": "front-door"},
}


def town(**changed: Mapping[str, Any]) -> Directory:
    """The town, with the fields of some services changed (`cmht=…`, an underscore for each hyphen)."""
    services = []
    for id, raw in SERVICES.items():
        data = {**GIVEN, "checked": CHECKED, **raw, **changed.get(id.replace("-", "_"), {})}
        services.append((f"directory/services/northvale/{id}.yaml", data))
    areas = [(f"directory/areas/{id}.yaml", raw) for id, raw in AREAS.items()]
    return assemble({"service": services, "area": areas}, GRAMMAR)


def said_of(id: str, answers: Mapping[str, Any], **changed: Mapping[str, Any]) -> Explanation:
    """What is said of one service of the town to one person."""
    directory, told = town(**changed), answers_from(answers)
    return explain(match(directory.services[id], told, directory, TODAY), directory, told)
