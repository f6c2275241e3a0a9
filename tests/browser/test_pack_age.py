"""How an offline pack grows old: on the screen by the reader's clock, and on every sheet of paper."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.conftest import NOON
from browser.packs import Packs

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOUND = "#area=northvale&need=depression&age=34y"
GREEN = ("--rd-takes", "--rd-takes-wash", "--rd-brand", "--rd-brand-wash")
COLOURS = """(tokens) => {
  const $probe = document.body.appendChild(document.createElement("i"));
  const worth = (token) => {
    $probe.style.setProperty("color", `var(${token})`);
    return getComputedStyle($probe).color;
  };
  const told = Object.fromEntries(tokens.map((token) => [token, worth(token)]));
  $probe.remove();
  const parts = ["color", "backgroundColor", "borderTopColor", "borderLeftColor", "borderBottomColor", "fill"];
  const $shown = [...document.body.querySelectorAll("*")].filter(($each) => $each.checkVisibility());
  const seen = $shown.flatMap(($each) => parts.map((part) => getComputedStyle($each)[part]));
  return { tokens: told, seen: [...new Set(seen)] };
}"""


def colours(page: Page) -> dict[str, Any]:
    """What the green tokens are worth on a page, and every colour that anything on it has."""
    return dict(page.evaluate(COLOURS, list(GREEN)))


def test_for_thirty_days_a_pack_says_only_its_day(packs: Packs):
    with packs(days=30) as window:
        page = window.page
        assert page.locator(".rd-pack__day").inner_text().endswith("Do not use after 23 December 2026.")
        assert page.locator(".rd-pack__old").count() == 0
        assert page.locator("[data-rd-finder]").is_visible()


def test_after_thirty_days_a_loud_notice_stands_on_top_and_the_finder_is_behind_a_bar(packs: Packs):
    with packs(days=31, fragment=FOUND) as window:
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
    with packs(fragment=FOUND) as window:
        window.page.locator(".rd-match").first.wait_for()
        shown = colours(window.page)
        green = set(shown["tokens"].values())
        assert green & set(shown["seen"])
    with packs(days=400, fragment=FOUND) as window:
        page = window.page
        page.locator(".rd-pack__bar > summary").click()
        page.locator(".rd-match").first.wait_for()
        assert page.get_by_role("alert").is_visible()
        assert green & set(colours(page)["seen"]) == set()


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


def test_each_fact_of_a_real_place_grows_old_in_its_entry(packs: Packs):
    with packs(days=400) as window:
        page = window.page
        assert page.locator("[data-checked-on][data-standing='current']").count() > 0
        page.evaluate("document.querySelectorAll('[data-story-date]').forEach((fact) => delete fact.dataset.storyDate)")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert page.locator("[data-checked-on][data-standing='current']").count() == 0


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
    with packs(days=45, fragment=FOUND) as window:
        said = sheets(window.page, tmp_path)
    assert [at for at, sheet in enumerate(said) if "This pack is 45 days old and out of date" not in sheet] == []
    assert "May take" not in " ".join(said)
