"""Every kind of page holds WCAG 2.2 AA as far as a program can tell, in every light, and fits the smallest screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from axed import violations
from browser.conftest import Window, Windows
from browser.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

SMALL = {"viewport": {"width": 320, "height": 640}}
LOOKS: dict[str, dict[str, Any]] = {"light": {}, "dark": {"color_scheme": "dark"}, "320 pixels": SMALL}
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# Dark differs from light in its colours only.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

# What a reader of the search box comes to see: results, crisis help, meanings to choose from, nothing, mended spelling.
SEARCHES = ["depression", "suicidal", "BPD", "zzzzqqqq", "conselling"]


# Cards off the screen are not laid out, and what is in them seems to lie over whatever stands below.
LAID_OUT = """document.querySelectorAll(".rd-match").forEach(($card) => ($card.style.contentVisibility = "visible"))"""


def faults(page: Page) -> list[str]:
    """What axe finds wrong, in words."""
    page.evaluate(LAID_OUT)
    rules = COLOURS if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else RULES
    found = violations(page, runOnly=rules)
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


@pytest.fixture(scope="module", params=LOOKS)
def look(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Window]:
    with windows(**LOOKS[request.param]) as window:
        yield window


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_fault_that_a_program_can_find(look: Window, kind: str):
    assert faults(look.go(KINDS[kind])) == []


@pytest.mark.parametrize("typed", SEARCHES)
@pytest.mark.parametrize("kind", ["an area", "an NHS service"])
def test_results_have_no_fault_that_a_program_can_find(look: Window, kind: str, typed: str):
    page = look.go(KINDS[kind])
    page.get_by_role("searchbox").first.fill(typed)
    page.locator(".rd-search__status:not(:empty)").wait_for()
    assert faults(page) == []
    assert fits(page)


@pytest.fixture(scope="module")
def small(windows: Windows) -> Iterator[Window]:
    with windows(**SMALL) as window:
        yield window


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_320_pixels_without_scrolling_sideways(small: Window, kind: str):
    assert fits(small.go(KINDS[kind]))


def test_axe_would_hear_of_a_fault(window: Window):
    page = window.go("")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert any(fault.startswith("label:") for fault in faults(page))


def test_axe_would_hear_of_a_faint_colour_in_the_dark(windows: Windows):
    with windows(**LOOKS["dark"]) as window:
        page = window.go("")
        page.evaluate("document.querySelector('h1').style.color = '#333'")
        assert any(fault.startswith("color-contrast:") for fault in faults(page))


def test_an_overflow_would_be_seen(windows: Windows):
    with windows(**SMALL) as window:
        page = window.go("")
        page.evaluate("document.querySelector('h1').style.width = '400px'")
        assert not fits(page)
