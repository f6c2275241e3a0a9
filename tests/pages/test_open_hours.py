"""Opening hours as minutes of a week."""

from __future__ import annotations

from typing import Any

import pytest

from pages.street import view_of
from rightdoor.pages.browser_hours import open_data, weekly

NINE_TO_FIVE = [[540, 1020], [1980, 2460], [3420, 3900], [4860, 5340], [6300, 6780]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("24/7", {"at": [[0, 10080]], "ph": [[0, 1440]]}),
        ("Mo-Fr 09:00-17:00", {"at": NINE_TO_FIVE}),
        ("Mo-Fr 09:00-17:00; PH off", {"at": NINE_TO_FIVE, "ph": []}),
        ("Mo,We 10:00-12:00", {"at": [[600, 720], [3480, 3600]]}),
        ("Tu 09:00-12:00,13:00-15:00", {"at": [[1980, 2160], [2220, 2340]]}),
        (
            "Mo-Su,PH 17:00-23:00",
            {"at": [[at * 1440 + 1020, at * 1440 + 1380] for at in range(7)], "ph": [[1020, 1380]]},
        ),
        ("Mo 22:00-02:00", {"at": [[1320, 1560]]}),
        ("Su 22:00-02:00", {"at": [[0, 120], [9960, 10080]]}),
        ("Sa-Mo 09:00-10:00", {"at": [[540, 600], [7740, 7800], [9180, 9240]]}),
        ("Mo-Tu 00:00-24:00", {"at": [[0, 2880]]}),
        ("Mo-Tu 09:00-17:00; Tu off", {"at": [[540, 1020]]}),
    ],
)
def test_hours_of_every_week_are_minutes_from_monday_midnight(typed: str, said: dict[str, Any]) -> None:
    assert weekly(typed) == said


@pytest.mark.parametrize(
    ("typed", "maybe"),
    [
        ("We[2] 19:00-20:30", [[4020, 4110]]),
        ("Th 19:30-21:00; SH off", [[5490, 5580]]),
        ("Apr-Sep Mo 10:00-11:30", [[600, 690]]),
        ('Mo 10:00-11:30 "by appointment"', [[600, 690]]),
        ("Mo 18:00+", [[1080, 1440]]),
    ],
)
def test_what_holds_in_some_weeks_only_is_never_sure(typed: str, maybe: list[list[int]]) -> None:
    assert weekly(typed) == {"at": [], "maybe": maybe}


def test_a_later_rule_for_a_day_leaves_the_earlier_one_in_doubt() -> None:
    said = weekly("Mo-We 09:00-16:00; We 18:00-20:00")
    assert said == {"at": [[540, 960], [1980, 2400], [3960, 4080]], "maybe": [[3420, 3840]]}


def test_days_of_the_year_on_which_a_service_is_shut_are_kept() -> None:
    assert weekly("Mo-Fr 09:00-17:00; Dec 24-Jan 01 off") == {"at": NINE_TO_FIVE, "off": [["12-24", "01-01"]]}


@pytest.mark.parametrize("typed", ['"by appointment"', "Mo-Fr", "sunrise-sunset", "Mo 27:00-28:00"])
def test_hours_that_cannot_be_read_are_not_known(typed: str) -> None:
    assert weekly(typed) is None


@pytest.mark.parametrize(
    ("areas", "uk"),
    [(["northvale"], False), (["england", "wales"], False), (["england", "scotland"], True), (["scotland"], True)],
)
def test_bank_holidays_of_every_nation_count_for_what_is_not_only_in_england_or_wales(
    areas: list[str], uk: bool
) -> None:
    raw = {"hours": "24/7", "criteria": {"area": {"basis": "national", "areas": areas}}}
    seen = view_of({"one": raw}, areas={"scotland": {"name": "Scotland", "kind": "nation"}})
    said = open_data(seen, seen.directory.services["one"])
    assert said is not None
    assert said.get("uk", False) is uk
