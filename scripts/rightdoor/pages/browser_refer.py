"""How to refer, in one line: who may refer, and how; only the gate where there is one."""

from rightdoor.matching.phrases import lower_first
from rightdoor.model.service import Contact, Route, Service
from rightdoor.pages.urgent import is_referred_to
from rightdoor.pages.view import View
from rightdoor.pages.wording import capital, joined

BY_PROFESSIONAL = "professional"
THEMSELVES = ("self",)
MOST_NOTED = 40
"""A longer note beside a number is no instruction what to press, and stands on the service's page."""

Ways = list[tuple[tuple[str, ...], tuple[str, ...]]]


def refer_line(view: View, service: Service) -> str:
    """Who may refer, and how: "Any professional: form in the practice system. Self-referral: phone 01632 960 110".

    A service that is reached through another says only that; what one simply calls says only how. "" where nobody
    has said.
    """
    gate = view.directory.services.get(service.referral.via) if service.referral.via else None
    if gate:
        return f"Only through {gate.name}"
    if is_called(view, service):
        return capital(joined(_calls(view, service), "or"))
    return ". ".join(capital(_said(view, who, hows)) for who, hows in _ways(view, service))


def is_called(view: View, service: Service) -> bool:
    """Whether people simply call it, so that nobody is referred there and no route need say who may."""
    return not is_referred_to(view, service) and all("self" in route.who for route in service.referral.routes)


def _ways(view: View, service: Service) -> Ways:
    """Who may refer, with the ways open to them; those with the same ways together, professionals first."""
    by_who: dict[tuple[str, ...], list[str]] = {}
    for route in service.referral.routes:
        by_who.setdefault(_widest(view, route.who), []).append(_how(view, route, service.contact))
    together: dict[tuple[str, ...], list[str]] = {}
    for who, hows in by_who.items():
        together.setdefault(tuple(dict.fromkeys(hows)), []).extend(who)
    ways = [(_widest(view, tuple(who)), hows) for hows, who in together.items()]
    wider = view.directory.grammar["referral_who"].with_broader
    return sorted(ways, key=lambda way: not any(BY_PROFESSIONAL in wider(each) for each in way[0]))


def _widest(view: View, who: tuple[str, ...]) -> tuple[str, ...]:
    """Who may refer, in the order of the vocabulary, without those whom a wider one among them already names."""
    vocabulary = view.directory.grammar["referral_who"]

    def widest() -> tuple[str, ...]:
        codes = sorted(set(who), key=vocabulary.rank)
        return tuple(each for each in codes if not set(vocabulary.with_broader(each)[1:]) & set(codes))

    return view.once(("widest", *who), widest)


def _said(view: View, who: tuple[str, ...], hows: tuple[str, ...]) -> str:
    names = [_short(view, "referral_who", each) for each in who]
    return f"{'self-referral' if who == THEMSELVES else joined(names, 'or')}: {joined(hows, 'or')}"


def _short(view: View, vocabulary: str, code: str) -> str:
    term = view.directory.grammar[vocabulary][code]
    return str(term.more.get("short") or lower_first(term.label))


def _calls(view: View, service: Service) -> tuple[str, ...]:
    """The ways to call a service, by its routes or else by its contact."""
    contact = service.contact
    routes = service.referral.routes or (
        *((Route(THEMSELVES, "phone", phone=contact.phone),) if contact.phone else ()),
        *((Route(THEMSELVES, "text", text=contact.text),) if contact.text else ()),
    )
    return tuple(dict.fromkeys(_how(view, route, contact) for route in routes))


def _how(view: View, route: Route, contact: Contact) -> str:
    """One way: "phone 111 (then press 2)"; web and e-mail addresses are left to the service's page."""
    words = _short(view, "referral_how", route.how)
    if route.how == "phone" and route.phone:
        return f"{words} {_noted(route.phone, contact.phone, contact.phone_note)}"
    if route.how == "text" and route.text:
        return f"{words} {_noted(route.text, contact.text, contact.text_note)}"
    return words


def _noted(number: str, usual: str | None, note: str | None) -> str:
    """A number with what to press or to send, which the entry says beside the same number."""
    return f"{number} ({note})" if note and number == usual and len(note) <= MOST_NOTED else number
