"""The crisis help of each area, unseen on the page of all of it until a browser that remembers one shows it.

Areas whose nearest routes are the same share one piece: what differs is their name.
"""

import json
from collections import defaultdict
from typing import NamedTuple

from markupsafe import Markup

from rightdoor.model.area import Area
from rightdoor.pages.crisis_routes import Route, parted
from rightdoor.pages.crisis_strip import EMERGENCY, strip
from rightdoor.pages.page import path_to_root
from rightdoor.pages.view import View


class Place(NamedTuple):
    """An area with routes: its nation, the names of the areas that have its routes, by id, and what is shown there."""

    name: str
    nation: str
    names: str
    strip: Markup
    care: tuple[Route, ...]
    charities: tuple[Route, ...]
    note: str


def kept(view: View, address: str) -> str:
    """The pieces for the page at `address`."""
    return str(view.render("crisis_places.html", address, places=tuple(_places(view, path_to_root(address)))))


def _places(view: View, root: str) -> list[Place]:
    sharing: dict[str, dict[str, str]] = defaultdict(dict)
    areas = view.directory.areas
    for area in areas.values():
        holder = next((each for each in view.directory.chain(area.id) if areas[each].crisis_routes), None)
        if holder:
            sharing[holder][area.id] = area.name
    return [_place(view, areas[holder], names, root) for holder, names in sorted(sharing.items())]


def _place(view: View, area: Area, names: dict[str, str], root: str) -> Place:
    """What the section of the nation says is not said twice: an area's own routes and note are those it adds."""
    nation = next((each for each in view.directory.chain(area.id) if view.directory.areas[each].kind == "nation"), "")
    common = {each.id for each in view.directory.crisis_routes(nation)} if nation else set()
    own = [each for each in view.directory.crisis_routes(area.id) if each.type != EMERGENCY and each.id not in common]
    care, charities = parted(view, own)
    note = (area.crisis_note or "") if area.id != nation else ""
    said = json.dumps(names, ensure_ascii=False, sort_keys=True)
    return Place(area.name, nation, said, strip(view, area.id, root), care, charities, note)
