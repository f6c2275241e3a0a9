"""The data that a pack carries for its finder: the files of the site, as far as they are about its area.

The names are those of the files (`data/search/…`), and so are the contents, but the pack knows one area only.
"""

from typing import Any

from rightdoor.pages import browser_areas, browser_data
from rightdoor.pages.browser_table import table
from rightdoor.pages.view import View

WHOLE = ("matching", "refusals", "vocabulary", f"words/{browser_areas.NATIONAL}")
"""The files that a pack carries as they are."""


def pack_data(view: View, area: str) -> dict[str, Any]:
    """Every file that the finder of a pack reads, by name."""
    names = (*WHOLE, f"area/{area}", f"words/{area}")
    return {name: browser_data.packed(view, name) for name in names} | {
        "areas": areas(view, area),
        "places": places(view, area),
        browser_areas.NATIONAL: national(view, area),
    }


def areas(view: View, area: str) -> dict[str, Any]:
    """The one area there is to choose."""
    told = browser_data.told(view, "areas")
    return {**told, "areas": [each for each in told["areas"] if each["id"] == area], "home": area}


def places(view: View, area: str) -> dict[str, Any]:
    """What people type to say where, as far as it means this area."""
    told = browser_data.told(view, "places")
    return {
        "districts": {name: [area] for name, ids in told["districts"].items() if area in ids},
        "practices": [each for each in told["practices"] if each[2] == area],
    }


def national(view: View, area: str) -> dict[str, Any]:
    """The national services that work here, and whoever they send people to."""
    told = browser_data.told(view, browser_areas.NATIONAL)
    tables = {name: table(told[name]) for name in browser_data.TABLES if name in told}
    return {**told, **tables, "services": table(national_here(view, area))}


def national_here(view: View, area: str) -> list[dict[str, Any]]:
    """The national services that work here, or have not said where they work."""
    around = set(view.directory.chain(area))
    services = browser_data.told(view, browser_areas.NATIONAL).get("services", ())
    return [each for each in services if not each.get("areas") or around.intersection(each["areas"])]
