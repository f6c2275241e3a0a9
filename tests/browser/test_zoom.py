"""Whoever makes a page four times as large still reads it without scrolling sideways (WCAG 2.2, 1.4.4 and 1.4.10)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.conftest import Window, Windows
from browser.kinds import KINDS
from browser.resulting import SEVERE, shown
from browser.test_accessible import fits

# A browser's zoom of a window of 1280 by 1024 pixels is, to a page, a smaller window with more dots to the pixel.
ZOOMS = {
    "200 %": {"viewport": {"width": 640, "height": 512}, "device_scale_factor": 2},
    "400 %": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}
PAGES = KINDS | {"every component": "about/components/"}

WORDS = "main :is(h1, h2, h3, p, li, dd, dt, td, th, a, button, input, select)"

# What a reader would miss: words that end beyond the window, unless they stand in a box that scrolls by itself.
CUT = """all => all.filter((each) => {
    const inside = each.closest(".rd-heat__box, .rd-tiles__box, .rd-tray__list, pre")
    const box = each.getBoundingClientRect()
    return !inside && each.checkVisibility() && box.width > 1 && box.height > 1 && box.right > innerWidth + 1
}).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=ZOOMS)
def zoomed(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Window]:
    with windows(**ZOOMS[request.param]) as window:
        yield window


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_made_larger_does_not_scroll_sideways_and_loses_no_word(zoomed: Window, kind: str):
    page = zoomed.go(PAGES[kind])
    assert fits(page)
    assert page.locator(WORDS).evaluate_all(CUT) == []


def test_results_on_a_phone_with_letters_twice_as_large_keep_every_word_within_the_screen(windows: Windows):
    with windows(viewport={"width": 195, "height": 422}, device_scale_factor=4) as window:
        page = shown(window, SEVERE)
        page.locator(".rd-match__open").first.click()
        assert fits(page)
        assert page.locator(f"{WORDS}, .rd-phone, .rd-match, .rd-results__list").evaluate_all(CUT) == []
        filters, title, need, area, forget = (
            page.locator(each).first.bounding_box()
            for each in (".rd-filters", ".rd-group__title", "#rd-ask-need", ".rd-ask-area > label", ".rd-ask__forget")
        )
        assert filters and title and need and area and forget
        assert filters["y"] + filters["height"] <= title["y"]
        assert need["width"] > 150
        assert area["y"] + area["height"] <= forget["y"]


def test_made_four_times_as_large_the_page_itself_has_room_and_nothing_covers_it(windows: Windows):
    """What stays on the screen while a page moves would leave no room to read (WCAG 2.2, 2.4.11)."""
    with windows(**ZOOMS["400 %"]) as window:
        page = window.go("services/northvale-talking-therapies/")
        page.locator("#checked").scroll_into_view_if_needed()
        stuck = """all => all.filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position)
            && each.checkVisibility()).map((each) => each.className)"""
        assert page.locator("body *").evaluate_all(stuck) == []


def test_a_wide_table_moves_within_its_own_box_and_its_first_column_stays_in_sight(windows: Windows):
    with windows(viewport={"width": 320, "height": 640}) as window:
        page = window.go("about/components/")
        box = page.locator("#heat-table-wide .rd-heat__box")
        assert box.evaluate("box => box.scrollWidth > box.clientWidth")
        box.focus()
        for _ in range(40):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(20)
        assert box.evaluate("box => box.scrollLeft") > 100
        head = box.locator("tbody th").first.bounding_box()
        assert head is not None
        assert 0 <= head["x"] < 60
        name = box.evaluate("box => document.getElementById(box.getAttribute('aria-labelledby')).textContent")
        assert name == "Need and age in Examplevale"
