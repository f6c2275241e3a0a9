"""Entries come from strangers: in a browser, what they wrote stays words, on the page and among the results."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from browser.conftest import Window, Windows, served
from pages.test_hostile_entries import built, town

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAYLOADS = [
    "<script>window.x=1</script>",
    '"><img src=x onerror="window.x=1">',
    "</script><script>window.x=1</script>",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "javascript:window.x=1",
    "</title></head><body onload=window.x=1><svg onload=window.x=1>",
    "<a href='javascript:window.x=1'>press</a> [press](javascript:window.x=1)",
]
ADDRESSES = [
    "",
    "services/first-line/",
    "services/old-line/",
    "areas/northvale/",
    "a-z/",
    "services/first-line/refer/",
    "services/first-line/patient/",
    "refused/northvale/",
    "crisis/",
    "services/",
    "due/",
]

# The mouse comes to each link in turn; to move a real one to thousands takes most of a minute.
POINTED_AT = """all => { for (const each of all) for (const kind of ["over", "enter", "move"])
    for (const [Kind, what] of [[PointerEvent, "pointer"], [MouseEvent, "mouse"]])
        each.dispatchEvent(new Kind(what + kind, { bubbles: kind !== "enter", composed: true, view: window })) }"""


@pytest.fixture(scope="module", params=PAYLOADS)
def hostile(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The address of a site whose records hold a payload in every text; `folder` sees to the browser code."""
    site = built(tmp_path_factory.mktemp("hostile"), town(request.param, link="javascript:window.x=1"))
    with served(site) as (address, _):
        yield address, request.param


def nothing_ran(window: Window) -> None:
    assert window.page.evaluate("window.x") is None
    assert window.page.locator("main img, main script, main svg[onload], a[href^='javascript:' i]").count() == 0
    assert {urlsplit(each).netloc for each in window.requests} == {urlsplit(window.site).netloc}
    assert [said for said in window.said if said.startswith("policy:")] == []


def test_nothing_of_a_hostile_entry_runs_on_any_page(windows: Windows, hostile: tuple[str, str]):
    address, payload = hostile
    with windows(site=address) as window:
        for each in ADDRESSES:
            page = window.go(each)
            nothing_ran(window)
            links = page.locator("main a:visible")
            links.first.hover(force=True, no_wait_after=True)
            links.evaluate_all(POINTED_AT)
            nothing_ran(window)
        assert payload.split()[0] in window.go("services/first-line/").locator("h1").inner_text()


def test_a_hostile_entry_is_found_and_shown_as_words(windows: Windows, hostile: tuple[str, str]):
    address, payload = hostile
    with windows(site=address) as window:
        page = window.go("areas/")
        page.get_by_label("Area", exact=True).select_option("northvale")
        page.get_by_role("searchbox").fill("first line")
        item = page.locator(".rd-search__item--service").first
        assert payload in item.locator(".rd-search__name").inner_text()
        page.get_by_role("searchbox").fill("suicide")
        page.locator(".rd-search__crisis").wait_for()
        nothing_ran(window)


def test_a_hostile_entry_stays_words_in_suggestions_results_comparisons_and_refusals(
    windows: Windows, hostile: tuple[str, str]
):
    address, payload = hostile
    with windows(site=address) as window:
        page = window.go("#area=northvale&need=depression")
        page.locator(".rd-match").first.wait_for()
        page.get_by_role("combobox", name="Need").fill("first line")
        assert payload in page.locator("[role=option]:visible").first.inner_text()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        card = page.locator(".rd-match[data-id=first-line]")
        assert payload in str(card.text_content())
        card.locator(".rd-shortlist").press("Enter")
        assert payload in str(page.locator(".rd-tray").text_content())
        nothing_ran(window)
        page.goto(f"{address}compare/#area=northvale&with=first-line,second-line")
        page.locator("[data-rd-compare][data-ready]").wait_for()
        assert payload in page.locator(".rd-compare__heads").inner_text()
        nothing_ran(window)
        page.goto(f"{address}refused/#area=northvale&need=depression&refused=first-line&why=no-reason")
        page.locator("[data-rd-refused][data-ready]").wait_for()
        assert page.get_by_label("Which service refused?").input_value().endswith(payload)
        nothing_ran(window)


def test_a_link_that_runs_something_where_the_mouse_comes_to_it_would_be_seen(page: Page):
    for moment in ("onmouseover", "onmouseenter", "onmousemove", "onpointerover"):
        page.set_content(f"<main><a href='#'>one</a><a href='#' {moment}='window.x = 1'>two</a></main>")
        assert page.evaluate("window.x") is None
        page.locator("main a:visible").evaluate_all(POINTED_AT)
        assert page.evaluate("window.x") == 1
        page.goto("about:blank")
