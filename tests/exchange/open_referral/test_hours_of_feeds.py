"""Schedules of feeds become opening hours where they can mean one thing, and are said to be lost where not."""

from typing import Any

import pytest

from exchange.open_referral.feeds import one
from rightdoor.model.opening_hours import times_of


def weekly(days: str, opens: str = "09:00", closes: str = "17:00", **more: Any) -> dict[str, Any]:
    return {"id": "x1", "freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes, **more}


def monthly(days: str, opens: str = "10:00", closes: str = "12:00", **more: Any) -> dict[str, Any]:
    return weekly(days, opens, closes, **more) | {"freq": "MONTHLY"}


@pytest.mark.parametrize(
    ("schedules", "said"),
    [
        ([weekly("MO,TU,WE,TH,FR")], "Mo-Fr 09:00-17:00"),
        ([weekly("mo, fr")], "Mo,Fr 09:00-17:00"),
        ([weekly(["MO", "TU"])], "Mo,Tu 09:00-17:00"),  # type: ignore[arg-type]
        ([weekly(day) for day in ("SA", "MO", "SU")], "Mo,Sa,Su 09:00-17:00"),
        ([weekly("MO", "09:00:00", "12:00:00"), weekly("MO", "13:00", "17:00")], "Mo 09:00-12:00,13:00-17:00"),
        ([weekly("MO,TU"), weekly("TH", "19:00", "00:00")], "Mo,Tu 09:00-17:00; Th 19:00-24:00"),
        ([weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")], "24/7"),
        ([weekly("MO"), weekly("MO")], "Mo 09:00-17:00"),
        ([monthly("1TU")], "Tu[1] 10:00-12:00"),
        ([monthly("1TU,3TU")], "Tu[1] 10:00-12:00; Tu[3] 10:00-12:00"),
        ([monthly("-1FR"), weekly("MO")], "Mo 09:00-17:00; Fr[-1] 10:00-12:00"),
        ([weekly("MO", interval=1, valid_from="2024-01-01", dtstart="2024-01-01")], "Mo 09:00-17:00"),
        ([weekly("MO", interval="1", description="Mondays 9am-5pm", notes="")], "Mo 09:00-17:00"),
        ([weekly("MO", valid_to="2025-01-01"), weekly("TU")], "Tu 09:00-17:00"),
        ([{"weekday": "Tuesday", "opens_at": "09:00", "closes_at": "17:00"}], "Tu 09:00-17:00"),
    ],
)
def test_schedules_that_can_mean_one_thing_are_hours(schedules: list[Any], said: str) -> None:
    found = one(schedules=schedules)
    assert found.data["hours"] == said
    assert not times_of(said).other


@pytest.mark.parametrize(
    ("schedules", "why"),
    [
        ([weekly("MO", interval=2)], "not every week"),
        ([weekly("MO", interval=0)], "not every week"),
        ([weekly("MO", interval=True)], "not every week"),
        ([weekly("MO", bymonthday="2,3")], "rules of other kinds"),
        ([weekly("MO", count=10)], "rules of other kinds"),
        ([weekly("MO", timezone=1)], "rules of other kinds"),
        ([weekly("MO", valid_to="2027-01-01")], "end on some day"),
        ([weekly("MO", valid_from="2027-01-01")], "begin on another day"),
        ([weekly("MO", dtstart="soon")], "begin on another day"),
        ([weekly("MO", description="Term time only")], "may say otherwise"),
        ([weekly("MO", description="Mondays 9am-4pm")], "may say otherwise"),
        ([weekly("MO", notes="Closed on bank holidays")], "may say otherwise"),
        ([weekly("1MO")], "which days of a month"),
        ([monthly("MO")], "which days of a month"),
        ([monthly("6MO")], "do not name their days"),
        ([weekly("")], "do not name their days"),
        ([weekly("Monday")], "do not name their days"),
        ([weekly("MO") | {"freq": None}], "weekly or monthly"),
        ([weekly("MO") | {"freq": "DAILY"}], "weekly or monthly"),
        ([weekly("MO", "09:00Z", "17:00Z")], "when it opens"),
        ([weekly("MO", "9am", "5pm")], "when it opens"),
        ([weekly("MO", "9:00", "25:00")], "when it opens"),
        ([weekly("MO", "22:00", "02:00")], "before it opens"),
        ([weekly("MO", "09:00", "09:00")], "before it opens"),
        ([weekly("MO"), weekly("MO", "16:00", "20:00")], "overlap"),
        ([weekly("TU"), monthly("1TU")], "besides"),
        ([weekly("MO")] * 101, "too many"),
        ([{"weekday": 1, "opens_at": "09:00", "closes_at": "17:00"}], "do not name their days"),
    ],
)
def test_schedules_that_may_mean_more_are_lost_with_the_reason(schedules: list[Any], why: str) -> None:
    found = one(schedules=schedules)
    assert "hours" not in found.data
    assert why in next(each.why for each in found.lost if each.field == "schedules")


def test_one_doubtful_schedule_leaves_no_hours_at_all() -> None:
    assert "hours" not in one(schedules=[weekly("MO"), weekly("TU", interval=2)]).data


def test_schedules_of_version_1_are_read_too() -> None:
    assert one(regular_schedules=[weekly("MO")]).data["hours"] == "Mo 09:00-17:00"


def test_hours_at_the_one_place_are_those_of_the_service_and_those_at_several_are_not() -> None:
    at_place = {"location": {"name": "Hall"}, "regular_schedule": [weekly("MO")]}
    other = {"location": {"name": "Mill"}, "regular_schedule": [weekly("TU")]}
    assert one(service_at_locations=[at_place]).data["hours"] == "Mo 09:00-17:00"
    found = one(service_at_locations=[at_place, other])
    assert "hours" not in found.data
    assert "may not be those of the service" in found.lost[0].why


def test_hours_of_a_building_are_not_those_of_the_service() -> None:
    found = one(service_at_locations=[{"location": {"name": "Hall", "schedules": [weekly("MO")]}}])
    assert "hours" not in found.data
    assert found.lost[0].field == "schedules"


def test_hours_with_other_hours_on_holidays_are_not_taken_in() -> None:
    found = one(schedules=[weekly("MO")], holiday_schedules=[{"closed": True, "start_date": "2026-12-25"}])
    assert "hours" not in found.data
    assert [each.field for each in found.lost] == ["holiday_schedules"]


def test_what_stands_beside_certain_hours_is_said_to_be_lost() -> None:
    assert "schedules.attending_type" in [each.field for each in one(schedules=[weekly("MO", attending_type="x")]).lost]
