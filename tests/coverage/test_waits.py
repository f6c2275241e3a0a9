"""Waits beside standards: longer is said, met never is, and where the two do not measure the same thing nothing is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.coverage.wait_words import against_words, standard_words, weeks_words
from rightdoor.coverage.waits import Measures, WaitRow, standards_in, waits
from rightdoor.model.criteria import AgeLimit, Criteria
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Service, Wait
from vale_facts import AREAS, GRAMMAR, HERE, OLD, TODAY, directory, service, wait

STEPS = tuple(GRAMMAR["wait_steps"].terms)


def rows(each: Service) -> tuple[WaitRow, ...]:
    return waits(directory(each), "vale", TODAY).rows


def therapies(*stages: Wait, **fields: object) -> Service:
    return service("therapies", "talking-therapies", waits=stages, **fields)


def told(row: WaitRow) -> dict[str, tuple[str, bool | None]]:
    return {each.standard: (each.measures.value, each.over) for each in row.against}


def test_a_wait_to_treatment_stands_beside_both_standards_of_talking_therapies():
    (row,) = rows(therapies(wait("referral", "treatment", 9)))
    assert told(row) == {"talking-therapies-6-weeks": ("same", True), "talking-therapies-18-weeks": ("same", False)}
    assert row.over


@pytest.mark.parametrize(("weeks", "over"), [(5, False), (6, False), (7, True)])
def test_a_wait_of_as_long_as_the_standard_is_not_longer(weeks: int, over: bool):
    (row,) = rows(therapies(wait("referral", "treatment", weeks)))
    assert row.over is over


def test_a_wait_to_the_assessment_alone_says_nothing_of_a_standard_to_treatment():
    (row,) = rows(therapies(wait("referral", "assessment", 4)))
    assert told(row)["talking-therapies-6-weeks"] == ("part", None)
    assert row.over is None


def test_a_part_of_the_way_that_is_longer_than_the_standard_for_the_whole_is_longer():
    (row,) = rows(therapies(wait("assessment", "treatment", 12)))
    assert told(row)["talking-therapies-6-weeks"] == ("part", True)
    assert told(row)["talking-therapies-18-weeks"] == ("part", None)


def test_stages_that_follow_on_from_one_another_are_added_up():
    stages = (wait("assessment", "treatment", 12), wait("referral", "assessment", 4, date(2026, 10, 1)))
    first, second, whole = rows(therapies(*stages))
    assert [(each.start, each.end, each.weeks, each.whole) for each in (first, second, whole)] == [
        ("referral", "assessment", 4, False),
        ("assessment", "treatment", 12, False),
        ("referral", "treatment", 16, True),
    ]
    assert whole.as_of == date(2026, 10, 1), "the day of the older stage"
    assert told(whole)["talking-therapies-6-weeks"] == ("same", True)
    assert told(first) == {}, "what the whole way says is not said of a stage that is no longer than the standard"


def test_a_stage_that_is_too_long_by_itself_is_told_beside_the_whole_way():
    first, second, whole = rows(therapies(wait("referral", "assessment", 2), wait("assessment", "treatment", 27)))
    assert told(first) == {}
    assert told(second) == {"talking-therapies-6-weeks": ("part", True), "talking-therapies-18-weeks": ("part", True)}
    assert told(whole)["talking-therapies-18-weeks"] == ("same", True)


def test_stages_with_a_step_between_them_are_not_added_up():
    stages = (wait("referral", "first-appointment", 2), wait("assessment", "treatment", 34))
    assert not any(each.whole for each in rows(therapies(*stages)))


def test_the_source_of_the_whole_way_is_that_of_its_stages_where_they_share_one():
    def sourced(*sources: str | None) -> str | None:
        ends = (("referral", "assessment"), ("assessment", "treatment"))
        stages = (Wait(*way, 3, TODAY, source) for way, source in zip(ends, sources, strict=True))
        return rows(therapies(*stages))[-1].source

    assert sourced("https://example.org/a", "https://example.org/a") == "https://example.org/a"
    assert sourced("https://example.org/a", "https://example.org/b") is None


def test_a_wait_that_counts_more_than_the_standard_tells_only_where_it_is_no_longer():
    autism = {"needs": ("autism-adhd",)}
    (short,) = rows(service("autism", "ld-service", waits=(wait("referral", "treatment", 10),), **autism))
    (long,) = rows(service("autism", "ld-service", waits=(wait("referral", "treatment", 30),), **autism))
    assert told(short)["autism-assessment-3-months"] == ("more", False)
    assert "autism-assessment-3-months" not in told(long)


def test_a_stale_wait_is_never_longer_than_a_standard_nor_within_it():
    (row,) = rows(therapies(wait("referral", "treatment", 30), checked=OLD))
    assert row.standing is Standing.NOT_CONFIRMED
    assert (row.fresh, row.over, row.may_be_over) == (False, None, False)
    assert waits(directory(therapies(wait("referral", "treatment", 30), checked=OLD)), "vale", TODAY).over == ()


def test_a_standard_that_is_of_the_service_only_if_something_is_so_is_never_broken_for_sure():
    found = waits(directory(service("team", waits=(wait("referral", "treatment", 25),))), "vale", TODAY)
    assert told(found.rows[0]) == {"consultant-led-18-weeks": ("same", True)}
    assert (found.rows[0].over, found.rows[0].may_be_over) == (None, True)
    assert (found.over, found.may_be_over) == ((), ("team",))


def test_a_standard_of_urgent_referrals_is_stated_and_compared_with_nothing():
    young = Criteria(age=AgeLimit(96, 216), area=HERE)
    team = service("eating", "eating-disorder-service", criteria=young, waits=(wait("referral", "treatment", 3),))
    found = waits(directory(team), "vale", TODAY)
    assert "young-eating-disorder-1-week" in found.standards
    assert told(found.rows[0]) == {"young-eating-disorder-4-weeks": ("same", False)}


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (AgeLimit(96, 192), ("same", True)),
        (AgeLimit(None, 228), ("same", True)),
        (AgeLimit(96, None), ("others", None)),
        (AgeLimit(192, 300), ("others", None)),
        (AgeLimit(216, None), None),
        (None, None),
    ],
)
def test_a_standard_for_the_young_is_of_services_that_say_they_take_them_and_nobody_older(
    age: AgeLimit | None, expected: tuple[str, bool | None] | None
):
    ages = Criteria(age=age, area=HERE)
    team = service("eating", "eating-disorder-service", criteria=ages, waits=(wait("referral", "treatment", 9),))
    assert told(rows(team)[0]).get("young-eating-disorder-4-weeks") == expected


def test_an_early_intervention_team_is_held_to_two_weeks():
    (row,) = rows(service("early", "early-intervention-psychosis", waits=(wait("referral", "treatment", 3),)))
    assert row.over


def test_a_charity_that_no_standard_is_of_stands_beside_none():
    (row,) = rows(service("charity", "counselling-service", waits=(wait("referral", "treatment", 60),)))
    assert (row.against, row.over) == ((), None)


def test_standards_hold_in_their_nation_only():
    codes = {each.code for each in standards_in(directory(), "vale")}
    assert {"talking-therapies-6-weeks", "consultant-led-18-weeks"} <= codes
    assert {each.code for each in standards_in(directory(), "scotland")} == {
        "scotland-camhs-18-weeks",
        "scotland-therapies-18-weeks",
    }
    nowhere = replace(AREAS["vale"], within=None)
    assert standards_in(directory(areas={"vale": nowhere}), "vale") == ()


def test_services_that_see_people_and_publish_no_wait_are_named_and_lines_are_not():
    line, silent = service("line", "helpline"), service("silent")
    abroad = service("abroad", folder="national")
    shut = service("shut", status="inactive")
    found = waits(directory(line, silent, abroad, shut, therapies(wait("referral", "treatment", 2))), "vale", TODAY)
    assert (found.unpublished, found.unpublished_national) == (("silent",), ("abroad",))


def test_the_service_with_the_longest_wait_stands_first_and_one_that_does_not_run_nowhere():
    short, long = (service(id, waits=(wait("referral", "assessment", weeks),)) for id, weeks in (("a", 2), ("b", 40)))
    shut = service("shut", status="temporarily closed", waits=(wait("referral", "assessment", 90),))
    found = waits(directory(short, long, shut), "vale", TODAY)
    assert [row.service for row in found.rows] == ["b", "a"]


def test_the_rules_of_the_area_are_those_whose_waits_are_shown():
    here = service("therapies", "talking-therapies", waits=(wait("referral", "treatment", 30),))
    national = replace(here, waits=(wait("referral", "treatment", 2),), by_area={"vale": here})
    assert [row.weeks for row in rows(national)] == [30]


@given(
    st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(STEPS), st.integers(0, 200)), max_size=6),
    st.sampled_from(["talking-therapies", "camhs", "cmht", "early-intervention-psychosis", "ld-service"]),
)
def test_whatever_waits_are_published_the_whole_way_is_no_shorter_than_any_stage_of_it(
    stages: list[tuple[str, str, int]], kind: str
):
    made = service("any", kind, waits=tuple(Wait(*each, TODAY) for each in stages), needs=("autism-adhd",))
    found = rows(made)
    whole = [row for row in found if row.whole]
    assert len(found) == len(stages) + len(whole)
    for row in whole:
        assert row.start == "referral"
        assert sum(each.weeks for each in found if not each.whole) >= row.weeks
    for row in found:
        for each in row.against:
            if each.over:
                assert row.weeks > GRAMMAR["wait_standards"][each.standard].more["standard"]["weeks"]
            assert against_words(row, each, GRAMMAR)


def test_each_comparison_is_said_in_a_sentence():
    (row,) = rows(therapies(wait("referral", "treatment", 9)))
    assert [against_words(row, each, GRAMMAR) for each in row.against] == [
        "9 weeks: longer than the 6 weeks of the standard.",
        "9 weeks: not longer than the 18 weeks of the standard.",
    ]
    (row,) = rows(therapies(wait("referral", "assessment", 1)))
    assert against_words(row, row.against[0], GRAMMAR) == (
        "The wait is of a part of the way only; the 6 weeks of the standard are from referral to treatment."
    )
    (row,) = rows(service("team", waits=(wait("referral", "treatment", 25),)))
    assert against_words(row, row.against[0], GRAMMAR) == (
        "25 weeks: longer than the 18 weeks of the standard. "
        "It counts only if the care is led by a consultant, which the entry does not say."
    )


def test_a_stale_wait_is_said_to_be_stale_and_compared_with_nothing():
    (row,) = rows(therapies(wait("referral", "treatment", 30), checked=OLD))
    assert against_words(row, row.against[0], GRAMMAR) == (
        "The wait was not confirmed lately, so nothing is said of the 6 weeks of the standard."
    )


def test_a_wait_of_other_people_too_is_said_to_be():
    ages = Criteria(age=AgeLimit(96, None), area=HERE)
    (row,) = rows(service("e", "eating-disorder-service", criteria=ages, waits=(wait("referral", "treatment", 9),)))
    assert row.against[0].measures is Measures.OTHERS
    assert against_words(row, row.against[0], GRAMMAR) == (
        "The wait is of other people too; the 4 weeks of the standard are for those aged under 19."
    )


def test_a_standard_is_said_as_a_sentence():
    assert standard_words("talking-therapies-6-weeks", GRAMMAR) == (
        "75% of people begin treatment within 6 weeks of referral."
    )
    assert (weeks_words(0), weeks_words(1), weeks_words(2)) == ("less than a week", "1 week", "2 weeks")
