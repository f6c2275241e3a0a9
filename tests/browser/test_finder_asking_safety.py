"""What the finder must always do: crisis help first, nothing typed goes anywhere, and no name runs as code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window
from browser.fields import age, area, chosen, fragment, need, options, typed

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

CANARY = "zebra7quartz"
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


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


@pytest.mark.parametrize("words", ["suicid", "wants to end her life", "od'd last night", "TLNWL"])
def test_crisis_words_put_crisis_help_above_everything_at_once(window: Window, words: str):
    page = window.go("")
    need(page).press_sequentially(words)
    card = page.locator(".rd-finder__crisis .rd-help")
    expect(card).to_be_visible()
    expect(card).to_contain_text("999")
    box, row = card.bounding_box(), page.locator(".rd-ask__row").bounding_box()
    assert box and row and box["y"] + box["height"] <= row["y"]
    expect(need(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_crisis_help_stays_when_only_the_other_thing_that_was_typed_is_chosen(window: Window):
    page = window.go("")
    card = page.locator(".rd-finder__crisis .rd-help")
    need(page).press_sequentially("suicidal and low mood")
    options(page).filter(has_text="Depression or low mood").first.click()
    expect(page.locator(".rd-match").first).to_be_visible()
    expect(card).to_be_visible()
    page.get_by_role("button", name="Start again").or_(page.get_by_role("link", name="Start again")).click()
    expect(card).to_have_count(0)


def test_crisis_help_goes_when_the_urgent_word_was_part_of_another_name(window: Window):
    page = window.go("")
    need(page).press_sequentially("suicide bereavement")
    options(page).filter(has_text="Bereavement by suicide").first.click()
    expect(page.locator(".rd-match").first).to_be_visible()
    expect(page.locator(".rd-finder__crisis .rd-help")).to_have_count(0)


def test_when_crisis_help_goes_its_announcement_goes_too(window: Window):
    page = window.go("")
    said = page.locator(".rd-finder__said")
    for words in ("se", "suicid"):
        need(page).fill("")
        need(page).press_sequentially(words)
        expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()
        expect(said).to_have_text("Crisis help is shown first.")
        need(page).fill("sertraline not working")
        expect(page.locator(".rd-finder__crisis .rd-help")).to_have_count(0)
        expect(said).to_have_text("")


@pytest.mark.parametrize(
    ("told", "neutral"),
    [
        ("need=domestic-abuse", "need=personal-safety"),
        ("type=sexual-violence-service", "type=safety-support-service"),
        ("need=depression&yes=domestic-abuse-now", "need=depression&yes=personal-safety-now"),
        ("need=depression&is=domestic-abuse-survivor", "need=depression&is=personal-safety-person-home"),
    ],
)
def test_a_discreet_answer_never_stays_in_the_address_nor_on_paper(window: Window, told: str, neutral: str):
    page = window.go(f"#area=northvale&{told}")
    assert fragment(page) == f"area=northvale&{neutral}"
    chip = page.locator(".rd-ask__chip").last
    expect(chip).to_be_visible()
    page.reload()
    window.ready()
    assert fragment(page) == f"area=northvale&{neutral}"
    expect(chip).to_be_visible()
    assert page.locator(f'a[href*="{told.rpartition("=")[2]}"]').count() == 0
    page.emulate_media(media="print")
    expect(chip).to_be_hidden()


def test_a_discreet_need_that_is_typed_stands_in_the_address_by_its_neutral_word(window: Window):
    page = chosen(window, "domestic violence")
    assert fragment(page) == "area=northvale&need=personal-safety"
    page.go_back()
    page.go_forward()
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    expect(page.locator(".rd-match").first).to_be_visible()


@pytest.mark.parametrize("field", ["area", "age"])
def test_crisis_words_count_in_every_field(window: Window, field: str):
    page = window.go("")
    {"area": area, "age": age}[field](page).press_sequentially("suicidal")
    expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()


@pytest.mark.parametrize("field", ["need", "age"])
def test_crisis_words_typed_before_anything_is_read_count_once_it_is(window: Window, field: str):
    waiting: list[Route] = []
    window.page.route("**/data/search/vocabulary.json", lambda route: waiting.append(route))
    window.page.goto(window.site)
    {"need": need, "age": age}[field](window.page).press_sequentially("suicidal")
    window.page.get_by_role("link", name="Areas").first.focus()
    while not waiting:
        window.page.wait_for_timeout(20)
    waiting[0].continue_()
    expect(window.page.locator(".rd-finder__crisis .rd-help")).to_be_visible()


def test_a_need_of_crisis_without_an_area_shows_crisis_help_too(window: Window):
    page = window.go("")
    page.get_by_role("button", name="Forget this area").click()
    expect(page.get_by_text("Choose an area to see the services")).to_be_visible()
    typed(page, "suicid")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()


def test_what_is_typed_in_any_field_goes_nowhere(window: Window):
    page = window.go("")
    for field in (area, need, age):
        field(page).press_sequentially(f"{CANARY} ")
        page.keyboard.press("Enter")
        assert CANARY not in kept(page)
    assert not [each for each in window.requests if CANARY in each or "?" in each.replace("?v=", "")]


def test_a_name_with_markup_in_it_stays_text_in_the_suggestions(window: Window):
    def spiked(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace("Northvale Talking Therapies", HOSTILE.replace('"', '\\"'))
        route.fulfill(response=answer, body=text)

    window.page.route("**/data/search/**", spiked)
    page = window.go("")
    title = page.title()
    typed(page, "talking therapies")
    found = options(page).filter(has_text="<script>")
    assert found.first.inner_text().startswith(HOSTILE)
    assert page.locator("[role=option] :is(img, script)").count() == 0
    assert page.title() == title
    assert window.said == []


def test_the_finder_keeps_to_the_policy_of_the_site(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_text("Other questions").click()
    assert window.said == []
    assert page.locator("script:not([src])").count() == 0
