"""The results as a hurried GP reads them: three answers, short cards, crisis help first, and nothing that jumps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import NOON, Window, Windows
from browser.resulting import ADULT, READY, SEVERE, card, group, opened, refusals, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

TALKING = "northvale-talking-therapies"


def count(page: Page, key: str) -> int:
    return int(group(page, key).locator(".rd-group__count").inner_text())


def test_the_three_answers_are_headed_and_counted(window: Window):
    page = shown(window, SEVERE)
    headings = page.locator(".rd-results h2").all_inner_texts()
    assert [re.sub(r"\s*\d+$", "", each) for each in headings] == ["Fits so far", "Check first", "Does not take"]
    assert group(page, "fits").locator(".rd-match").count() == count(page, "fits")


def test_an_answer_is_told_by_word_and_shape_before_colour(window: Window):
    page = shown(window, SEVERE)
    refusals(page)
    for key, word in {"fits": "May take", "check": "Check first", "refuses": "Does not take"}.items():
        outcome = group(page, key).locator(".rd-match__outcome").first
        assert outcome.inner_text() == word
        assert outcome.locator("svg").count() == 1
    shapes = page.locator(".rd-match__outcome path")
    assert len({each.get_attribute("d") for each in shapes.all()}) == 3


def test_a_severely_depressed_adult_under_the_cmht_is_not_offered_talking_therapies(window: Window):
    page = shown(window, SEVERE)
    assert page.locator(".rd-group--fits .rd-match[data-id='northvale-cmht']").count() == 1
    refusals(page)
    group(page, "refuses").get_by_role("button", name="more").click()
    talking = page.locator(f".rd-group--refuses .rd-match[data-id='{TALKING}']")
    assert "Does not take severe problems" in talking.inner_text()
    assert talking.locator(".rd-match__instead a[href$='services/northvale-cmht/']").count() == 1


def test_those_who_do_not_take_the_person_are_folded_and_never_absent(window: Window):
    page = shown(window, SEVERE)
    expect(group(page, "refuses").locator("h2")).to_be_visible()
    assert group(page, "refuses").locator(".rd-match").count() == 0
    for each in refusals(page).all():
        assert each.locator(".rd-match__lead").text_content()


def test_the_team_that_sees_the_person_already_is_to_be_asked_first(window: Window):
    page = shown(window, SEVERE)
    assert page.locator(".rd-results__ask").inner_text().startswith("A mental health team already sees this person")


def test_a_card_says_wait_and_its_day_how_to_refer_cost_delivery_and_when_it_was_checked(window: Window):
    words = card(shown(window, f"{ADULT}&severity=mild"), TALKING).inner_text()
    assert re.search(r"4 weeks [\s\S]*On \d+ \w+ 2026", words)
    for said in (
        "NHS Talking Therapies",
        "Refer",
        "01632 960 110",
        "Free (NHS)",
        "in person",
        "Confirmed by phone",
        "Made up",
    ):
        assert said.casefold() in words.casefold()


def test_what_nobody_has_said_is_called_not_known(window: Window):
    page = shown(window, SEVERE)
    assert card(page, "op-courage").locator(".rd-match__facts .rd-unknown").first.inner_text() == "Not known"


def test_a_gate_is_said_where_nobody_can_miss_it(window: Window):
    gate = card(shown(window, SEVERE), "northvale-cmht").locator(".rd-match__gate")
    assert gate.inner_text() == "Reached only through Northvale Single Point of Access."
    assert gate.locator("a").get_attribute("href") == "./services/northvale-single-point/"


def test_a_closed_list_is_loud(window: Window):
    page = shown(window, "area=northvale&need=complex-emotional-needs&age=34y")
    assert (
        card(page, "northvale-complex-needs")
        .locator(".rd-match__stop")
        .inner_text()
        .startswith("NOT TAKING REFERRALS NOW")
    )


def test_the_own_words_of_a_service_stand_in_a_quotation_at_the_second_look(window: Window):
    page = shown(window, SEVERE)
    refused = refusals(page).first
    assert "“" not in refused.inner_text()
    opened(refused)
    refused.locator("q.rd-own").first.wait_for()
    assert refused.locator(".rd-match__open").get_attribute("aria-expanded") == "true"


def test_a_name_leads_to_the_page_of_the_service_and_the_second_look_to_its_sheets(window: Window):
    page = shown(window, SEVERE)
    found = card(page, "northvale-cmht")
    assert found.locator("h3 a").get_attribute("href") == "./services/northvale-cmht/"
    opened(found)
    addresses = [each.get_attribute("href") for each in found.locator(".rd-match__pages a").all()]
    assert addresses == [f"./services/northvale-cmht/{each}" for each in ("", "refer/", "patient/")]


def test_six_are_shown_at_once_and_the_rest_are_one_press_away(window: Window):
    page = shown(window, ADULT)
    cards = group(page, "fits").locator(".rd-match")
    assert cards.count() == 6
    group(page, "fits").get_by_role("button", name="Show").click()
    assert cards.count() == count(page, "fits") > 6
    assert page.evaluate("document.activeElement.closest('.rd-match').dataset.id") == cards.nth(6).get_attribute(
        "data-id"
    )


def test_the_counts_are_announced_once_things_have_come_to_rest(window: Window):
    page = shown(window, SEVERE)
    said = page.locator(".rd-finder__said")
    expect(said).to_have_text(
        re.compile(r"\d+ services? fits? so far, \d+ to check first, \d+ do not take this person\.")
    )


def test_crisis_help_comes_before_everything_and_nothing_in_it_can_be_pressed_but_numbers(window: Window):
    page = shown(window, f"{ADULT}&yes=suicide-plan")
    top = page.locator(".rd-help, .rd-search__crisis").first
    expect(top).to_be_visible()
    assert "999" in top.inner_text()
    assert top.locator(".rd-emergency a, button, a:not([href^='tel:'], [href^='sms:'])").count() == 0
    assert page.evaluate(
        """() => {
          const $top = document.querySelector(".rd-help, .rd-search__crisis");
          const $first = document.querySelector(".rd-match");
          return Boolean($top.compareDocumentPosition($first) & Node.DOCUMENT_POSITION_FOLLOWING);
        }"""
    )


def test_crisis_help_that_an_answer_calls_for_is_seen_on_a_small_screen(windows: Windows):
    with windows(viewport={"width": 390, "height": 700}) as small:
        page = shown(small, f"{ADULT}&severity=moderate&no=under-secondary-care")
        question = page.locator(".rd-ask__question")
        expect(question).to_contain_text("in crisis, or at high risk now")
        question.get_by_role("button", name="Yes", exact=True).click()
        expect(page.locator(".rd-help .rd-emergency")).to_be_in_viewport()
        assert page.locator(".rd-help").count() == 1


def test_a_card_that_stays_is_the_same_element_and_keeps_the_focus(window: Window):
    page = shown(window, ADULT)
    held = card(page, TALKING)
    if not held.count():
        group(page, "fits").get_by_role("button", name="Show").click()
    held.locator("h3 a").focus()
    page.evaluate("window.held = document.activeElement")
    page.evaluate("location.hash = 'area=northvale&need=depression&age=34y&severity=mild'")
    expect(page.locator(".rd-match__outcome").first).to_be_visible()
    page.wait_for_function("document.querySelector('[data-rd-finder]').innerText.includes('Severity: mild')")
    assert page.evaluate("window.held.isConnected && document.activeElement === window.held")


def test_the_focus_goes_to_a_heading_when_its_card_goes(window: Window):
    page = shown(window, ADULT)
    page.locator(".rd-match h3 a").first.focus()
    page.evaluate("location.hash = 'area=northvale&need=bereavement&age=6y'")
    page.wait_for_function("document.querySelector('[data-rd-finder]').innerText.includes('Bereavement')")
    assert page.evaluate("document.activeElement.closest('.rd-results') !== null")


def test_nothing_moves_when_the_longer_words_come(window: Window):
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    window.page.route("**/data/search/words/*", hold)
    page = shown(window, SEVERE)
    places = (
        "[...document.querySelectorAll('.rd-match, .rd-group')].map((each) => each.getBoundingClientRect().toJSON())"
    )
    before = page.evaluate(places)
    assert waiting
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(places) == before


def test_on_paper_all_is_open_and_crisis_help_is_there(window: Window):
    page = shown(window, SEVERE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert group(page, "refuses").locator(".rd-match").count() == count(page, "refuses")
    expect(group(page, "refuses").locator(".rd-match__body").last).to_be_visible()
    expect(page.locator(".rd-crisis")).to_be_visible()
    expect(page.locator(".rd-filters")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(group(page, "refuses").locator(".rd-match").first).to_be_hidden()
    expect(page.locator(".rd-match__body").first).to_be_hidden()


def test_facts_grow_old_on_a_card_as_days_pass(windows: Windows):
    with windows(at=NOON.replace(year=2028)) as later:
        page = shown(later, "area=northvale&need=bereavement-child&age=34y")
        words = card(page, "compassionate-friends").locator(".rd-match__trust--doubtful").first.text_content()
        assert words
        assert "too long ago to rely on" in words


def test_results_are_there_again_after_going_back(window: Window):
    page = shown(window, SEVERE)
    page.locator(".rd-match h3 a").first.click()
    page.wait_for_url("**/services/**")
    page.go_back()
    page.locator(READY).wait_for(state="attached")
    assert group(page, "fits").locator(".rd-match").count() == count(page, "fits")


def test_a_service_with_rules_of_its_own_for_the_area_says_in_full_what_it_says_there(window: Window):
    page = shown(window, "area=eastvale&need=anxiety&age=34y&severity=mild")
    assert "NHS-funded therapy by typed chat with a qualified therapist" in opened(
        card(page, "valeland-online-therapy")
    )


def test_a_place_to_go_instead_that_takes_nobody_now_says_so(window: Window):
    page = shown(window, "area=northvale&need=domestic-abuse&yes=uses-abuse&age=34y")
    refusals(page)
    instead = card(page, "northvale-harbour").locator(".rd-match__instead")
    expect(instead).to_have_text("Refer instead to Turnaround (paused).")


def test_no_doubt_and_no_word_of_referring_stands_beside_the_number_of_a_crisis_helpline(window: Window):
    page = shown(window, "area=northvale&need=crisis&age=34y")
    while page.locator(".rd-results__more:visible").count():
        page.locator(".rd-results__more:visible").first.click()
    samaritans = card(page, "samaritans")
    samaritans.wait_for()
    assert samaritans.locator(".rd-match__trust--doubtful").count() == 0
    assert "taking referrals" not in samaritans.inner_text()
