"""Whoever looks at a sheet and comes back finds the results as they left them, and nothing of the patient is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window
from browser.resulting import ADULT, READY, SEVERE, card, group, refusals, shown

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TEAM = "northvale-cmht"


def top(found: Locator) -> float:
    """How far a card is from the top of the window."""
    return float(found.evaluate("$card => $card.getBoundingClientRect().top"))


def there_and_back(page: Page, link: Locator) -> None:
    """Follows a link and comes back to the results; the page is asked for anew, as after a long look elsewhere."""
    link.click()
    page.wait_for_url("**/services/**")
    page.go_back()
    page.locator(READY).wait_for(state="attached")


@pytest.mark.parametrize("name", ["Sheet for a referral", "Sheet for the patient", "The whole entry"])
def test_back_from_a_page_of_a_service_leads_to_its_card_open_and_where_it_stood(window: Window, name: str):
    page = shown(window, ADULT)
    fifth = page.locator(".rd-group--fits .rd-match").nth(4)
    service = fifth.get_attribute("data-id")
    assert service
    fifth.locator(".rd-match__open").click()
    link = fifth.get_by_role("link", name=name)
    link.scroll_into_view_if_needed()
    before = top(fifth)
    there_and_back(page, link)
    again = card(page, service)
    expect(again.locator(".rd-match__body")).to_be_visible()
    expect(again.locator(".rd-match__open")).to_have_attribute("aria-expanded", "true")
    page.wait_for_function(
        "([id, top]) => Math.abs(document.querySelector(`[data-id='${id}']`).getBoundingClientRect().top - top) < 60",
        arg=[service, before],
    )
    assert page.evaluate("scrollY") > 100


def test_a_card_of_those_who_do_not_take_the_patient_is_found_again_too(window: Window):
    page = shown(window, ADULT)
    last = refusals(page).last
    service = last.get_attribute("data-id")
    assert service
    last.locator(".rd-match__open").click()
    there_and_back(page, last.get_by_role("link", name="The whole entry"))
    expect(card(page, service).locator(".rd-match__body")).to_be_in_viewport()
    assert group(page, "refuses").locator("details").get_attribute("open") is not None


def test_only_ids_of_services_are_kept_in_the_history_for_it(window: Window):
    page = shown(window, SEVERE)
    first = card(page, TEAM)
    first.locator(".rd-match__open").click()
    there_and_back(page, first.get_by_role("link", name="The whole entry"))
    kept = page.evaluate("history.state")
    assert set(kept) == {"place"}
    assert set(kept["place"]) == {"open", "at", "from"}
    assert kept["place"]["open"] == [TEAM]
    assert page.evaluate("sessionStorage.length") == 0


def test_who_comes_anew_begins_at_the_top_with_every_card_shut(window: Window):
    page = shown(window, ADULT)
    page.locator(".rd-match__open").nth(3).click()
    page.locator(".rd-match__pages a").first.click()
    page.wait_for_url("**/services/**")
    page = shown(window, ADULT)
    assert page.evaluate("scrollY") == 0
    assert page.locator(".rd-match__open[aria-expanded=true]").count() == 0
