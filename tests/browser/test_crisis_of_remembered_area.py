"""All crisis help begins with that of the area the device remembers, and nothing jumps for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.conftest import Window, Windows
from browser.test_finder_stays_still import LEAST_SEEN, SCREENS, WRITE_DOWN, slowly

CRISIS_TEAM = "Northvale Crisis and Home Treatment Team"


def headings(page: Page) -> list[str]:
    return [each for each in page.locator("article h2").all_inner_texts() if each != "In your area"]


def come_from(window: Window, area: str) -> Page:
    """The crisis page of somebody whose device remembers an area."""
    window.page.add_init_script(f"localStorage.setItem('rightdoor-area', '{area}')")
    return window.go("crisis/")


@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "phone"])
def test_the_crisis_team_of_the_remembered_area_comes_first_and_nothing_jumps(windows: Windows, screen: dict[str, int]):
    with windows(viewport=screen) as window:
        window.page.add_init_script(WRITE_DOWN)
        for late in ("**/*.js*", "**/*.woff2"):
            window.page.route(late, slowly)
        page = come_from(window, "northvale")
        page.wait_for_timeout(600)
        assert sum(each["value"] for each in page.evaluate("moved")) < LEAST_SEEN, page.evaluate("moved")
        assert headings(page) == ["In Northvale", "England", "Northern Ireland", "Scotland", "Wales"]
        assert "Crisis in Northvale" in page.locator(".rd-strip").inner_text()
        assert CRISIS_TEAM in page.locator(".rd-strip").inner_text()
        after = page.locator(".rd-emergency + section")
        assert CRISIS_TEAM in after.inner_text()
        assert "Samaritans" not in after.inner_text()
        page.goto(window.site + "crisis/#here")
        assert page.locator("#here").inner_text() == "In Northvale"


def test_a_remembered_nation_stands_before_the_others(windows: Windows):
    with windows() as window:
        page = come_from(window, "wales")
        assert headings(page) == ["Wales", "England", "Northern Ireland", "Scotland"]
        assert "Crisis in Wales" in page.locator(".rd-strip").inner_text()
        assert page.locator("section:visible h2#scotland").count() == 1


@pytest.mark.parametrize("how", [{}, {"java_script_enabled": False}], ids=["nothing remembered", "without scripts"])
def test_who_has_chosen_no_area_sees_all_nations_in_their_order(windows: Windows, how: dict[str, bool]):
    with windows(**how) as window:
        page = window.go("crisis/")
        assert headings(page) == ["England", "Northern Ireland", "Scotland", "Wales"]
        assert page.locator("#here").count() == 0
        assert "Crisis in" not in page.locator(".rd-strip").inner_text()


def test_an_area_that_is_not_in_the_directory_changes_nothing(windows: Windows):
    with windows() as window:
        assert headings(come_from(window, "constructor"))[0] == "England"


LINES_OF_CALLS = """[...document.querySelectorAll(".rd-strip__call")].map(($call) =>
  new Set([...$call.getClientRects()].map(({ bottom }) => Math.round(bottom / 9))).size)"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("address", ["", "crisis/", "areas/northvale/"])
def test_no_number_of_the_strip_is_broken_away_from_its_name_and_the_link_is_large_enough(
    windows: Windows, width: int, address: str
):
    with windows(viewport={"width": width, "height": 844}) as window:
        page = window.go(address)
        lines = page.evaluate(LINES_OF_CALLS)
        assert lines and set(lines) == {1}
        box = page.locator(".rd-strip__all a").bounding_box()
        assert box is not None and box["height"] >= 24
        strip = page.locator(".rd-crisis").bounding_box()
        assert strip is not None and strip["height"] <= {320: 165, 390: 147}[width]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".rd-strip a[href^='tel:']").count() == 0


@pytest.mark.parametrize("address", ["crisis/", "areas/northvale/", "areas/northvale/needs/crisis/"])
def test_a_thumb_can_call_a_crisis_line_but_never_999(windows: Windows, address: str):
    with windows(viewport={"width": 390, "height": 844}) as window:
        page = window.go(address)
        calls = page.locator("main .rd-calls a")
        assert {"tel:111", "tel:116123", "sms:85258"} <= {each.get_attribute("href") for each in calls.all()}
        for call in calls.all():
            box = call.bounding_box()
            assert box is not None and box["height"] >= 44 and box["width"] >= 44
        assert page.locator("a[href='tel:999']").count() == 0
        assert page.locator(".rd-emergency a").count() == 0


def test_the_crisis_help_of_the_finder_can_be_called(windows: Windows):
    with windows(viewport={"width": 390, "height": 844}) as window:
        page = window.go("#area=northvale&need=suicidal-thoughts")
        page.locator(".rd-help").wait_for()
        hrefs = {each.get_attribute("href") for each in page.locator(".rd-help a").all()}
        assert {"tel:111", "tel:116123", "sms:85258"} <= hrefs
        assert "tel:999" not in hrefs
        assert "999" in page.locator(".rd-help .rd-emergency").inner_text()


def test_who_looks_for_personal_safety_sees_help_at_once_and_the_local_service_first(windows: Windows):
    with windows(viewport={"width": 390, "height": 844}) as window:
        page = window.go("#area=northvale&need=personal-safety")
        results = page.locator(".rd-match")
        results.first.wait_for()
        assert results.count() > 2
        assert "Harbour" in results.first.inner_text()
        asked = page.locator("#rd-ask-question").inner_text()
        assert not any(word in asked for word in ("LGBT", " man", " woman")), asked
        names = window.go("areas/northvale/needs/personal-safety/").locator(".rd-card__name").all_inner_texts()
        assert next(i for i, name in enumerate(names) if "Harbour" in name) < min(
            i for i, name in enumerate(names) if "LGBT" in name
        )
