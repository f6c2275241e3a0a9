"""Confirming with the form: one reads first, says how one knows, and confirms all of it or some facts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from browser.conftest import Window, Windows
from browser.forming import go_on, opened, shown, texts
from browser.test_accessible import SMALL, faults, fits
from rightdoor.records.read import read_source

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONFIRMED = "northvale-talking-therapies"
FILE = f"directory/services/northvale/{CONFIRMED}.yaml"
HELD = {
    "how": "provider-phone",
    "on": "2026-10-02",
    "by": "volunteer",
    "waits": {"how": "published-page", "on": "2026-11-09"},
}
"""What the entry says of its checks before anybody confirms it."""


def choose(page: Page, words: str) -> None:
    page.locator("[data-step=know]").get_by_label(words, exact=True).check()


def checked(page: Page) -> dict[str, Any]:
    """What the finished file says of its checks."""
    assert go_on(page) == "look", page.locator(".rd-problems").all_inner_texts()
    text = texts(page)[FILE]
    held: dict[str, Any] = read_source(text.encode(), FILE).data["checked"]
    return held


def test_the_entry_these_tests_confirm_has_a_check_of_its_waits(root: Path):
    assert read_source((root / FILE).read_bytes(), FILE).data["checked"] == HELD


def test_all_of_it_takes_the_place_of_older_checks_of_single_facts(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    choose(page, "Confirmed by phone")
    assert checked(page) == {"how": "provider-phone", "on": "2026-11-23"}, "nor is the role of the last person kept"


def test_a_later_check_of_single_facts_stays(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    choose(page, "Confirmed by phone")
    page.locator("#f-checked-on").fill("2026-11-01")
    assert checked(page) == {"how": "provider-phone", "on": "2026-11-01", "waits": HELD["waits"]}


def test_confirming_some_facts_leaves_the_others_as_they_were(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    choose(page, "Only some facts are, or I asked only about them")
    page.locator("#f-confirm-contact").check()
    choose(page, "Confirmed by email")
    page.locator("#f-checked-by").fill("link worker")
    assert checked(page) == HELD | {"contact": {"how": "provider-email", "on": "2026-11-23", "by": "link worker"}}


def test_some_facts_without_saying_which_confirms_nothing(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    choose(page, "Only some facts are, or I asked only about them")
    choose(page, "Confirmed by email")
    assert go_on(page) == "know"
    assert page.locator(".rd-problems li").all_inner_texts() == ["Choose the facts that are right."]


def test_a_day_before_the_last_check_is_said(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    choose(page, "Confirmed by phone")
    page.locator("#f-checked-on").fill("2026-09-01")
    assert go_on(page) == "know"
    expect(page.locator("#f-checked-on-fault")).to_contain_text("was checked on 2026-10-02, which is later")


def test_never_and_another_directory_are_no_ways_to_confirm(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    ways = page.locator("[data-field='checked.how'] label:visible").all_inner_texts()
    assert ways == ["Published page read", "Confirmed by email", "Confirmed by phone", "Signed off by the service"]


def test_one_reads_the_page_before_one_is_asked(windows: Windows):
    with windows(**SMALL) as window:
        page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
        drawn, asked = page.locator("[data-step=know] .rd-preview"), page.locator("#f-confirm-all")
        expect(drawn).to_contain_text("Northvale Talking Therapies")
        assert drawn.bounding_box()["y"] < asked.bounding_box()["y"]  # type: ignore[index]
        assert faults(page) == []
        assert fits(page)
        choose(page, "Confirmed by phone")
        assert go_on(page) == "look"
        expect(page.locator(".rd-preview")).to_have_count(1)


def test_a_draft_of_some_confirmed_facts_comes_back(window: Window):
    page = opened(window.page, window.site, f"#confirm={CONFIRMED}")
    page.get_by_label("Keep a draft on this device").check()
    choose(page, "Only some facts are, or I asked only about them")
    page.locator("#f-confirm-hours").check()
    choose(page, "Confirmed by phone")
    page.wait_for_timeout(600)
    page = opened(page, window.site, f"#confirm={CONFIRMED}")
    assert shown(page) == "know"
    assert checked(page) == HELD | {"hours": {"how": "provider-phone", "on": "2026-11-23"}}
