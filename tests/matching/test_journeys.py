"""Journeys: what is asked of somebody who is bereaved or looks after somebody, and what they are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from matching.refusing import TODAY, asker
from rightdoor.model.directory import Directory
from rightdoor.records.load import load


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.fixture(scope="module")
def go(root: Path, directory: Directory) -> Any:
    ask = asker(root, directory)

    def journey(need: str, area: str = "northvale", areas: Any = None, **state: Any) -> dict[str, Any]:
        told = {"areas": {"practice": area, **(areas or {})}, "needs": [need], **state}
        return ask("journey.mjs", [{"state": told}])[0]

    return journey


def asked(found: dict[str, Any]) -> list[str]:
    return [question["code"] for question in found["questions"]]


def answer(found: dict[str, Any], question: str, choice: str) -> dict[str, str]:
    """What a choice says of the person."""
    choices = next(each["choices"] for each in found["questions"] if each["code"] == question)
    people: dict[str, str] = next(each["people"] for each in choices if each["value"] == choice)
    return people


def test_the_bereaved_are_asked_who_died_how_long_ago_and_whether_by_suicide(go: Any):
    assert asked(go("bereavement")) == ["who-died", "how-long-ago", "by-suicide"]


def test_nobody_else_is_asked_about_a_death_or_about_caring(go: Any):
    for need in ("depression", "general-counselling", "anticipatory-grief"):
        assert asked(go(need)) == []


def test_what_was_answered_is_not_asked_again(go: Any):
    people = {"bereaved-partner": "yes", "bereaved-by-suicide": "no"}
    assert asked(go("bereavement", people=people, since="3m")) == []
    assert asked(go("bereavement-child")) == ["how-long-ago", "by-suicide"]
    assert "by-suicide" not in asked(go("bereavement-by-suicide"))


@pytest.mark.parametrize(
    ("choice", "need"),
    [
        ("child-died", "bereavement-child"),
        ("baby-died", "pregnancy-and-baby-loss"),
        ("partner-died", "bereavement"),
        ("parent-died", "bereavement"),
        ("somebody-died", "bereavement"),
    ],
)
def test_who_died_decides_which_help_is_looked_for(go: Any, choice: str, need: str):
    people = answer(go("bereavement"), "who-died", choice)
    assert go("bereavement", people=people)["needs"] == [need]


def test_a_death_by_suicide_and_of_a_child_is_both(go: Any):
    people = {"bereaved-parent": "yes", "bereaved-by-suicide": "yes"}
    found = go("bereavement", people=people)
    assert found["needs"] == ["bereavement-child", "bereavement-by-suicide"]
    assert {"northvale-rowan", "valeland-after-suicide"} <= set(found["grief"]["local"])


def test_other_needs_are_kept_beside_the_narrower_one(go: Any):
    found = go("depression", needs=["depression", "bereavement"], people={"bereaved-parent": "yes"})
    assert found["needs"] == ["depression", "bereavement-child"]


def test_a_bereaved_child_is_known_by_the_age(go: Any):
    found = go("bereavement", age="9y")
    assert found["people"] == {"bereaved-child": True}
    assert found["grief"]["local"] == ["northvale-wren"]
    assert found["age"] == "Age of the bereaved person"
    assert go("bereavement", age="18y")["people"] == {}
    assert go("bereavement", age="17y")["people"] == {"bereaved-child": True}


def test_the_times_offered_are_those_that_services_tell_apart(go: Any):
    question = next(each for each in go("bereavement")["questions"] if each["code"] == "how-long-ago")
    assert [each["label"] for each in question["choices"]] == [
        "Less than 2 months ago",
        "2 months to 6 months ago",
        "6 months to 2 years ago",
        "2 years ago, or longer",
    ]
    for value, early in (("4w", True), ("2m", True), ("6m", False), ("25m", False)):
        assert value in [each["value"] for each in question["choices"]]
        outcomes = {service: outcome for service, outcome, _ in go("bereavement", since=value)["order"]}
        assert (outcomes["northvale-bereavement"] == "does_not_fit") == early
        assert (outcomes["st-brannocs-bereavement"] == "does_not_fit") == (value == "25m")


@pytest.mark.parametrize("area", ["northvale", "eastvale", "southmoor"])
@pytest.mark.parametrize("need", ["bereavement", "bereavement-child"])
def test_a_bereaved_parent_is_never_offered_talking_therapies_first(go: Any, area: str, need: str):
    for since in ("1w", "3m", "2y"):
        found = go(
            need, area, {"home": area}, people={"bereaved-parent": "yes"}, since=since, age="52y", severity="mild"
        )
        first: dict[str, str] = {}
        for _, outcome, kind in found["order"]:
            first.setdefault(outcome, kind)
        assert "talking-therapies" not in first.values()
        shown = [*found["grief"]["local"], *found["grief"]["national"]]
        assert shown
        assert not [each for each in shown if "talking-therapies" in each]
        assert "Talking therapies are not the first place" in found["grief"]["notes"][0]


def test_everybody_else_sees_services_in_the_usual_order(go: Any):
    order = [service for service, _, _ in go("bereavement", "eastvale", since="4m", severity="mild")["order"]]
    parents = go("bereavement", "eastvale", since="4m", severity="mild", people={"bereaved-parent": "yes"})["order"]
    assert "eastvale-talking-therapies" in order
    assert "eastvale-talking-therapies" in [service for service, _, _ in parents]


def test_national_charities_stand_beside_local_services(go: Any):
    grief = go("bereavement", people={"bereaved-parent": "yes"})["grief"]
    assert grief["local"] == ["northvale-rowan"]
    assert set(grief["national"]) == {"compassionate-friends", "child-bereavement-uk", "child-death-helpline"}
    assert "sands" in go("bereavement", people={"bereaved-of-a-baby": "yes"})["grief"]["national"]


def test_a_service_that_asks_people_to_wait_is_said_to(go: Any):
    notes = go("bereavement", since="3m")["grief"]["notes"]
    assert [each for each in notes if each.startswith("Northvale Bereavement Support asks people to wait")]
    assert not [each for each in go("bereavement", since="3y")["grief"]["notes"] if "to wait:" in each]


def test_carers_are_asked_whom_they_look_after_whether_they_are_young_and_where(go: Any):
    found = go("carer-support")
    assert asked(found) == ["looks-after", "young-carer", "where-cared-for"]
    where = found["questions"][2]
    assert where["tie"] == "cared-for"
    assert [each["value"] for each in where["choices"]] == ["northvale", "eastvale", "southmoor"]
    assert found["age"] == "Age of the carer"


def test_whoever_said_the_age_is_not_asked_whether_they_are_under_18(go: Any):
    assert "young-carer" not in asked(go("carer-support", age="47y"))
    assert go("carer-support", age="12y")["people"] == {"young-carer": True}


def assessments(found: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    return {each["label"]: (each["law"], each["ask"]) for each in found["care"]["assessments"]}


def test_a_carer_is_shown_support_and_the_assessment_of_the_council_where_the_other_lives(go: Any):
    found = go("carer-support", "eastvale", {"cared-for": "northvale"}, age="58y", people={"carer": "yes"})
    assert "northvale-carers-centre" in found["care"]["support"]
    assert assessments(found) == {
        "Carer's assessment": (
            "Care Act 2014, section 10. This is the law in England.",
            ["northvale-carers-assessment"],
        )
    }


def test_without_a_local_entry_the_carer_is_sent_to_the_council_by_name_of_its_duty(go: Any):
    found = go("carer-support", "northvale", {"cared-for": "southmoor"}, age="47y", people={"carer": "yes"})
    (each,) = found["care"]["assessments"]
    assert each["ask"] == ["carers-assessment"]
    assert each["note"] == "Ask the council where the person looked after lives."
    assert found["care"]["support"] == ["southmoor-carers"]


def test_nobody_is_told_which_council_before_it_is_known_where_the_other_lives(go: Any):
    found = go("carer-support", age="47y", people={"carer": "yes"})
    assert found["care"]["assessments"][0]["ask"] == []
    assert found["care"]["assessments"][0]["note"].startswith("Say where")


def test_a_young_carer_is_owed_an_assessment_under_the_children_act(go: Any):
    found = go("carer-support", age="12y")
    assert assessments(found) == {
        "Young carer's needs assessment": (
            "Children Act 1989, section 17ZA. This is the law in England.",
            ["northvale-childrens-front-door"],
        )
    }
    assert found["care"]["support"] == ["northvale-young-carers"]


def test_a_parent_carer_is_owed_an_assessment_under_the_children_act(go: Any):
    people = answer(go("carer-support"), "looks-after", "disabled-child")
    found = go("carer-support", age="40y", people=people)
    assert list(assessments(found)) == ["Parent carer's needs assessment"]
    assert "17ZD" in assessments(found)["Parent carer's needs assessment"][0]


def test_outside_england_the_law_of_england_is_not_claimed(go: Any):
    care = go("carer-support", "scotland")["care"]
    assert care["assessments"] == []
    assert care["elsewhere"].startswith("In Wales, Scotland and Northern Ireland")


def test_journeys_speak_only_of_words_that_exist(directory: Directory):
    grammar = directory.grammar
    questions = grammar["journey_questions"]
    for choice in grammar["journey_choices"]:
        assert choice.more["answers"] in questions
        told = (*choice.more.get("people", ()), *choice.more.get("not_people", ()))
        assert told
        assert set(told) <= set(grammar["groups"].terms)
    for term in (*questions, *grammar["carers_assessments"]):
        assert set(term.more["needs"]) <= set(grammar["needs"].terms)
    for term in grammar["carers_assessments"]:
        assert set(term.more["people"]) <= set(grammar["groups"].terms)
        assert term.more["target"] in grammar["service_types"]
        assert set(term.more["areas"]) <= set(directory.areas)
    targets = {term.code: term.more["target"] for term in grammar["groups"] if "target" in term.more}
    assert set(targets.values()) <= set(grammar["needs"].terms)
    assert all("bereavement" in grammar["needs"].with_broader(need) for need in targets.values())
