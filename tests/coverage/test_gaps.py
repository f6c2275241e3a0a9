"""The gaps of an area in sentences: none says anything that the matcher does not, and the worst is read first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coverage.grids import BANDS, GRAMMAR, TEAM, TODAY, answers_for, asked, checked, vale, with_limits
from rightdoor.coverage.asked import situations
from rightdoor.coverage.gap import Gap
from rightdoor.coverage.gaps import gaps, opened, spoken, worst
from rightdoor.coverage.grid import Grid, grid
from rightdoor.coverage.offers import OFFERS
from rightdoor.coverage.people import people_of
from rightdoor.coverage.people_words import age_words
from rightdoor.coverage.rectangles import rectangles
from rightdoor.coverage.states import State
from rightdoor.coverage.use import Use, use_of
from rightdoor.coverage.words import gap_words
from rightdoor.matching.match import Outcome, match_all
from rightdoor.model.answers import Answers
from rightdoor.model.area import AgeBand, KnownGap, Population
from rightdoor.model.criteria import AgeLimit, Row, SeverityLimit
from rightdoor.model.directory import Directory
from rightdoor.model.measure import AgeRange
from rightdoor.model.service import Service, Wait
from rightdoor.records.load import load

ROOT = Path(__file__).parents[2]
AREAS = ("northvale", "eastvale", "southmoor")
SITUATIONS = {each.code: each for each in situations(GRAMMAR)}
CAMHS = "northvale-camhs"
YOUNG = AgeRange(16 * 12, 18 * 12 - 1)


@cache
def real() -> Directory:
    return load(ROOT, TODAY).directory


@cache
def real_grid(area: str) -> Grid:
    return grid(real(), area, TODAY)


def people(gap: Gap, area: str, directory: Directory) -> Iterator[tuple[Gap, Answers]]:
    """Somebody of each need and severity, as young and as old as the sentence says."""
    for need in gap.needs:
        for severity in gap.severities:
            for months in (gap.ages.youngest, gap.ages.oldest):
                told = answers_for(area, need, SITUATIONS.get(gap.situation))
                yield gap, replace(told, age=AgeRange(months, months), severity=severity or None)


def takes_now(directory: Directory, gap: Gap, answers: Answers, day: date, area: str) -> list[str]:
    """The services that are open, confirmed lately and publish that they take somebody."""
    found = []
    for each in match_all(directory, answers, day):
        situation = SITUATIONS.get(gap.situation)
        offered = not (situation and situation.offers) or OFFERS[situation.offers](each.service)
        if each.outcome in (Outcome.FITS, Outcome.MEETS) and offered and is_open(each.service, directory, day, area):
            found.append(each.service.id)
    return found


def is_open(service: Service, directory: Directory, day: date, area: str) -> bool:
    return use_of(service, directory, day, 18, directory.chain(area)) is Use.OPEN


@pytest.mark.parametrize("area", AREAS)
def test_nobody_of_whom_a_sentence_speaks_finds_a_service_that_takes_them(area: str) -> None:
    for gap in gaps(real(), real_grid(area)):
        for _, answers in people(gap, area, real()):
            assert not takes_now(real(), gap, answers, TODAY, area), gap_words(gap, real(), area)


@pytest.mark.parametrize("area", AREAS)
def test_every_service_that_a_sentence_names_would_take_the_people_it_speaks_of(area: str) -> None:
    for gap in gaps(real(), real_grid(area)):
        for _, answers in people(gap, area, real()):
            outcomes = {each.service.id: each.outcome for each in match_all(real(), answers, TODAY)}
            for service in gap.services:
                assert outcomes[service] is not Outcome.DOES_NOT_FIT, gap_words(gap, real(), area)


@pytest.mark.parametrize("area", AREAS)
def test_every_uncovered_person_is_in_a_gap_and_nobody_twice(area: str) -> None:
    found = real_grid(area)
    told = gaps(real(), found)
    for plane in found.planes.values():
        if plane.situation:
            continue
        for row, column in plane.places(plane.asked & ~plane.cells[State.COVERED]):
            ages, severity = plane.ages[column], plane.severities[row]
            holding = [
                gap
                for gap in told
                if plane.need in gap.needs and not gap.situation and severity in gap.severities
                if gap.ages.youngest <= ages.youngest and ages.oldest <= gap.ages.oldest
            ]
            assert len(holding) == 1, (plane.need, severity, ages)


def test_the_five_worst_gaps_of_northvale_are_these() -> None:
    told = [gap_words(each, real(), "northvale") for each in worst(gaps(real(), real_grid("northvale")), 5)]
    assert told == [
        "Nobody in Northvale takes a 16- or 17-year-old with a severe eating disorder.",
        "Nobody in Northvale takes people with a moderate hoarding problem.",
        "In Northvale, children and young people aged 5 to 17 who have thoughts of suicide have a long wait, and "
        "nobody is known to take them sooner: 40 weeks at Valeland Children and Young People's Mental Health Service.",
        "No service in Northvale is known to take children and young people aged 5 to 17 in a mental health crisis. "
        "Nobody has said that they looked for one.",
        "In Northvale, adults with severe OCD or PTSD have a long wait, and nobody is known to take them sooner: "
        "25 weeks at Northvale Community Mental Health Team.",
    ]


@pytest.mark.parametrize("area", AREAS)
def test_the_first_five_tell_five_stories(area: str) -> None:
    told = worst(gaps(real(), real_grid(area)), 5)
    for at, each in enumerate(told):
        for other in told[:at]:
            assert {*each.needs, *each.services}.isdisjoint({*other.needs, *other.services})


def told_of(*services: Service, need: str = "depression", known: tuple[KnownGap, ...] = ()) -> list[str]:
    directory = vale(*services, gaps=known)
    found = gaps(directory, asked(*services, gaps=known))
    return [gap_words(each, directory, "vale") for each in found if need in each.needs and not each.situation]


def test_where_nobody_has_looked_the_sentence_says_so_and_no_more() -> None:
    telling = [each for each in told_of() if each.startswith("No service in Vale is known to take")]
    assert telling and all(each.endswith("Nobody has said that they looked for one.") for each in telling)


def test_what_somebody_looked_for_is_said_of_those_ages_and_that_severity_only_and_comes_first() -> None:
    known = KnownGap("eating-disorder", TODAY, severity="severe", limit=AgeLimit(16 * 12, 18 * 12))
    assert told_of(need="eating-disorder", known=(known,))[0] == (
        "Nobody in Vale takes a 16- or 17-year-old with a severe eating disorder."
    )


def test_a_gap_that_was_written_down_says_nothing_of_people_in_a_situation() -> None:
    team = with_limits(does_not_take=(Row("psychosis"),))
    known = KnownGap("depression", TODAY)
    directory = vale(team, gaps=(known,))
    lost = [each for each in gaps(directory, asked(team, gaps=(known,))) if each.situation == "psychosis"]
    assert lost and {each.state for each in lost} == {State.UNKNOWN} and not any(each.looked for each in lost)


def test_a_closed_list_is_named_and_said_to_take_no_referrals() -> None:
    closed = replace(TEAM, intake="waiting-list-closed")
    assert told_of(closed) == ["Nobody in Vale is known to be open to people with depression: Team takes no referrals."]


def test_a_long_wait_is_said_in_weeks_and_of_many_people() -> None:
    slow = replace(
        with_limits(age=AgeLimit(YOUNG.youngest, YOUNG.oldest + 1)), waits=(Wait("referral", "treatment", 30, TODAY),)
    )
    assert (
        "In Vale, 16- and 17-year-olds with depression have a long wait, and nobody is known to take them sooner: "
        "30 weeks at Team."
    ) in told_of(slow)


def test_a_door_behind_a_closed_door_is_closed() -> None:
    behind = replace(TEAM, id="behind", name="Behind", referral=replace(TEAM.referral, via="team"))
    gate = replace(TEAM, intake="paused", needs=("debt",))
    assert told_of(behind, gate) == [
        "Nobody in Vale is known to be open to people with depression: Behind takes no referrals."
    ]


def test_an_entry_that_is_old_takes_nobody_for_certain() -> None:
    old = replace(TEAM, checked=checked(400))
    assert told_of(old) == [
        "Nobody in Vale is confirmed to take people with depression: what is listed of Team was not confirmed lately."
    ]


def test_a_service_that_does_not_say_whether_it_is_open_has_to_be_asked_first() -> None:
    assert told_of(replace(TEAM, intake="unknown")) == [
        "In Vale, nobody takes people with depression before something is settled: Team may take them, if asked first."
    ]


def test_a_wider_need_stands_for_those_within_it_that_are_alike() -> None:
    told = told_of(replace(TEAM, intake="paused", needs=("anxiety",)), need="panic")
    assert told == ["Nobody in Vale is known to be open to people with anxiety: Team takes no referrals."]


def test_needs_of_abuse_are_never_said_together_with_others() -> None:
    directory = vale()
    for each in gaps(directory, asked()):
        if any(GRAMMAR["needs"][need].discreet for need in each.needs):
            assert len(each.needs) == 1


def test_a_situation_is_a_gap_only_for_those_who_are_covered_without_it() -> None:
    team = with_limits(severity=SeverityLimit("severe", BANDS[-1]), does_not_take=(Row("psychosis"),))
    lost = [each for each in gaps(vale(team), asked(team)) if each.situation == "psychosis"]
    assert {each.severities for each in lost if "depression" in each.needs} == {tuple(BANDS[-2:])}
    assert gap_words(lost[0], vale(team), "vale") == (
        "Vale has help for people aged 11 and over with severe depression, but nobody is known to take those who also "
        "have psychosis."
    )


def test_a_pull_request_opens_the_gaps_of_those_who_lose_their_cover_and_no_others() -> None:
    before, after = asked(TEAM), asked(replace(TEAM, intake="paused"))
    told = opened(vale(replace(TEAM, intake="paused")), before, after)
    assert {need for each in told for need in each.needs} == {"depression"}
    assert not opened(vale(TEAM), after, before)


def test_ages_cut_elsewhere_open_nothing_by_themselves() -> None:
    other = replace(TEAM, id="other", needs=("debt",), criteria=replace(TEAM.criteria, age=AgeLimit(30 * 12, 40 * 12)))
    assert not opened(vale(TEAM, other), asked(TEAM), asked(TEAM, other))


def test_people_are_counted_exactly_where_bands_of_age_meet_the_gap_and_about_otherwise() -> None:
    bands = (AgeBand(0, 15, 16000), AgeBand(16, 17, 2400), AgeBand(18, None, 50000))
    directory = vale()
    area = replace(directory.areas["vale"], population=Population("A count", 2025, bands))
    directory = replace(directory, areas={"vale": area})
    assert people_of(directory, "vale", YOUNG) == (2400, False)
    assert people_of(directory, "vale", AgeRange(12 * 12, 18 * 12 - 1)) == (6400, True)
    assert people_of(directory, "vale", AgeRange(65 * 12, YOUNG.oldest + 10**4)) is None
    assert people_of(vale(), "vale", YOUNG) is None


def test_the_largest_block_of_cells_is_taken_first_and_each_cell_once() -> None:
    cells = 0b011_111_110
    found = list(rectangles(cells, [1, 1, 1]))
    assert found[0].cells(3).bit_count() == max(each.cells(3).bit_count() for each in found)
    assert sum(each.cells(3) for each in found) == cells


def test_a_need_without_a_phrase_of_its_own_goes_by_its_label_and_none_is_without() -> None:
    assert all("phrase" in term.more for term in GRAMMAR["needs"])
    assert spoken(("panic", "anxiety", "debt"), GRAMMAR) == ("anxiety", "debt")


def test_ages_that_are_the_last_months_of_one_year_are_said_with_both_their_ends() -> None:
    assert (
        age_words(AgeRange(17 * 12 + 9, 18 * 12 - 1), GRAMMAR)
        == "young people aged 17 years and 9 months or over, but under 18"
    )
    assert age_words(AgeRange(17 * 12 + 9, 55 * 12 - 1), GRAMMAR) == "people aged 17 years and 9 months to 54"
