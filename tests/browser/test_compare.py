"""Services side by side in a browser: the shortlist, the page, the link that is shared and what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.conftest import Window, Windows
from browser.test_accessible import LOOKS, faults, fits

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

THERAPIES, TEAM, LANTERN = "northvale-talking-therapies", "northvale-cmht", "northvale-lantern-counselling"
DISCREET = "northvale-harbour"
ANSWERS = "area=northvale&need=depression&age=34y&severity=severe"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def compare(window: Window, *ids: str, told: str = "area=northvale") -> Page:
    """The comparison of some services, drawn."""
    page = window.page
    page.goto(f"{window.site}compare/#{told}&with={','.join(ids)}")
    page.locator("[data-rd-compare][data-ready]").wait_for()
    return page


def results(window: Window) -> Page:
    """The home page with results."""
    page = window.page
    page.goto(f"{window.site}#area=northvale&need=depression&age=34y")
    page.locator(".rd-match .rd-shortlist").first.wait_for()
    return page


def row(page: Page, label: str) -> Locator:
    heading = page.get_by_role("rowheader", name=label, exact=True)
    return page.locator(".rd-compare__table tr").filter(has=heading)


def press(page: Page, found: Locator) -> None:
    """Presses a control by keyboard alone."""
    found.focus()
    expect(found).to_be_focused()
    page.keyboard.press("Enter")


def heads(page: Page) -> list[str]:
    return page.locator(".rd-compare__heads th a").all_inner_texts()


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
    assert page.evaluate("document.activeElement.className") == "rd-shortlist"


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


@pytest.fixture
def copying(windows: Windows) -> Iterator[Window]:
    with windows(**CLIPBOARD) as window:
        yield window


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy link").click()
    page.locator(".rd-copy__result:not(:empty)").wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_copied_link_holds_no_answers_unless_that_is_chosen(copying: Window):
    page = compare(copying, THERAPIES, TEAM, told=f"{ANSWERS}&home=eastvale")
    bare = f"{copying.site}compare/#area=northvale&with={THERAPIES},{TEAM}"
    assert copied(page) == bare
    assert "nothing that was answered about a person" in page.locator(".rd-copy__result").inner_text()
    page.get_by_label("Link and print with the answers").check()
    whole = copied(page)
    assert whole != bare
    assert "need=depression" in whole
    assert "severity=severe" in whole


def test_the_link_in_the_tray_holds_no_answers(copying: Window):
    page = results(copying)
    page.get_by_role("button", name="Add to shortlist").nth(0).click()
    assert re.fullmatch(f"{copying.site}compare/#area=northvale&with=[a-z0-9-]+", copied(page))


def test_a_copied_link_opens_the_same_services(copying: Window):
    link = copied(compare(copying, THERAPIES, LANTERN, told=ANSWERS))
    page = copying.page
    page.goto("about:blank")
    page.goto(link)
    page.locator("[data-rd-compare][data-ready]").wait_for()
    assert heads(page) == ["Northvale Talking Therapies", "Lantern Counselling"]
    assert page.get_by_text("Compared for").count() == 0 or page.get_by_text("Compared for").is_hidden()
    assert row(page, "Outcome").count() == 0


def test_where_the_browser_does_not_copy_the_link_stands_chosen_in_a_box(window: Window):
    page = compare(window, THERAPIES, TEAM)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())")
    page.get_by_role("button", name="Copy link").click()
    box = page.get_by_label("Copy the link from the box")
    expect(box).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == box.input_value()


def test_only_what_differs_leaves_out_the_rest_and_says_so(window: Window):
    page = compare(window, THERAPIES, TEAM)
    same, other = row(page, "Only for"), row(page, "How severe")
    assert same.is_visible()
    switch = page.get_by_role("switch", name="Only what differs")
    switch.focus()
    page.keyboard.press("Space")
    expect(same).to_be_hidden()
    expect(other).to_be_visible()
    number = page.locator(".rd-compare__table tr[data-same]").count()
    assert page.locator(".rd-compare__left-out").inner_text().startswith(f"{number} row")
    page.keyboard.press("Space")
    expect(same).to_be_visible()


def test_at_first_own_words_stand_where_they_may_narrow_what_is_taken(window: Window):
    page = compare(window, THERAPIES, LANTERN)
    refused, taken = row(page, "Bipolar disorder").get_by_role("cell").all()
    assert taken.locator(".rd-compare__own").is_visible()
    elsewhere = row(page, "Psychosis").locator(".rd-compare__instead").first
    assert elsewhere.is_hidden()
    page.get_by_role("switch", name="Where to go instead, and refusals in full").check()
    assert elsewhere.is_visible()
    assert "Northvale Community Mental Health Team" in refused.inner_text()


def test_a_stance_is_said_in_words_with_a_shape(window: Window):
    page = compare(window, THERAPIES, TEAM, "northvale-wren", LANTERN)
    for key, word in (
        ("takes", "Takes"),
        ("check", "Check first"),
        ("refuses", "Does not take"),
        ("silent", "Not stated"),
    ):
        stance = page.locator(f".rd-stance--{key}").filter(has_text=word).first
        assert stance.locator("svg.rd-shape").is_visible(), key


def test_a_service_that_is_no_longer_listed_is_said_and_left_out(window: Window):
    page = compare(window, THERAPIES, "northvale-once-was", TEAM)
    note = page.get_by_role("note").filter(has_text="no longer listed")
    assert "“northvale-once-was” is no longer listed" in note.inner_text()
    assert len(heads(page)) == 2
    press(page, note.get_by_role("button", name="Leave it out"))
    expect(note).to_have_count(0)
    assert "northvale-once-was" not in page.url
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_service_of_the_next_area_can_be_compared(window: Window):
    page = compare(window, THERAPIES, "eastvale-talking-therapies")
    assert heads(page) == ["Northvale Talking Therapies", "Eastvale Talking Therapies"]
    assert "Eastvale" in row(page, "Where").inner_text()


def test_services_are_chosen_on_the_page_by_keyboard(window: Window):
    page = window.page
    page.goto(f"{window.site}compare/#area=northvale")
    page.locator("[data-rd-compare][data-ready]").wait_for()
    assert page.get_by_text("Choose two to four services.").is_visible()
    choose = page.get_by_label("Service", exact=True)
    for name in ("Northvale Talking Therapies", "Lantern Counselling"):
        choose.focus()
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".rd-compare__heads th a").filter(has_text=name)).to_be_visible()
    assert len(heads(page)) == 2
    assert page.locator(".rd-compare__next").is_hidden()
    assert choose.get_by_role("option", name="Lantern Counselling").count() == 0


def test_removing_a_service_keeps_the_focus_on_the_page(window: Window):
    page = compare(window, THERAPIES, TEAM, LANTERN, "northvale-wren")
    press(page, page.get_by_role("button", name="Remove Lantern Counselling"))
    expect(page.locator(".rd-compare__heads th a")).to_have_count(3)
    expect(page.locator(".rd-compare__choose summary")).to_be_focused()


def test_a_service_page_leads_to_a_comparison_with_it(window: Window):
    page = window.go(f"services/{TEAM}/")
    page.get_by_role("link", name="Compare with others").click()
    page.locator(".rd-compare__table").wait_for()
    assert heads(page) == ["Northvale Community Mental Health Team"]
    assert page.get_by_text("Choose one more service").is_visible()


def test_answers_that_speak_of_a_crisis_bring_its_help_first(window: Window):
    page = compare(window, THERAPIES, TEAM, told=f"{ANSWERS}&yes=suicide-plan")
    assert "999" in page.locator(".rd-compare__above > :first-child").inner_text()


def printed(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


def test_a_printed_comparison_has_the_day_and_crisis_help_and_nothing_to_press(window: Window):
    page = printed(compare(window, THERAPIES, TEAM))
    foot = page.locator(".rd-compare__foot")
    assert foot.is_visible()
    assert "Printed on 23 November 2026. Check with the service before use." in foot.inner_text()
    assert "999" in foot.inner_text()
    assert "116 123" in foot.inner_text()
    assert page.locator("section.rd-crisis").is_visible()
    for gone in (".rd-compare__choose", ".rd-compare__bar", ".rd-compare__remove"):
        assert page.locator(gone).first.is_hidden(), gone


def test_a_printed_comparison_lies_on_its_side(window: Window):
    page = compare(window, THERAPIES, TEAM)
    box = re.search(rb"/MediaBox *\[ *0 0 ([0-9.]+) ([0-9.]+)", page.pdf(prefer_css_page_size=True))
    assert box
    assert float(box[1]) > float(box[2])


def test_answers_are_printed_only_where_that_is_chosen(window: Window):
    page = printed(compare(window, THERAPIES, TEAM, told=f"{ANSWERS}&yes=under-secondary-care"))
    for about in (".rd-compare__above", "[data-group=answers]"):
        assert page.locator(about).is_hidden(), about
    page.emulate_media(media="screen")
    page.get_by_label("Link and print with the answers").check()
    printed(page)
    for about in (".rd-compare__above", "[data-group=answers]"):
        assert page.locator(about).is_visible(), about


def test_a_discreet_service_is_named_neither_in_the_window_nor_above_its_printed_column(window: Window):
    page = compare(window, THERAPIES, DISCREET)
    assert page.title() == "Compare services – Rightdoor"
    printed(page)
    head = page.locator(".rd-compare__heads th").nth(1)
    assert head.inner_text() == "Support service"
    assert "abuse" not in page.locator(".rd-compare__about").inner_text().lower()
    assert "Harbour" in page.locator(".rd-compare__names").inner_text()


def test_a_link_that_asks_for_it_prints_once(window: Window):
    window.page.add_init_script("window.prints = 0; window.print = () => (window.prints += 1)")
    page = compare(window, THERAPIES, TEAM, told="area=northvale&print=1")
    assert page.evaluate("window.prints") == 1
    assert "print" not in page.url
    page.get_by_role("button", name="Remove Northvale Talking Therapies").click()
    expect(page.locator(".rd-compare__heads th a")).to_have_count(1)
    assert page.evaluate("window.prints") == 1


@pytest.mark.parametrize("look", LOOKS)
def test_a_comparison_has_no_fault_that_a_program_can_find(windows: Windows, look: str):
    with windows(**LOOKS[look]) as window:
        page = compare(window, THERAPIES, TEAM, LANTERN, "northvale-complex-needs", told=ANSWERS)
        assert faults(page) == []
        assert fits(page)
        assert window.said == []


def test_on_the_smallest_screen_each_cell_says_whose_it_is(windows: Windows):
    with windows(**LOOKS["320 pixels"]) as window:
        page = compare(window, THERAPIES, TEAM)
        cell = row(page, "Psychosis").get_by_role("cell").nth(1)
        assert cell.get_attribute("data-label") == "Northvale Community Mental Health Team"
        said = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert "Northvale Community Mental Health Team" in said
        box = page.locator(".rd-compare__table").bounding_box()
        assert box
        assert box["width"] <= 320


def test_only_this_site_is_asked_and_never_for_what_was_answered(window: Window):
    compare(window, THERAPIES, TEAM, told=f"{ANSWERS}&yes=suicide-plan")
    assert all(each.startswith(window.site) for each in window.requests)
    assert not [each for each in window.requests if "suicide" in each or "depression" in each or THERAPIES in each]


def test_without_scripts_the_page_says_what_it_needs_and_where_else_to_look(windows: Windows):
    with windows(java_script_enabled=False) as window:
        page = window.go("compare/")
        assert "Comparing needs JavaScript" in page.locator("main").inner_text()
        for place in ("an area", "a need", "all services from A to Z"):
            assert page.locator("main").get_by_role("link", name=place).is_visible()
