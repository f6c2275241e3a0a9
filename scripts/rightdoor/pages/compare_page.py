"""The page that shows two to four services side by side; what it shows is chosen in the browser.

Its title never names a service: it stands in the window, the history and on paper.
"""

from collections.abc import Iterable

from rightdoor.pages.links import answered, area_link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ADDRESS = "compare/"
TITLE = "Compare services"
DESCRIPTION = (
    "Two to four services side by side: whom each takes, whom it does not take, how to refer and how long people wait."
)


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("compare",)


def page(view: View, key: str) -> Page:
    """The page, empty but for what it needs and where else to look."""
    home = view.settings.home_area
    area = home if home in view.directory.areas else None
    return Page(
        address=ADDRESS,
        kind="compare",
        title=f"{TITLE} side by side",
        description=DESCRIPTION,
        body=view.render("compare.html", ADDRESS, area=area_link(view, area) if area else None),
        area=area,
        scripts=("search", "compare"),
        styles=("compare",),
    )


def address_with(service_id: str, area: str | None) -> str:
    """The address of the page with one service on it, in the area where it was read of."""
    return answered(ADDRESS, area, "with", service_id)


PAGES = (Kind("compare", keys, page),)
