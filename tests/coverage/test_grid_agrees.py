"""Whatever services are made up: what adds cover and what takes it away; and both engines say what the grid says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.grids import BANDS, CRITERIA, GRAMMAR, PEOPLE, TEAM, TODAY, answers_for, asked, checked, vale
from matching.engines import Browser, Files
from rightdoor.coverage.grid import Grid, grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.states import SERVED, State
from rightdoor.coverage.use import Use, use_of
from rightdoor.matching.match import Outcome, match, match_all
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import AgeLimit, Criteria, Row, SeverityLimit
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service, Wait
from rightdoor.records.load import load

flags = st.sampled_from(list(GRAMMAR["reasons"].terms))
rows = st.lists(st.builds(Row, flags), max_size=3, unique_by=lambda row: row.reason).map(tuple)
bands = st.lists(st.sampled_from(BANDS), min_size=2, max_size=2).map(lambda two: sorted(two, key=BANDS.index))
criteria = st.builds(
    Criteria,
    age=st.none() | st.builds(AgeLimit, st.none() | st.integers(0, 1000), st.none() | st.integers(1, 1200)),
    severity=st.none() | st.just(SeverityLimit()) | bands.map(lambda two: SeverityLimit(*two)),
    area=st.just(CRITERIA.area),
    only=st.lists(st.builds(Row, st.sampled_from(["carer", "veteran", "woman"])), max_size=1).map(tuple),
    does_not_take=st.none() | rows,
    check_first=rows,
    takes_despite=rows,
)
some_services = st.lists(
    st.builds(
        replace,
        st.just(TEAM),
        id=st.sampled_from(["a", "b", "c", "d"]),
        type=st.sampled_from(["cmht", "helpline", "talking-therapies"]),
        intake=st.sampled_from(["open", "paused", "unknown", "long-wait"]),
        needs=st.lists(st.sampled_from(["depression", "psychosis", "debt"]), min_size=1, max_size=2).map(tuple),
        criteria=criteria,
        checked=st.sampled_from([0, 60, 100, 400]).map(checked),
        waits=st.sampled_from([(), (Wait("referral", "treatment", 30, TODAY),)]),
    ),
    max_size=4,
    unique_by=lambda each: each.id,
)
NEEDS = ("depression", "psychosis", "debt")
OF = ("", "psychosis", "pregnancy", "carer", "under-secondary-care")


def planes(found: Grid) -> Iterator[Plane]:
    return (found.planes[need, of] for need in NEEDS for of in OF if (need, of) in found.planes)


def states(
    found: Grid, ages: tuple[int, ...] = tuple(range(0, 1200, 7))
) -> dict[tuple[str, str, str, int], State | None]:
    at = {age: next(i for i, each in enumerate(found.ages) if each.youngest <= age <= each.oldest) for age in ages}
    return {
        (plane.need, plane.situation, severity, age): plane.state(row, at[age])
        for plane in planes(found)
        for row, severity in enumerate(plane.severities)
        for age in ages
    }


def rank(found: State | None) -> int:
    return -1 if found is None else list(State).index(found)


@settings(max_examples=25, deadline=None)
@given(some_services, st.integers(0, 3))
def test_one_service_more_never_takes_cover_away(services: list[Service], left_out: int):
    fewer = services[:left_out] + services[left_out + 1 :]
    before, after = states(asked(*fewer)), states(asked(*services))
    assert [key for key in before if rank(after[key]) > rank(before[key])] == []


@settings(max_examples=25, deadline=None)
@given(some_services, st.integers(0, 3))
def test_a_service_that_closes_never_adds_cover(services: list[Service], which: int):
    closing = [replace(each, intake="paused") if at == which else each for at, each in enumerate(services)]
    before, after = states(asked(*services)), states(asked(*closing))
    gained = [key for key in before if after[key] is State.COVERED and before[key] is not State.COVERED]
    assert gained == []


@settings(max_examples=25, deadline=None)
@given(some_services)
def test_where_nothing_was_confirmed_lately_nobody_is_covered(services: list[Service]):
    old = [replace(each, checked=checked(400)) for each in services]
    assert State.COVERED not in states(asked(*old)).values()


@settings(max_examples=25, deadline=None)
@given(some_services)
def test_where_it_is_not_known_whether_anybody_is_open_nobody_is_covered(services: list[Service]):
    unsaid = [replace(each, intake="unknown") for each in services]
    assert State.COVERED not in states(asked(*unsaid)).values()


def expected(directory: Directory, area: str, answers: Answers, today: date) -> State | None:
    """The state that the finder's matches come to, one after the other."""
    found = []
    for each in match_all(directory, answers, today):
        use = use_of(each.service, directory, today)
        if use is not Use.APART and each.outcome is not Outcome.DOES_NOT_FIT:
            check = each.outcome is Outcome.CHECK or use is Use.ASK
            made = {Use.SHUT: State.CLOSED, Use.STALE: State.STALE}
            found.append(made.get(use, State.CHECK if check else State.COVERED))
    return min(found, key=rank, default=None)


