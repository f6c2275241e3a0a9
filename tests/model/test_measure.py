"""Ages, spans of time and words for them."""

import pytest

from rightdoor.model.measure import AgeRange, Span, age_range, hours_of, months_of, words_for_age


@pytest.mark.parametrize(
    ("typed", "months"), [("18y", 216), ("17y9m", 213), ("9m", 9), ("0y", 0), ("0m", 0), ("2y11m", 35)]
)
def test_an_age_limit_is_counted_in_completed_months(typed: str, months: int) -> None:
    assert months_of(typed) == months


@pytest.mark.parametrize("typed", ["", "18", "17y12m", "y", "17 y", "17y9", "-1y", "17y9m\n", "١٨y"])
def test_what_is_not_an_age_limit_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        months_of(typed)


def test_seventeen_may_be_any_month_of_the_year_after_the_birthday() -> None:
    assert age_range("17y") == age_range("17") == AgeRange(204, 215)


def test_seventeen_years_and_nine_months_is_that_month_alone() -> None:
    assert age_range("17y9m") == AgeRange(213, 213)


def test_a_baby_of_nine_months_is_nine_months_old() -> None:
    assert age_range("9m") == AgeRange(9, 9)


@pytest.mark.parametrize(
    ("months", "words"),
    [(216, "18"), (213, "17 years and 9 months"), (205, "17 years and 1 month"), (9, "9 months"), (0, "0")],
)
def test_an_age_is_said_in_words(months: int, words: str) -> None:
    assert words_for_age(months) == words


def test_twelve_months_are_exactly_a_year() -> None:
    assert hours_of("12m") == hours_of("1y")


def test_four_weeks_are_shorter_than_a_month() -> None:
    assert hours_of("4w") < hours_of("1m")


@pytest.mark.parametrize("typed", ["", "4", "4 w", "w", "4x", "-4w", "4w\n", "10000w"])
def test_what_is_not_a_span_of_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        Span.of(typed)


@pytest.mark.parametrize(
    ("typed", "words"), [("4w", "4 weeks"), ("1d", "1 day"), ("6m", "6 months"), ("2h", "2 hours")]
)
def test_a_span_is_said_in_words(typed: str, words: str) -> None:
    assert Span.of(typed).words == words
