"""Services that are called at once, and needs that may mean danger: nothing there may ask a reader to wait or check."""

from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service
from rightdoor.pages.view import View

AT_ONCE = ("emergency", "crisis-line")
CALLED = (*AT_ONCE, "helpline")
"""Kinds of service that a person simply calls: nobody refers there."""


def crisis_ids(view: View) -> frozenset[str]:
    """Services that an area names as a crisis route."""
    return view.once(
        ("crisis-ids",),
        lambda: frozenset(each for area in view.directory.areas.values() for each in area.crisis_routes),
    )


def is_crisis_need(grammar: Grammar, code: str) -> bool:
    """Whether a need may mean danger: the vocabulary says so of it, or of a need it lies within."""
    needs = grammar["needs"]
    wider = needs.with_broader(code) if code in needs else ()
    return any(each == "crisis" or needs[each].more.get("crisis_check") for each in wider if each in needs)


def is_urgent(view: View, service: Service) -> bool:
    """Whether a service is for a crisis: by its kind, as a route of an area, or as a national crisis helpline."""
    grammar = view.directory.grammar
    return (
        service.type in AT_ONCE
        or service.id in crisis_ids(view)
        or service.folder == "national"
        and service.type == "helpline"
        and any(is_crisis_need(grammar, need) for need in service.needs)
    )


def is_referred_to(view: View, service: Service) -> bool:
    """Whether to speak of referrals: not of what one simply calls, nor of a crisis service that has said nothing."""
    if service.referral.via:
        return True
    if service.type in CALLED:
        return False
    return service.intake != "unknown" or not is_urgent(view, service)
