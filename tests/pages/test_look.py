"""Every kind of page in a browser: axe, light and dark, wide and at 320 pixels, on paper, without JavaScript."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from pages.street import TODAY
from rightdoor.pages import publish

PAGES = [
    "", "services/northvale-talking-therapies/", "services/northvale-complex-needs/", "services/samaritans/",
    "services/northvale-harbour/", "services/kooth/", "services/northvale-iapt/", "organizations/mind/",
    "areas/northvale/", "areas/", "areas/northvale/needs/depression/",
    "areas/northvale/needs/suicidal-thoughts/", "areas/northvale/needs/hoarding/", "types/",
    "areas/northvale/types/helpline/",
    "needs/depression/", "needs/", "types/helpline/", "services/", "a-z/", "crisis/", "due/", "due/northvale/",
    "due/national/never-checked/",
    "about/", "how-it-works/", "contribute/", "safety/", "privacy/", "accessibility/", "404.html",
]  # fmt: skip
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The project's own site, built and served."""
    out = tmp_path_factory.mktemp("look") / "site"
    publish.build(root, out, TODAY, keep_going=True, jobs=1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (320, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(browser, address: str, width: int, scheme: str) -> None:
    from axed import violations

    # axe is put into the page as a script, which the site's own policy forbids: that is what the policy is for.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page, found = context.new_page(), []
    for path in PAGES:
        page.goto(address + path)
        found += [(path, each["id"]) for each in violations(page, **RULES)]
        found += [(path, "too wide")] if page.evaluate("document.documentElement.scrollWidth") > width else []
    context.close()
    assert found == []


def test_on_paper_every_page_begins_with_crisis_help_and_has_nothing_to_click_through(page, address: str) -> None:
    page.emulate_media(media="print")
    for path in PAGES:
        page.goto(address + path)
        assert page.locator(".rd-crisis .rd-phone").first.is_visible(), path
        for hidden in (".rd-header__nav", ".rd-contents", ".rd-crumbs", ".rd-search", ".rd-footer nav"):
            assert page.locator(f"{hidden}:visible").count() == 0, (path, hidden)


def test_on_paper_a_discreet_page_is_headed_support_service(page, address: str) -> None:
    page.emulate_media(media="print")
    page.goto(address + "services/northvale-harbour/")
    assert page.locator("h1:visible").count() == 0
    assert page.locator(".rd-print-title").inner_text() == "Support service"
    assert page.title().startswith("Support service")


def test_without_javascript_a_service_is_reached_from_the_home_page_by_area_and_need(browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for words in ("Northvale", "Depression or low mood", "Northvale Talking Therapies"):
        page.locator("main").get_by_role("link", name=words, exact=True).first.click()
    assert page.locator("h1").inner_text() == "Northvale Talking Therapies"
    context.close()


def test_the_outcomes_differ_in_shape_and_word_and_not_in_colour_alone(page, address: str) -> None:
    page.goto(address + "services/northvale-talking-therapies/")
    shapes = page.locator(".rd-criteria .rd-shape").evaluate_all("all => all.map(each => each.innerHTML)")
    edges = page.locator(".rd-criteria > .rd-panel").evaluate_all(
        "all => all.map(each => getComputedStyle(each).borderTopStyle)"
    )
    assert len(set(shapes)) == 3
    assert edges == ["solid", "dashed", "double"]


def test_the_place_of_the_keyboard_is_always_seen(page, address: str) -> None:
    page.goto(address + "services/northvale-talking-therapies/")
    for _ in range(12):
        page.keyboard.press("Tab")
        page.evaluate("window.at = getComputedStyle(document.activeElement)")
        assert page.evaluate("at.outlineStyle + at.outlineWidth") == "solid3px"


def test_the_measure_is_one_that_can_be_read(page, address: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1000})
    page.goto(address + "about/")
    ems = "each.getBoundingClientRect().width / parseFloat(getComputedStyle(each).fontSize)"
    wide = page.locator("main p").evaluate_all(f"all => all.map(each => {ems})")
    assert max(wide) < 45, "about 80 characters of text at most"


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_chooser_of_the_area_shows_the_whole_name(page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address + "areas/northvale/")
    chooser = page.locator(".rd-search--header select")
    chooser.wait_for()
    needed = chooser.evaluate("""each => {
        const style = getComputedStyle(each), pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const words = Math.max(...[...each.options].map((option) => pen.measureText(option.label).width));
        return words + parseFloat(style.paddingLeft) + parseFloat(style.paddingRight) + 20;
    }""")
    assert chooser.bounding_box()["width"] >= needed


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_every_crisis_number_and_the_title_are_on_the_first_screen(page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address + "areas/northvale/")
    page.locator(".rd-search--header select").wait_for()
    numbers = page.locator(".rd-crisis .rd-phone")
    assert numbers.count() == 6
    assert all(each.is_visible() for each in numbers.all())
    assert page.locator("h1").bounding_box()["y"] < 844 * 0.6
    size = "each => parseFloat(getComputedStyle(each).fontSize)"
    small = page.locator(".rd-crisis li, .rd-crumbs li, .rd-header__nav a").evaluate_all(f"all => all.map({size})")
    assert min(small) >= 15


def test_on_paper_nothing_touches_the_edge_and_each_card_has_its_phone_and_the_list_its_date(page, address) -> None:
    page.goto(address + "areas/northvale/needs/depression/")
    page.emulate_media(media="print")
    rule = "[...document.styleSheets].flatMap(s => [...s.cssRules]).flatMap(r => [...(r.cssRules || [])])"
    assert page.evaluate(f"{rule}.findLast(r => r instanceof CSSPageRule).style.margin") == "10mm 13mm"
    assert page.locator(".rd-card .rd-phone:visible").count() > 5
    assert "as listed on 23 November 2026" in page.locator(".rd-lead").inner_text()


def test_the_styles_stay_small(root: Path) -> None:
    assert sum(file.stat().st_size for file in (root / "docs/assets/stylesheets").glob("*.css")) < 25_000
