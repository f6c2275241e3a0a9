"""Questions about some people on the coverage page of an area: what is chosen stands in the address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ADDRESS = "coverage/northvale/"
SHEETS = 4
FOUND = "[data-rd-found]"


def asked(window: Window, **choices: str) -> Page:
    page = window.go(ADDRESS)
    for name, label in choices.items():
        page.locator(f"select[name={name}]").select_option(label=label)
    return page


def cells(page: Page, row: str, table: str = FOUND) -> list[tuple[str, str]]:
    """The ages and the words of each cell of the row of a need."""
    head = page.locator(f"{table} tbody tr", has=page.get_by_role("rowheader", name=row)).first
    return [
        (each.get_attribute("data-label") or "", " ".join(each.inner_text().split()))
        for each in head.locator("td").all()
    ]


def said(page: Page) -> str:
    return page.locator("[data-rd-said]").inner_text()


def test_a_state_is_asked_about_severity_by_severity(window: Window):
    page = asked(window, state="None exists")
    assert page.url.endswith("#state=none")
    assert ("16 and 17", "None exists") in cells(page, "Eating disorder Severe")
    assert said(page) == "2 needs, 6 groups of people."
    assert page.locator("[data-rd-all]").is_hidden()


def test_one_need_is_shown_at_each_of_its_severities(window: Window):
    page = asked(window, need="Hoarding")
    assert page.locator(f"{FOUND} tbody tr").count() == 5
    assert cells(page, "Hoarding Moderate")[-1] == ("16 and over", "None exists")


def test_one_age_is_one_column(window: Window):
    page = asked(window, age="16 and 17", severity="Severe")
    assert page.locator(f"{FOUND} thead th").all_inner_texts() == ["Need", "16 and 17"]
    assert cells(page, "Eating disorder") == [("16 and 17", "None exists")]


def test_a_situation_takes_cover_away_and_never_gives_it(window: Window):
    page = window.go(ADDRESS)
    before = dict(cells(page, "Anxiety or worry", "[data-rd-all]"))
    page.locator("select[name=situation]").select_option(value="recent-attempt")
    after = cells(page, "Anxiety or worry")
    assert before["65 and over"] == "5 of 5"
    assert after[-1][1] != "5 of 5"


def test_what_was_asked_can_be_shared_and_back_leads_to_what_was_asked_before(window: Window):
    page = asked(window, state="None exists", age="16 and 17")
    shared = page.url
    page.go_back()
    assert page.url.endswith("#state=none")
    assert page.locator("select[name=age]").input_value() == ""
    page.go_back()
    assert page.locator(FOUND).is_hidden()
    page.goto("about:blank")
    page.goto(shared)
    window.ready()
    assert page.locator("select[name=age]").input_value() == "16-17"
    assert page.locator(f"{FOUND} td").count() >= 1


@pytest.mark.parametrize("hash", ["need=nothing&age=%3Cb%3E", "state=none%27%3E", "=&&&==", "severity=severe" * 2000])
def test_what_nobody_knows_in_an_address_asks_nothing(window: Window, hash: str):
    page = window.go(f"{ADDRESS}#{hash}")
    assert page.locator(FOUND).is_hidden()
    assert page.locator("[data-rd-all]").is_visible()
    assert window.said == []


def test_all_is_shown_again_with_one_button(window: Window):
    page = asked(window, state="None exists")
    page.get_by_role("button", name="Show all again").click()
    assert page.locator("[data-rd-all]").is_visible()
    assert "#" not in page.url
    assert page.locator("select[name=need]").evaluate("each => each === document.activeElement")


def test_a_need_of_the_answer_leads_to_the_part_that_names_its_services(window: Window):
    page = asked(window, state="None exists")
    page.locator(FOUND).get_by_role("link", name="Eating disorder").first.click()
    assert page.locator("#need-eating-disorder").get_attribute("open") is not None
    assert page.locator("#need-eating-disorder dd a").first.is_visible()


def test_an_answer_drawn_here_looks_as_the_page_draws_it(window: Window):
    page = asked(window, severity="Severe")
    same = """(tables) => tables.map((table) => [...document.querySelectorAll(`${table} tbody tr`)].map((row) =>
        [...row.cells].map((cell) => [cell.className, cell.colSpan, cell.dataset.label, cell.textContent.trim()])))"""
    page.evaluate("document.querySelectorAll('[data-rd-all] details').forEach((each) => (each.open = true))")
    page.evaluate("document.querySelector('[data-rd-all]').hidden = false")
    table = "details:has(#heat-severe-caption) table"
    drawn, written = page.evaluate(same, [f"{FOUND} table", table])
    by_head = {row[0][3]: row[1:] for row in drawn}
    assert written
    for row in written:
        asked_about = [cell for cell in row[1:] if cell[3] != "Not asked"]
        if asked_about:
            assert by_head[row[0][3]] == row[1:], row[0][3]


def test_without_scripts_nothing_is_asked_and_everything_is_there(windows: Windows):
    with windows(java_script_enabled=False) as window:
        page = window.go(ADDRESS)
        assert page.locator("[data-rd-coverage]").is_hidden()
        assert page.locator("#heat-overview-caption").is_visible()
        assert page.locator("#gaps ~ .rd-gaps > li").count() == 5


@pytest.fixture
def small(windows: Windows) -> Iterator[Window]:
    with windows(viewport={"width": 320, "height": 640}) as window:
        yield window


def test_on_a_phone_no_table_has_to_be_moved_sideways_and_each_cell_names_its_ages(small: Window):
    page = small.go(ADDRESS)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box: Locator = page.locator(".rd-heat__box").first
    assert box.evaluate("each => each.scrollWidth <= each.clientWidth + 1")
    cell = page.locator("[data-rd-all] .rd-heat__cell--covered").first
    assert cell.evaluate("each => getComputedStyle(each, '::before').content").strip('"') == cell.get_attribute(
        "data-label"
    )


def test_a_board_is_handed_a_few_sheets_that_begin_with_the_gaps(window: Window, tmp_path: Path):
    page = window.go(ADDRESS)
    paper = page.pdf(path=tmp_path / "paper.pdf", format="A4", prefer_css_page_size=True)
    assert 3 <= paper.count(b"/Type /Page\n") <= SHEETS
    page.emulate_media(media="print")
    assert page.locator("#gaps ~ .rd-gaps > li").first.is_visible()
    assert page.locator("#heat-overview-caption").is_visible()
    assert page.locator("#fragile").is_visible()
    assert page.locator(".rd-narrow").is_hidden()
