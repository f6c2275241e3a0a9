"""The sheets of a service in a browser: copying where it is allowed and where not, printing, and no script at all."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from browser.conftest import Window, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REFER = "services/northvale-talking-therapies/refer/"
PATIENT = "services/northvale-talking-therapies/patient/"
DISCREET = "services/northvale-harbour/patient/"
SHEETS = [REFER, PATIENT, DISCREET, "services/samaritans/refer/", "services/northvale-complex-needs/refer/"]
SIZES_IN_POINTS = """[...document.querySelectorAll(".rd-sheet__part :is(p, li, h2)")]
    .filter(($each) => $each.checkVisibility() && !$each.matches(".rd-write"))
    .map(($each) => [parseFloat(getComputedStyle($each).fontSize) * 0.75, $each.textContent])"""
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_text_is_copied_with_the_day_of_copying(windows: Windows) -> None:
    with windows(permissions=["clipboard-read", "clipboard-write"]) as window:
        page = window.go(REFER)
        page.get_by_role("button", name="Copy as plain text").click()
        page.get_by_role("status").filter(has_text="Copied. Paste it into the record.").wait_for()
        text = copied(page)
        assert text.startswith("Northvale Talking Therapies\n")
        assert "[ ] PHQ-9 and GAD-7 scores" in text
        assert text.endswith("Copied on: 23 November 2026\n")
        assert window.said == []


def test_it_is_copied_by_keyboard_and_twice_is_the_same(windows: Windows) -> None:
    with windows(permissions=["clipboard-read", "clipboard-write"]) as window:
        page = window.go(REFER)
        button = page.get_by_role("button", name="Copy as plain text")
        button.focus()
        page.keyboard.press("Enter")
        first = copied(page)
        page.keyboard.press("Enter")
        assert copied(page) == first
        assert first.count("Copied on:") == 1


def test_where_copying_is_refused_the_text_is_selected_and_the_reader_told_what_to_press(windows: Windows) -> None:
    with windows() as window:
        page = window.go(REFER)
        page.evaluate(REFUSED)
        page.get_by_role("button", name="Copy as plain text").click()
        page.get_by_role("status").filter(has_text="press Ctrl and C").wait_for()
        chosen = page.evaluate("[document.activeElement.id, String(getSelection())]")
        assert chosen[0] == "sheet-text"
        assert chosen[1].replace("\r", "").strip().endswith("Copied on: 23 November 2026")


def test_what_has_grown_old_since_the_site_was_built_is_in_the_text_of_that_day(windows: Windows) -> None:
    with windows(at=datetime(2027, 12, 1, 12)) as window:
        page = window.go("services/carers-direct/refer/")
        text = page.locator("#sheet-text").input_value()
        assert "!! This copy of the site was made on 23 November 2026 and may be out of date." in text
        assert text.endswith("Copied on: 1 December 2027\n")


def test_without_scripts_the_text_can_be_selected_and_no_button_does_nothing(windows: Windows) -> None:
    with windows(java_script_enabled=False) as window:
        page = window.go(REFER)
        assert page.locator(".rd-sheet button").count() == 0
        box = page.locator("#sheet-text")
        assert box.is_visible()
        assert box.get_attribute("readonly") is not None
        assert box.input_value().endswith("Copied on:")
        page.goto(window.site + PATIENT)
        assert page.get_by_role("heading", name="If you hear nothing").is_visible()


def test_nobody_can_type_into_a_sheet(window: Window) -> None:
    page = window.go(REFER)
    before = page.locator("#sheet-text").input_value()
    page.locator("#sheet-text").focus()
    page.keyboard.type("Jane Doe")
    assert page.locator("#sheet-text").input_value() == before
    assert page.locator("main").locator("input, select").count() == 0


def test_the_print_button_prints(window: Window) -> None:
    page = window.go(PATIENT)
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print this sheet").click()
    assert page.evaluate("window.printed") is True


@pytest.mark.parametrize("address", SHEETS)
def test_on_paper_crisis_help_is_seen_and_nothing_that_is_for_the_screen(window: Window, address: str) -> None:
    page = window.go(address)
    page.emulate_media(media="print")
    strip = page.locator("section.rd-crisis")
    assert strip.is_visible()
    assert "999" in strip.inner_text()
    assert "116 123" in strip.inner_text()
    for hidden in ("textarea", "button", ".rd-sheet__screen", ".rd-crumbs", ".rd-header__nav"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden


def test_a_discreet_sheet_on_paper_shows_the_neutral_heading_only(window: Window) -> None:
    page = window.go(DISCREET)
    assert page.title().startswith("Support service")
    page.emulate_media(media="print")
    assert page.locator("h1:visible").all_inner_texts() == ["Support service"]
    assert "abuse" not in page.locator("main").inner_text().casefold()


@pytest.mark.parametrize(
    "address", [REFER, PATIENT, "services/northvale-cmht/refer/", "services/northvale-camhs/patient/", DISCREET]
)
def test_a_sheet_fits_on_one_side_of_a4(browser: Browser, site: str, address: str) -> None:
    page = browser.new_page()
    page.goto(site + address)
    pdf = page.pdf(format="A4")
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1


def test_what_a_patient_reads_on_paper_is_never_small(window: Window) -> None:
    page = window.go(PATIENT)
    page.emulate_media(media="print")
    sizes = page.evaluate(SIZES_IN_POINTS)
    assert len(sizes) > 20
    assert [each for each in sizes if each[0] < 11] == []


def test_what_was_referred_when_to_expect_an_answer_and_whom_to_chase_come_before_the_rest(window: Window) -> None:
    page = window.go("services/northvale-cmht/patient/")
    first = page.locator(".rd-sheet__first h2")
    assert first.all_inner_texts() == ["What happens next", "If you hear nothing"]
    assert page.locator("main :is(h1, h2)").all_inner_texts()[:3] == [
        "Northvale Community Mental Health Team",
        "What happens next",
        "If you hear nothing",
    ]
