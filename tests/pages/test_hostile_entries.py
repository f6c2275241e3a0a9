"""Entries come from strangers: whatever they write stays text on every page."""

from dataclasses import fields, replace
from typing import Any

import pytest

from pages.street import HERE, street, tags_of, view
from rightdoor.pages import (
    area_list_page,
    area_page,
    crisis_page,
    due_page,
    gone_page,
    home_page,
    letters_page,
    organization_page,
    service_page,
    term_page,
)
from rightdoor.pages.crisis_strip import strip
from rightdoor.pages.view import View

RUNS = '</h1></script><script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="alert(1)\' '
EVIL = RUNS + "{{ 7*7 }} %%rightdoor:body%%"
URL = "javascript:alert(document.domain)"
SERVICE: dict[str, Any] = {
    "name": EVIL,
    "summary": EVIL,
    "description": EVIL + "\n\n[x](javascript:alert(1))",
    "note": EVIL,
    "also_known_as": [EVIL],
    "criteria": {
        "area": {**HERE, "words": EVIL},
        "age": {"from": "18y", "words": EVIL, "refer_to": ["other"]},
        "severity": {"from": "mild", "words": EVIL},
        "does_not_take": [{"reason": "psychosis", "words": EVIL, "refer_to": ["other"]}],
        "check_first": [{"reason": "bipolar", "words": EVIL, "how": EVIL}],
        "takes_despite": [{"reason": "pregnancy", "words": EVIL}],
    },
    "referral": {
        "routes": [
            {
                "who": ["gp"],
                "how": "online-form",
                "url": URL,
                "phone": EVIL,
                "email": EVIL,
                "text": EVIL,
                "note": EVIL,
                "hours": EVIL,
            }
        ],
        "advice": {"who": ["gp"], "phone": EVIL, "email": EVIL, "hours": EVIL},
    },
    "waits": [{"from": "referral", "to": "assessment", "weeks": 1, "as_of": "2026-11-01", "source": URL}],
    "sessions": {"policy": "up-to", "to": 3, "then": EVIL},
    "cost": {"kind": "fixed-fee", "words": EVIL},
    "contact": {
        "phone": EVIL,
        "phone_note": EVIL,
        "text": EVIL,
        "text_note": EVIL,
        "text_relay": EVIL,
        "email": EVIL,
        "website": URL,
        "webchat": URL,
    },
    "hours": EVIL,
    "locations": [{"name": EVIL, "address": EVIL, "postcode": EVIL}],
    "evidence": [{"covers": ["criteria"], "url": URL, "title": EVIL, "dated": EVIL, "note": EVIL}],
    "checked": {"how": "provider-phone", "on": "2026-11-01", "by": EVIL},
    "by_area": {"eastvale": {"note": EVIL, "contact": {"phone": EVIL}}},
    "aliases": ["old"],
}
AREA: dict[str, Any] = {
    "name": EVIL,
    "kind": "local-authority",
    "within": "england",
    "front_door": "this",
    "crisis_routes": ["this"],
    "crisis_note": EVIL,
    "practices": [{"name": EVIL, "postcode": EVIL}],
    "postcode_districts": [EVIL],
    "known_gaps": [{"need": "depression", "checked": "2026-11-01", "note": EVIL}],
    "population": {"source": EVIL, "year": 2025, "bands": [{"from": 0, "people": 1}]},
}


@pytest.fixture(scope="module")
def site() -> View:
    organizations = {
        "trust": {"name": EVIL, "kind": "nhs", "website": URL, "description": EVIL, "also_known_as": [EVIL]}
    }
    directory = street(
        {"this": SERVICE, "other": {"name": EVIL}}, areas={"northvale": AREA}, organizations=organizations
    )
    return view(replace(directory, services={**directory.services}))


def bodies(site: View) -> dict[str, str]:
    made = [
        service_page.page(site, "this"),
        organization_page.page(site, "trust"),
        area_page.page(site, "northvale"),
        area_page.index(site, "areas"),
        area_list_page.need_page(site, "northvale/depression"),
        area_list_page.type_page(site, "northvale/counselling-service"),
        term_page.need_page(site, "depression"),
        term_page.type_page(site, "counselling-service"),
        letters_page.page(site, "all"),
        crisis_page.page(site, "crisis"),
        due_page.page(site, "due"),
        home_page.page(site, "home"),
        gone_page.alias_page(site, "old"),
    ]
    return {page.address: str(page.body) for page in made} | {"strip": str(strip(site, "northvale", ""))}


def test_no_entry_adds_an_element_that_can_run_or_load(site: View) -> None:
    for address, body in bodies(site).items():
        tags = {tag for tag, _ in tags_of(body)}
        assert not tags & {"script", "img", "iframe", "object", "embed", "link", "style", "base", "form", "meta"}, (
            address
        )


def test_no_entry_adds_an_attribute_that_can_run(site: View) -> None:
    for address, body in bodies(site).items():
        for _, attributes in tags_of(body):
            assert not any(name.startswith("on") or name == "style" for name in attributes), address


def test_every_link_leads_where_a_reader_may_be_sent(site: View) -> None:
    for address, body in bodies(site).items():
        for tag, attributes in tags_of(body):
            href = attributes.get("href") or ""
            if tag == "a" and ":" in href:
                assert href.split(":")[0] in {"https", "http", "mailto", "tel"}, (address, href)


def test_every_page_keeps_one_first_heading(site: View) -> None:
    for address, body in bodies(site).items():
        headings = [tag for tag, _ in tags_of(body) if tag == "h1"]
        assert len(headings) == (0 if address == "strip" else 1), address


def test_what_looks_like_a_template_is_shown_as_typed(site: View) -> None:
    assert "{{ 7*7 }}" in bodies(site)["services/this/"]
    assert "49" not in bodies(site)["services/this/"].partition("</h1>")[0]


def test_the_entry_of_this_test_holds_something_in_every_text_of_a_service(site: View) -> None:
    service = site.whole.services["this"]
    coded = {"organization", "type", "status", "intake", "folder", "file", "id"}
    for each in fields(service):
        if each.type in ("str", "str | None") and each.name not in coded:
            assert EVIL in (getattr(service, each.name) or ""), each.name
