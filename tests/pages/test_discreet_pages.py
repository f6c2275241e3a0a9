"""Pages that must not give a reader away on a shared screen, in the history or on paper."""

import re
from pathlib import Path

from pages.street import GRAMMAR, tags_of, text_of, view_of
from rightdoor.pages import area_list_page, organization_page, service_page, term_page

HARBOUR = {
    "name": "Harbour",
    "also_known_as": ["Northvale Refuge"],
    "type": "domestic-abuse-service",
    "needs": ["domestic-abuse"],
    "organization": "harbour",
}
HARBOURS = {"harbour": {"name": "Harbour Northvale", "also_known_as": ["Refuge Northvale"], "kind": "charity"}}
TELLING = re.compile(r"abuse|violence|refuge|rape|sexual|honour", re.IGNORECASE)


def pages() -> list:
    made = view_of({"harbour": HARBOUR}, organizations=HARBOURS)
    return [
        service_page.page(made, "harbour"),
        organization_page.page(made, "harbour"),
        area_list_page.need_page(made, "northvale/domestic-abuse"),
        area_list_page.type_page(made, "northvale/domestic-abuse-service"),
        term_page.need_page(made, "domestic-abuse"),
        term_page.type_page(made, "domestic-abuse-service"),
    ]


def test_a_page_about_abuse_is_discreet_and_its_address_says_nothing() -> None:
    for page in pages():
        assert page.discreet, page.address
        assert not TELLING.search(page.address), page.address


def test_the_way_down_to_such_a_service_says_nothing() -> None:
    words = " ".join(words + address for words, address in pages()[0].crumbs)
    assert not TELLING.search(words)


def test_on_paper_such_a_page_is_headed_support_service() -> None:
    for page in pages():
        assert '<p class="rd-print-title">Support service</p>' in page.body
        headings = [attributes for tag, attributes in tags_of(page.body) if tag == "h1"]
        assert [each.get("class") for each in headings] == ["rd-discreet"]


def test_nothing_else_that_is_printed_of_the_heading_gives_it_away() -> None:
    hidden = re.compile(r'<(p|h1) class="[^"]*rd-discreet[^"]*">.*?</\1>', re.DOTALL)
    for page in pages():
        heading = page.body.partition("</header>")[0]
        assert TELLING.search(text_of(heading)), page.address
        assert not TELLING.search(text_of(hidden.sub("", heading))), page.address


def test_the_print_stylesheet_hides_the_name_and_shows_the_neutral_heading(root: Path) -> None:
    style = (root / "docs/assets/stylesheets/print.css").read_text("utf-8")
    assert ".rd-discreet { display: none; }" in style
    assert ".rd-print-title { display: block;" in style


def test_a_service_with_one_discreet_need_among_others_is_discreet_too() -> None:
    made = view_of({"this": {"needs": ["depression", "sexual-violence"]}})
    assert service_page.page(made, "this").discreet


def test_an_ordinary_page_is_not_discreet() -> None:
    assert not service_page.page(view_of({"this": {}}), "this").discreet


def test_no_discreet_term_gives_itself_away_in_an_address() -> None:
    terms = [term for name in ("needs", "service_types") for term in GRAMMAR[name] if term.discreet]
    assert terms
    assert [term.slug for term in terms if TELLING.search(term.slug)] == []
