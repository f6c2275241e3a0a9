"""Crisis help is constant: on every kind of page, on paper, on the smallest screen, and where no script runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import Window, Windows
from browser.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOW: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "without scripts": {"java_script_enabled": False},
    "on the smallest screen": {"viewport": {"width": 320, "height": 640}},
}


@pytest.fixture(scope="module", params=HOW)
def window(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Window]:
    with windows(**HOW[request.param]) as opened:
        yield opened


def strip_is_seen(page: Page) -> bool:
    """Whether the strip stands on the page with room of its own and the numbers everybody needs in it."""
    strip = page.locator("section.rd-crisis")
    box = strip.bounding_box() if strip.is_visible() else None
    words = strip.inner_text() if box else ""
    return bool(box and box["width"] > 200 and box["height"] > 20 and "999" in words and "116 123" in words)


@pytest.mark.parametrize("kind", KINDS)
def test_crisis_help_is_seen_on_the_page_and_on_paper(window: Window, kind: str):
    window.page.emulate_media(media="screen")
    page = window.go(KINDS[kind])
    assert strip_is_seen(page)
    page.emulate_media(media="print")
    assert strip_is_seen(page)


def test_crisis_help_is_seen_at_an_address_that_is_not_there(window: Window):
    window.page.emulate_media(media="screen")
    assert strip_is_seen(window.go("areas/nowhere/needs/nothing/at/all/"))


@pytest.mark.parametrize("typed", ["wants to kill himself", "TLNWL", "OD", "34F low mood, suicidal since Monday"])
@pytest.mark.parametrize("kind", ["an area", "an NHS service", "not found"])
def test_words_of_a_crisis_bring_help_before_everything_else(windows: Windows, kind: str, typed: str):
    with windows() as opened:
        page = opened.go(KINDS[kind])
        page.get_by_role("searchbox").fill(typed)
        first = page.locator(".rd-search__results > *").first
        assert first.get_attribute("class") == "rd-search__crisis"
        assert "999" in first.inner_text()
        assert "116 123" in first.inner_text()
        assert page.get_by_role("status").inner_text().startswith("Crisis help is shown first")


def test_results_that_lie_over_the_strip_have_crisis_help_at_their_top(windows: Windows):
    with windows() as opened:
        page = opened.go("services/northvale-cmht/")
        page.get_by_role("searchbox").fill("depression")
        words = page.locator(".rd-search__results > *").first.inner_text()
        assert "999" in words
        assert "116 123" in words


def test_the_crisis_help_of_the_chosen_area_is_given(windows: Windows):
    with windows() as opened:
        page = opened.go("services/northvale-cmht/")
        page.get_by_label("Area", exact=True).select_option("scotland")
        page.get_by_role("searchbox").fill("suicidal")
        words = page.locator(".rd-search__crisis").inner_text()
        assert "116 123" in words
        assert "Northvale" not in words


def test_crisis_help_in_results_can_be_called_and_999_not_by_mistake(windows: Windows):
    with windows() as opened:
        page = opened.go("services/northvale-cmht/")
        page.get_by_role("searchbox").fill("suicidal")
        page.locator(".rd-search__crisis").wait_for()
        hrefs = {each.get_attribute("href") for each in page.locator(".rd-search__crisis a").all()}
        assert {"tel:111", "tel:116123"} <= hrefs
        assert "tel:999" not in hrefs
        assert page.locator(".rd-search__crisis button").count() == 0
