"""Nothing jumps while the finder's data and its typeface are on their way, and no spinner fills the time."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, Route

from browser.conftest import Window, Windows
from browser.resulting import ADULT, READY

LEAST_SEEN = 0.02
SLOW = 0.25
"""Seconds that each file takes, long enough for a frame to be drawn before it."""

WRITE_DOWN = """window.moved = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const who = sources.map(({ node, previousRect: { y: from }, currentRect: { y: to } }) =>
      `${node?.className || node?.nodeName} ${Math.round(from)} to ${Math.round(to)}`);
    moved.push({ value, who });
  }
}).observe({ type: "layout-shift", buffered: true });"""

SCREENS = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})


def slowly(route: Route) -> None:
    time.sleep(SLOW)
    route.continue_()


def came(window: Window, address: str) -> Page:
    """A page whose data and typeface come late, once all of it is there and drawn."""
    page = window.page
    page.add_init_script(WRITE_DOWN)
    page.route("**/data/search/**", slowly)
    page.route("**/*.woff2", slowly)
    page.goto(window.site + address)
    page.locator(READY if "need=" in address else "[data-rd-finder][data-ready]").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 200)))")
    assert page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')")
    return page


@pytest.mark.parametrize("address", ["", f"#{ADULT}", f"#{ADULT}&severity=severe", "#area=northvale&need=bereavement"])
@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "phone"])
def test_nothing_jumps_from_the_first_paint_to_the_results_when_data_and_typeface_come_late(
    windows: Windows, screen: dict[str, int], address: str
):
    with windows(viewport=screen) as window:
        moved = came(window, address).evaluate("moved")
    assert sum(each["value"] for each in moved) < LEAST_SEEN, moved


@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "phone"])
def test_the_focus_stays_where_somebody_types_while_the_data_comes(windows: Windows, screen: dict[str, int]):
    with windows(viewport=screen) as window:
        window.page.route("**/data/search/**", slowly)
        window.page.goto(window.site)
        need = window.page.locator("input#rd-ask-need")
        need.focus()
        need.press_sequentially("low")
        window.page.locator("[data-rd-finder][data-ready]").wait_for(state="attached")
        window.page.locator("#rd-ask-need__option--0").wait_for()
        assert need.evaluate("($need) => $need === document.activeElement")
        assert need.input_value() == "low"
        assert window.page.locator("[class*=spinner], [aria-busy=true], progress").count() == 0
