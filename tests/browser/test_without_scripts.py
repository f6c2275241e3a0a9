"""Everything can be reached and read where no script runs; what must stay discreet gives nothing away."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath

import pytest

from browser.conftest import TODAY, Windows
from browser.kinds import KINDS
from rightdoor.model.directory import Directory
from rightdoor.model.vocabulary import Term
from rightdoor.pages.head import DISCREET_TITLE
from rightdoor.records.load import load


class Links(HTMLParser):
    """The addresses within the site that a page links to."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found = address, set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") if tag == "a" else None
        if href and ":" not in href and not href.startswith("#") and not href.endswith(".xml"):
            self.found.add(normpath(f"{self.address or '.'}/{href.partition('#')[0]}") + "/")


def links(folder: Path, address: str) -> set[str]:
    parser = Links(address)
    parser.feed((folder / address / "index.html").read_text())
    return parser.found


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY).directory


def test_every_service_is_three_links_from_home_by_area_and_need_or_kind(folder: Path, directory: Directory):
    areas = {each for each in links(folder, "") | links(folder, "areas/") if each.startswith("areas/")}
    lists = {
        each
        for area in areas
        for each in links(folder, area)
        if each.startswith(area) and each.endswith("/") and each != area
    }
    reached = {each for address in lists for each in links(folder, address) if each.startswith("services/")}
    listed = {f"services/{each.id}/" for each in directory.services.values() if each.status != "defunct"}
    assert listed - reached == set()


def test_every_service_is_reached_by_its_first_letter(folder: Path, directory: Directory):
    pages = {each for each in links(folder, "a-z/") if each.startswith("a-z/")} | {"a-z/"}
    reached = {each for address in pages for each in links(folder, address)}
    assert {f"services/{each}/" for each in directory.services} - reached == set()


def test_without_scripts_a_reader_goes_from_home_to_a_service_by_links(windows: Windows):
    with windows(java_script_enabled=False) as window:
        page = window.go("")
        assert page.locator("html.no-js").count() == 1
        assert not page.locator("[data-rd-search]").first.is_visible()
        main = page.locator("main")
        main.get_by_role("link", name="Northvale").first.click()
        main.get_by_role("link", name="Depression or low mood").click()
        main.locator("h3").get_by_role("link", name="Northvale Talking Therapies").click()
        assert page.locator("h1").inner_text() == "Northvale Talking Therapies"
        assert page.get_by_role("heading", name="Does not take").is_visible()


def test_without_scripts_a_list_says_of_every_service_whom_it_takes_and_whom_it_does_not(windows: Windows):
    with windows(java_script_enabled=False) as window:
        cards = window.go("areas/northvale/needs/depression/").locator("main .rd-card")
        assert cards.count() > 10
        for card in cards.all():
            terms = card.locator("dt").all_inner_texts()
            assert {"Takes", "Check first", "Does not take"} & set(terms), card.inner_text()
        talking = cards.filter(
            has=window.page.get_by_role("link", name="Northvale Talking Therapies", exact=True)
        ).first
        assert {"Takes", "Referrals", "Wait", "Check first", "Does not take"} <= set(
            talking.locator("dt").all_inner_texts()
        )
        assert "Northvale Community Mental Health Team" in talking.inner_text()


def test_without_scripts_no_page_shows_what_cannot_work_and_every_page_leads_on(windows: Windows):
    with windows(java_script_enabled=False) as window:
        for kind, address in KINDS.items():
            page = window.go(address)
            assert page.locator("button:visible, input:visible, select:visible").count() == 0, kind
            assert page.locator("h1:visible").count() == 1, kind
            assert len(page.locator("main").inner_text()) > 60, kind
            for way in ("Areas", "Needs", "A to Z", "Help in a crisis"):
                assert page.get_by_role("link", name=way, exact=True).first.is_visible(), kind


def discreet_terms(directory: Directory, vocabulary: str) -> set[str]:
    return {term.code for term in directory.grammar[vocabulary] if term.discreet}


def discreet_addresses(directory: Directory) -> list[str]:
    """The pages of services, needs and kinds of service that must not give a reader away."""
    needs, types = discreet_terms(directory, "needs"), discreet_terms(directory, "service_types")
    services = [each.id for each in directory.services.values() if each.type in types or needs & set(each.needs)]
    slugs = [f"needs/{directory.grammar['needs'][code].slug}/" for code in needs]
    slugs += [f"types/{directory.grammar['service_types'][code].slug}/" for code in types]
    return [f"services/{each}/" for each in services] + slugs + [f"areas/northvale/{each}" for each in slugs]


def revealing(term: Term) -> set[str]:
    return {*term.more.get("revealing", ()), "abuse", "violence", "domestic", "sexual", "rape", "honour"}


def test_discreet_pages_have_a_neutral_title_and_no_telling_word_in_their_address(folder: Path, directory: Directory):
    terms = [*directory.grammar["needs"], *directory.grammar["service_types"]]
    telling = {word for term in terms if term.discreet for word in revealing(term)}
    addresses = [each for each in discreet_addresses(directory) if (folder / each / "index.html").exists()]
    assert len(addresses) > 10
    for address in addresses:
        head = (folder / address / "index.html").read_text().partition("</head>")[0].casefold()
        assert f"<title>{DISCREET_TITLE}".casefold() in head, address
        assert not [word for word in telling if word in head or word in address], address


def test_a_discreet_page_on_paper_shows_a_neutral_header(windows: Windows):
    with windows() as window:
        page = window.go("services/northvale-harbour/")
        page.emulate_media(media="print")
        assert page.locator(".rd-print-title").inner_text() == DISCREET_TITLE
        assert not page.locator("h1").is_visible()
