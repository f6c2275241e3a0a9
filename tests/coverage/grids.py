"""A small area with one team, and the grid that is asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rightdoor.coverage.asked import Situation, situations, told_of
from rightdoor.coverage.grid import Grid, grid
from rightdoor.coverage.states import State
from rightdoor.model.answers import Answers
from rightdoor.model.area import Area, KnownGap
from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, SeverityLimit
from rightdoor.model.directory import Directory
from rightdoor.model.service import Check, Checked, Service
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
GRAMMAR = load_grammar(schema_folder())
BANDS = list(GRAMMAR["severity_bands"].terms)
CRITERIA = Criteria(
    AgeLimit(None, None), SeverityLimit(None, None), AreaLimit("gp-practice", ("vale",)), does_not_take=()
)
TEAM = Service(
    "team",
    "team.yaml",
    "Team",
    "trust",
    "cmht",
    "active",
    "A team.",
    "vale",
    intake="open",
    needs=("depression",),
    delivery=("in-person",),
    criteria=CRITERIA,
    checked=Checked(Check("provider-phone", TODAY)),
)
ADULT = 30 * 12
PEOPLE = {situation.code: situation for situation in situations(GRAMMAR)}


def vale(*services: Service, gaps: tuple[KnownGap, ...] = ()) -> Directory:
    areas = {"vale": Area("vale", "vale.yaml", "Vale", "place", known_gaps=gaps)}
    return Directory(GRAMMAR, services={each.id: each for each in services}, areas=areas)


def asked(*services: Service, gaps: tuple[KnownGap, ...] = ()) -> Grid:
    return grid(vale(*services, gaps=gaps), "vale", TODAY)


def state(
    found: Grid, need: str = "depression", severity: str = "severe", age: int = ADULT, of: str = ""
) -> State | None:
    plane = found.plane(need, of)
    at = next(at for at, each in enumerate(found.ages) if each.youngest <= age <= each.oldest)
    return plane.state(plane.severities.index(severity), at)


def answers_for(area: str, need: str, situation: Situation | None) -> Answers:
    """What is told of somebody of an area with a need in a situation; age and severity are told beside it."""
    return replace(told_of(need, situation, GRAMMAR), areas={"practice": area, "home": area})


def with_limits(**limits: object) -> Service:
    return replace(TEAM, criteria=replace(CRITERIA, **limits))  # type: ignore[arg-type]


def checked(days: int) -> Checked:
    return Checked(Check("provider-phone", TODAY - timedelta(days)))
