"""Asking in the finder as a hurried GP does: by keyboard, three inputs, and results at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import Window, Windows
from browser.fields import age, area, chips, chosen, fragment, in_focus, need, options, typed


def test_a_need_and_an_age_typed_without_the_mouse_give_results(window: Window):
    page = chosen(window, "depr", "34")
    assert fragment(page) == "area=northvale&need=depression&age=34y"
    assert chips(page) == ["Depression or low mood", "Age 34"]
    assert page.locator(".rd-match").count() > 3
    assert in_focus(page) == "rd-ask-question"


def test_results_are_there_before_an_age_is(window: Window):
    page = chosen(window, "panic")
    assert page.locator(".rd-match").count() > 0
    assert in_focus(page) == "rd-ask-age"


def test_the_first_letter_suggests(window: Window):
    page = window.go("")
    typed(page, "d")
    assert "Depression or low mood" in options(page).all_inner_texts()[1]


def test_arrows_walk_through_the_suggestions_and_escape_shuts_then_empties(window: Window):
    page = window.go("")
    typed(page, "depress")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(need(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    assert need(page).input_value() == "depress"
    page.keyboard.press("Escape")
    assert need(page).input_value() == ""
    assert fragment(page) == ""


def test_enter_takes_the_first_but_never_a_meaning_that_was_not_read(window: Window):
    page = window.go("")
    typed(page, "BPD")
    page.keyboard.press("Enter")
    assert fragment(page) == ""
    assert all("one meaning of “BPD”" in words for words in options(page).all_inner_texts())
    expect(page.get_by_role("listbox")).to_have_attribute("data-choose", "Choose one of these")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-results")).to_be_visible()
    assert fragment(page) == "area=northvale&need=bipolar"


def test_a_meaning_that_is_no_answer_is_searched_for(window: Window):
    page = window.go("")
    typed(page, "AA")
    options(page).filter(has_text="Search").click()
    expect(need(page)).to_be_focused()
    expect(need(page)).to_have_value("attendance allowance")
    expect(options(page).first).to_be_visible()


def test_a_therapy_narrows_the_services_alone_and_beside_a_need(window: Window):
    page = chosen(window, "CBT")
    assert fragment(page) == "area=northvale&therapy=cbt"
    assert chips(page) == ["Cognitive behavioural therapy (CBT)"]
    alone = page.locator(".rd-match").count()
    assert alone > 0
    typed(page, "depression")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_count(2)
    assert fragment(page) == "area=northvale&need=depression&therapy=cbt"
    page.locator(".rd-ask__chip").nth(1).click()
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    assert fragment(page) == "area=northvale&need=depression"


def test_enter_never_leaves_for_a_service_whose_name_was_not_typed(window: Window):
    page = window.go("")
    typed(page, "Polish")
    page.keyboard.press("Enter")
    menu = page.get_by_role("listbox")
    expect(menu).to_have_attribute("data-choose", "Choose one of these")
    assert "Choose one of these" in menu.evaluate("menu => getComputedStyle(menu, '::before').content")
    expect(page.locator(".rd-finder__said")).to_have_text("Choose one of these.")
    expect(need(page)).to_be_focused()
    assert "/services/" not in page.url
    page.keyboard.type(" ")
    expect(menu).not_to_have_attribute("data-choose", "Choose one of these")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/*/")


def test_whoever_was_refused_is_led_to_the_page_for_that_with_the_answers(window: Window):
    page = chosen(window, "depression", "34")
    typed(page, "too complex for talking therapies")
    expect(options(page).first).to_contain_text("They were refused: who takes them now")
    page.keyboard.press("Enter")
    page.wait_for_url("**/refused/#area=northvale&need=depression&age=34y")


@pytest.mark.parametrize("words", ["NV3", "NV3 1JT"])
def test_a_postcode_among_the_needs_is_sent_to_the_area(window: Window, words: str):
    page = window.go("")
    need(page).press_sequentially(words)
    expect(options(page)).to_have_text("That looks like a place: put it under Area.")


def test_a_service_opens_its_page_and_a_kind_of_service_is_an_answer(window: Window):
    page = chosen(window, "CMHT")
    assert fragment(page) == "area=northvale&type=cmht"
    assert chips(page) == ["Community mental health team"]
    page = window.go("")
    typed(page, "samaritans")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/samaritans/")


def test_a_need_after_a_kind_of_service_takes_its_place(window: Window):
    page = chosen(window, "CMHT")
    typed(page, "panic")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_text(re.compile("^Panic attacks"))
    assert "type=" not in fragment(page)


def test_two_needs_stand_beside_each_other(window: Window):
    page = chosen(window, "depression")
    typed(page, "panic")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_count(2)
    assert fragment(page) == "area=northvale&need=depression,panic"


def test_nothing_found_is_said_and_does_not_mean_that_nothing_exists(window: Window):
    page = window.go("")
    need(page).press_sequentially("zzqqzz")
    expect(options(page)).to_contain_text("does not mean that there is no service")
    page.keyboard.press("Enter")
    expect(need(page)).to_be_focused()


@pytest.mark.parametrize("said", ["my son is getting worse", "getting worse tonight"])
def test_whoever_finds_nothing_and_cannot_wait_is_told_where_crisis_help_stands(window: Window, said: str):
    page = window.go("")
    need(page).fill(said)
    expect(options(page)).to_have_text(re.compile(r"If it cannot wait: crisis help stands at the top\.$"))
    strip = page.locator(".rd-strip")
    expect(strip.get_by_role("link", name="All crisis help")).to_have_attribute("href", re.compile("crisis/$"))
    assert strip.bounding_box()["y"] < need(page).bounding_box()["y"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("said", "code", "chip"),
    [
        ("34", "34y", "Age 34"),
        ("17y9m", "17y9m", "Age 17 years and 9 months"),
        ("17 years 9 months", "17y9m", "Age 17 years and 9 months"),
        ("9 months", "9m", "Age 9 months"),
        ("34 F", "34y", "Age 34"),
        ("34M", "34y", "Age 34"),
        ("9m", "9m", "Age 9 months"),
        ("34 months", "2y10m", "Age 2 years and 10 months"),
    ],
)
def test_an_age_is_read_as_people_type_it(window: Window, said: str, code: str, chip: str):
    page = chosen(window, "depression", said)
    expect(page.locator(".rd-ask__chip").nth(1)).to_contain_text(chip)
    assert fragment(page).endswith(f"age={code}")


@pytest.mark.parametrize("said", ["abc", "17y13m", "340", "born in 1992"])
def test_an_age_that_cannot_be_read_is_said_in_words_and_stops_nothing(window: Window, said: str):
    page = chosen(window, "depression", said)
    expect(page.locator(".rd-ask__error").first).to_contain_text("cannot be read as an age")
    assert age(page).get_attribute("aria-invalid") == "true"
    assert page.locator(".rd-match").count() > 3
    age(page).fill("34")
    expect(page.locator(".rd-ask__error").first).to_have_text("")
    expect(page.locator(".rd-ask__chip")).to_have_count(2)


@pytest.mark.parametrize("said", ["34m", "12 m", "17m"])
def test_an_age_that_may_be_months_or_a_man_of_so_many_years_is_asked_again(window: Window, said: str):
    page = chosen(window, "depression")
    age(page).fill(said.rstrip("m "))
    expect(page.locator(".rd-ask__chip")).to_have_count(2)
    age(page).fill(said)
    page.keyboard.press("Enter")
    years = said.rstrip("m ")
    expect(page.locator(".rd-ask__error").first).to_contain_text(f"Type {years} for years, or {years} months.")
    assert fragment(page) == "area=northvale&need=depression"
    assert age(page).input_value() == said


def test_nothing_jumps_when_the_data_arrives(window: Window):
    page = window.page
    page.add_init_script(
        """window.jumps = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.jumps += each.value)))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    for address in ("", "#area=northvale&need=depression&age=34y"):
        page.goto("about:blank")
        window.go(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        assert page.evaluate("window.jumps") < 0.02, address


def test_at_320_pixels_the_area_stands_above_need_and_age_and_nothing_is_cut_off(windows: Windows):
    with windows(viewport={"width": 320, "height": 640}) as window:
        page = chosen(window, "depression", "34")
        first, second, third = (field(page).bounding_box() for field in (area, need, age))
        assert first and second and third
        assert first["y"] + first["height"] <= second["y"] == third["y"]
        assert first["x"] == second["x"]
        assert second["x"] + second["width"] <= third["x"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_what_may_be_typed_is_read_whole_where_it_is_typed_until_something_is(windows: Windows, width: int):
    with windows(viewport={"width": width, "height": 844}) as window:
        page = window.go("#area=northvale")
        for field in (need(page), age(page)):
            hint = page.locator(f"label[for={field.get_attribute('id')}] .rd-ask__hint")
            expect(hint).to_be_visible()
            assert hint.evaluate("($hint) => $hint.scrollWidth <= $hint.clientWidth")
            field.fill("5")
            expect(hint).to_be_hidden()


def test_on_a_desktop_the_fields_stand_in_one_row_and_results_are_in_sight(window: Window):
    page = chosen(window, "depression", "34")
    places = [field(page).bounding_box() for field in (area, need, age)]
    assert len({round(place["y"]) for place in places if place}) == 1
    card = page.locator(".rd-match").first.bounding_box()
    assert card and card["y"] < 750
