"""Services side by side in a browser: what is shown, what is left out, and how services are chosen."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.compared import ANSWERS, LANTERN, TEAM, THERAPIES, compare, heads, press, row
from browser.conftest import Window, Windows
from browser.test_accessible import LOOKS


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
