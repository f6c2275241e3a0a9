"""Titles and descriptions of pages about services and places, as somebody reads them in a search engine.

Everything said is published and lasts: ages, severity, place, who may refer. A wait grows old in other people's copies
and is never said; nor is the name of a discreet service. What nobody has said is called not known, never left to be
taken for a yes (docs/decisions/0150-the-look.md).
"""

from collections.abc import Iterable
from itertools import accumulate, islice

from rightdoor.matching import phrases
from rightdoor.model.area import Area
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from rightdoor.model.vocabulary import Term
from rightdoor.pages import wording
from rightdoor.pages.discreet_words import keeper
from rightdoor.pages.head import TITLE_ROOM
from rightdoor.pages.links import closed_words, home_area, is_discreet
from rightdoor.pages.urgent import CALLED, is_referred_to
from rightdoor.pages.view import View

SHORTEST, LONGEST = 70, 160
"""Letters of a description: less says too little to choose by, more is cut."""

NAMED_FROM, NAMES_ROOM = 8, 80
"""Of how many services of a list those are taken that a description names, and in how many letters."""

_OF_EACH = (
    "Who each one takes, who it does not take, and where to go instead.",
    "Who each one takes, and where to go instead.",
    "Who each one takes.",
)
_OF_ONE = (
    "Who it does not take, how to refer and when it was last checked.",
    "Who it does not take, and how to refer.",
    "And who it does not take.",
)
_OF_CALLS = ("Who to call or text, and when each is open.", "Who to call, and when.")
_OF_A_CALL = (
    "When it is open, how to get in touch, and when this was last checked.",
    "When it is open and how to get in touch.",
)


def service_title(view: View, service: Service) -> str:
    """A service with its place, and what its page tells."""
    area = home_area(view, service)
    place = view.directory.areas[area].name if area else ""
    name = service.name + _made_up(service.fictional)
    told = "who it takes" if is_referred_to(view, service) else "how to get in touch"
    placed = f"{service.name}, {place}{_made_up(service.fictional)}" if place and place not in service.name else name
    return _title(f"{placed}: {told}", placed, f"{name}: {told}", name, service.name)


def service_description(view: View, service: Service) -> str:
    """Whom a service may take and what it does; of one that is simply called, what it does comes first."""
    shut = closed_words(view, service)
    start = (_start(service.fictional), f"{wording.capital(shut)}." if shut else "")
    does = _sentence(keeper(view.directory.grammar)(service.summary))
    takes, way = _takes(view, service), _way_in(view, service)
    if not is_referred_to(view, service) and does:
        return _description((*start, does), (), _OF_A_CALL)
    if service.criteria.age is None:
        return _description((*start, does), (takes, way), _OF_ONE)
    return _description((*start, takes), (way, does), _OF_ONE)


def _takes(view: View, service: Service) -> str:
    """Whom it takes in one sentence; what is not known is named in another.

    What narrows it most stands early: a description that is too long is cut at its end.
    """
    criteria, grammar = service.criteria, view.directory.grammar
    known = {
        "age": criteria.age and phrases.age_words(criteria.age, grammar),
        "severity": criteria.severity and f"with {phrases.severity_words(criteria.severity, grammar)}",
        "area": criteria.area and phrases.area_words(criteria.area, view.directory),
    }
    missing = [name for name, words in known.items() if not words]
    only = [phrases.people_words(row.reason, grammar["groups"]) for row in criteria.only]
    parts = [words for words in known.values() if words]
    parts[1:1] = [f"only {wording.joined(only)}"] if only else []
    said = f"May take people {', '.join(parts)}." if parts else ""
    return f"{said} Not known: {wording.joined(missing)}.".strip() if missing else said


def _way_in(view: View, service: Service) -> str:
    """How one gets there: through another service, by oneself, or by whom one must be referred."""
    referral = service.referral
    gate = view.directory.services.get(referral.via or "")
    if gate:
        return "" if is_discreet(view, gate) else f"Reached only through {gate.name}."
    who = tuple(dict.fromkeys(each for route in referral.routes for each in route.who))
    if "self" in who:
        return "You can get in touch yourself."
    return f"Referred by: {phrases.who_words(who, view.directory.grammar)}." if who else ""


