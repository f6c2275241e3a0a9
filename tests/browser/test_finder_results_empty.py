"""Empty and partial results are never a dead end: who refuses and why, the front door, next door, and crisis help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import Window
from browser.resulting import ALL_REFUSE, NOBODY, group, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page


def empty(page: Page) -> str:
    return page.locator(".rd-empty").inner_text()


def test_nothing_listed_says_what_was_asked_and_that_there_may_be_something(window: Window):
    words = empty(shown(window, NOBODY))
    assert "That does not mean that there is none." in words
    assert "Hoarding, aged 40, moderate" in words


def test_what_somebody_looked_for_and_nobody_offers_is_said_with_its_day(window: Window):
    words = empty(shown(window, NOBODY))
    assert "Nobody offers help with hoarding as such." in words
    assert "Looked for on 5 October 2026" in words


def test_nothing_listed_names_the_front_door_its_number_next_door_and_everywhere(window: Window):
    page = shown(window, NOBODY)
    addresses = [each.get_attribute("href") for each in page.locator(".rd-empty a").all()]
    assert "./services/northvale-single-point/" in addresses
    assert "01632 960 100" in empty(page)
    assert {"./areas/eastvale/", "./areas/southmoor/", "./areas/northvale/", "./needs/hoarding/"} <= set(addresses)


def test_nothing_listed_still_gives_crisis_help_with_no_link_in_the_emergency_card(window: Window):
    page = shown(window, NOBODY)
    assert "If life is at risk: call 999" in page.locator(".rd-empty .rd-emergency").inner_text()
    assert page.locator(".rd-empty .rd-emergency a").count() == 0
    assert "116 123" in empty(page)


def test_where_all_refuse_it_is_said_who_and_why_and_where_to_go_instead(window: Window):
    page = shown(window, ALL_REFUSE)
    assert group(page, "fits").is_hidden()
    words = empty(page)
    assert "What stands in the way" in words
    assert "The age: " in words
    assert page.locator(".rd-empty__refusals > li").count() == 3
    expect(group(page, "refuses").locator("h2")).to_be_visible()


def test_where_only_some_are_to_be_checked_it_says_so_above_them(window: Window):
    page = shown(window, "area=northvale&need=prolonged-grief&age=12y&severity=severe-enduring")
    assert "Ask the services below before referring" in page.locator(".rd-results__nothing").inner_text()
    assert page.locator(".rd-empty").count() == 0


def test_services_that_cannot_be_read_are_owned_up_to_and_the_lists_are_offered(window: Window):
    window.page.route("**/data/search/area/northvale.json", lambda route: route.abort())
    window.page.goto(f"{window.site}#{NOBODY}")
    prompt = window.page.locator(".rd-results__prompt")
    expect(prompt).to_contain_text("cannot be read just now")
    addresses = [each.get_attribute("href") for each in prompt.locator("a").all()]
    assert addresses == ["./areas/", "./needs/", "./a-z/", "./crisis/"]
    expect(window.page.locator(".rd-crisis")).to_contain_text("116 123")


def test_after_an_area_that_could_not_be_read_back_shows_the_results_again(window: Window):
    page = shown(window, "area=northvale&need=bereavement&age=40y")
    before = group(page, "fits").inner_text()
    page.route("**/data/search/area/eastvale.json", lambda route: route.abort())
    page.evaluate("location.hash = location.hash.replace('northvale', 'eastvale')")
    expect(page.get_by_text("The services cannot be read just now")).to_be_visible()
    expect(page.locator(".rd-journey")).to_be_hidden()
    page.go_back()
    expect(page.get_by_text("The services cannot be read just now")).to_have_count(0)
    expect(page.locator(".rd-journey")).to_be_visible()
    assert group(page, "fits").inner_text() == before
