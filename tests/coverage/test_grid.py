"""Who is covered: each of the six states, and what can never cover anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coverage.grids import GRAMMAR, TEAM, TODAY, asked, checked, state, with_limits
from rightdoor.coverage.asked import severities_of
from rightdoor.coverage.states import State
from rightdoor.coverage.use import LONG_WAIT, weeks_to_help
from rightdoor.model.area import KnownGap
from rightdoor.model.criteria import AgeLimit, Row
from rightdoor.model.service import Check, Checked, Languages, Referral, Service, Wait


def test_an_open_confirmed_service_that_takes_people_covers_them():
    assert state(asked(TEAM)) is State.COVERED


@pytest.mark.parametrize(
    "service",
    [
        with_limits(check_first=(Row("psychosis"),), does_not_take=None),
        replace(TEAM, intake="unknown"),
        with_limits(age=None),
        with_limits(severity=None),
    ],
    ids=["exclusions not said and psychosis asked", "intake not known", "ages not said", "severity not said"],
)
def test_what_has_to_be_settled_or_is_not_known_is_to_check_first(service: Service):
    assert state(asked(service), of="psychosis") is State.CHECK


@pytest.mark.parametrize(
    "service",
    [
        replace(TEAM, intake="paused"),
        replace(TEAM, status="temporarily closed"),
        replace(TEAM, waits=(Wait("referral", "treatment", LONG_WAIT + 1, TODAY),)),
        replace(TEAM, referral=Referral(via="nobody-knows")),
    ],
    ids=["paused", "closed for a time", "a long wait", "a way in that is not listed"],
)
def test_closed_lists_and_long_waits_are_said_as_such(service: Service):
    assert state(asked(service)) is State.CLOSED


@pytest.mark.parametrize("days", [76, 120, 2000])
def test_what_was_not_confirmed_lately_covers_nobody(days: int):
    assert state(asked(replace(TEAM, checked=checked(days)))) is State.STALE


def test_what_is_due_still_covers_and_what_nobody_ever_checked_does_not():
    assert state(asked(replace(TEAM, checked=checked(60)))) is State.COVERED
    assert state(asked(replace(TEAM, checked=Checked(Check("never"))))) is State.STALE
    copied = Checked(Check("other-directory", TODAY))
    assert state(asked(replace(TEAM, checked=copied))) is State.STALE


def test_a_gap_that_somebody_found_is_another_thing_than_one_nobody_looked_for():
    gap = KnownGap("depression", TODAY, severity="severe", limit=AgeLimit(216, None))
    found = asked(gaps=(gap,))
    assert state(found) is State.NONE
    assert state(found, age=12 * 12) is State.UNKNOWN
    assert state(found, severity="mild") is State.UNKNOWN
    old = replace(gap, checked=TODAY - timedelta(366))
    assert state(asked(gaps=(old,))) is State.UNKNOWN


def test_a_line_a_website_and_an_access_point_cover_nobody_and_are_named_apart():
    apart = [replace(TEAM, id=each, type=each) for each in ("helpline", "spa")]
    website = replace(TEAM, id="website", delivery=("online-self-help",))
    found = asked(*apart, website)
    assert state(found) is State.UNKNOWN
    plane = found.plane("depression")
    assert set(plane.who(None, plane.asked)) == {"helpline", "spa", "website"}


def test_a_service_for_one_group_covers_that_group_and_nobody_else():
    found = asked(with_limits(only=(Row("veteran"),)))
    assert state(found) is State.UNKNOWN
    assert state(found, of="veteran") is State.COVERED


def test_no_service_is_better_than_the_way_in_to_it():
    gate = replace(TEAM, id="gate", type="spa", needs=("debt",))
    behind = replace(TEAM, referral=Referral(via="gate"))
    assert state(asked(gate, behind)) is State.COVERED
    assert state(asked(replace(gate, intake="paused"), behind)) is State.CLOSED
    assert state(asked(replace(gate, checked=checked(500)), behind)) is State.STALE
    circle = replace(gate, referral=Referral(via="team"))
    assert state(asked(circle, behind)) is State.COVERED


def test_an_age_within_a_band_that_nobody_takes_is_found():
    found = asked(with_limits(age=AgeLimit(17 * 12 + 9, None)))
    assert state(found, age=17 * 12 + 8) is State.UNKNOWN
    assert state(found, age=17 * 12 + 9) is State.COVERED


def test_a_need_that_is_not_graded_is_asked_once_and_not_of_ages_that_do_not_have_it():
    found = asked(replace(TEAM, needs=("dementia",)))
    assert severities_of("dementia", GRAMMAR) == ("",)
    assert state(found, "dementia", "", 70 * 12) is State.COVERED
    assert state(found, "dementia", "", 12 * 12) is None


@pytest.mark.parametrize(
    ("of", "service", "expected"),
    [
        ("another-language", replace(TEAM, languages=Languages(interpreters="yes")), State.COVERED),
        ("another-language", replace(TEAM, languages=Languages(interpreters="no")), State.UNKNOWN),
        ("another-language", TEAM, State.CHECK),
        ("no-fixed-address", replace(TEAM, access=("no-fixed-address-accepted",)), State.COVERED),
        ("no-fixed-address", TEAM, State.CHECK),
        ("without-internet", TEAM, State.COVERED),
        ("without-internet", replace(TEAM, delivery=("video",)), State.UNKNOWN),
        ("without-internet", replace(TEAM, delivery=()), State.CHECK),
        ("cannot-travel", replace(TEAM, delivery=("in-person", "phone")), State.COVERED),
        ("cannot-travel", TEAM, State.UNKNOWN),
    ],
)
def test_how_help_is_offered_shuts_people_out_or_lets_them_in(of: str, service: Service, expected: State):
    assert state(asked(service), of=of) is expected


@pytest.mark.parametrize(
    ("weeks", "waits"),
    [
        (None, ()),
        (3, (("referral", "assessment", 3),)),
        (15, (("referral", "assessment", 3), ("assessment", "treatment", 12))),
        (9, (("referral", "treatment", 9), ("referral", "assessment", 3))),
    ],
)
def test_the_wait_is_the_whole_way_to_treatment_as_far_as_it_is_known(
    weeks: int | None, waits: tuple[tuple[str, str, int], ...]
):
    assert weeks_to_help(replace(TEAM, waits=tuple(Wait(*each, TODAY) for each in waits))) == weeks
