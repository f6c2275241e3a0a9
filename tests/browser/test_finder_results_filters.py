"""The filters above the results: any of a group, all of the groups, live counts, and nothing unknown let through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window, Windows
from browser.resulting import ADULT, ALL_REFUSE, shown

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SMALL = {"viewport": {"width": 320, "height": 640}}


def choices(page: Page, title: str) -> Locator:
    """A group of filters, opened."""
    page.locator(".rd-filters__summary").click()
    found = page.locator(".rd-filters__group").filter(has=page.locator("summary", has_text=title))
    found.locator("summary").click()
    return found


def number(page: Page) -> int:
    return sum(int(each) for each in page.locator(".rd-group__count").all_inner_texts() if each)


def test_a_filter_narrows_the_results_and_its_count_says_by_how_much(window: Window):
    page = shown(window, ADULT)
    before = number(page)
    video = choices(page, "How it is given").locator(".rd-chip", has_text="By video")
    left = int(video.locator(".rd-filters__count").inner_text())
    video.locator("input").check()
    assert number(page) == left < before
    assert "how=video" in page.url


def test_two_choices_of_a_group_let_either_through(window: Window):
    page = shown(window, ADULT)
    group = choices(page, "How it is given")
    group.get_by_label("By video").check()
    one = number(page)
    group.get_by_label("By phone").check()
    assert number(page) >= one


def test_what_nobody_has_said_satisfies_no_filter_and_is_counted(window: Window):
    page = shown(window, f"{ADULT}&severity=severe")
    choices(page, "How it is given").get_by_label("In person").check()
    assert page.locator(".rd-match[data-id='op-courage']").count() == 0
    assert "only because nobody has said how it is given" in page.locator(".rd-filters__said").inner_text()


def test_filters_are_cleared_in_one_press(window: Window):
    page = shown(window, f"{ADULT}&how=video&cost=free-nhs&self=1")
    narrow = number(page)
    page.locator(".rd-filters__summary", has_text="(3)").click()
    page.get_by_role("button", name="Clear filters").click()
    assert number(page) > narrow
    assert "how=" not in page.url
    expect(page.get_by_role("button", name="Clear filters")).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_a_filter_keeps_the_focus_and_its_place(window: Window):
    page = shown(window, ADULT)
    box = choices(page, "Cost").get_by_label(re.compile(r"^Free\b"))
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()


@pytest.mark.parametrize("how", [{}, SMALL])
def test_filters_are_folded_until_somebody_wants_them(windows: Windows, how: dict[str, object]):
    with windows(**how) as window:
        page = shown(window, ADULT)
        expect(page.locator(".rd-filters__row")).to_be_hidden()
        page.locator(".rd-filters__summary").click()
        expect(page.locator(".rd-filters__row")).to_be_visible()


def test_filters_that_leave_nothing_can_still_be_cleared(window: Window):
    page = shown(window, f"{ADULT}&lang=cy&how=residential")
    assert number(page) == 0
    page.locator(".rd-filters__summary").click()
    expect(page.get_by_role("button", name="Clear filters").first).to_be_visible()


def test_filters_that_leave_nothing_are_blamed_for_it_and_can_be_cleared_in_place(window: Window):
    page = shown(window, f"{ADULT}&lang=cy&how=residential")
    notice = page.locator(".rd-empty")
    words = notice.inner_text()
    assert "Your filters leave nothing" in words
    assert re.search(r"\d+ services are hidden by them: \d+ of them only because nobody has said", words)
    assert "Nothing is listed" not in words
    assert "No service of this directory" not in words
    assert "01632 960 100" in words
    expect(notice.locator(".rd-emergency")).to_contain_text("call 999")
    expect(page.locator(".rd-filters__said")).to_be_hidden()
    notice.get_by_role("button", name="Clear filters").press("Enter")
    expect(notice).to_have_count(0)
    assert number(page) > 0
    assert "lang=" not in page.url
    assert page.evaluate("document.activeElement !== document.body")


def test_filters_are_not_blamed_where_nobody_takes_the_person_without_them_either(window: Window):
    words = shown(window, f"{ALL_REFUSE}&lang=cy&how=residential").locator(".rd-empty").inner_text()
    assert "No listed service fits" in words
    assert "are listed once the filters are cleared" in words


def test_the_costs_begin_with_all_that_is_free(window: Window):
    labels = choices(shown(window, "area=northvale&need=bereavement&age=40y"), "Cost").locator(
        ".rd-chip > span:first-of-type"
    )
    first, *others = labels.all_inner_texts()
    assert first == "Free"
    assert not [each for each in others if each in ("Free (NHS)", "Free, a donation is welcome")]
