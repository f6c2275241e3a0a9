"""What the finder loads after its first answer: nothing waits for it, and crisis help needs none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window
from browser.fields import need, options

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

SEARCH = "**/searching.js*"
ANSWERED = "#area=northvale&need=depression&age=34y"


def opened(window: Window, address: str = "") -> Page:
    """The finder as soon as its first answer stands, whether or not the search is there."""
    window.page.goto(window.site + address, wait_until="domcontentloaded")
    there = ".rd-match" if address else ".rd-finder:not([data-waiting])"
    window.page.locator(there).first.wait_for()
    return window.page


def held(page: Page) -> list[Route]:
    """Keeps the search back; what is asked for waits in the list."""
    asked: list[Route] = []
    page.route(SEARCH, lambda route: asked.append(route))
    return asked


def wanted(page: Page) -> None:
    """Waits until the search is asked for."""
    page.locator("script[src*='searching.js']").wait_for(state="attached")


def lost(page: Page) -> None:
    page.route(SEARCH, lambda route: route.abort())


def test_results_stand_before_the_search_is_there(window: Window):
    asked = held(window.page)
    page = opened(window, ANSWERED)
    assert page.locator(".rd-match").count() > 1
    assert page.locator(".rd-finder").get_attribute("data-ready") is None
    wanted(page)
    assert len(asked) == 1


def test_what_was_typed_before_the_search_came_is_suggested_when_it_comes(window: Window):
    asked = held(window.page)
    page = opened(window)
    need(page).press_sequentially("low mo")
    expect(page.get_by_text("One moment: reading the directory.")).to_be_visible()
    wanted(page)
    asked[0].continue_()
    expect(options(page).first).to_contain_text("Depression or low mood")
    assert len(asked) == 1


@pytest.mark.parametrize("keep", [held, lost])
@pytest.mark.parametrize("words", ["suicidal", "wants to end her life"])
def test_crisis_words_show_crisis_help_without_the_search(window: Window, words: str, keep: object):
    keep(window.page)  # type: ignore[operator]
    page = opened(window)
    need(page).press_sequentially(words)
    expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()
    need(page).fill("low mood")
    expect(page.locator(".rd-finder__crisis .rd-help")).to_have_count(0)


def test_where_the_search_cannot_be_had_results_stand_and_the_field_says_what_to_do(window: Window):
    lost(window.page)
    page = opened(window, ANSWERED)
    before = page.locator(".rd-match").count()
    need(page).press_sequentially("grief")
    expect(page.get_by_text("Words cannot be looked up just now.").first).to_be_visible()
    assert page.locator(".rd-match").count() == before


def test_a_search_that_could_not_be_had_is_asked_for_again_at_the_next_key(window: Window):
    lost(window.page)
    page = opened(window)
    need(page).press_sequentially("gri")
    expect(page.get_by_text("Words cannot be looked up just now.").first).to_be_visible()
    page.unroute(SEARCH)
    need(page).press_sequentially("ef")
    expect(options(page).first).to_contain_text("Bereavement")
