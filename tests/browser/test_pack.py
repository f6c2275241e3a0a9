"""The offline pack, opened from a disk: it works alone, asks nothing of anybody, and stays small."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import TODAY
from browser.packs import Packs, address
from rightdoor.pages import pack
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MEGABYTE = 1_000_000

# Cards off the screen are not laid out until somebody comes to them: axe would measure places where they do not stand.
LAID_OUT = """document.querySelectorAll(".rd-match").forEach(($card) => ($card.style.contentVisibility = "visible"))"""


def find(page: Page, need: str, age: str) -> None:
    """The inputs of the journey: the area is that of the pack."""
    page.locator("#rd-ask-need").fill(need)
    page.keyboard.press("Enter")
    page.locator("#rd-ask-age").fill(age)
    page.keyboard.press("Enter")
    page.locator(".rd-match").first.wait_for()


def test_a_need_and_an_age_lead_to_services_and_nothing_is_asked_of_anybody(packs: Packs):
    with packs() as window:
        find(window.page, "depression", "34")
        names = window.page.locator(".rd-match h3 a").all_text_contents()
        assert "Lantern Counselling" in names
        assert [each for each in window.requests if not each.startswith("file:")] == []
        assert len(window.requests) == 1
        assert window.said == []


def test_a_result_leads_to_its_entry_in_the_same_file_and_back(packs: Packs):
    with packs() as window:
        page = window.page
        find(page, "depression", "34")
        answered = page.url
        assert "need=depression" in answered
        page.locator(".rd-match h3 a").first.click()
        page.wait_for_url("**#service-*")
        assert page.locator(".rd-entry:target h4").is_visible()
        page.go_back()
        page.wait_for_url(answered)
        page.locator(".rd-match").first.wait_for()
        assert len(window.requests) == 1


def test_answers_can_be_taken_back_one_by_one(packs: Packs):
    with packs() as window:
        find(window.page, "depression", "34")
        window.page.go_back()
        window.page.wait_for_url(lambda address: "age=" not in address)
        assert "need=depression" in window.page.url


def test_a_link_with_answers_opens_the_pack_with_its_results(packs: Packs):
    with packs(fragment="#area=northvale&need=depression&age=34y") as window:
        window.page.locator(".rd-match").first.wait_for()


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("#service-northvale-cmht", "service-northvale-cmht"),
        ("#refer-northvale-cmht", "service-northvale-cmht"),
        ("#need-no-such-need", "needs"),
        ("#area-nowhere", "areas"),
        ("#need-depression", "need-depression"),
    ],
)
def test_a_link_of_the_site_leads_to_the_nearest_place_in_the_pack(packs: Packs, fragment: str, place: str):
    with packs() as window:
        page = window.page
        page.evaluate("(hash) => { location.hash = hash; }", fragment)
        page.wait_for_function("scrollY > 0")
        top = page.locator(f"#{place}").bounding_box()
        assert top
        assert 0 <= top["y"] < 900
        if place == "need-depression":
            assert page.locator("#need-depression").get_attribute("open") is not None


def test_the_way_from_a_refusal_stands_once_under_the_finder(packs: Packs):
    with packs() as window:
        find(window.page, "depression", "34")
        assert window.page.locator(".rd-refused-line").count() == 0
        assert window.page.locator("#refused > summary").is_visible()


def test_services_are_compared_and_a_refusal_is_answered_in_the_pack(packs: Packs):
    with packs() as window:
        page = window.page
        find(page, "depression", "34")
        chosen = "northvale-cmht,northvale-talking-therapies"
        page.evaluate(f"location.hash = '#area=northvale&need=depression&with={chosen}&at=compare'")
        compared = page.locator("#compare")
        compared.get_by_role("table").first.wait_for()
        assert "Northvale Talking Therapies" in compared.inner_text()
        page.evaluate("location.hash = '#area=northvale&refused=northvale-talking-therapies&at=refused'")
        page.wait_for_function("document.getElementById('refused').open")
        page.wait_for_function("document.querySelector('#refused input[value], #refused input').value !== ''")
        assert window.said == []


@pytest.mark.parametrize(("days", "width", "scheme"), [(0, 1440, "light"), (0, 320, "dark"), (31, 320, "light")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(packs: Packs, scheme: Any, width: int, days: int):
    from axed import violations

    how = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with packs(days, "#area=southmoor&need=depression&age=34y", "southmoor", **how) as window:
        page = window.page
        if days:
            page.locator(".rd-pack__bar > summary").click()
        page.locator(".rd-match").first.wait_for()
        page.evaluate(LAID_OUT)
        found = violations(page, runOnly=["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
        said = [(each["id"], each["nodes"][0]["target"]) for each in found]
        assert said == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_entry_is_wider_than_a_phone(packs: Packs):
    with packs(viewport={"width": 320, "height": 900}) as window:
        assert window.page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_scripts_every_service_can_be_read_and_the_day_and_crisis_help_stand_first(packs: Packs):
    with packs(java_script_enabled=False) as window:
        page = window.page
        body = page.locator("body").inner_text()
        assert body.index("Do not use after 23 December 2026") < body.index("116 123") < body.index("By need")
        assert not page.locator(".rd-pack__tools").is_visible()
        page.locator("#need-depression > summary").click()
        page.locator("#need-depression a", has_text="Northvale Talking Therapies").click()
        entry = page.locator("#service-northvale-talking-therapies")
        for words in ("Takes", "Check first", "Does not take", "How to refer", "01632 960 110"):
            assert words in entry.inner_text()
        assert len(window.requests) == 1


def test_a_browser_that_cannot_unpack_says_where_to_look_instead(browser: Browser, drive: Path):
    context = browser.new_context()
    context.add_init_script("delete globalThis.DecompressionStream")
    page = context.new_page()
    page.goto(address(drive))
    page.get_by_text("The finder needs a newer browser.").wait_for()
    assert page.locator("#service-northvale-cmht").is_visible()
    context.close()


@pytest.fixture(scope="module")
def large(folder: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> View:
    """A made-up nation of two areas with five hundred services each."""
    made = tmp_path_factory.mktemp("large")
    generator = root / "benchmarks" / "generate.py"
    subprocess.run([sys.executable, generator, made, "--services", "1000"], check=True)
    return View(load(made, TODAY).directory, TODAY, Settings(), theme_folder())


def test_a_pack_of_five_hundred_services_stays_below_two_megabytes_and_answers(
    large: View, browser: Browser, tmp_path: Path
):
    area = next(each for each in sorted(large.whole.areas) if len(large.whole.services_for(each)) > 490)
    file = tmp_path / "pack.html"
    file.write_text(pack.html_of(large, area), encoding="utf-8")
    assert 0.5 * MEGABYTE < file.stat().st_size < 2 * MEGABYTE
    context = browser.new_context()
    context.clock.set_fixed_time(datetime(2026, 11, 24, 9))
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("[data-rd-finder][data-ready]").wait_for(state="attached")
    find(page, "anxiety", "34")
    assert page.locator(".rd-entry").count() > 490
    context.close()
