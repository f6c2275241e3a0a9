"""The search box as a hurried GP uses it: by keyboard, the area remembered, and nothing typed going anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import NOON, Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CANARY = "zebra7quartz"


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox").first


def typed(window: Window, words: str, address: str = "areas/") -> Page:
    page = window.go(address)
    box(page).fill(words)
    page.locator(".rd-search__status:not(:empty)").first.wait_for()
    return page


def in_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText || document.activeElement.tagName"))


def test_typing_finds_topics_and_services_and_says_how_many(window: Window):
    page = typed(window, "depress")
    assert "Depression or low mood" in page.locator(".rd-search__list--terms a").first.inner_text()
    assert "Northvale Talking Therapies" in page.locator(".rd-search__list--services a").first.inner_text()
    assert "topics" in page.get_by_role("status").inner_text()


def test_a_result_says_whom_a_service_takes_and_how_long_people_wait(window: Window):
    words = typed(window, "IAPT").locator(".rd-search__item--service").first.inner_text()
    assert "17 years and 9 months" in words
    assert "weeks" in words
    assert "Made up" in words


def test_a_list_that_is_closed_and_a_gate_are_said_in_the_result(window: Window):
    page = typed(window, "Northvale Complex Emotional Needs")
    words = page.locator(".rd-search__item--service", has=page.locator("a[href*=northvale-complex-needs]")).inner_text()
    assert "Waiting list closed" in words


def test_facts_grow_old_in_the_result_as_days_pass(windows: Windows):
    def marks(window: Window) -> str:
        page = typed(window, "carers direct")
        return page.locator(".rd-search__item--service", has=page.locator("a[href*=carers-direct]")).inner_text()

    with windows() as now, windows(at=NOON.replace(year=2028)) as later:
        assert "Not confirmed lately" not in marks(now)
        assert "Not confirmed lately" in marks(later) or "Never confirmed" in marks(now)


def test_the_name_of_a_service_opens_it_with_enter(window: Window):
    page = typed(window, "samaritans")
    box(page).press("Enter")
    page.wait_for_url("**/services/samaritans/")


@pytest.mark.parametrize("words", ["BPD", "IPT", CANARY])
def test_enter_takes_neither_a_meaning_that_was_not_read_nor_a_way_on_that_was_not_asked_for(
    window: Window, words: str
):
    page = typed(window, words)
    address = page.url
    box(page).press("Enter")
    assert page.url == address
    assert box(page).input_value() == words
    assert in_focus(page) == page.locator(".rd-search__results :is(a, button)").first.inner_text()


def test_arrow_keys_walk_through_the_results_and_back(window: Window):
    page = typed(window, "depression")
    box(page).press("ArrowDown")
    assert in_focus(page).startswith("Depression or low mood")
    page.keyboard.press("ArrowDown")
    second = in_focus(page)
    assert second != "INPUT"
    page.keyboard.press("ArrowUp")
    assert in_focus(page).startswith("Depression or low mood")
    page.keyboard.press("ArrowUp")
    assert in_focus(page) == "INPUT"


def test_escape_goes_back_to_the_box_and_then_empties_it(window: Window):
    page = typed(window, "depression")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert in_focus(page) == "INPUT"
    assert box(page).input_value() == "depression"
    page.keyboard.press("Escape")
    assert box(page).input_value() == ""
    assert page.locator(".rd-search__results > *").count() == 0


def test_a_slash_goes_to_the_box_but_stays_a_letter_where_one_types(window: Window):
    page = window.go("services/samaritans/")
    page.keyboard.press("/")
    assert in_focus(page) == "INPUT"
    assert box(page).input_value() == ""
    page.keyboard.type("and/or")
    assert box(page).input_value() == "and/or"


def test_the_rest_of_a_long_list_is_one_press_away(window: Window):
    page = typed(window, "depression")
    services = page.locator(".rd-search__list--services > li")
    shown = services.count()
    page.get_by_role("button", name="more").click()
    assert services.count() > shown
    assert in_focus(page) == services.nth(shown).locator("a").inner_text()


def test_results_over_the_page_are_put_away_when_the_reader_goes_on(window: Window):
    page = typed(window, "depression", "services/samaritans/")
    results = page.locator(".rd-search__results")
    expect(results).to_be_visible()
    page.mouse.click(60, 700)
    expect(results).to_be_hidden()
    box(page).focus()
    expect(results).to_be_visible()


def test_crisis_help_beside_the_results_keeps_what_to_press_and_what_to_text(window: Window):
    words = typed(window, "depress", "services/samaritans/").locator(".rd-search__strip").first.inner_text()
    assert "111, then select the mental health option" in words
    assert "text the word SHOUT to" in words


def test_a_made_up_area_is_marked_in_the_results(window: Window):
    found = typed(window, "northvale").locator(".rd-search__list--terms a[href$='areas/northvale/']").first
    assert "made up" in found.inner_text()


def test_an_ambiguous_word_offers_its_meanings(window: Window):
    page = typed(window, "BPD")
    assert page.locator(".rd-search__choices a").all_inner_texts()[1].startswith("Bipolar disorder")
    assert page.locator(".rd-search__list").count() == 0


def test_a_meaning_without_a_page_is_searched_for(window: Window):
    page = typed(window, "IPT")
    page.get_by_role("button", name="Interpersonal therapy").click()
    assert box(page).input_value() == "Interpersonal therapy (IPT)"


def test_mended_spelling_and_former_names_are_said(window: Window):
    assert "counselling" in typed(window, "conselling").locator(".rd-search__note").inner_text()
    assert "is now called" in typed(window, "IAPT").locator(".rd-search__note").inner_text()


def test_only_the_word_that_was_mended_is_said(window: Window):
    note = typed(window, "conselling for my husband").locator(".rd-search__note").inner_text()
    assert note == "Searched for counselling instead of “conselling”."


def test_an_area_that_is_named_is_chosen_by_a_press_and_never_by_typing(window: Window):
    page = typed(window, "grief eastvale")
    assert "These are for Northvale." in page.locator(".rd-search__note").inner_text()
    assert not [each for each in window.requests if "area/eastvale" in each]
    page.get_by_role("button", name="Search in Eastvale").click()
    page.locator("a[href*='services/eastvale-']").first.wait_for()
    assert area(page).input_value() == "eastvale"
    assert page.locator(".rd-search__note").count() == 0


def test_nothing_found_is_not_the_end(window: Window):
    words = typed(window, CANARY).locator(".rd-search__empty")
    assert "does not mean that there is no service" in words.inner_text()
    assert words.get_by_role("link", name="Northvale Single Point of Access").count() == 1


def test_without_the_data_the_box_says_what_to_do(window: Window):
    window.page.route("**/data/search/vocabulary.json", lambda route: route.abort())
    page = typed(window, "depression")
    assert "lists by area and need" in page.get_by_role("status").inner_text()
    window.page.unroute("**/data/search/vocabulary.json")
    box(page).fill("depressio")
    page.locator(".rd-search__list").first.wait_for()


def area(page: Page) -> Locator:
    return page.get_by_label("Area", exact=True).first


def test_the_area_is_remembered_on_every_page_and_can_be_forgotten(window: Window):
    page = window.go("areas/")
    assert area(page).input_value() == "northvale"
    area(page).select_option("eastvale")
    page = window.go("services/samaritans/")
    assert area(page).input_value() == "eastvale"
    page = window.go("")
    expect(page.get_by_role("combobox", name="Area")).to_have_value("Eastvale (made up)")
    page.get_by_role("button", name="Forget this area").click()
    expect(page.get_by_role("combobox", name="Area")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0
    assert area(window.go("services/samaritans/")).input_value() == "northvale"


def test_an_area_that_is_no_longer_there_is_not_chosen(window: Window):
    window.go("").evaluate("localStorage.setItem('rightdoor-area', '../../evil')")
    page = typed(window, "samaritans")
    assert area(page).input_value() == "northvale"
    assert page.locator(".rd-search__list a").first.get_attribute("href") == "../services/samaritans/"


def kept(page: Page) -> str:
    """Everything that a browser could keep of a visit, or tell others."""
    return str(
        page.evaluate(
            """async () => JSON.stringify([
            location.href, document.title, document.cookie, document.referrer, history.state, window.name,
            Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases(),
            await caches.keys()])"""
        )
    )


def test_what_is_typed_goes_into_no_request_address_title_or_storage(window: Window):
    page = typed(window, f"{CANARY} suicidal depression")
    moments = [kept(page)]
    box(page).press("ArrowDown")
    page.keyboard.press("Escape")
    box(page).fill(f"{CANARY} depression")
    moments.append(kept(page))
    page.locator(".rd-search__list a").first.click()
    window.ready()
    moments.append(kept(page))
    page.go_back()
    window.ready()
    moments.append(kept(page))
    assert [moment for moment in moments if CANARY in moment] == []
    assert [each for each in window.requests if CANARY in each or "?" in each.replace("?v=", "")] == []


@pytest.mark.parametrize("address", ["areas/", "services/northvale-cmht/"])
def test_a_browser_loads_only_the_data_of_the_chosen_area(window: Window, address: str):
    typed(window, "depression", address)
    loaded = sorted(each.rpartition("data/search/")[2] for each in window.requests if "/data/" in each)
    words = ["words/national.json", "words/northvale.json"]
    assert loaded == ["area/northvale.json", "areas.json", "national.json", "vocabulary.json", *words]
