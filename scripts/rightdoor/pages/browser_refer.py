"""How to refer, in one line: who may refer, and how; only the gate where there is one."""

from collections.abc import Iterable

from rightdoor.matching.phrases import lower_first, who_words
from rightdoor.model.service import Contact, Route, Service
from rightdoor.model.vocabulary import Vocabulary
from rightdoor.pages.urgent import is_referred_to
from rightdoor.pages.view import View
from rightdoor.pages.wording import capital, joined

BY_PROFESSIONAL = "professional"
THEMSELVES = ("self",)


def refer_line(view: View, service: Service) -> str:
    """Who may refer, and how: "GP: by letter; people can refer themselves: by phone on 01632 960 110".

    A service that is reached through another says only that. What one simply calls says only how to call it.
    "" where nobody has said.
    """
    gate = view.directory.services.get(service.referral.via) if service.referral.via else None
    if gate:
        return f"Only through {gate.name}"
    if not is_referred_to(view, service):
        return capital(joined(_calls(view, service), "or"))
    return capital("; ".join(_said(view, who, hows) for who, hows in _ways(view, service)))


def _ways(view: View, service: Service) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who may refer, with each way open to them; those with the same ways together, professionals first."""
    vocabulary = view.directory.grammar["referral_who"]
    by_who: dict[tuple[str, ...], list[str]] = {}
    for route in service.referral.routes:
        by_who.setdefault(_widest(route.who, vocabulary), []).append(_how(view, route, service.contact))
    together: dict[tuple[str, ...], list[str]] = {}
    for who, hows in by_who.items():
        together.setdefault(tuple(dict.fromkeys(hows)), []).extend(who)
    ways = [(_widest(who, vocabulary), hows) for hows, who in together.items()]
    return sorted(ways, key=lambda way: not any(BY_PROFESSIONAL in vocabulary.with_broader(each) for each in way[0]))


def _widest(who: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Who may refer, without those whom a wider one among them already names."""
    codes = tuple(dict.fromkeys(who))
    return tuple(each for each in codes if not set(vocabulary.with_broader(each)[1:]) & set(codes))


def _said(view: View, who: tuple[str, ...], hows: tuple[str, ...]) -> str:
    words = "people can refer themselves" if who == THEMSELVES else who_words(who, view.directory.grammar)
    return f"{words}: {joined(hows, 'or')}"


def _calls(view: View, service: Service) -> tuple[str, ...]:
    """The ways to call a service, by its routes or else by its contact."""
    contact = service.contact
    routes = service.referral.routes or (
        *((Route(THEMSELVES, "phone", phone=contact.phone),) if contact.phone else ()),
        *((Route(THEMSELVES, "text", text=contact.text),) if contact.text else ()),
    )
    return tuple(dict.fromkeys(_how(view, route, contact) for route in routes))


def _how(view: View, route: Route, contact: Contact) -> str:
    """One way: "by phone on 111, select mental health option"; an address is left to the service's page."""
    words = lower_first(view.directory.grammar["referral_how"].label(route.how))
    if route.how == "phone" and route.phone:
        return f"{words} on {_noted(route.phone, contact.phone, contact.phone_note)}"
    if route.how == "text" and route.text:
        return f"{words} to {_noted(route.text, contact.text, contact.text_note)}"
    return words


def _noted(number: str, usual: str | None, note: str | None) -> str:
    """A number with what to press or to send, which the entry says beside the same number."""
    return f"{number} ({note})" if note and number == usual else number
