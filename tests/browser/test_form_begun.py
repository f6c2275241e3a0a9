"""What was begun is not lost unsaid, what was changed is asked for its day, and a chosen area is offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import Window
from browser.forming import fill_field, go_on, opened, press, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITED = "northvale-talking-therapies"


def said(page: Page) -> list[str]:
    """What the summary of the step says."""
    return page.locator("[data-step]:not([hidden]) .rd-problems li").all_inner_texts()


def test_the_area_chosen_first_is_offered_as_the_area_served_and_can_be_changed(window: Window):
    page = opened(window.page, window.site)
    page.locator("#f-folder").select_option("northvale")
    areas = page.locator('[data-field="criteria.area.areas"]')
    page.evaluate("location.hash = '#step=takes'")
    assert areas.locator("input:checked").count() == 0, "nothing is filled in before somebody says how one must belong"
    fill_field(page.locator('[data-field="criteria.area.basis"]'), "gp-practice")
    assert areas.locator("input:checked").evaluate_all("all => all.map(($each) => $each.value)") == ["northvale"]
    areas.locator('input[value="northvale"]').uncheck()
    areas.get_by_label("Type a part of the name").fill("england")
    areas.locator('input[value="england"]').check()
    fill_field(page.locator('[data-field="criteria.area.basis"]'), "home-address")
    assert areas.locator("input:checked").evaluate_all("all => all.map(($each) => $each.value)") == ["england"]


def test_an_entry_of_a_whole_nation_is_not_given_an_area(window: Window):
    page = opened(window.page, window.site)
    page.locator("#f-folder").select_option("national")
    page.evaluate("location.hash = '#step=takes'")
    fill_field(page.locator('[data-field="criteria.area.basis"]'), "national")
    assert page.locator('[data-field="criteria.area.areas"] input:checked').count() == 0
    go_on(page)
    assert said(page) == ["Fill in “Which areas”."]
    label = page.locator('[data-field="criteria.area.areas"] legend').inner_text()
    assert label == "Which areas? needed if you answer this question"


def test_who_leaves_the_area_out_is_told_on_the_last_step_that_it_is_always_to_be_checked(window: Window):
    page = opened(window.page, window.site)
    page.locator("#f-folder").select_option("northvale")
    press(page.get_by_role("link", name="Look at the whole entry"))
    expect(page.locator("[data-form-look]")).to_contain_text(
        "Nobody has said for which area this is: Northvale lists it as “check first”."
    )


def test_yes_it_says_so_with_nothing_filled_in_is_not_passed_over(window: Window):
    page = opened(window.page, window.site, "#step=not")
    fill = page.locator('[data-either="criteria.does_not_take"]')
    fill.get_by_label("Yes, it says so").check()
    assert go_on(page) == "not"
    assert said(page) == ["Fill in “It does not take people with”, or choose “Not known”."]
    press(fill.get_by_role("button", name="Remove reason 1"))
    assert fill.get_by_role("group", name="Reason 1").is_visible(), "yes, and then at least one"
    fill.locator('input[value=""]').first.check()
    assert go_on(page) == "refer"


def test_there_are_limits_with_no_limit_is_not_passed_over(window: Window):
    page = opened(window.page, window.site, "#step=takes")
    page.locator('[data-either="criteria.age"]').get_by_label("There are limits").check()
    go_on(page)
    assert said(page) == ["You chose “There are limits”: fill in what it says, or choose “Not known”."]


def test_a_way_in_a_wait_or_a_check_that_was_begun_and_left_empty_is_not_passed_over(window: Window):
    page = opened(window.page, window.site, "#step=refer")
    press(page.locator("[data-rows='referral.routes'] [data-rows-add]"))
    assert go_on(page) == "refer"
    assert said(page) == ["Fill in “Who may refer in this way”, or press “Remove way in 1”."]
    assert go_on(page) == "waits", "whoever does not know goes on"
    press(page.locator("[data-rows='waits'] [data-rows-add]"))
    assert go_on(page) == "waits"
    assert said(page) == ["Fill in “Waiting from”, or press “Remove wait 1”."]
    page = opened(page, window.site, "#step=know")
    fill_field(page.locator('[data-field="checked.how"]'), "never")
    press(page.locator("[data-rows='checked'] [data-rows-add]"))
    fill_field(page.locator("[data-rows='checked'] [data-field=how]"), "published-page")
    assert go_on(page) == "know"
    assert said(page) == ["Fill in “Which facts”, or press “Remove facts 1”."]


def test_who_changes_a_wait_is_asked_on_which_day_it_was_true(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=waits")
    row = page.locator("[data-rows='waits'] .rd-form__row").first
    fill_field(row.locator("[data-field=weeks]"), "31")
    asked = "You changed the waits. On which day was this true, and how do you know?"
    assert go_on(page) == "waits"
    assert said(page) == [asked]
    day = row.locator("[data-field=as_of] input")
    press(page.get_by_role("link", name=asked))
    expect(day).to_be_focused()
    before = day.input_value()
    assert before, "nothing is filled in anew, and nothing is taken away"
    press(page.get_by_role("link", name="Look at the whole entry"))
    expect(page.locator(".rd-problem--warning", has_text=asked)).to_be_visible()
    page.evaluate(f"location.hash = '#edit={EDITED}&step=waits'")
    day.fill("2026-11-22")
    assert go_on(page) == "contact"


def test_who_changes_whom_it_takes_is_asked_how_one_knows_until_it_is_said(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=takes")
    fill_field(page.locator('[data-field="criteria.age.from"]'), "16y")
    asked = "You changed whom it takes. On which day was this true, and how do you know?"
    go_on(page)
    assert said(page) == [asked]
    press(page.get_by_role("link", name="Look at the whole entry"))
    warning = page.locator(".rd-problem--warning", has_text=asked)
    expect(warning).to_be_visible()
    press(warning.get_by_role("button"))
    assert shown(page) == "know"
    fill_field(page.locator("[data-field='checked.on']"), "2026-11-22")
    press(page.get_by_role("link", name="Look at the whole entry"))
    page.locator(".rd-preview").wait_for()
    assert page.locator(".rd-problem--warning", has_text=asked).count() == 0


def test_an_entry_whose_name_alone_is_mended_is_asked_for_no_day(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=what")
    page.locator("#f-summary").fill("Talking therapies for adults.")
    assert go_on(page) == "takes"


def test_a_message_calls_a_field_as_the_screen_does(window: Window):
    page = opened(window.page, window.site, "#step=takes")
    page.locator('[data-either="criteria.age"]').get_by_label("There are limits").check()
    page.locator("#f-criteria-age-from").fill("18+")
    go_on(page)
    assert said(page)[0].startswith("“Youngest age” is “18+”"), said(page)


def test_a_web_address_typed_as_people_say_it_becomes_a_whole_one(window: Window):
    page = opened(window.page, window.site, "#step=contact")
    box = page.locator("#f-contact-website")
    box.fill("northvale.example.org/help")
    box.blur()
    assert box.input_value() == "https://northvale.example.org/help"
    box.fill("ask at the desk")
    box.blur()
    assert box.input_value() == "ask at the desk"


def test_an_address_of_a_person_may_be_left_empty(window: Window):
    page = opened(window.page, window.site, "#step=contact")
    page.locator("#f-contact-email").fill("jane.smith@example.org")
    go_on(page)
    expect(page.locator("#f-contact-email-fault")).to_contain_text("or leave it empty")
