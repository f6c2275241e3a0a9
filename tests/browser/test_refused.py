"""They were refused, by keyboard: which service, why, and then what takes the person, whom to phone and what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

NHS = "Northvale Talking Therapies"
TOO_COMPLEX = "refused/#area=northvale&need=depression&age=34y&refused=northvale-talking-therapies&why=too-complex"


def opened(window: Window, address: str = "refused/#area=northvale") -> Page:
    """A page on which a refusal can be answered."""
    page = window.page
    page.goto(window.site + address)
    page.locator("[data-rd-refused][data-ready]").wait_for()
    return page


def answered(window: Window, address: str = TOO_COMPLEX) -> Page:
    page = opened(window, address)
    page.locator(".rd-refused__answer .rd-match").first.wait_for()
    return page


def names(page: Page, part: str) -> list[str]:
    """The services on the cards of a part, in their order."""
    return [each.strip() for each in page.locator(f"{part} .rd-match__name > a").all_text_contents()]


def test_a_refusal_is_answered_by_keyboard_alone(window: Window):
    page = opened(window)
    page.get_by_label("Which service refused?").focus()
    page.keyboard.type("iapt")
    page.get_by_role("option", name=NHS).first.wait_for()
    page.keyboard.press("Enter")
    why = page.get_by_label("What reason did it give?")
    why.wait_for()
    page.wait_for_function("document.activeElement.id === 'rd-refused-why'")
    page.keyboard.press("ArrowDown")
    page.locator(".rd-refused__answer .rd-match").first.wait_for()
    assert "Too complex or too severe for it" in page.locator("#rd-refused-meaning + p").inner_text()
    assert names(page, ".rd-refused__part--bridges")[:2] == [
        "Northvale Community Mental Health Team",
        "Northvale Living Well",
    ]


def test_the_service_may_be_chosen_from_a_plain_list(window: Window):
    page = opened(window)
    page.get_by_text("Choose it from a list instead").click()
    page.get_by_label("All services").select_option(label="Northvale Community Mental Health Team")
    page.get_by_label("What reason did it give?").select_option(label="Drugs or alcohol")
    page.get_by_text("This is not what Northvale Community Mental Health Team publishes.").wait_for()
    assert page.get_by_text("Drinking or using drugs is not a reason to be turned away.").is_visible()


def test_the_reasons_that_the_service_publishes_are_offered_first(window: Window):
    page = opened(window, "refused/#area=northvale&refused=northvale-talking-therapies")
    groups = page.locator("#rd-refused-why optgroup")
    assert groups.nth(0).get_attribute("label") == "What this service publishes"
    first = groups.nth(0).locator("option").first.inner_text()
    assert first == "Too complex or too severe for it (it takes mild to moderate problems)"
    assert groups.nth(1).get_attribute("label") == "Other reasons"
    assert groups.nth(1).locator("option", has_text="It is only for a certain group").count() == 1
    assert groups.nth(1).locator("option", has_text="No reason given").count() == 1


def test_the_answer_says_what_it_means_where_to_go_whom_to_phone_and_what_to_say(window: Window):
    page = answered(window)
    assert [each.strip() for each in page.locator(".rd-refused__title").all_inner_texts()] == [
        "Where to go instead",
        "What this reason means",
        "Before you refer again",
        "What to say to the service",
        "What else may take the person",
        "Until somebody sees them",
        "Report this refusal",
    ]
    page.get_by_text("01632 960 111").first.wait_for()
    assert 2 <= page.locator(".rd-refused__say li").count() <= 4
    assert "116 123" in page.locator(".rd-refused__routes").inner_text()
    page.locator(".rd-group--refuses summary").click()
    page.locator(".rd-group--refuses .rd-match").first.wait_for()
    assert "Sakinah Listening & Counselling" in names(page, ".rd-group--refuses")


def test_the_severity_narrows_down_what_is_left(window: Window):
    page = answered(window)
    severity = page.get_by_label("How severe is it now?")
    assert severity.locator("option").all_inner_texts() == [
        "Not said",
        "Moderately severe",
        "Severe",
        "Severe and long-term",
    ]
    severity.select_option("severe")
    page.locator(".rd-refused__part--bridges .rd-match[data-id=northvale-living-well]").wait_for(state="detached")
    assert names(page, ".rd-refused__part--bridges")[0] == "Northvale Community Mental Health Team"


def test_a_refusal_for_risk_puts_crisis_help_above_everything(window: Window):
    page = answered(window, TOO_COMPLEX.replace("too-complex", "risk-too-high"))
    order = page.evaluate(
        """() => [document.querySelector('.rd-finder__crisis .rd-help'), document.querySelector('#rd-refused-meaning')]
        .map(($each) => $each.getBoundingClientRect().top)"""
    )
    assert order[0] < order[1]


def test_crisis_help_is_that_of_the_area_that_was_chosen_last(window: Window):
    address = "refused/#area={}&need=depression&refused=samaritans&why=risk-too-high"
    answered(window, address.format("northvale"))
    window.page.evaluate("location.hash = location.hash.replace('northvale', 'eastvale')")
    expect(window.page.locator(".rd-finder__crisis .rd-help")).to_contain_text("Eastvale")


def test_after_files_that_could_not_be_read_the_answer_comes_back_whole(window: Window):
    page = answered(window, TOO_COMPLEX.replace("too-complex", "risk-too-high"))
    last_to_come = page.get_by_text("People who are in crisis now or cannot keep themselves safe.")
    last_to_come.wait_for()
    before = page.locator(".rd-refused__answer").text_content()
    page.route("**/area/eastvale.json", lambda route: route.abort())
    page.evaluate("location.hash = location.hash.replace('northvale', 'eastvale')")
    page.get_by_text("The services cannot be read just now").wait_for()
    expect(page.locator(".rd-finder__crisis .rd-help")).to_be_visible()
    page.go_back()
    page.get_by_text("The services cannot be read just now").wait_for(state="detached")
    last_to_come.wait_for()
    assert page.locator(".rd-refused__answer").text_content() == before


def test_reasons_that_could_not_be_read_are_asked_for_again_at_the_next_answer(window: Window):
    page = window.page
    page.route("**/data/search/refusals.json", lambda route: route.abort())
    page.goto(f"{window.site}{TOO_COMPLEX}")
    page.get_by_text("The services cannot be read just now").wait_for()
    page.unroute("**/data/search/refusals.json")
    page.evaluate("location.hash = location.hash.replace('age=34y', 'age=35y')")
    page.locator(".rd-refused__answer .rd-match").first.wait_for()


def test_somebody_under_a_team_already_is_told_to_ask_that_team_first(window: Window):
    page = answered(window, TOO_COMPLEX.replace("too-complex", "under-secondary-care"))
    assert page.get_by_text("so ask that team first").is_visible()


def test_the_sentences_can_be_copied_and_hold_nothing_about_the_person(windows: Windows):
    with windows(permissions=["clipboard-read", "clipboard-write"]) as window:
        page = answered(window)
        page.get_by_role("button", name="Copy these sentences").press("Enter")
        page.get_by_text("It says nothing about the person.").first.wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.count("\n") in (1, 2, 3)
    assert "34" not in copied
    assert "Which needs are too complex for you" in copied


def test_where_nothing_may_be_copied_the_sentences_are_chosen_to_be_copied_by_hand(windows: Windows):
    with windows() as window:
        window.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page = answered(window)
        page.get_by_role("button", name="Copy these sentences").press("Enter")
        page.get_by_text("copy it with the keyboard").first.wait_for()
        assert "Which needs are too complex for you" in page.evaluate("getSelection().toString()")


def test_back_takes_the_last_answer_away(window: Window):
    page = opened(window)
    page.get_by_text("Choose it from a list instead").click()
    page.get_by_label("All services").select_option(label=NHS)
    page.get_by_label("What reason did it give?").select_option("no-reason")
    page.locator(".rd-refused__answer .rd-match").first.wait_for()
    page.go_back()
    page.locator(".rd-refused__answer").wait_for(state="hidden")
    assert page.get_by_label("What reason did it give?").input_value() == ""
    page.go_back()
    page.get_by_label("What reason did it give?").wait_for(state="hidden")


def test_a_code_that_nobody_knows_leaves_the_page_to_be_answered(window: Window):
    page = opened(window, "refused/#area=northvale&refused=constructor&why=__proto__")
    assert page.locator(".rd-refused__answer").is_hidden()
    page = opened(window, "refused/#area=northvale&refused=northvale-cmht&why=constructor")
    assert page.locator(".rd-refused__answer").is_hidden()
    assert window.said == []


def test_what_is_typed_leaves_the_page_in_no_way(window: Window):
    page = opened(window)
    window.requests.clear()
    page.get_by_label("Which service refused?").press_sequentially("canaryxyz")
    page.get_by_label("Area").first.press_sequentially("canaryxyz")
    page.wait_for_timeout(300)
    assert not [each for each in window.requests if "canary" in each]
    assert "canary" not in page.url + page.title()
    assert "canary" not in page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")


def test_words_of_crisis_typed_for_a_service_put_crisis_help_first(window: Window):
    page = opened(window)
    page.get_by_label("Which service refused?").press_sequentially("suicidal")
    page.get_by_text("Is somebody in crisis now?").wait_for()


def test_the_results_of_the_finder_lead_here_with_the_answers(window: Window):
    page = window.page
    page.goto(f"{window.site}#area=northvale&need=depression&age=34y&severity=severe")
    page.locator(".rd-group--refuses summary").click()
    page.locator(".rd-group--refuses .rd-results__more").click()
    card = page.locator(".rd-match[data-id=northvale-talking-therapies]")
    card.get_by_role("button", name="Why, and what to send").press("Enter")
    card.get_by_role("link", name="They were refused").press("Enter")
    page.wait_for_url("**/refused/#*refused=northvale-talking-therapies*")
    assert "need=depression" in page.url
    assert "severity=severe" in page.url
    page.locator("#rd-refused-why").wait_for()


def test_the_home_page_and_the_page_of_a_service_lead_here(window: Window):
    page = window.page
    page.goto(window.site)
    page.get_by_role("link", name="They were refused").first.click()
    page.wait_for_url("**/refused/**")
    page.goto(f"{window.site}services/northvale-cmht/")
    page.get_by_role("link", name="They were refused").click()
    page.locator("#rd-refused-why").wait_for()
    expect(page.get_by_label("Which service refused?")).to_have_value("Northvale Community Mental Health Team")


def test_without_scripts_every_area_names_its_front_door_and_where_services_send_people(windows: Windows):
    with windows(java_script_enabled=False) as window:
        page = window.page
        page.goto(f"{window.site}refused/")
        assert page.get_by_role("link", name="Northvale Single Point of Access").is_visible()
        page.get_by_role("link", name="Northvale", exact=True).first.click()
        row = page.get_by_role("row", name="Northvale Talking Therapies").first
        assert "Northvale Living Well or Lantern Counselling" in row.inner_text()
        team = page.get_by_role("row", name="Northvale Community Mental Health Team Northvale Living Well")
        assert "Reached only through Northvale Single Point of Access" in team.inner_text()


def test_a_service_for_several_areas_names_only_the_doors_of_the_area_asked_about(windows: Windows):
    with windows(java_script_enabled=False) as window:
        page = window.page
        page.goto(f"{window.site}refused/eastvale/")
        row = page.get_by_role("row", name="Rainbow Vale").first.inner_text()
        assert "Eastvale Mental Health Hub" in row
        assert "Northvale Single Point" not in row


def test_a_refusal_is_reported_with_nothing_of_the_answers(window: Window):
    page = opened(window)
    assert page.get_by_text("Report this").count() == 0
    page = answered(window, f"{TOO_COMPLEX}&severity=severe&flags=self-harm")
    link = page.get_by_role("link", name="Report this (no patient details)")
    assert link.get_attribute("href") == (
        "mailto:northvale@example.org?subject=refused"
        "&body=service%3A%20northvale-talking-therapies%0D%0Areason%3A%20too-complex%0D%0A"
    )
    page.get_by_label("How severe is it now?").select_option("severe")
    assert "severe" not in (link.get_attribute("href") or "")
