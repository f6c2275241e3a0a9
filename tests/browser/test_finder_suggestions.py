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
    meanings = [each for each in found if each.get("ask") and each["kind"] != "service"]
    assert len(meanings) > 1
    assert found[: len(meanings)] == meanings
    assert all("one meaning of" in each["note"] for each in meanings)


def test_every_ambiguous_word_must_be_read_before_it_is_taken(finder: Finder, directory: Directory):
    words = [each.label for each in directory.grammar["ambiguous"]]
    answers = finder.all(*(("suggest", word) for word in words))
    assert [word for word, found in zip(words, answers, strict=True) if not found[0].get("ask")] == []


@pytest.mark.parametrize(
    ("typed", "code"), [("CBT", "cbt"), ("emdr", "emdr"), ("mindfulness", "mbct"), ("DBT", "dbt"), ("PGDT", "pgdt")]
)
def test_a_therapy_by_its_name_is_the_first_answer(finder: Finder, typed: str, code: str):
    found = finder("suggest", typed)
    assert kinds(found)[0] == f"therapy:{code}"
    assert found[0]["label"].endswith("services that offer it")
    assert not found[0].get("ask")
    assert any(each.startswith("service:") for each in kinds(found))


def test_a_therapy_that_is_also_a_need_or_a_kind_of_service_stands_after_it(finder: Finder):
    assert kinds(finder("suggest", "counselling"))[:2] == ["need:general-counselling", "therapy:counselling"]
    assert kinds(finder("suggest", "befriending")).index("therapy:befriending") > 0


def test_a_therapy_in_part_or_among_other_words_is_no_answer(finder: Finder):
    for found in finder.all(("suggest", "mindf"), ("suggest", "CBT for panic")):
        assert not [each for each in kinds(found) if each.startswith("therapy")]


def test_an_ambiguous_therapy_must_be_read_first(finder: Finder):
    found = finder("suggest", "IPT")
    assert kinds(found)[0] == "therapy:ipt"
    assert found[0]["ask"]


@pytest.mark.parametrize("typed", ["Polish", "talking", "helpl", "northvale talking", "helpline for men"])
def test_a_service_that_only_holds_the_words_must_be_read_first(finder: Finder, typed: str):
    services = [each for each in finder("suggest", typed) if each["kind"] == "service"]
    assert all(each.get("ask") for each in services)


def test_a_service_by_any_of_its_names_may_be_opened_at_once(finder: Finder, directory: Directory):
    for service in directory.services_for("northvale"):
        for name in (service.name, *service.also_known_as):
            found = [each for each in finder("suggest", name) if each["code"] == service.id]
            assert not [each for each in found if each.get("ask")], name


@pytest.mark.parametrize(
    "typed",
    [
        "too complex for talking therapies",
        "refused",
        "referral REJECTED",
        "not severe enough",
        "turned away",
        "bounced",
        "told not us",
        "didn’t meet criteria",
        "IAPT declined",
    ],
)
def test_who_was_turned_away_is_first_offered_the_page_for_that(finder: Finder, typed: str):
    assert finder("suggest", typed)[0]["label"] == "They were refused: who takes them now"


@pytest.mark.parametrize("typed", ["drinking", "complex needs", "DNA", "in crisis", "school refusal", "decline"])
def test_what_is_no_refusal_by_itself_is_not_taken_for_one(finder: Finder, typed: str):
    assert "refused" not in [each["kind"] for each in finder("suggest", typed)]


@pytest.mark.parametrize("typed", ["NV3", "nv3 1jt", "NV31JT", "NV1 1AA"])
def test_a_postcode_is_no_need(finder: Finder, typed: str):
    assert finder("suggest", typed) == []


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
