"""The made-up area says the same in its words and in its codes: it is what a newcomer learns the data from."""

import re
from datetime import date
from pathlib import Path

import pytest

from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.records.load import load

TODAY = date(2026, 11, 23)
HOURS_OF_A_WEEK = 7 * 24
BANDS = {"mild": 0, "moderate": 1, "moderately severe": 2, "severe": 3}
RANGE = re.compile(r"\b(mild|moderate|moderately severe) to (moderate|moderately severe|severe)\b", re.I)


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY, keep_going=True, cache=False, jobs=1).directory


@pytest.fixture(scope="module")
def made_up(directory: Directory) -> list[Service]:
    return [each for each in directory.services.values() if each.fictional]


def test_a_routine_answer_sooner_than_the_wait_is_said_to_be_a_target(made_up: list[Service]) -> None:
    unsaid = [
        service.id
        for service in made_up
        for route in service.referral.routes
        for wait in service.waits
        if route.response
        and route.response.word == "routine"
        and (wait.start, wait.end) == ("referral", route.response.to)
        and route.response.within.hours < wait.weeks * HOURS_OF_A_WEEK
        and "target" not in (route.note or "")
    ]
    assert unsaid == []


def test_the_words_of_a_severity_name_the_bands_that_are_coded(made_up: list[Service], directory: Directory) -> None:
    bands = directory.grammar["severity_bands"]
    looked_at = 0
    for service in made_up:
        limit = service.criteria.severity
        named = RANGE.search(limit.words or "") if limit else None
        if limit and named and limit.lowest and limit.highest:
            looked_at += 1
            assert bands.rank(limit.lowest) == BANDS[named[1].casefold()], service.id
            assert min(bands.rank(limit.highest), BANDS["severe"]) == BANDS[named[2].casefold()], service.id
    assert looked_at >= 8


def test_words_about_a_baby_speak_of_the_age_that_the_reason_does(made_up: list[Service], directory: Directory) -> None:
    phrase = str(directory.grammar["reasons"]["pregnancy"].more["phrase"])
    for service in made_up:
        for row in service.criteria.takes_despite:
            if row.reason == "pregnancy" and "bab" in (row.words or ""):
                assert phrase[phrase.index("under") :] in str(row.words), service.id


def test_living_well_stands_between_talking_therapies_and_the_community_team(directory: Directory) -> None:
    bands = directory.grammar["severity_bands"]
    talking, between, team = (
        directory.services[f"northvale-{each}"].criteria.severity
        for each in ("talking-therapies", "living-well", "cmht")
    )
    assert talking and between and team
    assert bands.rank(str(talking.highest)) + 1 == bands.rank(str(between.highest))
    assert bands.rank(str(between.highest)) + 1 == bands.rank(str(team.lowest))
