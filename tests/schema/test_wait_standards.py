"""The standards for waits: each names a source and a day, and what it is of exists in the vocabularies."""

from datetime import date
from pathlib import Path

import pytest

from rightdoor.model.vocabulary import Term
from rightdoor.records.vocabularies import load_grammar

GRAMMAR = load_grammar(Path(__file__).parents[2] / "schema")
each_standard = pytest.mark.parametrize("term", list(GRAMMAR["wait_standards"]), ids=lambda term: term.code)


@each_standard
def test_a_standard_says_of_what_it_is_where_it_is_written_and_when_it_was_read(term: Term):
    said = term.more["standard"]
    assert term.more["source"]
    assert date.fromisoformat(said["read"]) <= date(2026, 11, 23)
    assert term.more["phrase"][0].isdigit() or term.more["phrase"][0].islower()
    assert not term.more["phrase"].endswith(".")


@each_standard
def test_the_codes_of_a_standard_are_those_of_the_vocabularies(term: Term):
    said, steps = term.more["standard"], GRAMMAR["wait_steps"]
    assert set(said["kinds"]) <= set(GRAMMAR["service_types"].terms)
    assert set(said.get("needs", ())) <= set(GRAMMAR["needs"].terms)
    assert steps.rank(said["from"]) < steps.rank(said["to"])


@each_standard
def test_a_standard_holds_in_a_nation(term: Term):
    assert set(term.more["areas"]) <= {"england", "scotland", "wales", "northern-ireland"}


@each_standard
def test_the_share_and_the_weeks_of_a_standard_are_said_in_its_words(term: Term):
    said, words = term.more["standard"], term.more["phrase"]
    weeks = {4: ("4 weeks", "28 days"), 13: ("13 weeks",), 1: ("1 week",)}.get(
        said["weeks"], (f"{said['weeks']} weeks",)
    )
    assert any(each in words for each in weeks)
    assert ("share" in said) == ("%" in words)
    assert "share" not in said or f"{said['share']}%" in words


def test_the_standards_of_talking_therapies_are_those_that_the_statistics_count():
    weeks = [
        (each.more["standard"]["weeks"], each.more["standard"]["share"])
        for each in GRAMMAR["wait_standards"]
        if each.code.startswith("talking-therapies")
    ]
    assert weeks == [(6, 75), (18, 95)]


@each_standard
def test_the_page_about_coverage_tells_every_standard_with_its_source(term: Term):
    page = (Path(__file__).parents[2] / "docs" / "about-coverage.md").read_text("utf-8")
    phrase, said = term.more["phrase"], term.more["standard"]
    assert f"{phrase[0].upper()}{phrase[1:]}." in page
    assert f"[{term.more['source']}]({said['url']})" in page
    assert said.get("only_if", "") in page
