"""The strip of crisis help that stands on every page: the routes of an area, or of all four nations."""

from collections.abc import Iterable
from itertools import chain

from markupsafe import Markup

from rightdoor.model.service import Service
from rightdoor.pages.view import View

EMERGENCY = "emergency"


def strip(view: View, area: str | None, root: str) -> Markup:
    """The strip for pages of an area (None: of no one area), whose links begin with `root`."""
    routes = view.directory.crisis_routes(area) if area else ()
    services = routes or tuple(shared_routes(view))
    return Markup(
        view.environment(root).get_template("crisis_strip.html").render(
            emergency=next((each for each in services if each.type == EMERGENCY), None),
            others=tuple(each for each in services if each.type != EMERGENCY and (each.contact.phone or each.contact.text)),
            place=view.directory.areas[area].name if routes and area else "",
        )
    )  # fmt: skip


def nations(view: View) -> tuple[str, ...]:
    """The nations, by id in the order of the alphabet."""
    return tuple(sorted(area.id for area in view.directory.areas.values() if area.kind == "nation"))


def shared_routes(view: View) -> Iterable[Service]:
    """The crisis routes that every nation has: the only ones that may stand where the nation is not known."""
    routes = [view.directory.crisis_routes(nation) for nation in nations(view)]
    common = set.intersection(*({each.id for each in some} for some in routes)) if routes else set()
    return dict((each.id, each) for each in chain(*routes) if each.id in common).values()
