"""The long words of services, and other names: what a browser reads after the facts, each by the service's id."""

from collections.abc import Mapping
from typing import Any

from rightdoor.matching.hours import hours_words
from rightdoor.matching.resolved import own_words
from rightdoor.model.service import Advice, Service
from rightdoor.pages import browser_areas, wording
from rightdoor.pages.browser_facts import known
from rightdoor.pages.criteria_rows import takes_line
from rightdoor.pages.referral_rows import opt_ins, to_send, who_words
from rightdoor.pages.view import View

TEAMS = ("cmht", "older-adult-mh", "camhs")
"""Teams that are named where one sees the person already: how to phone them is said there (`matching/first.js`)."""


def of_area(view: View, area: str) -> dict[str, Any]:
    """The words of the services in the file of an area: under the id, and under `id@area` where the rules differ."""
    told = {}
    for each in browser_areas.own_ids(view, area):
        place = browser_areas.rules_of(view, each, view.directory.chain(area))
        also = known({"also": list(view.directory.services[each].also_known_as)})
        if place:
            told[f"{each}@{place}"] = {**words_of(view, each, place), **also}
        if not place or browser_areas.has_other_rules(view, each):
            told[each] = {**words_of(view, each), **also}
    return told


def national(view: View) -> dict[str, Any]:
    """The words of the national services."""
    return {each: words_of(view, each) for each in view.listing(browser_areas.national_ids, browser_areas.NATIONAL)}


def words_of(view: View, service_id: str, place: str = "") -> Mapping[str, Any]:
    """The words of a service under its usual rules or those of a place; made once for all the areas that show them."""
    service = view.directory.services[service_id]
    rules = service.in_area(place) if place else service
    return view.once(("words", service_id, place), lambda: _words(view, rules))


def _words(view: View, service: Service) -> dict[str, Any]:
    sessions, cost = service.sessions, service.cost
    advice = _advice(view, service.referral.advice) if service.referral.advice else ""
    return known(
        {
            "summary": service.summary,
            "takes": takes_line(view, service),
            **own_words(service.criteria),
            "advice": advice,
            "phone": service.contact.phone if service.type in TEAMS and not advice else None,
            "send": [f"{who}: {'; '.join(items)}" for who, items in to_send(view, service)],
            "opt_in": " ".join(opt_ins(service)),
            "sessions": wording.session_words(sessions, view.directory.grammar["session_policy"]) if sessions else "",
            "after": sessions.then if sessions else "",
            "hours": list(hours_words(service.hours)) if service.hours else [],
            "cost": cost.words if cost else "",
            "note": service.note,
        }
    )


def _advice(view: View, advice: Advice) -> str:
    """Whom a referrer may ask first: "GP: 01632 960 112 (Monday to Friday, 10am to 4pm)"."""
    ways = " or ".join(each for each in (advice.phone, advice.email) if each)
    hours = f" ({'; '.join(hours_words(advice.hours))})" if advice.hours else ""
    return f"{who_words(view, advice.who)}: {ways}{hours}" if ways else ""
