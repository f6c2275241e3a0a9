"""Ten seconds: three inputs by keyboard alone lead a hurried GP to services, and the patient's own story ends well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import Window
from browser.fields import area, chosen, options, question
from browser.resulting import group

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

THERAPIES = "northvale-talking-therapies"
IN_SIGHT = """(cards) => cards.filter((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return card.checkVisibility() && top >= 0 && Math.min(bottom, innerHeight) - top > 60;
}).length"""


def in_three(window: Window) -> Page:
    """`/` and the need, Enter, the age, Enter; the area was chosen once, on another day."""
    page = window.go("")
    area(page).fill("northvale")
    options(page).first.click()
    page.goto("about:blank")
    chosen(window, "depr", "34")
    expect(page.locator(".rd-match").first).to_be_visible()
    return page


def pressed_by_keyboard(page: Page, found: Locator) -> None:
    """Presses what is reached by Tab alone, as nobody with a mouse would."""
    for _ in range(40):
        if found.evaluate("each => each === document.activeElement"):
            return page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    raise AssertionError("it is not reached by keyboard")


def told(page: Page, answer: str) -> None:
    """Answers the question that is asked, and waits for what follows."""
    asked = question(page).inner_text()
    pressed_by_keyboard(page, page.locator(".rd-ask__choice:visible", has_text=answer).first)
    expect(question(page)).not_to_have_text(asked)
    expect(question(page)).to_be_focused()


def test_three_inputs_by_keyboard_show_who_may_take_the_patient_and_crisis_help_one_step_away(window: Window):
    page = in_three(window)
    assert page.evaluate("document.title").startswith("Rightdoor:")
    assert group(page, "fits").locator("h2").inner_text().startswith("Fits so far")
    cards = group(page, "fits").locator(".rd-match")
    assert 3 <= cards.count() <= 6
    for card in cards.all():
        assert "May take" in (card.text_content() or "")
    assert page.locator(".rd-match").evaluate_all(IN_SIGHT) >= 1
    page.keyboard.press("Home")
    page.wait_for_function("scrollY === 0")
    strip = page.locator("section.rd-crisis").bounding_box()
    assert strip and strip["y"] >= 0 and strip["y"] + strip["height"] < 900


def test_each_of_them_says_its_wait_or_that_nobody_knows_how_to_refer_and_what_it_costs(window: Window):
    page = in_three(window)
    for card in group(page, "fits").locator(".rd-match").all():
        labels = card.locator("dt").all_text_contents()
        assert {"Wait", "Refer", "Cost"} <= set(labels), card.get_attribute("data-id")
        assert all(text.strip() for text in card.locator("dd").all_text_contents())


def test_the_patient_of_the_story_is_not_sent_to_talking_therapies_again(window: Window):
    page = in_three(window)
    told(page, "Severe and long-term")
    for _ in range(12):
        if "already under secondary mental health care" in question(page).inner_text():
            break
        told(page, "Not sure")
    told(page, "Yes")
    assert "severity=severe-enduring" in page.url
    assert "yes=under-secondary-care" in page.url
    first = page.locator(".rd-results__ask")
    expect(first).to_contain_text("A mental health team already sees this person, so ask that team first")
    assert first.bounding_box()["y"] < page.locator(".rd-match").first.bounding_box()["y"]  # type: ignore[index]
    assert page.locator(f".rd-group--fits .rd-match[data-id={THERAPIES}]").count() == 0
    assert page.locator(f".rd-group--check .rd-match[data-id={THERAPIES}]").count() == 0
    refuses = group(page, "refuses")
    pressed_by_keyboard(page, refuses.locator("summary").first)
    talking = refuses.locator(f".rd-match[data-id={THERAPIES}]")
    while not talking.count():
        pressed_by_keyboard(page, refuses.locator(".rd-results__more"))
    talking.scroll_into_view_if_needed()
    assert "Does not take" in talking.inner_text()
    assert talking.locator(".rd-match__instead a[href$='services/northvale-cmht/']").count() == 1
