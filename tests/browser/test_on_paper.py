"""A print of a page begins with crisis help, holds all that was folded away, and nothing that can only be clicked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.conftest import Window, Windows
from browser.kinds import KINDS

CLICKED = ", ".join(
    f"{each}:visible"
    for each in (
        "button", "input", "select", "textarea", "[role=button]", "[role=combobox]", "nav", "form",
        ".rd-skip", ".rd-search", ".rd-tray", ".rd-edit", ".rd-crumbs", ".rd-contents",
    )
)  # fmt: skip

# What is folded away and stays so on paper: a fold whose summary is seen and some of whose words have no room.
FOLDED = """all => all.filter((each) => each.checkVisibility() && [...each.children].some((inside) =>
    inside.tagName !== "SUMMARY" && inside.innerText.trim() && !inside.getBoundingClientRect().height
    && getComputedStyle(inside).display !== "none")).map((each) => each.querySelector("summary").innerText)"""


@pytest.fixture(scope="module")
def paper(windows: Windows) -> Iterator[Window]:
    with windows(viewport={"width": 700, "height": 990}, color_scheme="dark") as window:
        window.page.emulate_media(media="print")
        yield window


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_begins_with_crisis_help(paper: Window, kind: str):
    page = paper.go(KINDS[kind])
    numbers = page.locator(".rd-crisis .rd-phone:visible")
    assert numbers.count() >= 2
    first, last = numbers.first.bounding_box(), numbers.last.bounding_box()
    assert first is not None
    assert last is not None
    assert first["y"] < 90, "above all but the name of the site"
    told = page.locator("main :is(h1, h2, p, li):visible").first.bounding_box()
    assert told is None or told["y"] > last["y"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_has_nothing_that_can_only_be_clicked_and_nothing_folded_away(paper: Window, kind: str):
    page = paper.go(KINDS[kind])
    assert page.locator(CLICKED).evaluate_all("all => all.map((each) => each.outerHTML.slice(0, 100))") == []
    assert page.locator("details").evaluate_all(FOLDED) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_from_a_dark_window_is_black_on_white(paper: Window, kind: str):
    page = paper.go(KINDS[kind])
    style = page.evaluate("(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert style == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_heat_table_on_paper_is_whole_and_tells_its_cells_apart_without_colour(paper: Window):
    page = paper.page
    page.goto(paper.site + "about/components/")
    page.locator(".rd-components[data-drawn]").wait_for()
    table = page.locator("#heat-table-every-state .rd-heat__table")
    cells = table.locator("td")
    assert len(set(cells.evaluate_all("all => all.map((each) => getComputedStyle(each).backgroundColor)"))) <= 2
    shapes = cells.evaluate_all("all => all.map((each) => each.querySelector('path').getAttribute('d'))")
    words = cells.evaluate_all("all => all.map((each) => each.querySelector('.rd-heat__word')?.innerText ?? 'open')")
    assert len(set(shapes)) == 10, "five steps of bars, five shapes"
    assert len(set(words)) == 6
    box = page.locator("#heat-table-wide .rd-heat__box")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth + 1")
