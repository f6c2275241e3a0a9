"""The fields of the finder, and what a GP does with them by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import Window

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def need(page: Page) -> Locator:
    """The field for the need."""
    return page.get_by_role("combobox", name="Need")


def area(page: Page) -> Locator:
    """The field for the area."""
    return page.get_by_role("combobox", name="Area")


def age(page: Page) -> Locator:
    """The field for the age."""
    return page.get_by_role("textbox", name=re.compile("^Age"))


def options(page: Page) -> Locator:
    """What is suggested now."""
    return page.locator("[role=option]:visible")


def chips(page: Page) -> list[str]:
    """The answers, each in a few words."""
    return [words.partition("✕")[0].strip() for words in page.locator(".rd-ask__chip").all_inner_texts()]


def question(page: Page) -> Locator:
    """The words of the question that is asked."""
    return page.locator(".rd-ask__text")


def fragment(page: Page) -> str:
    """What stands in the address after the "#"."""
    return page.url.partition("#")[2]


def in_focus(page: Page) -> str:
    """The id or the words of what has the focus."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.innerText || 'nothing'"))


def typed(page: Page, words: str) -> None:
    """Types into the need box and waits until something is suggested."""
    need(page).press_sequentially(words)
    options(page).first.wait_for()


def chosen(window: Window, words: str, years: str = "") -> Page:
    """The finder with a need, and perhaps an age, answered by keyboard alone."""
    page = window.go("")
    page.keyboard.press("/")
    page.keyboard.type(words)
    options(page).first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".rd-results")).to_be_visible()
    expect(age(page)).to_be_focused()
    if years:
        page.keyboard.type(years)
        page.keyboard.press("Enter")
    return page
