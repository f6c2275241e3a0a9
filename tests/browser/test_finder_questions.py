"""Which question is asked next: one that changes something, the one that splits best, and never one too many."""

from __future__ import annotations

from typing import Any

import pytest

from browser.finding import Finder
from rightdoor.model.directory import Directory

AREAS = ("northvale", "southmoor")
ANSWERING = {"the first": 0, "the second": 1, "not sure": -1, "in turn": 3}


@pytest.fixture(scope="module")
def interviews(finder: Finder, directory: Directory) -> list[dict[str, Any]]:
    """Every need in every area, with and without an age, answered in several ways until nothing is left to ask."""
    found = []
    for area in AREAS:
        asked = [
            ("interview", f"area={area}&need={need.code}{age}", pick)
            for need in directory.grammar["needs"]
            for age in ("", "&age=34y")
            for pick in ANSWERING.values()
        ]
        found += finder.all(*asked, area=area)
    return found


def test_no_question_is_asked_whose_answer_changes_nothing(interviews: list[dict[str, Any]]):
    # A journey's own questions change what is looked for, not how a service answers.
    steps = [(step, each["hash"]) for each in interviews for step in each["steps"] if not step["journey"]]
    assert len(steps) > 1000
    assert [(step["key"], hash_) for step, hash_ in steps if not step["moves"]] == []


def test_every_interview_ends_and_asks_nothing_twice(interviews: list[dict[str, Any]]):
    for each in interviews:
        keys = [step["key"] for step in each["steps"]]
        assert each["end"] != "never", keys
        assert len(keys) == len(set(keys)), keys


def test_when_nothing_more_is_asked_nothing_that_a_service_lists_would_move_it(interviews: list[dict[str, Any]]):
    finished = [each for each in interviews if each["end"] == "The services listed here ask nothing more."]
    assert len(finished) > 50
    assert [each["left"] for each in finished if each["left"]] == []


def test_where_answers_are_given_few_questions_are_asked(interviews: list[dict[str, Any]]):
    answered = [len(each["steps"]) for each in interviews if "not sure of" not in each["end"]]
    assert sum(answered) / len(answered) < 8


def test_the_question_that_splits_most_services_is_asked_first(finder: Finder):
    first = finder("ask", "#area=northvale&need=depression&age=34y")["first"]
    assert first["key"] == "severity"
    assert first["text"] == "How severe is the problem now?"
    assert [choice["label"] for choice in first["choices"]][:2] == ["Mild", "Moderate"]


@pytest.mark.parametrize("need", ["self-harm", "suicidal-thoughts", "crisis"])
def test_after_a_need_of_crisis_risk_is_asked_before_anything_else(finder: Finder, directory: Directory, need: str):
    keys = [key.removeprefix("flag:") for key in finder("ask", f"#area=northvale&need={need}&age=34y")["all"]]
    reasons = directory.grammar["reasons"]
    risks = [at for at, key in enumerate(keys) if key in reasons and reasons[key].more.get("crisis")]
    assert keys[0] == "life-at-risk"
    assert risks == list(range(len(risks)))
    if "recent-attempt" in keys:
        assert keys[1] == "recent-attempt"


@pytest.mark.parametrize("need", ["depression", "anxiety", "ocd", "self-harm"])
def test_being_under_a_team_already_is_asked_right_after_the_severity(finder: Finder, need: str):
    keys = finder("ask", f"#area=northvale&need={need}&age=34y")["all"]
    assert keys[keys.index("severity") + 1] == "flag:under-secondary-care"


def test_the_patient_of_the_story_is_asked_about_the_team_before_any_rare_exclusion(finder: Finder):
    asked = finder("ask", "#area=northvale&need=depression&age=34y&severity=severe-enduring")["all"]
    assert asked[0] == "flag:under-secondary-care"
    assert "flag:learning-disability" in asked


@pytest.mark.parametrize("age", ["", "&age=50y"])
def test_somebody_who_looks_after_another_is_not_asked_first_how_severe_it_is(finder: Finder, age: str):
    keys = finder("ask", f"#area=northvale&need=carer-support{age}")["all"]
    assert keys[-1] == "severity"


def test_whether_somebody_uses_abuse_is_not_asked_first_of_those_who_live_with_it(finder: Finder):
    asked = finder("ask", "#area=northvale&need=domestic-abuse&age=34y")["all"]
    assert [each for each in asked if not each.startswith("people:")][-1] == "flag:uses-abuse"


def test_what_was_answered_is_not_asked_again(finder: Finder):
    assert "severity" not in finder("ask", "#area=northvale&need=depression&severity=severe")["all"]
    asked = finder("ask", "#area=northvale&need=depression&no=under-secondary-care")["all"]
    assert "flag:under-secondary-care" not in asked


def test_a_question_and_its_opposite_are_one(interviews: list[dict[str, Any]]):
    assert not [step for each in interviews for step in each["steps"] if step["key"].startswith("flag:not-")]


def test_what_was_put_aside_is_not_asked_again_on_this_visit(finder: Finder):
    first = finder("ask", "#area=northvale&need=depression&age=34y")["first"]["key"]
    then = finder("ask", "#area=northvale&need=depression&age=34y", [first])
    assert then["first"]["key"] != first
    assert first not in then["all"]


def test_where_somebody_lives_is_asked_only_where_a_service_depends_on_it(finder: Finder, directory: Directory):
    assert "area:home" in finder("ask", "#area=northvale&need=depression&age=34y")["all"]
    asked = finder("ask", "#area=northvale&type=talking-therapies&age=34y")["all"]
    area = directory.services["northvale-talking-therapies"].criteria.area
    assert area is not None
    assert ("area:home" in asked) is (area.basis != "gp-practice")


def test_a_need_that_answers_a_question_is_not_asked_about(finder: Finder):
    assert "flag:psychosis" not in finder("ask", "#area=northvale&need=psychosis&age=34y")["all"]


def test_a_reason_that_depends_on_how_long_ago_may_be_typed(finder: Finder):
    whom = "#area=northvale&need=depression&age=34y"
    others = [key for key in finder("ask", whom)["all"] if key != "flag:recent-attempt"]
    question = finder("ask", whom, others)["first"]
    assert question["key"] == "flag:recent-attempt"
    assert question["typed"] is True
    assert [choice["label"] for choice in question["choices"]] == ["No", "Yes, not known when"]


def test_a_missing_age_is_named_where_nothing_else_is_left(finder: Finder):
    end = finder("interview", "area=northvale&need=depression", -1)["end"]
    assert end == "The age would still change these results."


def test_what_should_not_stand_on_a_shared_screen_is_asked_last(finder: Finder, directory: Directory):
    reasons = directory.grammar["reasons"]
    for need in ("depression", "stress", "self-harm"):
        keys = [key.removeprefix("flag:") for key in finder("ask", f"#area=northvale&need={need}&age=34y")["all"]]
        discreet = [at for at, key in enumerate(keys) if key in reasons and reasons[key].discreet]
        flags = [at for at, key in enumerate(keys) if key in reasons and not reasons[key].discreet]
        assert all(at > flags[0] for at in discreet)
