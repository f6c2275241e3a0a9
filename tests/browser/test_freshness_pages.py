"""A page opened long after it was built says what a page built that day would say: nothing old looks current."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import build_browser
from browser.conftest import TODAY, Window, Windows, served
from needs import require_node
from pages import sites
from rightdoor.pages import publish
from small_project import service

if TYPE_CHECKING:
    from playwright.sync_api import Page

LATER = (1, 30, 100, 200, 300, 400)
"""Days after the build: within every limit, past some, past all of them, and past twice the longest."""

WAITS = "[{from: referral, to: assessment, weeks: 4, as_of: 2026-09-01}]"


def counselling(name: str, number: int, area: str = "oldvale", **fields: str) -> str:
    """A counselling service with a wait that was already overdue on the day of the build."""
    phone = f'"01632 960 {number}"'
    said = {
        "name": name,
        "type": "counselling-service",
        "summary": "Counselling in a made-up place.",
        "needs": "[depression]",
        "criteria": f"{{age: any, area: {{basis: gp-practice, areas: [{area}]}}, does_not_take: none stated}}",
        "referral": f"{{routes: [{{who: [self], how: phone, phone: {phone}}}]}}",
        "contact": f"{{phone: {phone}}}",
        "hours": "Mo-Fr 09:00-17:00",
        "waits": WAITS,
    }
    lines = service(**said | fields).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(" "))


SERVICES = {
    "talking": counselling(
        "Talking",
        121,
        checked="{on: 2026-11-01, how: provider-phone, waits: {on: 2026-09-01, how: published-page}}",
    ),
    "copied": counselling("Copied", 122, checked="{on: 2026-11-01, how: other-directory}"),
    "never": counselling("Never", 123, checked="{how: never}"),
    "story": counselling("Story", 124, area="valeland", checked="{on: 2026-06-01, how: provider-phone}"),
    "helping_line": counselling(
        "Helping Line",
        125,
        type="helpline",
        needs="[suicidal-thoughts]",
        checked="{on: 2026-11-20, how: published-page}",
    ),
}
PAGES = (
    "services/talking/",
    "services/copied/",
    "services/never/",
    "services/story/",
    "services/helping-line/",
    "services/valeland-line/",
    "areas/oldvale/needs/depression/",
    "areas/oldvale/types/counselling-service/",
    "organizations/valeland-trust/",
    "needs/depression/",
    "crisis/",
)

# What is seen of the content, but for what names the day of the build.
SEEN = """[...document.querySelectorAll("article")].map((article) => article.innerText).join("")
    .replace(/(as listed on|On|were on) 2?[0-9]* ?[A-Z][a-z]+ 20[0-9]{2}/g, "$1 a day")"""
LOOKS = """[...document.querySelectorAll("[data-standing]")].map((each) =>
    (["current", "due"].includes(each.dataset.standing) ? "stands" : "warns") + (each.hidden ? " unseen" : ""))"""


def town(folder: Path) -> Path:
    """A made-up place whose story is told on one day, and one beside it that has no such day and so grows old."""
    sites.project(folder, **SERVICES)
    (folder / "directory/areas/oldvale.yaml").write_text(
        "name: Oldvale\nkind: nation\nfictional: true\ncrisis_routes: [valeland-line]\n"
    )
    return folder


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, str]]:
    """The addresses of the site as it was built on the first day and on each later one."""
    require_node()
    build_browser.build(root)
    made = town(tmp_path_factory.mktemp("project"))
    with ExitStack() as open_sites:
        found = {}
        for days in (0, *LATER):
            out = tmp_path_factory.mktemp("site") / str(days)
            report = publish.build(made, out, TODAY + timedelta(days=days))
            assert report.published, report.problems
            found[days] = open_sites.enter_context(served(out))[0]
        yield found


def noon(days: int) -> datetime:
    return datetime.combine(TODAY + timedelta(days=days), datetime.min.time()).replace(hour=12)


def opened(window: Window, address: str) -> Page:
    window.page.goto(window.site + address)
    window.page.locator("html.js").wait_for()
    return window.page


@pytest.mark.parametrize("days", LATER)
def test_an_old_site_says_of_every_fact_what_a_new_one_would_say(windows: Windows, built: dict[int, str], days: int):
    with windows(at=noon(days), site=built[0]) as old, windows(at=noon(days), site=built[days]) as new:
        for address in PAGES:
            was, now = opened(old, address), opened(new, address)
            assert was.evaluate(SEEN) == now.evaluate(SEEN), address
            assert was.evaluate(LOOKS) == now.evaluate(LOOKS), address
        assert old.said == new.said == []


def test_after_four_hundred_days_nothing_looks_current(windows: Windows, built: dict[int, str]):
    with windows(at=noon(400), site=built[0]) as window:
        page = opened(window, "services/talking/")
        assert "Good until" not in page.locator("article").inner_text()
        assert page.locator(".rd-warning:visible").count() == 3
        assert page.locator(".rd-warning:visible").first.inner_text().startswith("Not confirmed: ")
        cards = opened(window, "areas/oldvale/needs/depression/").locator(".rd-card")
        said = cards.filter(has_text="Talking").inner_text()
    assert "too long ago. Ask first." in said
    assert "not confirmed lately" in said


def test_a_made_up_place_keeps_its_day(windows: Windows, built: dict[int, str]):
    with windows(at=noon(0), site=built[0]) as first, windows(at=noon(400), site=built[0]) as late:
        assert opened(first, "services/story/").evaluate(SEEN) == opened(late, "services/story/").evaluate(SEEN)


def test_a_clock_that_is_behind_makes_nothing_look_fresher(windows: Windows, built: dict[int, str]):
    with windows(at=noon(0), site=built[400]) as behind, windows(at=noon(400), site=built[400]) as right:
        assert opened(behind, "services/talking/").evaluate(SEEN) == opened(right, "services/talking/").evaluate(SEEN)


def test_the_day_is_that_of_the_united_kingdom_wherever_the_device_is(windows: Windows, built: dict[int, str]):
    late = datetime.fromisoformat("2027-05-30T22:59:00+00:00")
    with windows(at=late, site=built[0], timezone_id="Pacific/Auckland") as window:
        row = opened(window, "services/talking/").locator("time[datetime='2027-04-30']").first
        assert row.get_attribute("data-standing") == "due"


def test_the_age_of_the_site_and_every_warning_is_on_paper_too(windows: Windows, built: dict[int, str]):
    with windows(at=noon(400), site=built[0]) as window:
        page = opened(window, "services/talking/")
        page.emulate_media(media="print")
        assert page.locator(".rd-old").is_visible()
        assert page.locator(".rd-warning:visible").count() == 3
