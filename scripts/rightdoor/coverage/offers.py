"""Whether a service can be used by somebody who is shut out by how it is offered, not by whom it takes.

These are no criteria: a service says them in other fields (languages, delivery, access, routes). True where it says
that it can be used so, False where what it says rules it out, None where nobody has said.
"""

from collections.abc import Callable, Mapping

from rightdoor.model.service import Service

_WITHOUT_INTERNET = frozenset({"in-person", "phone", "group", "home-visit", "outreach", "residential"})
_WITHOUT_TRAVEL = frozenset({"phone", "video", "text-or-chat", "online-self-help", "home-visit", "outreach"})
_COMES_TO_PEOPLE = frozenset({"home-visits", "remote-only", "transport"})
_ONLINE = frozenset({"online-form", "email"})


def another_language(service: Service) -> bool | None:
    """Interpreters are offered; without them, languages beside English leave it open which."""
    if service.languages.interpreters == "yes":
        return True
    others = [each for each in service.languages.spoken if each != "en"]
    return False if service.languages.interpreters == "no" and not others else None


def no_fixed_address(service: Service) -> bool | None:
    """It says that no address is needed; nothing else tells."""
    return True if "no-fixed-address-accepted" in service.access else None


def without_internet(service: Service) -> bool | None:
    """It is given in person or by phone, and there is a way in that needs no internet (a GP's referral is one)."""
    if not service.delivery:
        return None
    routes = service.referral.routes
    only_online = bool(routes) and all(route.how in _ONLINE and set(route.who) == {"self"} for route in routes)
    return not only_online and not _WITHOUT_INTERNET.isdisjoint(service.delivery)


def cannot_travel(service: Service) -> bool | None:
    """It is given where people are, or from afar."""
    if not _COMES_TO_PEOPLE.isdisjoint(service.access):
        return True
    return not _WITHOUT_TRAVEL.isdisjoint(service.delivery) if service.delivery else None


OFFERS: Mapping[str, Callable[[Service], bool | None]] = {
    "another-language": another_language,
    "no-fixed-address": no_fixed_address,
    "without-internet": without_internet,
    "cannot-travel": cannot_travel,
}
"""By the word of `asked.offers` in the vocabulary `situations`."""