def area_title(area: Area) -> str:
    """An area, and what is listed there."""
    place = area.name + _made_up(area.fictional)
    return _title(f"{place}: mental health services and who they take", f"{place}: mental health services", place)


def refused_title(area: Area) -> str:
    """What the services of an area say of where to go instead."""
    title = f"They were refused in {area.name}"
    return _title(f"{title}{_made_up(area.fictional)}: where to go instead", f"{title}: where to go instead", title)


def refused_description(area: Area) -> str:
    """What the page of refusals in an area tells."""
    about = f"Where each service in {area.name} says to go when it does not take somebody."
    return _description((_start(area.fictional), about), ("And where to ask when none of them fits.",), ())


def area_description(area: Area) -> str:
    """What the page of an area tells."""
    services = f"Mental health, counselling, bereavement and carers' services in {area.name}."
    return _description((_start(area.fictional), services), (), _OF_EACH)


def list_title(term: Term, area: Area, *, of_kind: bool) -> str:
    """The list of an area for one need, or of one kind: some needs and kinds have the same name."""
    name = f"{term.label} in {area.name}{_made_up(area.fictional)}"
    tells = ("services of this kind",) if of_kind else ("services and who they take", "services")
    return _title(*(f"{name}: {each}" for each in tells), name, f"{term.label} in {area.name}")


def list_description(view: View, term: Term, area: Area, ids: Iterable[str]) -> str:
    """The services of a list by name, as many as there is room for."""
    about = f"{term.label} in {area.name}:"
    named = _named(view, ids) or "what is known, and where to ask."
    return _description((_start(area.fictional), about, named), (), _ends(term))


def organization_title(organization: Organization) -> str:
    """An organization, and what its page tells."""
    name = organization.name + _made_up(organization.fictional)
    return _title(f"{name}: its services and who they take", f"{name}: its services", name, organization.name)


def organization_description(view: View, organization: Organization, ids: Iterable[str]) -> str:
    """What an organization runs, by name."""
    named = _named(view, ids)
    about = (
        f"{organization.name} runs {named}" if named else f"{organization.name} in this directory of local services."
    )
    return _description((_start(organization.fictional), about), (), _OF_EACH)


def term_title(term: Term) -> str:
    """A need or a kind of service."""
    return _title(f"{term.label}: services and who they take", f"{term.label}: services", term.label)


def term_description(view: View, term: Term) -> str:
    """What a need or a kind of service is, and what its page tells."""
    about = keeper(view.directory.grammar)(term.description)
    services = f"{'Services' if about else term.label}, by area and for all of the UK."
    return _description((_sentence(about), services), (), _ends(term))


def _ends(term: Term) -> tuple[str, ...]:
    return _OF_CALLS if term.code in CALLED else _OF_EACH


def _named(view: View, ids: Iterable[str]) -> str:
    """The first services by name, as many as stay short; a discreet one is not named."""
    services = (view.directory.services[each] for each in ids)
    names = [each.name for each in islice(services, NAMED_FROM) if not is_discreet(view, each)]
    lengths = accumulate(len(each) + 2 for each in names)
    few = [name for name, length in zip(names, lengths, strict=True) if length < NAMES_ROOM]
    return f"{wording.joined(few)}." if few else ""


def _title(*choices: str) -> str:
    """The first that a search result shows whole; the last, where a name alone is too long."""
    return next((each for each in choices if len(each) <= TITLE_ROOM), choices[-1])


def _description(must: Iterable[str], may: Iterable[str], ends: Iterable[str]) -> str:
    """What must be said, whatever of the rest there is room for, and the longest end that fits."""
    text = " ".join(each for each in must if each)
    for each in may:
        text += f" {each}" if each and len(text) + len(each) < LONGEST else ""
    text += next((f" {each}" for each in ends if len(text) + len(each) < LONGEST), "")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rpartition(' ')[0]}…"


def _made_up(fictional: bool) -> str:
    return " (made up)" if fictional else ""


def _start(fictional: bool) -> str:
    return "Made up." if fictional else ""


def _sentence(text: str) -> str:
    return f"{text}." if text and not text.endswith((".", "?", "!")) else text
