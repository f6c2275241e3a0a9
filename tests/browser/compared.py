"""Pages with services side by side, and the parts of them that tests look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import Window

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

THERAPIES = "northvale-talking-therapies"
TEAM = "northvale-cmht"
LANTERN = "northvale-lantern-counselling"
ANSWERS = "area=northvale&need=depression&age=34y&severity=severe"


def compare(window: Window, *ids: str, told: str = "area=northvale") -> Page:
    """The comparison of some services, drawn."""
    page = window.page
    page.goto(f"{window.site}compare/#{told}&with={','.join(ids)}")
    page.locator("[data-rd-compare][data-ready]").wait_for()
    return page


def results(window: Window) -> Page:
    """The home page with results."""
    page = window.page
    page.goto(f"{window.site}#area=northvale&need=depression&age=34y")
    page.locator(".rd-match .rd-shortlist").first.wait_for()
    return page


def row(page: Page, label: str) -> Locator:
    """The row of a label."""
    heading = page.get_by_role("rowheader", name=label, exact=True)
    return page.locator(".rd-compare__table tr").filter(has=heading)


def press(page: Page, found: Locator) -> None:
    """Presses a control by keyboard alone."""
    found.focus()
    expect(found).to_be_focused()
    page.keyboard.press("Enter")


def heads(page: Page) -> list[str]:
    """The names above the columns."""
    return page.locator(".rd-compare__heads th a").all_inner_texts()
