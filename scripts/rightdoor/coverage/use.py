"""What use a service is to anybody now, whomever it takes: open, to be asked, shut, or not to be believed.

Nothing unknown, stale or shut covers anybody. Lines that are simply called, websites, and access points that only pass
people on are counted apart: they see nobody over time, and so cover nobody (docs/decisions/0170-what-covers.md).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from rightdoor.matching.match import FIRST_SEEN, takes_referrals
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service

RELIED_ON = ("criteria", "contact", "waits", "other")
"""The facts that must be fresh: whom it takes, where it is, whether it is open, what it is for."""

LONG_WAIT = 18
"""Weeks beyond which a wait closes a door: the longest that the NHS Constitution's standard allows before treatment
begins (handbook to the NHS Constitution for England, read on 23 November 2026)."""

CALLED = frozenset({"helpline", "crisis-line", "emergency"})
"""Kinds of service that are simply called."""

_FRESH = frozenset({Standing.CURRENT, Standing.DUE})
_UNSEEN = frozenset({"text-or-chat", "online-self-help"})


class Use(StrEnum):
    """What use a service is, best first. `APART` is one that sees nobody over time, whatever its state."""

    OPEN = "open"
    ASK = "ask"
    SHUT = "shut"
    STALE = "stale"
    APART = "apart"


def use_of(
    service: Service, directory: Directory, today: date, long_wait: int = LONG_WAIT, places: Iterable[str] = ()
) -> Use:
    """The use of a service as it stands in an area. One that is reached through another is no better than that.

    `places` are the area and those it lies within, nearest first: what it is reached through may differ by area too.
    """
    if not sees_people(service, directory.grammar):
        return Use.APART
    found = _own_use(service, directory, today, long_wait)
    passed, gate = {service.id}, service.referral.via
    while gate is not None and gate not in passed:
        passed.add(gate)
        through = _gate(gate, directory, places)
        found = max(found, _own_use(through, directory, today, long_wait) if through else Use.SHUT, key=_worse)
        gate = through.referral.via if through else None
    return found


def sees_people(service: Service, grammar: Grammar) -> bool:
    """Whether somebody is seen or spoken with over time: not by lines that are called, websites or access points."""
    kind = grammar["service_types"].terms.get(service.type)
    if service.type in CALLED or (kind and kind.more.get("level") == "access"):
        return False
    return not _UNSEEN.issuperset(service.delivery) if service.delivery else service.type != "digital-therapy"


def weeks_to_help(service: Service) -> int | None:
    """The weeks until treatment begins, or as far on the way to it as is known; None where no wait is published."""
    steps = {(wait.start, wait.end): wait.weeks for wait in service.waits}
    whole = [steps["referral", "treatment"]] if ("referral", "treatment") in steps else []
    for between in ("assessment", "first-appointment"):
        if ("referral", between) in steps and (between, "treatment") in steps:
            whole.append(steps["referral", between] + steps[between, "treatment"])
    seen = [steps["referral", end] for end in FIRST_SEEN if ("referral", end) in steps]
    return max(whole or seen, default=None)


def _gate(id: str, directory: Directory, places: Iterable[str]) -> Service | None:
    found = directory.services.get(id)
    return found.in_area(*places) if found else None


def _own_use(service: Service, directory: Directory, today: date, long_wait: int) -> Use:
    if any(directory.freshness(service, group, today).standing not in _FRESH for group in RELIED_ON):
        return Use.STALE
    taking = takes_referrals(service.intake, directory.grammar)
    if service.status != "active" or taking is False or (weeks_to_help(service) or 0) > long_wait:
        return Use.SHUT
    return Use.OPEN if taking else Use.ASK


def _worse(use: Use) -> int:
    return list(Use).index(use)
