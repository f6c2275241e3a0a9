"""Words of a crisis, in whatever field they are typed: help is seen and said first, nothing in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window
from browser.fields import need, options
from browser.resulting import ADULT, shown
from browser.test_canary import question, refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

HELP = ".rd-finder__crisis :is(.rd-help, .rd-search__crisis)"
SAID = "Crisis help is shown first"
FIELDS: dict[str, tuple[Callable[[Window], Page], str]] = {
    "the area": (lambda window: shown(window, ADULT), "#rd-ask-area"),
    "the need": (lambda window: shown(window, ADULT), "#rd-ask-need"),
    "the age": (lambda window: shown(window, ADULT), "#rd-ask-age"),
    "how long ago": (question(ADULT, "tried to end their life"), "#rd-ask-span"),
    "the area of a refusal": (refused, "#rd-refused-area"),
    "the service that refused": (refused, "#rd-refused-service"),
    "the age of somebody refused": (refused, "#rd-refused-age"),
}


def listen(page: Page) -> None:
    """Writes down what a screen reader is told from now on, in its order."""
    page.evaluate(
        """() => {
        const $said = document.querySelector(".rd-finder__said");
        window.spoken = [];
        const heard = new MutationObserver(() => window.spoken.push($said.textContent));
        heard.observe($said, {childList: true, characterData: true, subtree: true});
        }"""
    )


@pytest.mark.parametrize("name", FIELDS)
def test_words_of_a_crisis_in_a_field_bring_help_above_everything_at_once_and_it_is_said(window: Window, name: str):
    opener, field = FIELDS[name]
    page = opener(window)
    page.locator(field).fill("suicidal")
    card = page.locator(HELP)
    expect(card).to_be_visible()
    assert "999" in card.inner_text()
    assert "116 123" in card.inner_text()
    assert card.locator(".rd-emergency a, button, a:not([href^='tel:'], [href^='sms:'])").count() == 0
    tops = page.evaluate(
        """(help) => ["h2", ".rd-ask", ".rd-match", help].map((each) =>
            document.querySelector(`[data-base] ${each}`)?.getBoundingClientRect().top ?? Infinity)""",
        HELP,
    )
    assert min(tops) == tops[-1]
    expect(page.locator(".rd-finder__said")).to_contain_text(SAID)
    expect(page.locator(field)).to_be_focused()


def test_counts_that_come_later_do_not_speak_over_crisis_help(window: Window):
    page = shown(window, ADULT)
    listen(page)
    page.evaluate("location.hash += '&severity=mild'")
    need(page).fill("suicidal")
    expect(page.locator(HELP)).to_be_visible()
    page.wait_for_timeout(1200)  # longer than results wait before they say their counts
    assert SAID in page.locator(".rd-finder__said").text_content()  # type: ignore[operator]
    after = page.evaluate("window.spoken")
    at = next(index for index, words in enumerate(after) if SAID in words)
    assert [words for words in after[at:] if SAID not in words] == []


def test_an_answer_that_speaks_of_a_crisis_is_said_with_the_counts(window: Window):
    page = shown(window, ADULT)
    listen(page)
    page.evaluate("location.hash += '&yes=suicide-plan'")
    expect(page.locator(HELP)).to_be_visible()
    page.wait_for_timeout(1200)
    assert page.evaluate("window.spoken.at(-1)").startswith(SAID)


def test_a_crisis_that_is_typed_and_taken_back_leaves_the_page_as_it_was(window: Window):
    page = shown(window, ADULT)
    need(page).fill("suicidal")
    expect(page.locator(HELP)).to_be_visible()
    need(page).fill("")
    expect(page.locator(HELP)).to_have_count(0)
    expect(options(page)).to_have_count(0)
