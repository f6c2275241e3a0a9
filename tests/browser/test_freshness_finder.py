"""The finder, refusals, comparisons, sheets and packs opened long after they were made: nothing real looks current."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

import build_browser
from browser.conftest import TODAY, Window, Windows, served
from browser.test_freshness_pages import noon, town
from needs import require_node
from rightdoor.pages import pack, publish

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ANSWERS = "area=oldvale&need=depression"
FRESH = "talking"
"""A service that was confirmed by phone three weeks before the build."""


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up place without a day of its own, which grows old as real ones do."""
    require_node()
    build_browser.build(root)
    return town(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def place(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of its site."""
    out = tmp_path_factory.mktemp("site") / "site"
    report = publish.build(made, out, TODAY)
    assert report.published, report.problems
    with served(out) as (address, _):
        yield address


@pytest.fixture(scope="module")
def packed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of its pack, a file on a disk."""
    report = pack.write(made, "oldvale", tmp_path_factory.mktemp("drive"), TODAY)
    assert report.file, report.message
    return report.file.as_uri()


def finder(window: Window) -> Page:
    window.page.goto(f"{window.site}#{ANSWERS}")
    window.page.locator(".rd-match").first.wait_for()
    return window.page


def refused(window: Window) -> Page:
    window.page.goto(f"{window.site}refused/#{ANSWERS}&refused={FRESH}&why=no-reason")
    window.page.locator(".rd-refused__answer .rd-match").first.wait_for()
    return window.page


def compared(window: Window) -> Page:
    window.page.goto(f"{window.site}compare/#{ANSWERS}&with=talking,copied,never,helping-line")
    window.page.locator("[data-rd-compare][data-ready]").wait_for()
    return window.page


def sheet(kind: str) -> Callable[[Window], Page]:
    def opener(window: Window) -> Page:
        window.page.goto(f"{window.site}services/{FRESH}/{kind}/")
        window.page.locator("html.js").wait_for()
        return window.page

    return opener


VIEWS: dict[str, Callable[[Window], Page]] = {
    "finder": finder,
    "refused": refused,
    "compare": compared,
    "refer sheet": sheet("refer"),
    "patient sheet": sheet("patient"),
}


@pytest.fixture(scope="module")
def words(windows: Windows, place: str) -> dict[tuple[str, int], str]:
    """What is to be read of each view, some days after the build."""
    found = {}
    for days in (0, 1, 30, 31, 400):
        with windows(at=noon(days), site=place) as window:
            for name, view in VIEWS.items():
                found[name, days] = view(window).locator("body").evaluate("body => body.innerText")
            assert window.said == []
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_from_the_thirty_first_day_that_the_site_is_old(words: dict[tuple[str, int], str], view: str):
    old = {days: "may be out of date" in words[view, days] for days in (0, 1, 30, 31, 400)}
    assert old == {0: False, 1: False, 30: False, 31: True, 400: True}


CARDS = """(cards) => Object.fromEntries(cards.map((card) => [card.dataset.id, {
    doubtful: card.querySelector(".rd-match__trust--doubtful") !== null, words: card.textContent}]))"""


@pytest.mark.parametrize("view", ["finder", "refused"])
def test_after_four_hundred_days_every_card_says_that_it_cannot_be_relied_on(windows: Windows, place: str, view: str):
    found = {}
    for days in (0, 400):
        with windows(at=noon(days), site=place) as window:
            page = VIEWS[view](window)
            found[days] = page.locator(".rd-match").evaluate_all(CARDS)
    assert found[0].keys() == found[400].keys()
    assert [each for each, card in found[400].items() if not card["doubtful"]] == []
    if view == "finder":
        assert not found[0][FRESH]["doubtful"]
        assert found[0][FRESH]["words"] != found[400][FRESH]["words"]


def checks(window: Window) -> list[list[str]]:
    """What a comparison says of each part of each service: when it was checked, and how far to believe it."""
    rows = compared(window).locator("[data-group=checked] tr:not(.rd-compare__group)").all()
    return [[str(cell.text_content()) for cell in row.locator("td").all()] for row in rows]


def test_after_four_hundred_days_a_comparison_doubts_every_part_of_every_service(windows: Windows, place: str):
    with windows(at=noon(0), site=place) as new, windows(at=noon(400), site=place) as old:
        before, after = checks(new), checks(old)
    doubted = ("Not confirmed lately", "Never checked", "Copied from another", "Overdue", "Details not confirmed")
    assert [cell for row in after for cell in row if not any(word in cell for word in doubted)] == []
    assert not any(word in before[0][0] for word in doubted)


@pytest.mark.parametrize("view", ["refer sheet", "patient sheet"])
def test_after_four_hundred_days_a_sheet_says_so_beside_the_facts_and_on_paper(windows: Windows, place: str, view: str):
    with windows(at=noon(400), site=place) as window:
        page = VIEWS[view](window)
        page.emulate_media(media="print")
        assert page.locator(".rd-old").is_visible()
        standing = page.locator("main [data-standing]").evaluate_all("all => all.map((each) => each.dataset.standing)")
        assert standing
        assert {"current", "due"} & set(standing) == set()


def test_after_four_hundred_days_a_pack_doubts_every_card_and_every_entry(windows: Windows, packed: str):
    with windows(at=noon(400)) as window:
        page = window.page
        page.goto(f"{packed}#{ANSWERS}")
        page.locator(".rd-pack__bar > summary").click()
        page.locator(".rd-match").first.wait_for()
        cards = page.locator(".rd-match").evaluate_all(CARDS)
        standing = page.locator(".rd-entry [data-standing]").evaluate_all(
            "all => all.filter((each) => !each.hidden).map((each) => each.dataset.standing)"
        )
        assert FRESH in cards
        assert [each for each, card in cards.items() if not card["doubtful"]] == []
        assert standing
        assert {"current", "due"} & set(standing) == set()
        assert [each for each in window.requests if not each.startswith("file:")] == []
