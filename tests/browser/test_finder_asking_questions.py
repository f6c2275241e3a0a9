"""One question at a time in the finder, each answer a chip that can be taken away."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from browser.conftest import Window
from browser.fields import age, chips, chosen, fragment, in_focus, need, question


def test_digits_typed_one_after_the_other_are_one_step_back(window: Window):
    page = chosen(window, "depression")
    for digit in "17":
        page.keyboard.type(digit)
        page.wait_for_timeout(400)
    assert fragment(page).endswith("age=17y")
    page.go_back()
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    expect(age(page)).to_have_value("")


def test_one_question_is_asked_and_its_answer_is_a_chip(window: Window):
    page = chosen(window, "depression", "34")
    expect(question(page)).to_have_text("How severe is the problem now?")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip").nth(2)).to_contain_text("Severity: moderate")
    expect(question(page)).not_to_have_text("How severe is the problem now?")
    assert in_focus(page) == "rd-ask-question"
    assert page.locator(".rd-ask__question:visible").count() == 1


def test_not_sure_puts_a_question_aside_and_asks_the_next(window: Window):
    page = chosen(window, "depression", "34")
    before = fragment(page)
    page.get_by_role("button", name="Not sure").click()
    expect(question(page)).not_to_have_text("How severe is the problem now?")
    assert fragment(page) == before
    assert in_focus(page) == "rd-ask-question"


def test_another_question_can_be_answered_first(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_text("Other questions").click()
    page.get_by_role("button", name="already under secondary mental health care").click()
    expect(question(page)).to_contain_text("already under secondary mental health care")
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator(".rd-ask__chip").nth(2)).to_contain_text("Already under secondary mental health care")
    assert "yes=under-secondary-care" in fragment(page)


def test_how_long_ago_is_typed_and_what_cannot_be_read_is_said(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_text("Other questions").click()
    page.get_by_role("button", name="tried to end their life").click()
    field = page.get_by_label("Or how long ago?")
    field.fill("a while")
    field.press("Enter")
    expect(page.locator("#rd-ask-span-error")).to_contain_text("cannot be read as a length of time")
    field.fill("3 weeks")
    field.press("Enter")
    expect(page.locator(".rd-ask__chip").nth(2)).to_contain_text("Recent suicide attempt: 3 weeks ago")
    assert "ago=recent-attempt:3w" in fragment(page)


def test_questions_end_in_words(window: Window):
    page = chosen(window, "veterans", "34")
    for _ in range(40):
        if not page.get_by_role("button", name="Not sure").is_visible():
            break
        page.get_by_role("button", name="Not sure").click()
    expect(question(page)).to_have_text(re.compile("nothing more|not sure of"))
    expect(page.get_by_text("Other questions")).to_be_hidden()


def test_a_chip_taken_away_gives_the_focus_to_the_next(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_role("button", name="Depression or low mood").click()
    assert chips(page) == ["Age 34"]
    expect(page.get_by_role("button", name="Age 34")).to_be_focused()
    page.keyboard.press("Enter")
    expect(need(page)).to_be_focused()
    expect(age(page)).to_have_value("")
    assert fragment(page) == "area=northvale"


def test_starting_again_keeps_the_area_only(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_role("button", name="Start again").click()
    assert fragment(page) == "area=northvale"
    expect(page.locator(".rd-results")).to_be_hidden()
    expect(need(page)).to_be_focused()


def test_the_home_area_is_offered_where_it_matters(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_text("Other questions").click()
    page.get_by_role("button", name="Where does the person live?").click()
    page.get_by_role("button", name="Eastvale").click()
    expect(page.locator(".rd-ask__chip").nth(2)).to_contain_text("Lives in Eastvale")
    assert "home=eastvale" in fragment(page)
