"""Asking in the finder as a hurried GP does: by keyboard, three inputs, then one question at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

CANARY = "zebra7quartz"


def need(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Need")


def area(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Area")


def age(page: Page) -> Locator:
    return page.get_by_role("textbox", name=re.compile("^Age"))


def options(page: Page) -> Locator:
    return page.locator("[role=option]:visible")


def chips(page: Page) -> list[str]:
    return [words.partition("✕")[0].strip() for words in page.locator(".rd-ask__chip").all_inner_texts()]


def question(page: Page) -> Locator:
    return page.locator(".rd-ask__text")


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def in_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.innerText || 'nothing'"))


def typed(page: Page, words: str) -> None:
    """Types into the need box and waits until something is suggested."""
    need(page).press_sequentially(words)
    options(page).first.wait_for()


def chosen(window: Window, words: str, years: str = "") -> Page:
    """The finder with a need, and perhaps an age, answered by keyboard alone."""
    page = window.go("")
    page.keyboard.press("/")
    page.keyboard.type(words)
    options(page).first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".rd-results")).to_be_visible()
    expect(age(page)).to_be_focused()
    if years:
        page.keyboard.type(years)
        page.keyboard.press("Enter")
    return page


def test_a_need_and_an_age_typed_without_the_mouse_give_results(window: Window):
    page = chosen(window, "depr", "34")
    assert fragment(page) == "area=northvale&need=depression&age=34y"
    assert chips(page) == ["Depression or low mood", "Age 34"]
    assert page.locator(".rd-match").count() > 3
    assert in_focus(page) == "rd-ask-question"


def test_results_are_there_before_an_age_is(window: Window):
    page = chosen(window, "panic")
    assert page.locator(".rd-match").count() > 0
    assert in_focus(page) == "rd-ask-age"


def test_the_first_letter_suggests(window: Window):
    page = window.go("")
    typed(page, "d")
    assert "Depression or low mood" in options(page).all_inner_texts()[1]


def test_arrows_walk_through_the_suggestions_and_escape_shuts_then_empties(window: Window):
    page = window.go("")
    typed(page, "depress")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(need(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    assert need(page).input_value() == "depress"
    page.keyboard.press("Escape")
    assert need(page).input_value() == ""
    assert fragment(page) == ""


def test_enter_takes_the_first_but_never_a_meaning_that_was_not_read(window: Window):
    page = window.go("")
    typed(page, "BPD")
    page.keyboard.press("Enter")
    assert fragment(page) == ""
    assert all("one meaning of “BPD”" in words for words in options(page).all_inner_texts())
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-results")).to_be_visible()
    assert fragment(page) == "area=northvale&need=bipolar"


def test_a_meaning_that_is_no_answer_is_searched_for(window: Window):
    page = window.go("")
    typed(page, "IPT")
    options(page).first.click()
    expect(need(page)).to_have_value("Interpersonal therapy (IPT)")
    expect(need(page)).to_be_focused()
    expect(options(page).first).to_contain_text("Need")


def test_a_service_opens_its_page_and_a_kind_of_service_is_an_answer(window: Window):
    page = chosen(window, "CMHT")
    assert fragment(page) == "area=northvale&type=cmht"
    assert chips(page) == ["Community mental health team"]
    page = window.go("")
    typed(page, "samaritans")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/samaritans/")


def test_a_need_after_a_kind_of_service_takes_its_place(window: Window):
    page = chosen(window, "CMHT")
    typed(page, "panic")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_text(re.compile("^Panic attacks"))
    assert "type=" not in fragment(page)


def test_two_needs_stand_beside_each_other(window: Window):
    page = chosen(window, "depression")
    typed(page, "panic")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_count(2)
    assert fragment(page) == "area=northvale&need=depression,panic"


def test_nothing_found_is_said_and_does_not_mean_that_nothing_exists(window: Window):
    page = window.go("")
    need(page).press_sequentially("zzqqzz")
    expect(options(page)).to_contain_text("does not mean that there is no service")
    page.keyboard.press("Enter")
    expect(need(page)).to_be_focused()


@pytest.mark.parametrize(
    ("said", "code", "chip"),
    [
        ("34", "34y", "Age 34"),
        ("17y9m", "17y9m", "Age 17 years and 9 months"),
        ("17 years 9 months", "17y9m", "Age 17 years and 9 months"),
        ("9 months", "9m", "Age 9 months"),
        ("34 F", "34y", "Age 34"),
    ],
)
def test_an_age_is_read_as_people_type_it(window: Window, said: str, code: str, chip: str):
    page = chosen(window, "depression", said)
    expect(page.locator(".rd-ask__chip").nth(1)).to_contain_text(chip)
    assert fragment(page).endswith(f"age={code}")


@pytest.mark.parametrize("said", ["abc", "17y13m", "340", "born in 1992"])
def test_an_age_that_cannot_be_read_is_said_in_words_and_stops_nothing(window: Window, said: str):
    page = chosen(window, "depression", said)
    expect(page.locator(".rd-ask__error").first).to_contain_text("cannot be read as an age")
    assert age(page).get_attribute("aria-invalid") == "true"
    assert page.locator(".rd-match").count() > 3
    age(page).fill("34")
    expect(page.locator(".rd-ask__error").first).to_have_text("")
    expect(page.locator(".rd-ask__chip")).to_have_count(2)


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


def test_back_and_forward_take_answers_away_and_bring_them_again(window: Window):
    page = chosen(window, "depression", "34")
    page.go_back()
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    page.go_back()
    expect(page.locator(".rd-ask__told")).to_be_hidden()
    expect(page.locator(".rd-results")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(page.locator(".rd-ask__chip")).to_have_count(2)
    expect(age(page)).to_have_value("34")


def test_a_reload_and_a_shared_link_give_the_same_services(window: Window, windows: Windows):
    page = chosen(window, "depression", "34")
    shown = page.locator(".rd-match h3").all_inner_texts()
    page.reload()
    window.ready()
    assert page.locator(".rd-match h3").all_inner_texts() == shown
    with windows() as another:
        other = another.go(f"#{fragment(page)}")
        assert other.locator(".rd-match h3").all_inner_texts() == shown
        assert other.evaluate("localStorage.length") == 0


def test_a_jump_within_the_page_takes_no_answer_away(window: Window):
    page = chosen(window, "depression", "34")
    page.evaluate("location.hash = '#choose-need'")
    page.wait_for_timeout(100)
    assert chips(page) == ["Depression or low mood", "Age 34"]


def test_codes_that_nobody_knows_are_dropped_from_the_address(window: Window):
    page = window.go("#area=northvale&need=depression,dragons&severity=awful&yes=psychosis")
    assert fragment(page) == "area=northvale&need=depression&yes=psychosis"
    assert chips(page) == ["Depression or low mood", "Psychosis"]


def test_an_area_that_is_not_there_is_never_asked_for(window: Window):
    page = window.go("#area=nowhere&need=depression")
    assert not [each for each in window.requests if "nowhere" in each]
    assert "nowhere" not in page.url


@pytest.mark.parametrize(
    ("words", "label"),
    [("nv1 1aa", "Northvale (made up)"), ("mill lane", "Mill Lane"), ("eastv", "Eastvale (made up)")],
)
def test_an_area_is_found_by_postcode_practice_or_name_and_is_remembered(window: Window, words: str, label: str):
    page = window.go("")
    page.get_by_role("button", name="Forget this area").click()
    expect(area(page)).to_be_focused()
    page.keyboard.type(words)
    expect(options(page).first).to_contain_text(label)
    page.keyboard.press("Enter")
    expect(need(page)).to_be_focused()
    expect(area(page)).to_have_value(re.compile("made up"))
    assert page.evaluate("Object.keys(localStorage)") == ["rightdoor-area"]


def test_forgetting_the_area_leaves_nothing_on_the_device(window: Window):
    page = chosen(window, "depression")
    area(page).fill("Eastvale")
    options(page).first.click()
    assert page.evaluate("localStorage.getItem('rightdoor-area')") == "eastvale"
    page.get_by_role("button", name="Forget this area").click()
    assert page.evaluate("localStorage.length") == 0
    expect(area(page)).to_have_value("")
    expect(page.locator(".rd-results")).to_be_hidden()
    expect(page.get_by_text("Choose an area to see the services")).to_be_visible()


def test_words_typed_as_an_area_but_not_chosen_do_not_stay(window: Window):
    page = window.go("")
    area(page).fill("somewhere else")
    need(page).focus()
    expect(area(page)).to_have_value("Northvale (made up)")


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


@pytest.mark.parametrize("field", ["area", "age"])
def test_crisis_words_count_in_every_field(window: Window, field: str):
    page = window.go("")
    {"area": area, "age": age}[field](page).press_sequentially("suicidal")
    expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()


def test_a_need_of_crisis_without_an_area_shows_crisis_help_too(window: Window):
    page = window.go("")
    page.get_by_role("button", name="Forget this area").click()
    expect(page.get_by_text("Choose an area to see the services")).to_be_visible()
    typed(page, "suicid")
    page.keyboard.press("Enter")
    expect(page.locator(".rd-ask__chip")).to_have_count(1)
    expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()


def test_the_home_area_is_offered_where_it_matters(window: Window):
    page = chosen(window, "depression", "34")
    page.get_by_text("Other questions").click()
    page.get_by_role("button", name="Where does the person live?").click()
    page.get_by_role("button", name="Eastvale").click()
    expect(page.locator(".rd-ask__chip").nth(2)).to_contain_text("Lives in Eastvale")
    assert "home=eastvale" in fragment(page)


@pytest.mark.parametrize("place", ["", "services/northvale-cmht/"])
def test_the_title_never_changes(window: Window, place: str):
    title = window.go(place).title()
    page = chosen(window, "depression", "34")
    assert page.title() == window.go("").title()
    assert window.go(place).title() == title


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


def test_what_is_typed_in_any_field_goes_nowhere(window: Window):
    page = window.go("")
    for field in (area, need, age):
        field(page).press_sequentially(f"{CANARY} ")
        page.keyboard.press("Enter")
        assert CANARY not in kept(page)
    assert not [each for each in window.requests if CANARY in each or "?" in each.replace("?v=", "")]


def test_a_browser_loads_the_facts_of_the_chosen_area_only(window: Window):
    page = chosen(window, "depression", "34")
    page.wait_for_load_state("networkidle")
    loaded = sorted(each.rpartition("data/search/")[2] for each in window.requests if "/data/" in each)
    facts = ["area/northvale.json", "areas.json", "matching.json", "national.json", "vocabulary.json"]
    assert loaded == sorted([*facts, "words/national.json", "words/northvale.json"])


def test_without_the_data_the_finder_says_what_to_do_and_asks_again(window: Window):
    window.page.route("**/data/search/matching.json", lambda route: route.abort())
    window.page.goto(window.site + "#area=northvale&need=depression")
    expect(window.page.locator(".rd-results")).to_contain_text("cannot be read just now")
    window.page.unroute("**/data/search/matching.json")
    age(window.page).fill("34")
    expect(window.page.locator(".rd-match").first).to_be_visible()


def test_a_need_typed_before_the_data_is_there_is_taken_when_it_comes(window: Window):
    waiting: list[Route] = []
    window.page.route("**/data/search/vocabulary.json", lambda route: waiting.append(route))
    window.page.goto(window.site)
    need(window.page).press_sequentially("depress")
    window.page.keyboard.press("Enter")
    expect(options(window.page)).to_contain_text("reading the directory")
    waiting[0].continue_()
    expect(window.page.locator(".rd-ask__chip")).to_have_text(re.compile("^Depression"))


HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


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


def test_nothing_jumps_when_the_data_arrives(window: Window):
    page = window.page
    page.add_init_script(
        """window.jumps = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.jumps += each.value)))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    for address in ("", "#area=northvale&need=depression&age=34y"):
        page.goto("about:blank")
        window.go(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        assert page.evaluate("window.jumps") < 0.02, address


def test_at_320_pixels_the_fields_stand_one_below_the_other_and_nothing_is_cut_off(windows: Windows):
    with windows(viewport={"width": 320, "height": 640}) as window:
        page = chosen(window, "depression", "34")
        places = [field(page).bounding_box() for field in (area, need, age)]
        assert [place["x"] for place in places if place] == [places[0]["x"]] * 3  # type: ignore[index]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_desktop_the_fields_stand_in_one_row_and_results_are_in_sight(window: Window):
    page = chosen(window, "depression", "34")
    places = [field(page).bounding_box() for field in (area, need, age)]
    assert len({round(place["y"]) for place in places if place}) == 1
    card = page.locator(".rd-match").first.bounding_box()
    assert card and card["y"] < 750
