"""What every page of the site must hold in a browser: nothing from elsewhere, and nothing that only works here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from browser.conftest import NOON, Window, Windows, served
from browser.kinds import KINDS
from rightdoor.pages.head import DISCREET_TITLE


@dataclass(frozen=True)
class Visit:
    """What one page did while it was opened."""

    hosts: set[str]
    said: list[str]
    first_in_head: str
    policy: str
    storage: list[str]
    title: str


def visited(window: Window, address: str) -> Visit:
    window.requests.clear()
    window.said.clear()
    page = window.go(address)
    first = page.evaluate("document.head.firstElementChild.outerHTML")
    storage = page.evaluate("[document.cookie, ...Object.entries(localStorage).flat()].filter(Boolean)")
    hosts = {urlsplit(each).netloc for each in window.requests}
    return Visit(hosts, list(window.said), first, page.evaluate(POLICY), storage, page.title())


POLICY = """document.querySelector("meta[http-equiv='Content-Security-Policy']").content"""


@pytest.fixture(scope="module")
def visits(windows: Windows) -> dict[str, Visit]:
    with windows() as window:
        return {name: visited(window, address) for name, address in KINDS.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nothing_of_any_other_host(visits: dict[str, Visit], site: str, kind: str):
    assert visits[kind].hosts == {urlsplit(site).netloc}


@pytest.mark.parametrize("kind", KINDS)
def test_the_policy_is_the_first_thing_in_a_page(visits: dict[str, Visit], kind: str):
    assert visits[kind].first_in_head.startswith('<meta http-equiv="Content-Security-Policy"')
    assert "default-src 'none'" in visits[kind].policy
    assert "unsafe" not in visits[kind].policy


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_does_nothing_that_the_policy_stops_and_nothing_fails(visits: dict[str, Visit], kind: str):
    assert visits[kind].said == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_is_only_read_leaves_nothing_on_the_device(visits: dict[str, Visit], kind: str):
    assert visits[kind].storage == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_a_title_of_its_own(visits: dict[str, Visit], kind: str):
    same = [name for name, visit in visits.items() if visit.title == visits[kind].title]
    assert same == [kind] or visits[kind].title.startswith(DISCREET_TITLE)


def test_the_policy_stops_an_inline_script(window: Window):
    """Proof that the wall stands, and that these tests would hear of it."""
    page = window.go("")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    page.wait_for_timeout(50)
    assert page.evaluate("window.ran") is None
    assert any("script-src" in said for said in window.said)
    window.wrongs.clear()


def test_a_window_that_asked_something_of_another_host_is_heard_of_whatever_the_test(windows: Windows):
    with pytest.raises(AssertionError, match="another host"), windows() as window, suppress(Exception):
        window.page.goto("http://127.0.0.1:9/")


def test_a_page_that_is_not_there_says_so_and_has_links_that_work(windows: Windows):
    with windows() as window:
        page = window.go("services/no-such-service/")
        assert page.locator("h1").inner_text() == "Page not found"
        page.get_by_role("link", name="All services from A to Z").click()
        assert page.locator("h1").inner_text() != "Page not found"


@pytest.fixture(scope="module")
def sub_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site below a folder of a host, as GitHub Pages serves it."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(folder, host / "our" / "rightdoor")
    (host / "404.html").write_text("Not found")
    with served(host) as (address, asked):
        yield f"{address}our/rightdoor/"
        assert [path for path in asked if not path.startswith("/our/rightdoor/")] == []


def test_the_site_works_below_a_folder(windows: Windows, sub_folder: str):
    with windows(site=sub_folder) as window:
        for address in KINDS.values():
            if address != "404.html":
                window.go(address)
        page = window.go("services/samaritans/")
        page.get_by_role("searchbox").fill("Northvale Community Mental Health Team")
        page.locator(".rd-search__list a").first.click()
        assert page.url == f"{sub_folder}services/northvale-cmht/"
        page.get_by_role("link", name="Rightdoor").click()
        assert page.url == sub_folder
        assert window.said == []


@pytest.mark.parametrize("kind", ["home", "an NHS service", "an area", "crisis help", "not found"])
def test_a_page_can_be_read_from_a_disk_without_a_server(windows: Windows, folder: Path, kind: str):
    address = KINDS[kind] if KINDS[kind].endswith(".html") else f"{KINDS[kind]}index.html"
    with windows() as window:
        errors: list[str] = []
        window.page.on("pageerror", lambda error: errors.append(str(error)))
        window.page.goto((folder / address).as_uri())
        assert window.page.locator("h1").is_visible()
        assert window.page.locator(".rd-crisis").is_visible()
        assert errors == []


def test_a_site_built_long_ago_says_so(windows: Windows):
    with windows(at=NOON.replace(month=12, day=23)) as window:
        assert window.go("").locator(".rd-old").count() == 0
    with windows(at=NOON.replace(month=12, day=24)) as window:
        words = window.go("services/samaritans/").locator(".rd-old").inner_text()
    assert "23 November 2026" in words
