"""The offline pack, opened from a disk: it works alone, shows its age, and is read without scripts and on paper."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

import build_browser
from browser.conftest import NOON, TELL_OF_STOPPED, TODAY, Window, watched
from needs import require_node
from rightdoor.pages import pack
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MEGABYTE = 1_000_000

# Cards off the screen are not laid out until somebody comes to them: axe would measure places where they do not stand.
LAID_OUT = """document.querySelectorAll(".rd-match").forEach(($card) => ($card.style.contentVisibility = "visible"))"""
Packs = Callable[..., AbstractContextManager[Window]]


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository, with its browser code built from the sources as they stand."""
    require_node()
    with FileLock(tmp_path_factory.getbasetemp().parent / "rightdoor-browser-code.lock"):
        build_browser.build(root)
    return root


@pytest.fixture(scope="module")
def drive(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with packs, whose name is as awkward as those of shared drives."""
    folder = tmp_path_factory.mktemp("drive") / "Team folder #1 & more"
    folder.mkdir()
    for area in ("northvale", "southmoor"):
        report = pack.write(built, area, folder, TODAY)
        assert report.file, report.message
    return folder


@pytest.fixture(scope="module")
def packs(browser: Browser, drive: Path) -> Packs:
    """Opens the pack in a window of its own whose clock stands some days after it was made."""

    @contextmanager
    def opened(days: int = 0, fragment: str = "", area: str = "northvale", **how: Any) -> Iterator[Window]:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | how))
        scripts = how.get("java_script_enabled", True)
        if scripts:
            context.clock.set_fixed_time(NOON + timedelta(days=days))
            context.add_init_script(TELL_OF_STOPPED)
        address = (drive / f"rightdoor-{area}-2026-11-23.html").as_uri()
        window = watched(context, address, scripts)
        window.page.goto(address + fragment)
        if scripts:
            window.page.locator("[data-rd-finder][data-ready]").wait_for(state="attached")
        yield window
        context.close()

    return opened


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
        assert "#service-" in page.url
        assert page.locator(".rd-entry:target h4").is_visible()
        page.go_back()
        assert page.url == answered
        page.locator(".rd-match").first.wait_for()
        assert len(window.requests) == 1


def test_answers_can_be_taken_back_one_by_one(packs: Packs):
    with packs() as window:
        find(window.page, "depression", "34")
        window.page.go_back()
        assert "age=" not in window.page.url
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


def test_for_thirty_days_a_pack_says_only_its_day(packs: Packs):
    with packs(days=30) as window:
        page = window.page
        assert page.locator(".rd-pack__day").inner_text().endswith("Do not use after 23 December 2026.")
        assert page.locator(".rd-pack__old").count() == 0
        assert page.locator("[data-rd-finder]").is_visible()


def test_after_thirty_days_a_loud_notice_stands_on_top_and_the_finder_is_behind_a_bar(packs: Packs):
    with packs(days=31, fragment="#area=northvale&need=depression&age=34y") as window:
        page = window.page
        notice = page.get_by_role("alert")
        assert notice.inner_text().startswith("This pack is 31 days old and out of date. Do not refer from it")
        assert notice.bounding_box()["y"] < 50  # type: ignore[index]
        assert not page.locator("[data-rd-finder]").is_visible()
        assert page.locator(".rd-match:visible").count() == 0
        bar = page.locator(".rd-pack__bar > summary")
        assert bar.inner_text() == "This pack is 31 days old: use only to find phone numbers to check"
        page.mouse.wheel(0, 5000)
        page.wait_for_timeout(100)
        assert notice.is_visible()
        assert notice.bounding_box()["y"] >= 0  # type: ignore[index]


def test_who_opens_the_bar_still_sees_the_notice_and_nothing_green(packs: Packs):
    with packs(days=400, fragment="#area=northvale&need=depression&age=34y") as window:
        page = window.page
        page.locator(".rd-pack__bar > summary").click()
        page.locator(".rd-match").first.wait_for()
        assert page.get_by_role("alert").is_visible()
        green = "getComputedStyle(document.documentElement).getPropertyValue('--rd-takes').trim()"
        there = "getComputedStyle(document.querySelector('.rd-match')).getPropertyValue('--rd-takes').trim()"
        assert page.evaluate(green) != page.evaluate(there)


def test_a_jump_into_the_finder_does_not_open_the_bar(packs: Packs):
    with packs(days=31) as window:
        window.page.evaluate("location.hash = '#area=northvale&at=compare'")
        window.page.wait_for_timeout(100)
        assert window.page.locator(".rd-pack__bar").get_attribute("open") is None


def test_a_pack_that_stays_open_grows_old_on_the_screen(packs: Packs):
    with packs() as window:
        page = window.page
        assert page.locator(".rd-pack__old").count() == 0
        page.context.clock.set_fixed_time(NOON + timedelta(days=31))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert "31 days old" in page.get_by_role("alert").inner_text()
        page.context.clock.set_fixed_time(NOON + timedelta(days=32))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert page.get_by_role("alert").count() == 1
        assert "32 days old" in page.locator(".rd-pack__bar > summary").inner_text()


def test_a_clock_before_the_day_of_the_pack_is_not_believed(packs: Packs):
    with packs(days=-2) as window:
        assert "clock of this computer" in window.page.get_by_role("alert").inner_text()


def test_what_is_real_grows_old_in_the_entries_too(packs: Packs):
    def trust(window: Window) -> str:
        return window.page.locator("#service-samaritans [data-standing]").last.inner_text()

    with packs() as new, packs(days=400) as old:
        assert trust(new) != trust(old) or "never" in str(new.page.locator("#service-samaritans").inner_html())


@pytest.mark.parametrize(("days", "width", "scheme"), [(0, 1440, "light"), (0, 320, "dark"), (31, 320, "light")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(packs: Packs, scheme: Any, width: int, days: int):
    from axe_playwright_python.sync_playwright import Axe

    how = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with packs(days, "#area=southmoor&need=depression&age=34y", "southmoor", **how) as window:
        page = window.page
        if days:
            page.locator(".rd-pack__bar > summary").click()
        page.locator(".rd-match").first.wait_for()
        page.evaluate(LAID_OUT)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        said = [(each["id"], each["nodes"][0]["target"]) for each in found.response["violations"]]
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


def sheets(page: Page, folder: Path) -> list[str]:
    """The words of each sheet of paper."""
    page.pdf(path=folder / "pack.pdf", format="A4")
    text = subprocess.run(
        ["pdftotext", "-layout", folder / "pack.pdf", "-"], capture_output=True, text=True, check=True
    )
    return [" ".join(sheet.split()) for sheet in text.stdout.split("\f")[:-1]]


@pytest.mark.parametrize("scripts", [True, False])
def test_every_sheet_of_paper_carries_the_day_and_the_first_one_crisis_help(
    packs: Packs, tmp_path: Path, scripts: bool
):
    with packs(java_script_enabled=scripts) as window:
        said = sheets(window.page, tmp_path)
    assert len(said) > 10
    assert [at for at, sheet in enumerate(said) if "Do not use after 23 December 2026" not in sheet] == []
    assert "999 or A&E" in said[0]
    assert "116 123" in said[0]


def test_every_sheet_of_an_old_pack_says_that_it_is_out_of_date(packs: Packs, tmp_path: Path):
    with packs(days=45, fragment="#area=northvale&need=depression&age=34y") as window:
        said = sheets(window.page, tmp_path)
    assert [at for at, sheet in enumerate(said) if "This pack is 45 days old and out of date" not in sheet] == []
    assert "May take" not in " ".join(said)


def test_a_browser_that_cannot_unpack_says_where_to_look_instead(browser: Browser, drive: Path):
    context = browser.new_context()
    context.add_init_script("delete globalThis.DecompressionStream")
    page = context.new_page()
    page.goto((drive / "rightdoor-northvale-2026-11-23.html").as_uri())
    page.get_by_text("The finder needs a newer browser.").wait_for()
    assert page.locator("#service-northvale-cmht").is_visible()
    context.close()


@pytest.fixture(scope="module")
def large(built: Path, tmp_path_factory: pytest.TempPathFactory) -> View:
    """A made-up nation of two areas with five hundred services each."""
    folder = tmp_path_factory.mktemp("large")
    generator = built / "benchmarks" / "generate.py"
    subprocess.run([sys.executable, generator, folder, "--services", "1000"], check=True)
    return View(load(folder, TODAY).directory, TODAY, Settings(), theme_folder())


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
