"""The form as volunteers meet it: by steps, by keyboard, each problem at its field; nothing kept or sent unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from browser.conftest import Window, Windows
from browser.filled import REFUGE, TEAM
from browser.forming import FOLLOWED, FORM, fill_entry, fill_field, go_on, opened, press, shown, texts
from browser.test_accessible import SMALL, faults, fits
from rightdoor.records.read import read_source

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

STEPS = ("what", "takes", "not", "refer", "waits", "contact", "know", "look")
EDITED = "northvale-talking-therapies"
HOST = "https://github.com/example/northvale"


def focused(page: Page) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def own_text(root: Path, service: str = EDITED) -> str:
    """The file of a service of Northvale as it stands."""
    return (root / f"directory/services/northvale/{service}.yaml").read_text("utf-8")


def changed_lines(before: str, after: str) -> set[str]:
    return set(after.splitlines()) - set(before.splitlines())


def with_host(page: Page, **more: Any) -> None:
    """Lets the site name a repository and an address for letters, as `mkdocs.yml` would."""
    places = {"new": f"{HOST}/new/main", "edit": f"{HOST}/edit/main"}

    def answer(route: Route) -> None:
        told = route.fetch().json() | {"repository": places, "email": "directory@example.org"} | more
        route.fulfill(json=told)

    page.route("**/data/form.json", answer)


def test_what_is_missing_is_said_in_a_summary_and_beside_its_field(window: Window):
    page = opened(window.page, window.site)
    assert go_on(page) == "what"
    expect(page.locator(".rd-problems")).to_be_focused()
    said = page.locator(".rd-problems li").all_inner_texts()
    assert said == [
        "Choose the area it is for.",
        "Fill in “Name”.",
        "Fill in “Who runs it”.",
        "Fill in “What kind of service is it”.",
        "Fill in “Does it exist now”.",
        "Fill in “Summary”.",
    ]
    page.get_by_role("link", name="Fill in “Name”.").click()
    assert focused(page) == "f-name"
    name = page.locator("#f-name")
    assert name.get_attribute("aria-invalid") == "true"
    by = (name.get_attribute("aria-describedby") or "").split()
    assert [page.locator(f"#{each}").text_content() for each in by][-1] == "Error: Fill in “Name”."
    assert shown(page) == "what"
    assert go_on(page) == "takes", "whoever does not know an answer goes on, and finds the question on the last step"
    press(page.get_by_role("link", name="Look at the whole entry"))
    page.locator(".rd-problem--error").nth(len(said) - 1).wait_for()


def test_the_first_steps_are_filled_in_by_keyboard_alone(window: Window):
    page = opened(window.page, window.site)
    page.locator("#f-folder").focus()
    for keys in (["n", "o", "r", "t", "h", "v"], ["Tab"], list("Keys"), ["Tab", "Tab"], list("northvale carers")):
        for key in keys:
            page.keyboard.press("Space" if key == " " else key)
    for keys in (["Tab", "Space"], ["Tab", "Tab"], list("befriending"), ["Tab", "Space"], ["Tab", "Space"]):
        for key in keys:
            page.keyboard.press(key)
    assert page.locator("[data-field=type] .rd-form__chosen").inner_text() == "Chosen: Befriending"
    page.keyboard.press("Tab")
    page.keyboard.type("A friend to talk to.")
    page.locator(".rd-form__step:not([hidden]) .rd-form__do button").press("Enter")
    page.wait_for_function(FOLLOWED)
    assert shown(page) == "takes", page.locator(".rd-problems").all_inner_texts()
    assert focused(page) == "step-takes"
    page.locator("#f-criteria-age-0").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert focused(page) == "f-criteria-age-from"
    page.go_back()
    expect(page.locator("[data-step=what]")).to_be_visible()
    assert page.locator("#f-name").input_value() == "Keys"


def test_a_long_list_is_found_in_by_any_word_people_use(window: Window):
    page = opened(window.page, window.site)
    needs = page.locator("[data-field=needs]")
    needs.locator(".rd-form__find").fill("zzqq")
    assert needs.get_by_role("status").inner_text() == "Nothing in the list fits. Try another word."
    needs.locator(".rd-form__find").fill("fear of fly")
    assert needs.locator("li:visible label").all_inner_texts() == ["Phobias"]
    needs.get_by_label("Phobias").check()
    needs.locator(".rd-form__find").fill("")
    assert needs.locator(".rd-form__chosen").inner_text() == "Chosen: Phobias"


def test_rows_are_added_and_removed_and_only_what_fits_is_asked(window: Window):
    page = opened(window.page, window.site, "#step=refer")
    routes = page.locator("[data-rows='referral.routes']")
    press(routes.locator("[data-rows-add]"))
    press(routes.locator("[data-rows-add]"))
    assert routes.locator("legend", has_text="Way in 2").count() == 1
    second = routes.locator(".rd-form__row").nth(1)
    assert not second.locator("[data-field=phone]").is_visible()
    fill_field(second.locator("[data-field=how]"), "phone")
    assert second.locator("[data-field=phone]").is_visible()
    assert not second.locator("[data-field=email]").is_visible()
    press(routes.get_by_role("button", name="Remove way in 1"))
    assert routes.locator(".rd-form__row").count() == 1
    assert routes.locator("[data-field=how] select").input_value() == "phone"
    assert page.evaluate("document.activeElement.closest('.rd-form__row') !== null")


def test_an_entry_that_is_opened_and_left_alone_keeps_its_text(window: Window, root: Path):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=look")
    assert page.locator("h1").first.inner_text() == "Correct: Northvale Talking Therapies"
    assert texts(page) == {f"directory/services/northvale/{EDITED}.yaml": own_text(root)}
    expect(page.get_by_text("Nothing is changed yet.")).to_be_visible()


def test_a_correction_changes_the_line_it_is_about_and_no_other(window: Window, root: Path):
    page = opened(window.page, window.site, f"#edit={EDITED}&step=waits")
    page.locator("[data-field=intake]").get_by_label("Waiting list closed").check()
    go_on(page)
    press(page.get_by_role("link", name="Look at the whole entry"))
    ((_, text),) = texts(page).items()
    assert changed_lines(own_text(root), text) == {"intake: waiting-list-closed"}
    assert len(text.splitlines()) == len(own_text(root).splitlines())
    expect(page.locator(".rd-preview")).to_contain_text("Waiting list closed")


def test_confirming_asks_only_how_one_knows_and_changes_nothing_else(window: Window, root: Path):
    page = opened(window.page, window.site, f"#confirm={EDITED}")
    assert page.locator("h1").first.inner_text() == "Confirm: Northvale Talking Therapies"
    assert page.locator("nav.rd-steps li").count() == 2
    assert go_on(page) == "know", "how one knows is asked anew"
    page.locator("#f-checked-how").locator("xpath=ancestor::fieldset[1]").get_by_label("Confirmed by email").check()
    assert go_on(page) == "look"
    ((file, text),) = texts(page).items()
    before, after = (read_source(each.encode(), file).data for each in (own_text(root), text))
    assert after["checked"] == {"how": "provider-email", "on": "2026-11-23"}, (
        "all of it, and in no role that nobody said"
    )
    assert {name: value for name, value in after.items() if name != "checked"} == {
        name: value for name, value in before.items() if name != "checked"
    }


def test_a_draft_is_kept_only_where_that_is_asked_for_and_can_be_forgotten(window: Window):
    stored = "JSON.stringify({...localStorage})"
    page = opened(window.page, window.site)
    page.locator("#f-name").fill("Canary House")
    page.locator("#f-name").blur()
    assert "Canary" not in page.evaluate(stored)
    page.get_by_label("Keep a draft on this device").check()
    assert "Canary House" in page.evaluate(stored)
    page = opened(page, window.site)
    assert page.locator("#f-name").input_value() == "Canary House"
    opened(page, window.site, f"#edit={EDITED}")
    assert page.locator("#f-name").input_value() == "Northvale Talking Therapies"
    page = opened(page, window.site)
    page.get_by_label("Keep a draft on this device").uncheck()
    assert "Canary" not in page.evaluate(stored)


def test_a_draft_of_an_entry_that_was_changed_since_says_so(window: Window):
    page = opened(window.page, window.site, f"#edit={EDITED}")
    page.get_by_label("Keep a draft on this device").check()
    page = opened(page, window.site, f"#edit={EDITED}")
    said = page.locator("[data-form-draft]").get_by_role("status")
    assert said.inner_text() == "Your draft is back. Untick the box to forget it."

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("intake: ", "intake:  "))

    page.route(f"**/data/entries/{EDITED}.yaml", changed)
    for _ in range(2):
        page = opened(page, window.site, f"#edit={EDITED}")
        assert "the entry was changed since" in said.inner_text()
        page.locator("#f-name").blur()
        page.locator("#f-summary").fill("It was typed again.")
        page.wait_for_timeout(600)


def test_what_is_typed_is_sent_to_nobody_and_stands_in_no_address(window: Window):
    page = opened(window.page, window.site)
    fill_entry(page, TEAM.data, TEAM.folder)
    texts(page)
    assert not [each for each in window.requests if "moor" in each.lower()]
    assert "moor" not in (page.url + page.title()).lower()


def test_a_finished_entry_is_proposed_with_everything_filled_in(window: Window):
    with_host(window.page)
    page = opened(window.page, window.site)
    fill_entry(page, REFUGE.data, REFUGE.folder, REFUGE.id)
    ((file, text),) = texts(page).items()
    link = urlsplit(page.get_by_role("link", name="Propose this entry").get_attribute("href") or "")
    assert f"{link.scheme}://{link.netloc}{link.path}" == f"{HOST}/new/main"
    assert parse_qs(link.query) == {"filename": [file], "value": [text]}
    assert "mailto:directory@example.org" in (
        page.get_by_role("link", name="Send it by email").get_attribute("href") or ""
    )
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file").click()
    assert download.value.suggested_filename == "northvale-elms.yaml"
    assert download.value.path().read_text("utf-8") == text


def test_an_entry_too_long_for_a_link_is_copied_and_pasted(window: Window):
    with_host(window.page)
    page = opened(window.page, window.site, "#step=what")
    fill_field(page.locator("[data-field=description]"), "Ё; и " * 700)
    press(page.get_by_role("link", name="Look at the whole entry"))
    texts(page)
    expect(page.get_by_text("too long to be sent by a link")).to_be_visible()
    assert page.get_by_role("link", name="Open the page for a new file").get_attribute("href") == f"{HOST}/new/main"


def test_a_name_that_is_taken_is_said_at_once(window: Window):
    page = opened(window.page, window.site)
    page.locator("#f-name").fill("Northvale Talking Therapies!")
    go_on(page)
    expect(page.locator("#f-name-fault")).to_contain_text("There is an entry of this name already")


def test_an_entry_that_is_not_there_is_said_in_words(window: Window):
    page = window.page
    page.goto(f"{window.site}{FORM}#edit=../../etc/passwd")
    expect(page.get_by_role("alert")).to_contain_text("There is no service at this address")
    assert not [each for each in window.requests if "passwd" in each]


def test_without_scripts_the_page_says_what_to_do_instead(windows: Windows):
    with windows(java_script_enabled=False) as window:
        page = window.page
        page.goto(f"{window.site}{FORM}")
        assert page.locator("main input:visible, main select:visible, main textarea:visible").count() == 0
        expect(page.get_by_role("link", name="the template of an entry")).to_be_visible()
        answer = page.request.get(f"{window.site}data/template.yaml")
        assert "name: Northvale Talking Therapies" in answer.text()


LOOKS: dict[str, dict[str, Any]] = {"320 pixels": SMALL, "dark": {"color_scheme": "dark"}}


@pytest.mark.parametrize("look", LOOKS)
def test_no_step_has_a_fault_that_a_program_can_find(windows: Windows, look: str):
    """With an entry in it that has rows of every kind, and every fold open."""
    with windows(**LOOKS[look]) as window:
        page = opened(window.page, window.site, f"#edit={EDITED}")
        found = {}
        for step in STEPS:
            page.evaluate(f"location.hash = '#edit={EDITED}&step={step}'")
            page.locator(f"[data-step={step}]").wait_for()
            page.locator("article details").evaluate_all("all => all.forEach(($each) => ($each.open = true))")
            if step == "look":
                page.locator(".rd-preview").wait_for()
            found[step] = [*faults(page), *([] if fits(page) else ["wider than the screen"])]
        assert found == dict.fromkeys(STEPS, [])


def test_a_step_with_problems_has_no_fault_that_a_program_can_find(windows: Windows):
    with windows(**SMALL) as window:
        page = opened(window.page, window.site)
        go_on(page)
        press(page.get_by_label("It is not in the list"))
        assert faults(page) == []
        assert fits(page)
