"""A comparison given to others, as a link or on paper: answers go with it only where that is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.compared import ANSWERS, LANTERN, TEAM, THERAPIES, compare, heads, results, row
from browser.conftest import Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

DISCREET = "northvale-harbour"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def copying(windows: Windows) -> Iterator[Window]:
    with windows(**CLIPBOARD) as window:
        yield window


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy link").click()
    page.locator(".rd-copy__result:not(:empty)").wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_copied_link_holds_no_answers_unless_that_is_chosen(copying: Window):
    page = compare(copying, THERAPIES, TEAM, told=f"{ANSWERS}&home=eastvale")
    bare = f"{copying.site}compare/#area=northvale&with={THERAPIES},{TEAM}"
    assert copied(page) == bare
    assert "nothing that was answered about a person" in page.locator(".rd-copy__result").inner_text()
    page.get_by_label("Link and print with the answers").check()
    whole = copied(page)
    assert whole != bare
    assert "need=depression" in whole
    assert "severity=severe" in whole


def test_the_link_in_the_tray_holds_no_answers(copying: Window):
    page = results(copying)
    page.get_by_role("button", name="Add to shortlist").nth(0).click()
    assert re.fullmatch(f"{copying.site}compare/#area=northvale&with=[a-z0-9-]+", copied(page))


def test_a_copied_link_opens_the_same_services(copying: Window):
    link = copied(compare(copying, THERAPIES, LANTERN, told=ANSWERS))
    page = copying.page
    page.goto("about:blank")
    page.goto(link)
    page.locator("[data-rd-compare][data-ready]").wait_for()
    assert heads(page) == ["Northvale Talking Therapies", "Lantern Counselling"]
    assert page.get_by_text("Compared for").count() == 0 or page.get_by_text("Compared for").is_hidden()
    assert row(page, "Outcome").count() == 0


def test_where_the_browser_does_not_copy_the_link_stands_chosen_in_a_box(window: Window):
    page = compare(window, THERAPIES, TEAM)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())")
    page.get_by_role("button", name="Copy link").click()
    box = page.get_by_label("Copy the link from the box")
    expect(box).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == box.input_value()


def printed(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


def test_a_printed_comparison_has_the_day_and_crisis_help_and_nothing_to_press(window: Window):
    page = printed(compare(window, THERAPIES, TEAM))
    foot = page.locator(".rd-compare__foot")
    assert foot.is_visible()
    assert "Printed on 23 November 2026. Check with the service before use." in foot.inner_text()
    assert "999" in foot.inner_text()
    assert "116 123" in foot.inner_text()
    assert page.locator("section.rd-crisis").is_visible()
    for gone in (".rd-compare__choose", ".rd-compare__bar", ".rd-compare__remove"):
        assert page.locator(gone).first.is_hidden(), gone


def test_a_comparison_of_three_services_is_printed_on_two_sheets_with_all_its_rows(window: Window):
    page = printed(compare(window, THERAPIES, TEAM, "northvale-living-well"))
    assert len(re.findall(rb"/Type */Page\b", page.pdf(prefer_css_page_size=True))) <= 2
    assert (
        page.locator(".rd-compare__table tbody tr:visible").count()
        == page.locator(".rd-compare__table tbody tr").count()
    )
    assert "text the word SHOUT to 85258" in page.locator(".rd-compare__foot").inner_text()
    assert page.get_by_text("promises nothing").is_visible()


def test_a_printed_comparison_lies_on_its_side(window: Window):
    page = compare(window, THERAPIES, TEAM)
    box = re.search(rb"/MediaBox *\[ *0 0 ([0-9.]+) ([0-9.]+)", page.pdf(prefer_css_page_size=True))
    assert box
    assert float(box[1]) > float(box[2])


def test_answers_are_printed_only_where_that_is_chosen(window: Window):
    page = printed(compare(window, THERAPIES, TEAM, told=f"{ANSWERS}&yes=under-secondary-care"))
    for about in (".rd-compare__above", "[data-group=answers]"):
        assert page.locator(about).is_hidden(), about
    page.emulate_media(media="screen")
    page.get_by_label("Link and print with the answers").check()
    printed(page)
    for about in (".rd-compare__above", "[data-group=answers]"):
        assert page.locator(about).is_visible(), about


def test_a_discreet_service_is_named_neither_in_the_window_nor_above_its_printed_column(window: Window):
    page = compare(window, THERAPIES, DISCREET)
    assert page.title() == "Compare services side by side – Rightdoor"
    printed(page)
    head = page.locator(".rd-compare__heads th").nth(1)
    assert head.inner_text() == "Support service"
    assert "abuse" not in page.locator(".rd-compare__about").inner_text().lower()
    assert "Harbour" in page.locator(".rd-compare__names").inner_text()


def test_a_link_that_asks_for_it_prints_once(window: Window):
    window.page.add_init_script("window.prints = 0; window.print = () => (window.prints += 1)")
    page = compare(window, THERAPIES, TEAM, told="area=northvale&print=1")
    assert page.evaluate("window.prints") == 1
    assert "print" not in page.url
    page.get_by_role("button", name="Remove Northvale Talking Therapies").click()
    expect(page.locator(".rd-compare__heads th a")).to_have_count(1)
    assert page.evaluate("window.prints") == 1


def test_a_discreet_answer_is_neither_in_the_address_of_a_comparison_nor_on_paper(window: Window):
    page = window.go("compare/#area=northvale&need=domestic-abuse,depression&with=northvale-cmht,samaritans")
    answers = page.locator(".rd-compare__answers")
    expect(answers).to_contain_text("Compared for: Domestic abuse; Depression or low mood. Change the answers")
    assert "need=personal-safety,depression" in page.url
    page.get_by_label("Link and print with the answers").check()
    page.emulate_media(media="print")
    expect(answers.get_by_text("Depression or low mood")).to_be_visible()
    expect(answers.get_by_text("Domestic abuse")).to_be_hidden()
    assert page.locator("a[href*='domestic-abuse']").count() == 0
