"""The shortlist in a browser: from results to services side by side, by keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from browser.compared import heads, press, results, row
from browser.conftest import Window


def test_from_results_to_services_side_by_side_by_keyboard(window: Window):
    page = results(window)
    buttons = page.get_by_role("button", name="Add to shortlist")
    first = buttons.nth(0)
    press(page, first)
    chosen = page.get_by_role("button", name="On the shortlist")
    expect(chosen).to_have_count(1)
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()
    tray = page.get_by_role("region", name="Shortlist")
    expect(tray.get_by_role("link", name="Compare side by side")).to_be_hidden()
    press(page, page.get_by_role("button", name="Add to shortlist").nth(0))
    press(page, tray.get_by_role("link", name="Compare side by side"))
    page.locator(".rd-compare__table").wait_for()
    assert page.url.startswith(f"{window.site}compare/#")
    assert len(heads(page)) == 2
    assert row(page, "Outcome").get_by_role("cell").count() == 2


def test_a_name_is_taken_off_in_the_tray_and_the_focus_stays_near(window: Window):
    page = results(window)
    for _ in range(2):
        page.get_by_role("button", name="Add to shortlist").nth(0).click()
    tray = page.get_by_role("region", name="Shortlist")
    names = tray.get_by_role("button", name=re.compile("^Take .* off the shortlist$"))
    press(page, names.nth(0))
    expect(names).to_have_count(1)
    expect(names).to_be_focused()
    page.keyboard.press("Enter")
    expect(tray).to_be_hidden()
    expect(page.get_by_role("button", name="On the shortlist")).to_have_count(0)
    assert page.evaluate("document.activeElement.className").startswith("rd-shortlist ")


def test_back_takes_the_last_choice_away(window: Window):
    page = results(window)
    page.get_by_role("button", name="Add to shortlist").nth(0).click()
    page.get_by_role("button", name="Add to shortlist").nth(0).click()
    page.go_back()
    expect(page.get_by_role("button", name="On the shortlist")).to_have_count(1)
    expect(page.locator(".rd-tray__item")).to_have_count(1)


def test_a_fifth_service_is_refused_kindly(window: Window):
    page = results(window)
    for _ in range(5):
        page.get_by_role("button", name="Add to shortlist").nth(0).click()
    expect(page.get_by_role("button", name="On the shortlist")).to_have_count(4)
    expect(page.locator(".rd-tray__note")).to_contain_text("Four services can be compared at once")
    assert "Four services can be compared at once" in page.locator(".rd-finder__said").inner_text()


def test_the_shortlist_is_kept_nowhere_but_in_the_address(window: Window):
    page = results(window)
    page.get_by_role("button", name="Add to shortlist").nth(0).click()
    assert "with=" in page.url.partition("#")[2]
    assert "with=" not in page.url.partition("#")[0]
    kept = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]")
    assert kept in ([[], [], ""], [["rightdoor-area"], [], ""])
