"""What people type of ages and times, read in the browser, and said again in the words of the Python engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from matching.engines import Browser, plain
from rightdoor.matching.answers import answers_from
from rightdoor.matching.phrases import lower_first
from rightdoor.model.measure import UNITS, Span, age_range, words_for_age, words_for_date


@pytest.fixture(scope="module")
def browser_engine() -> Iterator[Browser]:
    engine = Browser()
    yield engine
    engine.close()


def test_a_small_m_after_more_than_eleven_may_mean_months_or_a_man(browser_engine: Browser) -> None:
    """Only typing is asked again: an address or a record that says "34m" means months."""
    unclear = ["34m", "12m", "34 m", " 17m "]
    clear = ["9m", "11m", "34M", "34 M", "34 months", "17y9m", "34y m", "m34", "34"]
    assert browser_engine.reads("isUnclearAge", *unclear, *clear) == [True] * len(unclear) + [False] * len(clear)


def test_an_age_that_records_may_hold_means_the_same_months(browser_engine: Browser) -> None:
    texts = [*map(str, range(130)), *(f"{years}y{months}m" for years in (0, 17, 99) for months in range(12)), "999"]
    texts += [*(f"{years}y" for years in range(130)), *(f"{months}m" for months in range(100))]
    assert browser_engine.reads("readAge", *texts) == [[each.youngest, each.oldest] for each in map(age_range, texts)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("34", "34y"),
        ("34 F", "34y"),
        ("34F", "34y"),
        ("F34", "34y"),
        ("M 34", "34y"),
        ("34M", "34y"),
        ("34y M", "34y"),
        ("34yo female", "34y"),
        ("34 years old", "34y"),
        ("34 y/o", "34y"),
        ("aged 34", "34y"),
        ("Age 34", "34y"),
        ("17 years 9 months", "17y9m"),
        ("17 years and 9 months", "17y9m"),
        ("17y 9m", "17y9m"),
        ("9 months", "9m"),
        ("34m", "2y10m"),
        ("0", "0y"),
        ("17y12m", None),
        ("17y 40m", None),
        ("1956", None),
        ("12/3/1956", None),
        ("thirty", None),
        ("34 weeks", None),
        ("-3", None),
        ("", None),
        (" ", None),
    ],
)
def test_an_age_as_people_type_it_is_kept_as_a_code(browser_engine: Browser, typed: str, code: str | None) -> None:
    assert browser_engine.reads("ageCode", typed) == [code]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3w", "3w"),
        ("3 weeks", "3w"),
        ("3 weeks ago", "3w"),
        ("1 year", "1y"),
        ("6 months", "6m"),
        ("2 Days", "2d"),
        ("4 hours", "4h"),
        ("3", None),
        ("3 wives", None),
        ("weeks", None),
        ("12345d", None),
        ("", None),
    ],
)
def test_a_time_as_people_type_it_is_kept_as_a_code(browser_engine: Browser, typed: str, code: str | None) -> None:
    assert browser_engine.reads("spanCode", typed) == [code]


def test_a_time_has_the_same_hours_and_the_same_words(browser_engine: Browser) -> None:
    spans = [Span.of(f"{count}{unit}") for count in (0, 1, 2, 12, 9999) for unit in UNITS]
    texts = [each.text for each in spans]
    assert browser_engine.reads("readSpan", *texts) == [each.hours for each in spans]
    assert browser_engine.reads("spanWords", *texts) == [each.words for each in spans]


def test_an_age_and_a_date_have_the_same_words(browser_engine: Browser) -> None:
    months = range(1, 1300)
    assert browser_engine.reads("ageWords", *([each, each] for each in months)) == [*map(words_for_age, months)]
    assert browser_engine.reads("ageWords", [0, 11], [0, 0], [204, 215]) == ["0", "0 months", "17"]
    days = [date(2026, 1, 1) + timedelta(9 * each) for each in range(60)]
    assert browser_engine.reads("dateWords", *map(str, days)) == [*map(words_for_date, days)]


def test_a_word_begins_small_unless_it_is_an_abbreviation(browser_engine: Browser) -> None:
    words = [
        "GP",
        "LGBT+ people",
        "A&E",
        "E-RS",
        "X+",
        "Any professional",
        "Élan",
        "Éa",
        "éA",
        "a",
        "A",
        "",
        "1 a",
        "Ǆungla",
    ]
    assert browser_engine.reads("lowerFirst", *words) == [*map(lower_first, words)]
    assert browser_engine.reads("lowerFirst", "GP", "Severe", "A&E") == ["GP", "severe", "A&E"]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({}, {}),
        (
            {"areas": {"practice": "northvale", "home": ""}, "needs": ["panic"], "age": "17y9m", "severity": "mild"},
            {"areas": {"practice": "northvale"}, "needs": ["panic"], "age": "17y9m", "severity": "mild"},
        ),
        (
            {"flags": {"psychosis": "yes", "bipolar": "no", "recent-attempt": "3w"}, "since": "0d", "route": "gp"},
            {
                "flags": {"psychosis": "yes", "bipolar": "no", "recent-attempt": "3w"},
                "since_event": "0d",
                "route": "gp",
            },
        ),
        ({"people": {"carer": "yes", "veteran": "no"}}, {"people": {"carer": "yes", "veteran": "no"}}),
        ({"people": {"carer": True, "veteran": False}}, {"people": {"carer": "yes", "veteran": "no"}}),
        ({"age": "old", "since": "long", "flags": {"psychosis": "maybe"}, "people": {"carer": "perhaps"}}, {}),
        ({"age": "", "severity": "", "since": "", "route": None, "type": "cmht", "shortlist": ["a"]}, {}),
    ],
)
def test_what_the_finder_keeps_becomes_the_answers_of_the_python_engine(
    browser_engine: Browser, state: Mapping[str, Any], told: Mapping[str, Any]
) -> None:
    assert browser_engine.reads("answersFrom", state) == [plain(answers_from(told))]
