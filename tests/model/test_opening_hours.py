"""Opening hours taken apart: what holds in every week, in some weeks of a month, and on bank holidays."""

import pytest

from rightdoor.model.opening_hours import Stretch, Times, times_of

WORKDAYS = ("Mo", "Tu", "We", "Th", "Fr")


def test_ordinary_hours_hold_in_every_week_and_are_shut_on_bank_holidays() -> None:
    assert times_of("Mo-Fr 09:00-17:00; PH off") == Times((Stretch(WORKDAYS, "09:00", "17:00"),), holidays=())


def test_nothing_is_known_of_bank_holidays_where_nothing_is_said_of_them() -> None:
    assert times_of("Mo-Fr 09:00-17:00").holidays is None


def test_a_later_rule_counts_instead_of_an_earlier_one_on_its_day() -> None:
    assert times_of("Mo-We 09:00-16:00; We 18:00-20:00").weekly == (
        Stretch(("Mo", "Tu"), "09:00", "16:00"),
        Stretch(("We",), "18:00", "20:00"),
    )


def test_a_day_and_night_service_is_open_on_bank_holidays_too() -> None:
    times = times_of("24/7")
    assert [each.all_day for each in (*times.weekly, *(times.holidays or ()))] == [True, True]


def test_the_second_wednesday_is_not_every_wednesday() -> None:
    assert times_of("We[2] 19:00-20:30") == Times(monthly=(Stretch(("We",), "19:00", "20:30", (2,)),))


def test_the_first_and_the_third_monday_may_have_hours_of_their_own() -> None:
    assert [each.nth for each in times_of("Mo[1] 18:00-19:00; Mo[3] 10:00-11:00").monthly] == [(1,), (3,)]


def test_hours_past_midnight_end_on_the_next_day() -> None:
    assert times_of("Sa-Su 22:00-26:00").weekly == (Stretch(("Sa", "Su"), "22:00", "02:00"),)


def test_an_end_at_midnight_is_the_end_of_the_day() -> None:
    assert times_of("Mo 17:00-24:00").weekly[0].end == "24:00"


def test_a_row_of_days_may_run_over_the_weekend() -> None:
    assert times_of("Sa-Mo 10:00-12:00").weekly[0].days == ("Mo", "Sa", "Su")


def test_school_holidays_and_dates_on_which_it_is_shut_are_kept_apart() -> None:
    assert times_of("Mo-Fr 08:30-16:30; SH,PH off; Dec 24-Jan 01 off").shut == ("SH off", "Dec 24-Jan 01 off")


@pytest.mark.parametrize(
    "text",
    [
        'Mo-Fr 09:00-17:00 "by appointment"',
        "Mo 18:00+",
        "Apr-Sep Mo-Fr 09:00-17:00",
        "SH Mo-Fr 09:00-17:00",
        "Mo-Fr 09:00-17:00; We[1] off",
        "We 09:00-17:00; We[1] 13:00-17:00",
        "We[1] 13:00-17:00; We 09:00-17:00",
        "We[1] 13:00-17:00; We[1] 09:00-12:00",
        "We[4] 13:00-17:00; We[-1] 09:00-12:00",
        "Fr 20:00-02:00; Sa off",
        "Mo 29:00-30:00",
        "whenever",
    ],
)
def test_hours_that_cannot_be_told_apart_for_certain_stay_as_typed(text: str) -> None:
    assert times_of(text) == Times(other=(text,))


def test_an_empty_text_says_nothing() -> None:
    assert times_of("  ") == Times()
