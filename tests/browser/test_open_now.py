"""Open now, by clocks in London; what cannot be known is never open."""

from __future__ import annotations

import pytest

from browser.filtering import filtered, opened
from rightdoor.pages.browser_hours import weekly

OFFICE = weekly("Mo-Fr 09:00-17:00; PH off")
UNSAID = weekly("Mo-Fr 09:00-17:00")
ALWAYS = weekly("24/7")
HOLIDAYS = (
    "2026-12-25",
    "2026-12-28",
    "2027-03-26",
    "2027-03-29",
    "2027-05-03",
    "2027-05-31",
    "2027-08-30",
    "2028-01-03",
)
"""Bank holidays of England and Wales: https://www.gov.uk/bank-holidays (read 23 November 2026)."""


def test_a_service_is_open_from_the_first_minute_and_closed_at_the_last() -> None:
    moments = ("2026-11-24T08:59:00Z", "2026-11-24T09:00:00Z", "2026-11-24T16:59:59Z", "2026-11-24T17:00:00Z")
    assert opened(OFFICE, *moments) == [False, True, True, False]


def test_it_is_the_hour_in_london_that_counts_in_summer_too() -> None:
    assert opened(OFFICE, "2026-07-01T08:00:00Z", "2026-07-01T16:00:00Z") == [True, False]
    assert opened(weekly("Sa 00:00-01:00"), "2026-07-03T23:30:00Z") == [True]


def test_unknown_hours_are_never_open() -> None:
    assert opened(None, "2026-11-24T12:00:00Z") == [None]


def test_hours_run_past_midnight_and_past_the_end_of_the_week() -> None:
    late = weekly("Mo,Su 22:00-02:00")
    moments = ("2026-11-24T01:30:00Z", "2026-11-23T01:30:00Z", "2026-11-25T01:30:00Z")
    assert opened(late, *moments) == [True, True, False]


@pytest.mark.parametrize("day", HOLIDAYS)
def test_on_a_day_that_may_be_a_bank_holiday_what_then_closes_is_not_known_to_be_open(day: str) -> None:
    noon = f"{day}T11:30:00Z"
    assert opened(OFFICE, noon) == [None]
    assert opened(UNSAID, noon) == [None]
    assert opened(ALWAYS, noon) == [True]


def test_on_such_a_day_what_is_closed_in_any_case_is_closed() -> None:
    assert opened(OFFICE, "2026-12-28T20:00:00Z") == [False]


def test_hours_of_its_own_on_bank_holidays_are_open_only_where_they_meet_the_usual_ones() -> None:
    helpline = weekly("Mo-Su 10:00-20:00; PH 12:00-14:00")
    moments = ("2026-12-25T11:00:00Z", "2026-12-25T13:00:00Z", "2026-12-25T21:00:00Z")
    assert opened(helpline, *moments) == [None, True, False]


def test_holidays_of_scotland_and_northern_ireland_bear_only_on_services_there() -> None:
    saint_andrew = "2026-11-30T12:00:00Z"
    assert opened(OFFICE, saint_andrew) == [True]
    assert opened({**(OFFICE or {}), "uk": True}, saint_andrew) == [None]


def test_the_night_after_a_bank_holiday_is_in_doubt_where_the_doors_opened_on_it() -> None:
    late = weekly("Mo-Su 20:00-02:00; PH off")
    assert opened(late, "2026-12-27T01:00:00Z", "2026-12-30T01:00:00Z") == [None, True]


def test_a_first_tuesday_is_not_known_to_be_open_and_other_days_are_closed() -> None:
    monthly = weekly("Tu[1] 18:00-20:00")
    assert opened(monthly, "2026-11-24T19:00:00Z", "2026-11-25T19:00:00Z") == [None, False]


def test_a_service_that_says_it_is_shut_over_christmas_is_closed_then() -> None:
    shut = weekly("Mo-Fr 09:00-17:00; Dec 24-Jan 01 off")
    assert opened(shut, "2026-12-24T12:00:00Z", "2026-12-30T12:00:00Z", "2026-12-23T12:00:00Z") == [False, False, True]


def test_open_now_keeps_what_is_open_and_says_of_how_many_nobody_knows() -> None:
    found = filtered({"open": OFFICE}, {"open": weekly("Tu 09:00-10:00")}, {}, open=True)
    assert (found["kept"], found["out"], found["unknown"], found["leftOut"]) == (["0"], 2, 1, {"open": 1})
