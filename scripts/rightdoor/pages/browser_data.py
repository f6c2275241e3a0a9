"""The files that browser code reads, below `data/search/`: one set for the site, and two for each area.

What a browser loads depends on the area chosen and never on the size of the nation: national services stand in one
file that all areas share, and what only says where a person belongs (`places`) is read by whoever types an area.
Facts come first and are small; long words (`words/…`) come after them. What is not known is left out of a record:
nothing stands in for it. docs/decisions/0115-data-for-the-browser.md says what is where.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rightdoor.pages import browser_areas, browser_places, browser_vocabulary, browser_words
from rightdoor.pages.browser_table import table
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View

NATIONAL = browser_areas.NATIONAL
SITE: Mapping[str, Callable[[View], Mapping[str, Any]]] = {
    "areas": browser_places.areas,
    "matching": browser_vocabulary.matching,
    NATIONAL: browser_areas.national,
    "places": browser_places.places,
    "refusals": browser_vocabulary.refusals,
    "vocabulary": browser_vocabulary.vocabulary,
    f"words/{NATIONAL}": browser_words.national,
}
BY_AREA: Mapping[str, Callable[[View, str], Mapping[str, Any]]] = {
    "area": browser_areas.area_data,
    "words": browser_words.of_area,
}
TABLES = ("services", "elsewhere", "terms")
"""The parts of a file that are records, or like them."""


def keys(view: View) -> Iterator[str]:
    """One key for each file: the place below `data/search/`, without its ending."""
    yield from SITE
    for area in sorted(view.whole.areas):
        yield from (f"{folder}/{area}" for folder in BY_AREA)


def told(view: View, key: str) -> Mapping[str, Any]:
    """What the file of one key says, with records one by one."""
    if key in SITE:
        return SITE[key](view)
    folder, _, area = key.partition("/")
    return BY_AREA[folder](view, area)


def packed(view: View, key: str) -> Mapping[str, Any]:
    """What the file of one key says as it is kept, with its records as tables."""
    return {name: table(part) if name in TABLES else part for name, part in told(view, key).items()}


def file(view: View, key: str) -> DataFile:
    """The file of one key."""
    return DataFile(f"data/search/{key}.json", f"{as_text(packed(view, key))}\n".encode())


def as_text(value: object) -> str:
    """A value as JSON: equal values give equal bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


DATA = (Kind("search", keys, file),)
