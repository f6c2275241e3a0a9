"""A service for people who are very unwell says no way to reach it.

The service takes severe problems or people in crisis, but has no phone, text, email, website or webchat, no referral
route, no gate (`via`) and no location that people can walk to.

Why this matters: it is the service that is offered when nothing else fits, and the page ends there.

What to type: at least one public way in. If there is none, say through which service it is reached.

    referral:
      via: northvale-single-point
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "no-way-in"
LEVEL = Level.WARNING
WAYS = ("phone", "text", "email", "website", "webchat")
CRISIS_NEEDS = frozenset({"crisis", "suicidal-thoughts", "self-harm", "psychosis"})


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Services for severe or crisis needs that nobody can reach."""
    data = record.data
    if record.kind != "service" or data.get("status") != "active" or _has_way(data):
        return
    if CRISIS_NEEDS.intersection(data.get("needs", ())) or _takes_severe(data, grammar):
        message = "This service takes people in crisis or with severe problems, but says no way to reach it."
        tip = "Type a phone number in contact, a row in referral: routes, or the service it is reached through: via."
        yield problem(record, ("name",), CODE, LEVEL, message, tip)


def _has_way(data: Mapping[str, Any]) -> bool:
    referral = data.get("referral", {})
    return bool(
        any(each in data.get("contact", {}) for each in WAYS)
        or referral.get("routes")
        or referral.get("via")
        or any("address" in each for each in data.get("locations", ()))
    )


def _takes_severe(data: Mapping[str, Any], grammar: Grammar) -> bool:
    severity = data.get("criteria", {}).get("severity")
    bands = grammar["severity_bands"]
    if not isinstance(severity, Mapping) or "severe" not in bands:
        return False
    highest = severity.get("to")
    return highest is None or highest in bands and bands.rank(highest) >= bands.rank("severe")
