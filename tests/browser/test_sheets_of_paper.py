"""How much paper a page takes, and what of a pack is printed that is folded on a screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.conftest import Window
from browser.packs import Packs

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = {
    "services/northvale-talking-therapies/": 4,
    "services/northvale-cmht/": 3,
    "services/samaritans/": 2,
    "areas/northvale/": 3,
    "crisis/": 2,
    "about/": 3,
    "#area=northvale&need=depression&age=34y": 7,
}


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("address", MOST)
def test_a_page_takes_few_sheets(window: Window, address: str):
    page = window.go(address)
    if "#" in address:
        page.locator(".rd-match").first.wait_for()
    assert sheets(page) <= MOST[address]


def test_the_answers_of_a_service_are_told_on_paper_by_word_shape_and_kind_of_line(window: Window):
    page = window.go("services/northvale-talking-therapies/")
    page.emulate_media(media="print")
    panels = page.locator(".rd-panel")
    assert panels.locator("h2").all_inner_texts() == ["Takes", "Check first", "Does not take"]
    shapes = panels.locator("h2 .rd-shape path").evaluate_all("all => all.map((each) => each.getAttribute('d'))")
    edges = panels.evaluate_all("all => all.map((each) => getComputedStyle(each).borderTopStyle)")
    assert len(set(shapes)) == 3
    assert edges == ["solid", "dashed", "double"]


def test_a_pack_is_printed_with_its_index_by_need_and_without_what_can_only_be_clicked(packs: Packs):
    with packs() as window:
        page = window.page
        page.emulate_media(media="print")
        index = page.locator(".rd-pack__needs > details").filter(has_text="Bipolar disorder")
        assert index.get_attribute("open") is None
        assert index.get_by_text("Northvale Community Mental Health Team").is_visible()
        for clicked in ("#refused", "#compare", "#kinds + .rd-index", "button", "input"):
            assert page.locator(f"{clicked}:visible").count() == 0, clicked
