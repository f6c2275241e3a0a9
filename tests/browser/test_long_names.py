"""Pages of a directory with the longest names, words and lists there are, and with nothing known: no word is lost."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.conftest import TODAY, Window, Windows, served
from browser.test_accessible import fits
from browser.test_zoom import CUT
from rightdoor.pages import publish

ANSWERS = "#area=examplevale&need=depression&age=34y"
PAGES = {
    "a long name": "services/example-long-name/",
    "one long word": "services/example-long-word/",
    "very many criteria": "services/example-many-criteria/",
    "nothing known": "services/example-nothing-known/",
    "a refer sheet with a long name": "services/example-long-name/refer/",
    "a refer sheet with one long word": "services/example-long-word/refer/",
    "a sheet for the patient with a long name": "services/example-long-name/patient/",
    "a sheet for the patient of which nothing is known": "services/example-nothing-known/patient/",
    "an organization with a long name": "organizations/example-long-name/",
    "a list with long names": "areas/examplevale/needs/depression/",
    "an area with little": "areas/exampleside/",
    "A to Z": "a-z/",
    "results": ANSWERS,
    "results with a shortlist": f"{ANSWERS}&with=example-long-name,example-long-word",
    "a comparison": f"compare/{ANSWERS}&with=example-long-name,example-long-word,example-many-criteria,example-talking",
    "a refusal": "refused/#area=examplevale&refused=example-long-name",
}
ROOM = {"320 pixels": (320, 640), "400 %": (320, 256), "200 %": (640, 512)}
WORDS = "main :is(h1, h2, h3, p, li, dd, dt, td, th, a, button, select)"


@pytest.fixture(scope="module")
def examples(root: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site made of the directory of the examples alone; `folder` has the browser code built."""
    project = tmp_path_factory.mktemp("examples")
    shutil.copytree(root / "docs", project / "docs")
    shutil.copytree(root / "docs/.overrides/components/directory", project / "directory")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("home_area: northvale", "home_area: examplevale"), "utf-8")
    report = publish.build(project, project / "site", TODAY)
    assert report.published, report.message
    with served(project / "site") as (address, _):
        yield address


@pytest.fixture(scope="module", params=ROOM)
def small(request: pytest.FixtureRequest, windows: Windows, examples: str) -> Iterator[Window]:
    width, height = ROOM[request.param]
    with windows(site=examples, viewport={"width": width, "height": height}, reduced_motion="reduce") as window:
        yield window


@pytest.mark.parametrize("page", PAGES)
def test_no_word_ends_beyond_the_window_and_nothing_scrolls_sideways(small: Window, page: str):
    opened = small.go(PAGES[page])
    assert fits(opened)
    assert opened.locator(WORDS).evaluate_all(CUT) == []


@pytest.mark.parametrize("service", ["example-long-name", "example-many-criteria", "example-talking"])
@pytest.mark.parametrize("sheet", ["refer", "patient"])
def test_a_sheet_with_much_on_it_is_one_side_of_a4(windows: Windows, examples: str, service: str, sheet: str):
    with windows(site=examples) as window:
        pdf = window.go(f"services/{service}/{sheet}/").pdf(prefer_css_page_size=True, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_whoever_asks_for_no_motion_gets_none(small: Window):
    page = small.go(PAGES["results with a shortlist"])
    page.locator(".rd-match").first.wait_for()
    moves = """all => all.filter((each) => each.checkVisibility()).flatMap((each) => {
        const { transitionDuration, transitionProperty, animationName, scrollBehavior } = getComputedStyle(each)
        const still = transitionProperty === "none" || transitionDuration.split(", ").every((time) => !parseFloat(time))
        return still && animationName === "none" && scrollBehavior === "auto" ? [] : [each.outerHTML.slice(0, 80)]
    })"""
    assert page.locator("html, body *").evaluate_all(moves) == []