def sampled(directory: Directory, area: str, found: Grid, number: int) -> Iterator[tuple[Answers, State | None]]:
    """Some cells of a grid, each as the answers that somebody would give in the finder."""
    chosen = random.Random(area)
    whole = [plane for plane in found.planes.values() if not (plane.situation and PEOPLE[plane.situation].offers)]
    for _ in range(number):
        plane = chosen.choice(whole)
        severity, age = chosen.choice(list(plane.places(plane.asked)))
        told = answers_for(area, plane.need, PEOPLE.get(plane.situation))
        answers = replace(told, age=found.ages[age], severity=plane.severities[severity] or None)
        yield answers, plane.state(severity, age)


@settings(max_examples=20, deadline=None)
@given(some_services, st.randoms(use_true_random=False))
def test_the_grid_says_what_matching_says_of_made_up_services(services: list[Service], chosen: random.Random):
    directory = vale(*services)
    found = grid(directory, "vale", TODAY)
    for plane in planes(found):
        severity, age = chosen.choice(list(plane.places(plane.asked)))
        told = answers_for("vale", plane.need, PEOPLE.get(plane.situation))
        answers = replace(told, age=found.ages[age], severity=plane.severities[severity] or None)
        said = plane.state(severity, age)
        assert expected(directory, "vale", answers, TODAY) == (said if said in SERVED else None), answers


@pytest.fixture(scope="module")
def real(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.mark.parametrize("area", ["northvale", "eastvale", "southmoor"])
def test_the_grid_of_a_made_up_area_says_what_the_finder_would_show(real: Directory, area: str):
    found = grid(real, area, TODAY)
    for answers, said in sampled(real, area, found, 250):
        assert expected(real, area, answers, TODAY) == (said if said in SERVED else None), answers


def test_the_browsers_engine_means_the_same_for_the_answers_of_the_grid(real: Directory):
    engine = Browser()
    try:
        engine.knows("coverage", Files(real, TODAY).whole())
        found = grid(real, "northvale", TODAY)
        questions: list[Any] = [(None, answers) for answers, _ in sampled(real, "northvale", found, 120)]
        engine.agrees("coverage", real, questions, TODAY)
    finally:
        engine.close()


def test_northvale_shows_each_of_the_six_states(real: Directory):
    found = grid(real, "northvale", TODAY)
    shown = {state for plane in found.planes.values() for state, cells in plane.cells.items() if cells}
    assert shown == set(State)


def test_each_service_of_a_cell_is_one_that_matching_names(real: Directory):
    found = grid(real, "northvale", TODAY)
    plane = found.plane("depression")
    severity, age = next(iter(plane.places(plane.cells[State.COVERED])))
    cell = plane.cell(severity, age)
    assert cell is not None
    told = answers_for("northvale", "depression", None)
    answers = replace(told, age=found.ages[age], severity=plane.severities[severity])
    for id in cell.open:
        here = real.services[id].in_area(*real.chain("northvale"))
        assert match(here, answers, real, TODAY).outcome in (Outcome.FITS, Outcome.MEETS)
