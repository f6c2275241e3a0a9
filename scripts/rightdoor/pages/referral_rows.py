"""How a person reaches a service, as rows of words: what to do before referring, and who refers how."""

from collections.abc import Iterator
from typing import NamedTuple

from rightdoor.matching import phrases
from rightdoor.matching.hours import hours_words
from rightdoor.model.service import Response, Route, SendWith, Service
from rightdoor.pages import wording
from rightdoor.pages.prose import safe_href
from rightdoor.pages.view import View


class RouteRow(NamedTuple):
    """One way in; every text is "" where nobody has said."""

    who: str
    how: str
    url: str
    phone: str
    email: str
    text: str
    hours: tuple[str, ...]
    response: str
    note: str


class AdviceRow(NamedTuple):
    """Whom a referrer may ask first."""

    who: str
    phone: str
    email: str
    hours: tuple[str, ...]


class ToSend(NamedTuple):
    """What must come with a referral, and by which way of referring."""

    who: str
    items: tuple[str, ...]


def who_words(view: View, who: tuple[str, ...]) -> str:
    """Who may refer, in words."""
    return wording.capital(phrases.who_words(who, view.directory.grammar))


def route_rows(view: View, service: Service) -> tuple[RouteRow, ...]:
    """A row for each way in."""
    return tuple(_route(view, service, route) for route in service.referral.routes)


def _route(view: View, service: Service, route: Route) -> RouteRow:
    hours = route.hours or _hours_of_gate(view, service, route)
    return RouteRow(
        who_words(view, route.who),
        view.directory.grammar["referral_how"].label(route.how),
        safe_href(route.url or "") or "",
        route.phone or "",
        route.email or "",
        route.text or "",
        hours_words(hours) if hours else (),
        _response(view, route.response) if route.response else "",
        route.note or "",
    )


def _hours_of_gate(view: View, service: Service, route: Route) -> str | None:
    """When the number of the gate is answered for the same people: the gate's own entry says it."""
    gate = view.directory.services.get(service.referral.via) if service.referral.via and route.phone else None
    same = (each for each in (gate.referral.routes if gate else ()) if each.phone == route.phone)
    return next((each.hours for each in same if each.hours and set(each.who) & set(route.who)), None)


def _response(view: View, response: Response) -> str:
    step = view.directory.grammar["wait_steps"].terms.get(response.to)
    name = step.more.get("phrase") or step.label if step else response.to
    words = f"{wording.capital(str(name))} within {response.within.words}"
    called = view.directory.grammar["urgency"].label(response.word) if response.word else ""
    return f"{words} (the service calls this “{phrases.lower_first(called)}”)" if called else words


def advice_row(view: View, service: Service) -> AdviceRow | None:
    """Whom a referrer may ask before referring."""
    advice = service.referral.advice
    if advice is None:
        return None
    hours = hours_words(advice.hours) if advice.hours else ()
    return AdviceRow(who_words(view, advice.who), advice.phone or "", advice.email or "", hours)


def to_send(view: View, service: Service) -> tuple[ToSend, ...]:
    """What must come with a referral; ways of referring that ask for the same are said together."""
    wanted: dict[tuple[str, ...], list[str]] = {}
    for route in service.referral.routes:
        if route.send_with:
            items = tuple(_item(view, item) for item in route.send_with)
            wanted.setdefault(items, []).extend(who for who in route.who if who not in wanted.get(items, ()))
    return tuple(ToSend(who_words(view, tuple(who)), items) for items, who in wanted.items())


def _item(view: View, item: SendWith) -> str:
    label = view.directory.grammar["referral_requires"].label(item.what)
    return f"{label}, no more than {item.max_age.words} old" if item.max_age else label


def opt_ins(service: Service) -> Iterator[str]:
    """The silent drop-out points: what the person must do after the referral, and by when."""
    spans = (route.patient_must_opt_in for route in service.referral.routes)
    for time in dict.fromkeys(span.words for span in spans if span):
        yield f"The person must then contact the service within {time}. Tell them, or the referral may lapse."
