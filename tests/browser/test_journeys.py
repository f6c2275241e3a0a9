"""Bereavement and carers' journeys by keyboard: what is asked first, and what stands beside the results."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from browser.conftest import Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page


def opened(window: Window, answers: str) -> Page:
    """The finder with these answers, and its results."""
    page = window.page
    page.goto(f"{window.site}#area=northvale&{answers}")
    page.locator("[data-rd-finder][data-ready]").wait_for()
    page.locator(".rd-journey__part").first.wait_for()
    return page


def question(page: Page) -> str:
    return page.locator("#rd-ask-question").inner_text()


def choose(page: Page, words: str) -> None:
    """Answers the question that is asked, by keyboard."""
    before = question(page)
    page.get_by_role("button", name=words, exact=True).press("Enter")
    page.wait_for_function("before => document.querySelector('#rd-ask-question').innerText !== before", arg=before)


def column(page: Page, title: str) -> list[str]:
    """The services under a heading of the panel."""
    part = page.locator(".rd-journey__column").filter(has=page.get_by_role("heading", name=title, exact=True))
    return [each.strip() for each in part.get_by_role("link").all_inner_texts()]


def test_a_bereavement_is_asked_about_step_by_step_by_keyboard(window: Window):
    page = window.page
    page.goto(f"{window.site}#area=northvale")
    page.locator("[data-rd-finder][data-ready]").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("grief")
    page.get_by_role("option", name="Bereavement and grief").wait_for()
    page.keyboard.press("Enter")
    page.locator(".rd-journey__part").wait_for()
    assert page.get_by_label("Age of the bereaved person").is_visible()
    assert question(page) == "Who died?"
    choose(page, "Their child, of any age")
    assert question(page) == "How long ago was the death?"
    choose(page, "2 months to 6 months ago")
    assert question(page) == "Was it by suicide, or may it have been?"
    choose(page, "No")
    assert "is=bereaved-parent" in page.url
    assert "since=2m" in page.url
    assert column(page, "Near the person") == ["The Rowan Circle"]
    assert "The Compassionate Friends (TCF)" in column(page, "National, by phone or online")
    assert page.locator(".rd-match__name > a").first.text_content() == "The Rowan Circle"


def test_a_bereaved_parent_reads_that_talking_therapies_are_not_the_first_place(window: Window):
    page = window.page
    page.goto(f"{window.site}#area=eastvale&need=bereavement&is=bereaved-parent&severity=mild&since=4m&age=52y")
    page.get_by_text("Talking therapies are not the first place").wait_for()
    cards = page.locator(".rd-group--fits .rd-match__name > a")
    cards.first.wait_for()
    assert cards.first.text_content() == "The Rowan Circle"
    assert "Talking Therapies" not in " ".join(cards.all_text_contents()[:3])


def test_a_death_by_suicide_brings_the_help_that_is_for_it(window: Window):
    page = opened(window, "need=bereavement&is=bereaved&since=2m")
    choose(page, "Yes, or it may have been")
    page.get_by_role("link", name="Valeland Support After Suicide").first.wait_for()
    assert column(page, "Near the person") == ["Valeland Support After Suicide"]
    assert page.get_by_text("it is common to think of suicide oneself").is_visible()


def test_an_answer_that_is_taken_back_takes_back_what_followed_from_it(window: Window):
    page = opened(window, "need=bereavement&is=bereaved-parent")
    assert column(page, "Near the person") == ["The Rowan Circle"]
    page.get_by_role("button", name="Bereaved parents").press("Enter")
    page.get_by_role("link", name="St Brannoc's Hospice Family & Bereavement Support").first.wait_for()
    assert question(page) == "Who died?"
    assert "The Rowan Circle" not in column(page, "Near the person")


def test_a_carer_is_shown_support_and_the_assessment_by_right_by_keyboard(window: Window):
    page = opened(window, "need=carer-support")
    assert page.get_by_label("Age of the carer").is_visible()
    choose(page, "An adult, including a grown-up son or daughter")
    assert question(page) == "Is the carer under 18?"
    choose(page, "No, 18 or over")
    assert question(page) == "Where does the person they look after live?"
    assert page.get_by_text("Say where the person looked after lives").is_visible()
    choose(page, page.locator(".rd-ask__choice").first.inner_text())
    page.get_by_role("link", name="Northvale Council: carer's assessment").first.wait_for()
    assert "cared=northvale" in page.url
    assert "Northvale Carers' Centre" in column(page, "Support for the carer")
    assert column(page, "The right to an assessment") == ["Northvale Council: carer's assessment"]
    assert page.get_by_text("Care Act 2014, section 10").is_visible()


def test_a_young_carer_is_shown_the_assessment_of_the_children_act(window: Window):
    page = opened(window, "need=carer-support&age=12y")
    assert page.get_by_text("Children Act 1989, section 17ZA").is_visible()
    assert column(page, "The right to an assessment") == ["Northvale Council Children's Front Door"]


def test_where_the_other_person_lives_elsewhere_their_council_is_the_one_to_ask(window: Window):
    page = opened(window, "need=carer-support&age=47y&is=carer&cared=southmoor")
    assert page.get_by_text("Ask the council where the person looked after lives.").is_visible()
    assert column(page, "Support for the carer") == ["Southmoor Carers' Network"]


def test_nobody_else_sees_a_journey(window: Window):
    page = window.page
    page.goto(f"{window.site}#area=northvale&need=depression")
    page.locator(".rd-match").first.wait_for()
    assert page.locator(".rd-journey").is_hidden()


def test_a_clinic_that_is_not_open_yet_is_named_among_the_help_with_that_in_so_many_words(window: Window):
    page = opened(window, "need=prolonged-grief&age=40y")
    clinic = page.locator(".rd-journey li", has_text="Northvale Prolonged Grief Clinic")
    assert "Not running as usual" in clinic.inner_text()
    assert "NOT TAKING REFERRALS NOW: Not yet open." in clinic.inner_text()


def test_help_that_nobody_confirmed_for_long_says_so(windows: Windows):
    with windows(at=datetime(2029, 11, 23, 12)) as window:
        page = opened(window, "need=bereavement&age=40y")
        national = page.locator(".rd-journey__column").last.locator("li").first
        assert "confirmed" in national.inner_text()
