"""The strip of crisis help that stands on every page: the routes of an area, or of all four nations."""

from collections import Counter
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from rightdoor.model.service import Service
from rightdoor.pages.strip_words import Said, said_of
from rightdoor.pages.view import View

EMERGENCY = "emergency"


class Help(NamedTuple):
    """Whom to call when life is at risk, the other routes that one can phone or text, each as it is said, and where."""

    emergency: Service | None
    others: tuple[Service, ...]
    said: tuple[Said, ...]
    place: str


def strip(view: View, area: str | None, root: str) -> Markup:
    """The strip for pages of an area (None: of no one area), whose links begin with `root`."""
    return view.macro(root, "crisis-strip")(**help_of(view, area)._asdict())


def _name_in(view: View, service: Service, area: str | None) -> str:
    """A name without the nation in brackets that it ends with, on the pages of an area of that nation."""
    within = view.directory.chain(area) if area else ()
    endings = (f" ({view.directory.areas[each].name})" for each in within)
    return next((service.name.removesuffix(each) for each in endings if service.name.endswith(each)), service.name)


def help_of(view: View, area: str | None) -> Help:
    """Crisis help in an area; that of all four nations, and no place, where there is no area or it has none."""
    own = view.directory.crisis_routes(area) if area else ()
    services = own or all_routes(view)
    emergency = next((each for each in services if each.type == EMERGENCY), None)
    others = (each for each in services if each.type != EMERGENCY)
    called = tuple(each for each in others if each.contact.phone or each.contact.text)
    said = tuple(said_of(each, _name_in(view, each, area)) for each in called)
    return Help(emergency, called, said, view.directory.areas[area].name if own and area else "")


def nations(view: View) -> tuple[str, ...]:
    """The nations, by id in the order of the alphabet."""
    return tuple(sorted(area.id for area in view.directory.areas.values() if area.kind == "nation"))


def all_routes(view: View) -> tuple[Service, ...]:
    """The crisis routes of all nations, each once: first those that belong to one nation, then those that all have."""
    nation_routes = [view.directory.crisis_routes(nation) for nation in nations(view)]
    found = {each.id: each for each in chain(*nation_routes)}
    numbers = Counter(each.id for each in chain(*nation_routes))
    return tuple(sorted(found.values(), key=lambda each: numbers[each.id] == len(nation_routes)))
