"""The last step and moving about: what changed, no words of a file, whom to give it to, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Window
from browser.filled import TEAM
from browser.forming import FORM, fill_entry, fill_field, go_on, opened, press, shown
from browser.test_form import EDITED, with_host

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

LOOK = f"#edit={EDITED}&step=look"


def with_contact(page: Page, contact: dict[str, str] | None) -> None:
    """Lets Northvale name somebody who looks after its entries, and no area around it, on a site that names nobody."""

    def answer(route: Route) -> None:
        told: dict[str, Any] = route.fetch().json() | {"repository": None, "email": ""}
        for area in told["areas"]:
            area.pop("contact", None)
            if contact and area["id"] == "northvale":
                area["contact"] = contact
        route.fulfill(json=told)

    page.route("**/data/form.json", answer)


def to_the_end(page: Page) -> None:
    press(page.get_by_role("link", name="Look at the whole entry"))
    page.locator(".rd-entry__sending").first.wait_for()


def test_the_last_step_says_what_changed_in_the_words_of_the_form(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=waits")
    page.locator("[data-field=intake]").get_by_label("Waiting list closed").check()
    page.locator("[data-field=weeks] input").first.fill("9")
    page.evaluate(f"location.hash = '{LOOK}'")
    changes = page.locator(".rd-entry__changes li")
    changes.first.wait_for()
    said = changes.all_inner_texts()
    assert len(said) == 2
    assert said[0].startswith("Does it take referrals now: ")
    assert said[0].endswith(" → Waiting list closed")
    assert said[1].startswith("Wait 1, Number of weeks: ")
    assert said[1].endswith(" → 9")


def test_a_row_that_is_removed_is_said_by_the_name_of_its_question(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=not")
    press(page.get_by_role("button", name="Remove reason 1").first)
    page.evaluate(f"location.hash = '{LOOK}'")
    changes = page.locator(".rd-entry__changes li")
    changes.first.wait_for()
    assert changes.all_inner_texts() == ["Does it say whom it does not take: changed"]


def test_the_last_step_speaks_of_no_file(window: Window):
    page = opened(window.page, window.site)
    fill_entry(page, TEAM.data | {"checked": {"how": "never"}}, TEAM.folder)
    page.locator(".rd-problem").first.wait_for()
    said = " ".join(page.locator("[data-form-look] .rd-problem").all_inner_texts())
    assert "Nobody has checked this entry." in said
    assert "Ask the service first. Then say on the step" in said
    assert not [each for each in ("{", "how:", "checked:", "<the day") if each in said]


def test_an_organisation_of_a_made_up_area_is_made_up_too(window: Window):
    page = opened(window.page, window.site)
    note = page.get_by_text("This area is made up.")
    expect(note).to_be_hidden()
    page.locator("#f-folder").select_option("northvale")
    expect(note).to_contain_text("addresses at example.org and numbers beginning with 01632 960")
    press(page.get_by_label("It is not in the list"))
    for name, value in (("name", "Moor Trust"), ("kind", "nhs"), ("website", "https://moor.example.org")):
        fill_field(page.locator(f"[data-new-organization] [data-field='{name}']"), value)
    to_the_end(page)
    assert "made up" not in " ".join(page.locator(".rd-problem").all_inner_texts())
    assert "fictional: true" in (page.locator(".rd-entry__text").first.text_content() or "")
    expect(page.get_by_text("There are two files to send")).to_be_visible()


def test_an_organisation_of_a_real_area_is_not_made_up(window: Window):
    page = opened(window.page, window.site)
    page.locator("#f-folder").select_option("national")
    press(page.get_by_label("It is not in the list"))
    fill_field(page.locator("[data-new-organization] [data-field=name]"), "Moor Trust")
    to_the_end(page)
    assert "fictional" not in (page.locator(".rd-entry__text").first.text_content() or "")


def test_a_site_that_names_nobody_says_who_looks_after_the_area(window: Window):
    with_contact(window.page, {"email": "northvale@example.org", "phone": "01632 960 001", "website": "javascript:1"})
    page = opened(window.page, window.site, LOOK)
    give = page.get_by_text("Give the file to whoever looks after the entries of Northvale")
    expect(give).to_have_text(
        "Give the file to whoever looks after the entries of Northvale: northvale@example.org, 01632 960 001."
    )
    letter = page.get_by_role("link", name="Send it by email").get_attribute("href") or ""
    assert letter.startswith("mailto:northvale@example.org?")


def test_where_nobody_is_named_at_all_that_is_said(window: Window):
    with_contact(window.page, None)
    page = opened(window.page, window.site, LOOK)
    expect(page.get_by_text("This site names no place to send it to.")).to_be_visible()
    assert page.get_by_role("link", name="Send it by email").count() == 0


def test_correcting_at_the_repository_is_told_in_three_steps(window: Window):
    with_host(window.page)
    page = opened(window.page, window.site, LOOK)
    steps = page.locator(".rd-entry__sending ol > li")
    steps.first.wait_for()
    assert [each.partition("”")[0] for each in steps.all_inner_texts()] == [
        "Press “Copy the text",
        "Press “Open the file",
        "Press “Commit changes",
    ]


def test_every_step_but_the_first_leads_back(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}")
    assert page.get_by_role("link", name="Back", exact=True).count() == 0
    go_on(page)
    assert shown(page) == "takes"
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator("[data-step=what]")).to_be_visible()
    page = opened(page, window.site, LOOK)
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator("[data-step=know]")).to_be_visible()


@pytest.mark.parametrize("verb", ["edit", "confirm"])
def test_an_entry_that_is_not_there_leads_to_all_services(window: Window, verb: str):
    page = window.page
    page.goto(f"{window.site}{FORM}#{verb}=nosuch")
    expect(page.get_by_role("alert")).to_contain_text("There is no service at this address")
    assert page.locator("h1").inner_text() == "Not found"
    page.get_by_role("link", name="all services from A to Z").click()
    assert page.url == f"{window.site}a-z/"


def test_words_that_are_kept_nowhere_are_not_lost_unasked(window: Window):
    page = opened(window.page, window.site)
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.reload()
    assert asked == [], "nothing was typed"
    page.locator("#f-name").press_sequentially("Keys")
    page.reload()
    assert asked == ["beforeunload"]
    page.get_by_label("Keep a draft on this device").check()
    page.locator("#f-name").press_sequentially("Keys")
    page.reload()
    assert asked == ["beforeunload"], "a draft is kept"
