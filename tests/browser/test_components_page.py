"""The page of all components in a browser: whatever scripts draw is there, each state is readable, and holds AA."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from axed import violations
from browser.conftest import Window, Windows
from browser.test_accessible import LAID_OUT, LOOKS

if TYPE_CHECKING:
    from playwright.sync_api import Page

ADDRESS = "about/components/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# A landmark or a main heading stands once on a page of the site, and here as often as it has states.
MANY_TIMES = [
    "landmark-unique", "landmark-no-duplicate-banner", "landmark-no-duplicate-contentinfo",
    "landmark-no-duplicate-main", "landmark-banner-is-top-level", "landmark-contentinfo-is-top-level",
    "landmark-complementary-is-top-level", "heading-order", "page-has-heading-one",
]  # fmt: skip


@pytest.fixture(scope="module", params=LOOKS)
def drawn(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Window]:
    with windows(**LOOKS[request.param]) as window:
        window.page.goto(window.site + ADDRESS)
        window.page.locator(".rd-components[data-drawn]").wait_for()
        yield window


def boxes(page: Page, condition: str) -> Any:
    """The names of the states that meet a condition on `box`."""
    return page.locator("[data-example]").evaluate_all(
        f"boxes => boxes.filter((box) => {condition}).map((box) => box.dataset.example)"
    )


def test_everything_that_a_script_draws_is_drawn(drawn: Window) -> None:
    page = drawn.page
    assert page.locator(".rd-component__wrong").all_inner_texts() == []
    wide = page.viewport_size and page.viewport_size["width"] > 320
    shown = "box.innerText.trim() || box.querySelector('svg, img, input')"
    assert boxes(page, f"!({shown}) && {'true' if wide else '!(`wide` in box.dataset)'}") == []
    assert [said for said in drawn.said if "favicon" not in said] == []


def test_a_wait_that_was_true_too_long_ago_is_a_hollow_bar_wherever_it_stands(drawn: Window) -> None:
    hollow = "(bar) => getComputedStyle(bar).fill === 'none'"
    told = {
        state: drawn.page.locator(f"#wait-{state} .rd-wait__time").first.evaluate(hollow)
        for state in ("old", "old-sources", "sources", "two-steps")
    }
    assert told == {"old": True, "old-sources": True, "sources": False, "two-steps": False}


def test_no_id_stands_on_the_page_twice(drawn: Window) -> None:
    ids = drawn.page.locator("[id]").evaluate_all("all => all.map(({ id }) => id)")
    assert sorted({each for each in ids if ids.count(each) > 1}) == []


def test_nothing_is_wider_than_the_window_or_its_box(drawn: Window) -> None:
    page = drawn.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert boxes(page, "box.scrollWidth > box.clientWidth") == []


def test_no_state_has_a_fault_that_a_program_can_find(drawn: Window) -> None:
    page = drawn.page
    page.evaluate(LAID_OUT)
    rules = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {each: {"enabled": False} for each in MANY_TIMES}}
    found = violations(page, **rules)
    assert [
        f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]
    ] == []


def test_without_scripts_what_a_script_draws_says_so(windows: Windows) -> None:
    with windows(java_script_enabled=False) as window:
        window.page.goto(window.site + ADDRESS)
        assert "drawn by a script" in window.page.locator("#chip-one").inner_text()
