"""Unquoted values: what stays the text that was typed, and the few that are numbers or yes-no-nothing words."""

import pytest

from rightdoor.records.read import Unreadable, read_source


def value_of(typed: str) -> object:
    return read_source(f"field: {typed}\n".encode(), "directory/areas/x.yaml").data["field"]


@pytest.mark.parametrize(
    "typed",
    [
        "10:30",
        "01225123456",
        "0116",
        "007",
        "01225 123456",
        "0800 1111",
        "+441225123456",
        "+44 1225 123456",
        "no",
        "yes",
        "No",
        "on",
        "off",
        "y",
        "n",
        "True",
        "FALSE",
        "Null",
        "NULL",
        "~",
        "2025-02-30",
        "2026-09-30",
        "2026-09-30 10:00:00",
        "1e5",
        "1.5e3",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        "1,000",
        ".inf",
        "-.inf",
        ".nan",
        ".5",
        "5.",
        "+5",
        "-0",
        "00.5",
        "1.2.3",
        "9-17",
        "17y9m",
        "=",
        "24/7",
        "NV1 1AA",
        "٣",
        "A&E",
        "5 * 3",
        "50%",
    ],
)
def test_an_unquoted_value_stays_the_text_that_was_typed(typed: str):
    assert value_of(typed) == typed


@pytest.mark.parametrize(
    ("typed", "value"),
    [("0", 0), ("12", 12), ("-3", -3), ("111", 111), ("53.4200", 53.42), ("-2.5", -2.5), ("0.0", 0.0), ("12.50", 12.5)],
)
def test_a_plain_number_is_a_number(typed: str, value: float):
    assert value_of(typed) == value
    assert type(value_of(typed)) is type(value)


@pytest.mark.parametrize(("typed", "value"), [("true", True), ("false", False), ("null", None), ("", None)])
def test_three_small_words_and_nothing_are_not_text(typed: str, value: object):
    assert value_of(typed) is value


@pytest.mark.parametrize("typed", ['"111"', "'true'", '"null"', '""', "'01225 123456'"])
def test_what_is_in_quotes_is_text(typed: str):
    assert value_of(typed) == typed[1:-1]


def test_the_largest_number_that_a_browser_keeps_exactly_is_read():
    assert value_of("999999999999999") == 999_999_999_999_999


@pytest.mark.parametrize("typed", ["1000000000000000", "-12345678901234567890", "9" * 5_000, "0." + "1" * 21])
def test_a_number_too_long_to_keep_exactly_is_refused_with_advice_to_quote_it(typed: str):
    with pytest.raises(Unreadable) as refused:
        value_of(typed)
    (problem,) = refused.value.problems
    assert (problem.code, problem.line, problem.column) == ("number-too-long", 1, 8)
    assert "in quotes" in problem.tip
    assert len(problem.message) < 200
