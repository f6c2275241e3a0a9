"""Sheets that somebody else at home may find: the one for patients never says what the service is for."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pages.street import GRAMMAR, TODAY, text_of, view_of
from rightdoor.pages import patient_sheet_page, refer_sheet_page
from rightdoor.pages.discreet_words import keeper
from rightdoor.pages.links import is_discreet
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder

TELLING = re.compile(r"abuse|violen|refuge|rape|sexual|honour|safe house|partner|marriage", re.IGNORECASE)
HARBOUR: Mapping[str, Any] = {
    "name": "Harbour",
    "summary": "Support for anyone hurt by a partner.",
    "type": "domestic-abuse-service",
    "needs": ["domestic-abuse"],
    "organization": "harbour",
    "cost": {"kind": "free", "words": "Refuge rooms are paid for by the council."},
    "contact": {
        "phone": "01632 960 242",
        "phone_note": "for victims of violence",
        "website": "https://rape.example.org/",
    },
    "referral": {
        "routes": [{"who": ["self"], "how": "email", "email": "help@refuge.example.org", "note": "Your partner…"}],
        "if_declined": ["crisis"],
    },
}
HARBOURS = {"harbour": {"name": "Harbour Violence Service", "kind": "charity"}}


def sheet(**changes: Any) -> Any:
    services = {"this": {**HARBOUR, **changes}, "crisis": {"name": "Rape Crisis Vale", "needs": ["sexual-violence"]}}
    return patient_sheet_page.page(view_of(services, organizations=HARBOURS), "this")


def test_the_sheet_for_the_patient_names_neither_the_need_nor_who_runs_it_nor_where_it_is_on_the_web() -> None:
    page = sheet()
    assert page.discreet
    assert not TELLING.search(page.body)
    assert not TELLING.search(f"{page.address} {page.crumbs} {page.description} {page.title}")


def test_it_is_headed_support_service_on_the_screen_and_on_paper() -> None:
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", sheet().body) == ["Support service"]


def test_it_still_gives_the_name_and_the_number() -> None:
    words = text_of(sheet().body)
    assert "The service is called Harbour." in words
    assert "01632 960 242" in words


def test_a_name_that_gives_it_away_is_left_out() -> None:
    page = sheet(name="Northvale Rape Crisis")
    assert "Rape" not in text_of(page.body)
    assert "01632 960 242" in text_of(page.body)


def test_it_has_no_code_to_scan() -> None:
    assert "<svg" not in sheet().body


def test_what_a_number_needs_beside_it_stays_unless_it_tells() -> None:
    kept = sheet(contact={"phone": "01632 960 242", "phone_note": "then press 2"})
    assert "then press 2" in text_of(kept.body)


@pytest.mark.parametrize("text", ["Women's Aid Vale", "the MARAC", "Rape Crisis", "honour-based", "Forced marriage"])
def test_words_that_tell_are_known(text: str) -> None:
    assert keeper(GRAMMAR)(text) == ""


@pytest.mark.parametrize("text", ["Harbour", "The Support Service", "Vale House", "Press 2"])
def test_words_that_do_not_tell_are_kept(text: str) -> None:
    assert keeper(GRAMMAR)(text) == text


def test_no_discreet_service_of_this_repository_gives_itself_away(root: Path) -> None:
    view = View(load(root, TODAY).directory, TODAY, Settings(), theme_folder())
    found = [each for each in view.directory.services.values() if is_discreet(view, each)]
    assert len(found) > 3
    for service in found:
        page = patient_sheet_page.page(view, service.id)
        assert not TELLING.search(text_of(page.body)), service.id


def test_the_sheet_for_the_referrer_has_a_neutral_heading_on_paper() -> None:
    page = refer_sheet_page.page(view_of({"this": HARBOUR}, organizations=HARBOURS), "this")
    assert page.discreet
    assert '<p class="rd-print-title">Support service</p>' in page.body
    assert '<h1 class="rd-discreet">Harbour</h1>' in page.body
