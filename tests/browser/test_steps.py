"""Every step of a journey can be taken back and taken again, and whoever works by keyboard never loses the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.compared import LANTERN, TEAM, THERAPIES, compare
from browser.conftest import Window, Windows
from browser.fields import age, area, chosen, fragment, need, options, question
from browser.resulting import ADULT, READY, shown
from browser.states import REFUSED

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LOST = (
    "!document.activeElement || document.activeElement === document.body || !document.activeElement.checkVisibility()"
)
STATE = """() => JSON.stringify([
    [...document.querySelectorAll(".rd-ask__chip")].map((chip) => chip.textContent),
    [...document.querySelectorAll(".rd-group:not([hidden]) h2")].map((heading) => heading.textContent),
    [...document.querySelectorAll(".rd-group--fits .rd-match")].slice(0, 6).map((card) => card.dataset.id),
    document.querySelector(".rd-filters__summary").textContent,
    [...document.querySelectorAll(".rd-tray__item")].map((item) => item.textContent)])"""


def press(page: Page, found: Locator, key: str = "Enter") -> None:
    """Presses by keyboard; afterwards the focus is on something that is seen, even once things have come to rest."""
    found.focus()
    page.keyboard.press(key)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert not page.evaluate(LOST), f"the focus is lost after {found}"


def free(page: Page) -> Locator:
    """The filter for what is free, with the filters open."""
    if not page.locator(".rd-filters__row").is_visible():
        press(page, page.locator(".rd-filters__summary"))
        press(page, page.locator(".rd-filters__group > summary", has_text="Cost"))
    return page.locator(".rd-filters__group", has_text="Cost").get_by_label(re.compile(r"^Free\b"))


def test_the_focus_is_never_lost_while_answering_and_taking_back(window: Window):
    page = chosen(window, "depression", "34")
    choices = page.locator(".rd-ask__choice:visible")
    press(page, choices.first)
    press(page, page.get_by_role("button", name="Not sure"))
    press(page, page.locator(".rd-ask__others > summary"))
    press(page, page.locator(".rd-ask__choice--other").last)
    press(page, choices.first)
    press(page, page.locator(".rd-results__more:visible").first)
    press(page, page.locator(".rd-match__open").first)
    press(page, page.locator(".rd-match__open").first)
    for _ in range(2):
        press(page, page.get_by_role("button", name="Add to shortlist").first)
    press(page, page.locator(".rd-tray__remove").first)
    press(page, page.locator(".rd-tray__remove").first)
    press(page, free(page), "Space")
    press(page, page.get_by_role("button", name="Clear filters"))
    press(page, page.locator(".rd-group--refuses summary").first)
    while page.locator(".rd-ask__chip:visible").count():
        press(page, page.locator(".rd-ask__chip:visible").last)
    assert fragment(page) == "area=northvale"


def test_the_focus_is_never_lost_when_everything_is_taken_away_at_once(window: Window):
    page = chosen(window, "grief", "52")
    press(page, page.locator(".rd-ask__choice:visible").first)
    press(page, page.get_by_role("button", name="Start again"))
    press(page, page.get_by_role("button", name="Forget this area"))


def test_the_focus_is_never_lost_on_the_pages_for_refusals_and_comparisons(window: Window):
    page = window.page
    page.goto(f"{window.site}{REFUSED}&why=too-complex")
    page.locator(".rd-refused__answer .rd-match").first.wait_for()
    press(page, page.get_by_label("How severe is it now?"), "ArrowDown")
    press(page, page.get_by_label("What reason did it give?"), "ArrowDown")
    press(page, page.get_by_role("button", name="Add to shortlist").first)
    page = compare(window, THERAPIES, TEAM, LANTERN, told=ADULT)
    press(page, page.get_by_role("switch", name="Only what differs"), "Space")
    for left in (2, 1, 0):
        press(page, page.get_by_role("button", name="Remove").first)
        expect(page.locator(".rd-compare__heads th a:visible")).to_have_count(left)
        assert not page.evaluate(LOST)


def test_a_lost_focus_would_be_seen(window: Window):
    page = chosen(window, "depression", "34")
    assert not page.evaluate(LOST)
    page.evaluate("document.activeElement.remove()")
    assert page.evaluate(LOST)


def steps(page: Page) -> list[tuple[str, str]]:
    """Answers, filters and chooses one thing after the other; the address and what is seen after each."""
    seen = [(page.url, page.evaluate(STATE))]

    def done(found: Locator, key: str = "Enter") -> None:
        before = page.url
        press(page, found, key)
        page.wait_for_function("(before) => location.href !== before", arg=before)
        seen.append((page.url, page.evaluate(STATE)))

    done(page.locator(".rd-ask__choice:visible").nth(1))
    done(page.locator(".rd-ask__choice:visible").first)
    done(free(page), "Space")
    done(page.get_by_role("button", name="Add to shortlist").first)
    done(page.locator(".rd-ask__chip:visible").last)
    return seen


def test_back_and_forward_go_through_answers_filters_and_shortlist_and_the_title_stays(window: Window):
    page = chosen(window, "depression", "34")
    title = page.title()
    seen = steps(page)
    for address, state in reversed(seen[:-1]):
        page.go_back()
        expect(page).to_have_url(address)
        assert page.evaluate(STATE) == state
        assert page.title() == title
    for address, state in seen[1:]:
        page.go_forward()
        expect(page).to_have_url(address)
        assert page.evaluate(STATE) == state
        assert page.title() == title
    assert window.said == []


def test_a_reload_and_a_link_given_to_somebody_else_show_the_same(window: Window, windows: Windows):
    page = chosen(window, "depression", "34")
    _, state = steps(page)[-2]
    page.go_back()
    page.wait_for_function(f"() => ({STATE})() === {state!r}")
    page.reload()
    page.locator(READY).wait_for(state="attached")
    assert page.evaluate(STATE) == state
    with windows() as other:
        assert shown(other, fragment(page)).evaluate(STATE) == state


def test_back_from_the_page_of_a_service_brings_the_answers_again(window: Window):
    page = chosen(window, "depression", "34")
    before = page.evaluate(STATE)
    page.locator(".rd-match h3 a").first.click()
    page.wait_for_url("**/services/**")
    assert "34y" not in page.url
    page.go_back()
    page.locator(READY).wait_for(state="attached")
    assert page.evaluate(STATE) == before
    expect(age(page)).to_have_value("34")
    expect(need(page)).to_have_value("")
    expect(area(page)).to_have_value("Northvale (made up)")
    expect(options(page)).to_have_count(0)
    expect(question(page)).to_be_visible()
