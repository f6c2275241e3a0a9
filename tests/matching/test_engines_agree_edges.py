"""At every edge of every criterion of the directory, and of services made up at random, both engines say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from matching.edges import edges
from matching.engines import Asked, Browser, Files, shipped
from matching.vectors import TODAY
from rightdoor.matching.report import as_data
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.records.load import load

MIXED = (
    {"practice": "northvale"},
    {"practice": "eastvale"},
    {"practice": "southmoor", "home": "eastvale"},
    {"home": "eastvale"},
    {"practice": "northvale", "home": "eastvale"},
    {"practice": "eastvale", "home": "northvale", "cared-for": "southmoor"},
    {"cared-for": "eastvale"},
    {"work-or-study": "eastvale", "home": "southmoor"},
    {"where-death-occurred": "northvale", "practice": "wales"},
    {"practice": "valeland-icb"},
    {"practice": "england"},
    {"practice": "scotland"},
    {"practice": "nowhere"},
    {"practice": "nowhere", "home": "eastvale"},
)
"""Places of practice, home and more: the same, next door to one another, wide, far away and unknown."""


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.fixture(scope="module")
def browser_engine(root: Path, directory: Directory) -> Iterator[Browser]:
    engine = Browser()
    engine.knows("whole", Files(directory, TODAY).whole())
    engine.knows("shipped", shipped(root, directory, TODAY))
    yield engine
    engine.close()


def test_every_edge_of_every_criterion_means_the_same_in_both_engines(
    directory: Directory, browser_engine: Browser
) -> None:
    asked: list[Asked] = [
        (service.id, answers) for service in directory.services.values() for answers in edges(service, directory)
    ]
    assert len(asked) > 100 * len(directory.services)
    browser_engine.agrees("whole", directory, asked, TODAY)


@pytest.mark.parametrize("areas", MIXED, ids=lambda areas: ", ".join(f"{tie} {area}" for tie, area in areas.items()))
def test_the_same_services_are_listed_in_the_same_order_for_every_need(
    areas: dict[str, str], directory: Directory, browser_engine: Browser
) -> None:
    needs: list[tuple[str, ...]] = [(), *((term.code,) for term in directory.grammar["needs"])]
    asked: list[Asked] = [(None, Answers(needs=each, areas=areas)) for each in needs]
    browser_engine.agrees("shipped", directory, asked, TODAY)


@pytest.mark.parametrize("areas", [each for each in MIXED if "nowhere" not in each.values()], ids=str)
def test_the_front_door_and_crisis_help_are_the_same_wherever_a_person_is(
    areas: dict[str, str], directory: Directory, browser_engine: Browser
) -> None:
    ours = as_data((), Answers(areas=areas), directory)
    theirs = browser_engine.helps("shipped", areas)
    assert {name: theirs[name] for name in ("front_door", "crisis")} == {
        name: ours[name] for name in ("front_door", "crisis")
    }


def test_the_areas_beside_are_those_of_the_first_area_that_has_any(browser_engine: Browser) -> None:
    def beside(**areas: str) -> list[str]:
        return list(browser_engine.helps("shipped", areas)["beside"])

    assert beside(practice="northvale", home="eastvale") == ["eastvale", "southmoor"]
    assert beside(practice="scotland", home="eastvale") == ["northvale", "southmoor"]
    assert beside(practice="scotland") == beside() == []
