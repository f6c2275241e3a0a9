"""An area's numbers month by month: what a snapshot counts, and what lies between two of them."""

from dataclasses import replace

from coverage import grids
from coverage.grids import GRAMMAR, TODAY, asked, vale
from rightdoor.coverage.history import NUMBERS, gaps_of, snapshot, trend, with_month
from rightdoor.coverage.shown import cells_of_band, shown
from rightdoor.coverage.states import State, worst
from rightdoor.model.criteria import AgeLimit
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Check, Checked, Service, Wait
from rightdoor.model.snapshot import Snapshot

ADULTS = replace(grids.CRITERIA, age=AgeLimit(216, None))
TEAM = replace(grids.TEAM, needs=("psychosis",), criteria=ADULTS, waits=(Wait("referral", "treatment", 20, TODAY),))
QUICK = replace(TEAM, id="quick", waits=(Wait("referral", "treatment", 4, TODAY),))
LINE = replace(TEAM, id="line", type="helpline")


def taken(*services: Service) -> Snapshot:
    return snapshot(vale(*services), asked(*services), TODAY, "2026-11")


def test_a_line_that_is_called_is_no_service_that_sees_people():
    assert (taken(QUICK, LINE).services, taken(QUICK, LINE).open) == (1, 1)


def test_a_service_with_a_long_wait_is_listed_and_not_open():
    found = taken(TEAM, QUICK)
    assert (found.services, found.open) == (2, 1)
    assert found.waits is not None
    assert (found.waits.published, found.waits.long, found.waits.median) == (2, 1, 20)


def test_where_no_wait_is_published_none_is_said():
    assert taken(replace(QUICK, waits=())).waits is None


def test_every_group_that_is_shown_is_counted_once():
    before, after = taken(), taken(QUICK)
    assert before.groups[State.COVERED] == 0
    assert sum(before.groups.values()) == sum(after.groups.values()) > 1000
    assert after.groups[State.COVERED] == 5 * 4, "five severities and the four bands of adults"


def test_facts_are_counted_by_how_far_they_may_be_believed():
    never = replace(QUICK, checked=Checked(Check("never")))
    assert taken(QUICK).facts[Standing.CURRENT] == taken(never).facts[Standing.NEVER] > 3
    assert taken(QUICK).facts[Standing.NEVER] == 0


def test_a_month_that_is_taken_again_replaces_the_first():
    first, second = taken(TEAM), taken(QUICK)
    other = replace(first, month="2026-10")
    assert with_month(with_month((first,), other), second) == (other, second)


def test_months_that_nobody_wrote_down_are_named_and_never_filled_with_zero():
    months = [replace(taken(QUICK), month=month) for month in ("2026-02", "2025-11")]
    found = trend(months)
    assert [each.month for each in found.months] == ["2025-11", "2026-02"]
    assert found.missing == ("2025-12", "2026-01")


def test_what_is_so_now_takes_the_place_of_this_months_snapshot():
    old, now = taken(TEAM), taken(QUICK)
    assert trend([old], now).months == (now,)
    assert trend([], None).months == ()


def test_a_number_that_one_month_lacks_is_not_known_of_it_and_never_nought():
    months = [replace(taken(each), month=month) for each, month in ((TEAM, "2026-09"), (QUICK, "2026-11"))]
    without = replace(taken(QUICK), month="2026-10", waits=None)
    assert [NUMBERS["wait"](each) for each in trend([*months, without]).months] == [20, None, 4]


def test_fewer_gaps_follow_from_a_service_that_opens():
    months = [replace(taken(), month="2026-10"), taken(QUICK)]
    before, after = (gaps_of(each) for each in trend(months).months)
    assert before - after == NUMBERS["covered"](months[1])


def test_a_band_is_as_good_as_the_worst_of_its_ages():
    limit = replace(ADULTS, age=AgeLimit(12 * 17, None))
    found = asked(replace(QUICK, criteria=limit))
    plane = found.plane("psychosis")
    row = dict(zip((term.code for term in GRAMMAR["age_bands"]), shown(found, plane, GRAMMAR)[0], strict=True))
    assert (row["16-17"], row["18-24"]) == (State.UNKNOWN, State.COVERED)
    cells = cells_of_band(found, plane, 0, "16-17", GRAMMAR)
    assert [plane.state(*place) for place in plane.places(cells)] == [State.UNKNOWN, State.COVERED]
    assert worst([State.UNKNOWN, State.COVERED]) is State.UNKNOWN
