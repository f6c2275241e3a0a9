"""Made-up entries: every page of theirs says so in words, and no list lets one pass for real."""

import pytest

from pages.street import GRAMMAR, TODAY, text_of, view
from pages.test_area_pages import real as real  # the project's own directory, as a fixture
from rightdoor.model.directory import Directory
from rightdoor.pages import (
    area_list_page,
    area_page,
    due_page,
    home_page,
    letters_page,
    organization_page,
    service_page,
    term_page,
)
from rightdoor.pages.view import View


@pytest.fixture(scope="module")
def site(real: Directory) -> View:
    return view(real)


def test_every_page_of_a_made_up_service_says_so_before_anything_else(site: View) -> None:
    made_up = [each for each in site.whole.services.values() if each.fictional]
    assert len(made_up) > 40
    for service in made_up:
        words = text_of(service_page.page(site, service.id).body)
        assert words.index("Made-up entry. This service does not exist.") < words.index("Takes"), service.id


def test_no_page_of_a_real_service_says_that_it_is_made_up(site: View) -> None:
    for service in site.whole.services.values():
        if not service.fictional:
            assert "Made-up entry" not in text_of(service_page.page(site, service.id).body), service.id


def test_every_page_of_a_made_up_area_and_organization_says_so(site: View) -> None:
    for area in site.whole.areas.values():
        assert ("Made-up area." in text_of(area_page.page(site, area.id).body)) == area.fictional
    for each in site.whole.organizations.values():
        assert ("Made-up entry." in text_of(organization_page.page(site, each.id).body)) == each.fictional


def test_every_list_marks_each_made_up_service(site: View) -> None:
    for key in ("northvale/depression", "northvale/bereavement"):
        body = area_list_page.need_page(site, key).body
        for card in body.split('<li class="rd-card')[1:]:
            service = site.whole.services[card.partition("services/")[2].partition("/")[0]]
            assert ("Made up" in text_of(card)) == service.fictional
    assert "made up" in text_of(term_page.need_page(site, "depression").body)
    assert "Made up" in text_of(home_page.page(site, "home").body)


def test_the_a_to_z_marks_everything_made_up_under_every_name(site: View) -> None:
    for entries in letters_page.by_letter(site.whole, TODAY).values():
        for name, address, kind, now in entries:
            folder, _, id = address.rstrip("/").partition("/")
            record = getattr(site.whole, folder)[id]
            assert ("made up" in (now or kind)) == record.fictional, name


def test_what_is_due_in_a_made_up_area_says_that_it_is_made_up(site: View) -> None:
    for folder in due_page.folder_keys(site):
        area = site.whole.areas.get(folder)
        words = text_of(due_page.folder_page(site, folder).body)
        assert ("Made-up area." in words) == (area is not None and area.fictional), folder


def test_the_vocabularies_have_words_for_everything_that_pages_name() -> None:
    for name in (
        "intake",
        "status",
        "checked_how",
        "fact_groups",
        "referral_who",
        "referral_how",
        "wait_steps",
        "cost_kinds",
    ):
        assert all(term.label for term in GRAMMAR[name])
