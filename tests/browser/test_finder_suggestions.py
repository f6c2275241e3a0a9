"""What the fields of the finder suggest: meanings before guesses, answers before pages, places by any name."""

from __future__ import annotations

from typing import Any

import pytest

from browser.finding import Finder
from rightdoor.model.directory import Directory


def kinds(found: list[dict[str, Any]]) -> list[str]:
    return [f"{each['kind']}:{each['code'] or each['label']}" for each in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("d", "need:"),
        ("depr", "need:depression"),
        ("low mood", "need:depression"),
        ("IAPT", "type:talking-therapies"),
        ("iapt", "type:talking-therapies"),
        ("CMHT", "type:cmht"),
        ("grief", "need:bereavement"),
        ("conselling", "need:general-counselling"),
        ("carer", "need:carer-support"),
        ("34F low mood 6 weeks", "need:depression"),
        ("samaritans", "service:samaritans"),
        ("Northvale Talking Therapies", "service:northvale-talking-therapies"),
        ("Northvale CMHT", "service:northvale-cmht"),
        ("suicid", "need:suicidal-thoughts"),
    ],
)
def test_the_first_suggestion_is_what_a_gp_means(finder: Finder, typed: str, first: str):
    found = kinds(finder("suggest", typed))
    assert found[0].startswith(first), found


def test_a_former_name_and_a_mended_spelling_are_said_beside_the_first(finder: Finder):
    assert "IAPT is now called NHS Talking Therapies" in finder("suggest", "IAPT")[0]["note"]
    assert "“conselling” read as “counselling”" in finder("suggest", "conselling")[0]["note"]


@pytest.mark.parametrize(
    "typed", ["BPD", "bpd", "PD", "ED", "SAD", "AN", "OD", "IPT", "ERP", "ASC", "loss", "BPD support"]
)
def test_an_ambiguous_word_offers_meanings_that_must_be_read_first(finder: Finder, typed: str):
    found = finder("suggest", typed)
    meanings = [each for each in found if each.get("ask")]
    assert len(meanings) > 1
    assert found[: len(meanings)] == meanings
    assert all("one meaning of" in each["note"] for each in meanings)


def test_every_ambiguous_word_must_be_read_before_it_is_taken(finder: Finder, directory: Directory):
    words = [each.label for each in directory.grammar["ambiguous"]]
    answers = finder.all(*(("suggest", word) for word in words))
    assert [word for word, found in zip(words, answers, strict=True) if not found[0].get("ask")] == []


def test_a_therapy_is_no_answer_but_finds_the_services_that_give_it(finder: Finder):
    found = kinds(finder("suggest", "EMDR"))
    assert not [each for each in found if each.startswith("therapy")]
    assert any(each.startswith("service:") for each in found)


def test_a_named_area_is_offered_among_the_suggestions(finder: Finder):
    assert "area:eastvale" in kinds(finder("suggest", "grief eastvale"))


def test_nothing_is_suggested_twice_and_never_too_much(finder: Finder):
    for found in finder.all(*(("suggest", word) for word in ("BPD support", "depression", "northvale", "carer", "a"))):
        assert len(kinds(found)) == len(set(kinds(found))) <= 8


def test_a_service_that_does_not_run_as_usual_says_so_before_it_is_opened(finder: Finder, directory: Directory):
    halted = [each for each in directory.services_for("northvale") if each.status in ("inactive", "temporarily closed")]
    labels = directory.grammar["status"]
    for service in halted:
        found = [each for each in finder("suggest", service.name) if each["code"] == service.id]
        assert labels[service.status].label in found[0]["note"]


def test_a_service_that_takes_nobody_now_says_so_before_it_is_opened(finder: Finder):
    [found] = [each for each in finder("suggest", "Turnaround") if each["code"] == "northvale-turnaround"]
    assert "Paused" in found["note"]


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("northv", "northvale"),
        ("NORTHVALE", "northvale"),
        ("nv1", "northvale"),
        ("NV1 1AA", "northvale"),
        ("nv11aa", "northvale"),
        ("NV1 1", "northvale"),
        ("mill lane", "northvale"),
        ("lane med", "northvale"),
        ("engl", "england"),
    ],
)
def test_an_area_is_found_by_its_name_a_practice_or_a_postcode(finder: Finder, typed: str, area: str):
    assert finder("places", typed)[0][0] == area


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "1", "SW1A 1AA"])
def test_what_is_nowhere_in_the_directory_finds_no_area(finder: Finder, typed: str):
    assert finder("places", typed) == []


def test_a_practice_says_in_which_area_it_is(finder: Finder):
    assert finder("places", "mill lane medical")[0][2] == "Practice, NV1, Northvale (made up)"
