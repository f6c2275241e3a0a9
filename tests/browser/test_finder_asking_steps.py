"""The finder keeps its answers through Back, a reload and a link, and on the device nothing but the area."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window, Windows
from browser.fields import age, area, chips, chosen, fragment, need, options

if TYPE_CHECKING:
    from playwright.sync_api import Route


def test_back_and_forward_take_answers_away_and_bring_them_again(window: Window):
    page = chosen(window, "depression", "34")
    page.go_back()
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    page.go_back()
    expect(page.locator(".rd-ask__told")).to_be_hidden()
    expect(page.locator(".rd-results")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(page.locator(".rd-ask__chip")).to_have_count(2)
    expect(age(page)).to_have_value("34")


def test_a_reload_and_a_shared_link_give_the_same_services(window: Window, windows: Windows):
    page = chosen(window, "depression", "34")
    shown = page.locator(".rd-match h3").all_inner_texts()
    page.reload()
    window.ready()
    assert page.locator(".rd-match h3").all_inner_texts() == shown
    with windows() as another:
        other = another.go(f"#{fragment(page)}")
        assert other.locator(".rd-match h3").all_inner_texts() == shown
        assert other.evaluate("localStorage.length") == 0


def test_a_jump_within_the_page_takes_no_answer_away(window: Window):
    page = chosen(window, "depression", "34")
    page.evaluate("location.hash = '#choose-need'")
    page.wait_for_function("location.hash !== '#choose-need'")
    assert page.evaluate("scrollY") > 0
    page.reload()
    window.ready()
    assert chips(page) == ["Depression or low mood", "Age 34"]


def test_codes_that_nobody_knows_are_dropped_from_the_address(window: Window):
    page = window.go("#area=northvale&need=depression,dragons&severity=awful&yes=psychosis")
    assert fragment(page) == "area=northvale&need=depression&yes=psychosis"
    assert chips(page) == ["Depression or low mood", "Psychosis"]


def test_an_area_that_is_not_there_is_never_asked_for(window: Window):
    page = window.go("#area=nowhere&need=depression")
    assert not [each for each in window.requests if "nowhere" in each]
    assert "nowhere" not in page.url


@pytest.mark.parametrize(
    ("words", "label"),
    [("nv1 1aa", "Northvale (made up)"), ("mill lane", "Mill Lane"), ("eastv", "Eastvale (made up)")],
)
def test_an_area_is_found_by_postcode_practice_or_name_and_is_remembered(window: Window, words: str, label: str):
    page = window.go("")
    page.get_by_role("button", name="Forget this area").click()
    expect(area(page)).to_be_focused()
    page.keyboard.type(words)
    expect(options(page).first).to_contain_text(label)
    page.keyboard.press("Enter")
    expect(need(page)).to_be_focused()
    expect(area(page)).to_have_value(re.compile("made up"))
    assert page.evaluate("Object.keys(localStorage)") == ["rightdoor-area"]


def test_forgetting_the_area_leaves_nothing_on_the_device(window: Window):
    page = chosen(window, "depression")
    area(page).fill("Eastvale")
    options(page).first.click()
    assert page.evaluate("localStorage.getItem('rightdoor-area')") == "eastvale"
    page.get_by_role("button", name="Forget this area").click()
    assert page.evaluate("localStorage.length") == 0
    expect(area(page)).to_have_value("")
    expect(page.locator(".rd-results")).to_be_hidden()
    expect(page.get_by_text("Choose an area to see the services")).to_be_visible()


def test_words_typed_as_an_area_but_not_chosen_do_not_stay(window: Window):
    page = window.go("")
    area(page).fill("somewhere else")
    need(page).focus()
    expect(area(page)).to_have_value("Northvale (made up)")


@pytest.mark.parametrize("place", ["", "services/northvale-cmht/"])
def test_the_title_never_changes(window: Window, place: str):
    title = window.go(place).title()
    page = chosen(window, "depression", "34")
    assert page.title() == window.go("").title()
    assert window.go(place).title() == title


def test_a_browser_loads_the_facts_of_the_chosen_area_only(window: Window):
    page = chosen(window, "depression", "34")
    page.wait_for_load_state("networkidle")
    loaded = sorted(each.rpartition("data/search/")[2] for each in window.requests if "/data/" in each)
    facts = ["area/northvale.json", "areas.json", "matching.json", "national.json", "vocabulary.json"]
    assert loaded == sorted([*facts, "words/national.json", "words/northvale.json"])


def test_without_the_data_the_finder_says_what_to_do_and_asks_again(window: Window):
    window.page.route("**/data/search/matching.json", lambda route: route.abort())
    window.page.goto(window.site + "#area=northvale&need=depression")
    expect(window.page.locator(".rd-results")).to_contain_text("cannot be read just now")
    window.page.unroute("**/data/search/matching.json")
    age(window.page).fill("34")
    expect(window.page.locator(".rd-match").first).to_be_visible()


def test_a_need_typed_before_the_data_is_there_is_taken_when_it_comes(window: Window):
    waiting: list[Route] = []
    window.page.route("**/data/search/vocabulary.json", lambda route: waiting.append(route))
    window.page.goto(window.site)
    need(window.page).press_sequentially("depress")
    window.page.keyboard.press("Enter")
    expect(options(window.page)).to_contain_text("reading the directory")
    waiting[0].continue_()
    expect(window.page.locator(".rd-ask__chip")).to_have_text(re.compile("^Depression"))


def test_an_age_that_is_being_typed_stays_when_the_longer_words_come(window: Window):
    waiting: list[Route] = []
    window.page.route("**/data/search/words/*", lambda route: waiting.append(route))
    window.page.goto(window.site + "#area=northvale&need=depression")
    expect(window.page.locator(".rd-match").first).to_be_visible()
    with window.page.expect_response("**/words/northvale.json"):
        age(window.page).press("3")
        for route in waiting:
            route.continue_()
    expect(window.page).to_have_url(re.compile("age=3y"))
    expect(age(window.page)).to_have_value("3")
