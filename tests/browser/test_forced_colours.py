"""In forced colours (Windows contrast themes) no ground and no colour of ours is left: edges, shapes and words tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from browser.conftest import Window, Windows
from browser.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

COMPONENTS = "about/components/"

# Those that are seen and have no edge: no side with a width, a style and another colour than the page. A field may have
# its edge from the frame that holds it with its button.
WITHOUT_EDGE = """all => {
    const ground = getComputedStyle(document.body).backgroundColor
    const edged = (each) => {
        const style = getComputedStyle(each)
        return ["Top", "Right", "Bottom", "Left"].some((side) =>
            parseFloat(style[`border${side}Width`]) > 0 && !["none", "hidden"].includes(style[`border${side}Style`])
            && ![ground, "rgba(0, 0, 0, 0)"].includes(style[`border${side}Color`]))
    }
    const framed = (each, levels) => edged(each) || levels > 0 && framed(each.parentElement, levels - 1)
    const levels = (each) => each.matches("input, select, textarea") ? 4 : 0
    return all.filter((each) => each.checkVisibility() && !framed(each, levels(each))).map((each) => each.outerHTML)
}"""

EDGED = {
    "": [".rd-panel", ".rd-ask__chip", ".rd-search__input", ".autocomplete__input", "select"],
    "services/northvale-talking-therapies/": [".rd-panel", ".rd-search__input", ".rd-search__area"],
    "services/northvale-complex-needs/": [".rd-note--stop"],
    "areas/northvale/needs/depression/": [".rd-card", ".rd-search__input"],
    "crisis/": [".rd-emergency", ".rd-urgent"],
    COMPONENTS: [
        ".rd-card", ".rd-match", ".rd-ask__chip", ".rd-chip", ".rd-button:not(.rd-button--quiet)", "select", "textarea",
        "input:not([type=checkbox], [type=radio])", ".rd-emergency", ".rd-help", ".rd-heat__key",
        ".rd-heat__cell:not(.rd-heat__cell--unasked)", ".rd-problem", ".rd-problems", ".rd-form__field--fault",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def forced(windows: Windows) -> Iterator[Window]:
    with windows(forced_colors="active") as window:
        yield window


def opened(window: Window, address: str) -> Page:
    page = window.go(address)
    if address == COMPONENTS:
        page.locator(".rd-components[data-drawn]").wait_for()
    return page


@pytest.mark.parametrize("address", EDGED)
def test_whatever_has_a_ground_of_its_own_has_an_edge_that_can_be_seen(forced: Window, address: str):
    page = opened(forced, address)
    for selector in EDGED[address]:
        assert page.locator(selector).evaluate_all(WITHOUT_EDGE) == [], selector
    if address == COMPONENTS:
        assert [each for each in EDGED[address] if not page.locator(f"{each}:visible").count()] == []


def test_an_outcome_is_its_word_and_its_shape(forced: Window):
    page = opened(forced, COMPONENTS)
    outcomes = page.locator(".rd-outcome")
    said = {word.strip() for word in outcomes.all_text_contents()}
    assert "" not in said
    assert len(said) >= 3
    assert outcomes.filter(has=page.locator(".rd-shape")).count() == outcomes.count()


@pytest.mark.parametrize("address", ["services/northvale-talking-therapies/", COMPONENTS])
def test_a_drawing_takes_the_colours_that_the_reader_has_chosen(forced: Window, address: str):
    """A browser changes the colours of words and edges by itself, but not those of a drawing."""
    page = opened(forced, address)
    (words,), (ground,) = worn(page, "body", "color"), worn(page, "body", "backgroundColor")
    assert worn(page, ".rd-shape", "stroke") == {words}
    if address == COMPONENTS:
        assert worn(page, ".rd-tile__square", "stroke") == worn(page, ".rd-tile text", "fill") == {words}
        assert worn(page, ".rd-tile__square", "fill") == {ground}
        assert worn(page, ".rd-heat__marks", "fill") == {words}


def worn(page: Page, selector: str, what: str) -> set[str]:
    """The colours that all such parts of drawings have."""
    return set(page.locator(selector).evaluate_all(f"all => all.map((each) => getComputedStyle(each).{what})"))


@pytest.mark.parametrize("kind", KINDS)
def test_where_the_keyboard_is_can_be_seen(forced: Window, kind: str):
    page = forced.go(KINDS[kind])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_card_without_an_edge_would_be_seen(windows: Windows):
    with windows(forced_colors="active") as window:
        page = window.go("areas/northvale/needs/depression/")
        page.evaluate("document.querySelector('.rd-card').style.border = '0'")
        assert len(page.locator(".rd-card").evaluate_all(WITHOUT_EDGE)) == 1
