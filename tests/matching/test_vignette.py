"""Stories with an expected answer: what holds is silent, what does not hold says why."""

from collections.abc import Mapping
from typing import Any

from matching.town import TODAY, town
from rightdoor.matching.answers import answers_from
from rightdoor.matching.vignette import failures
from rightdoor.model.answers import Expectation, Vignette

SEVERE = {"area": "northvale", "age": "34y", "needs": ["depression"], "severity": "severe"}
MILD = {**SEVERE, "severity": "mild"}
TALKING = Expectation(types=("talking-therapies",))
TEAM = Expectation(types=("cmht",))


def messages(
    answers: Mapping[str, Any], changed: Mapping[str, Mapping[str, Any]] | None = None, **expect: Any
) -> list[str]:
    vignette = Vignette("story", "directory/vignettes/story.yaml", "A story", answers_from(answers), **expect)
    return [f"{each.expectation}: {each.message}" for each in failures(town(**(changed or {})), vignette, TODAY)]


def test_a_story_that_holds_is_silent() -> None:
    assert not messages(SEVERE, never_fits=TALKING, at_least_one=TEAM, at_least_one_open_to=TEAM, refers_to=("cmht",))


def test_a_service_that_must_never_fit_and_does_is_named() -> None:
    assert messages(MILD, never_fits=TALKING) == [
        "never_fits: Talking Therapies must never fit this person, but comes out as “May take”."
    ]


def test_where_nobody_may_take_a_person_the_story_says_what_stands_in_the_way() -> None:
    assert messages(MILD, at_least_one=TEAM) == [
        "at_least_one: No service of the type “Community mental health team” may take this person. "
        "Community Team: Does not take. Does not take mild problems: takes severe problems, or more severe."
    ]


def test_a_service_of_something_else_is_not_listed_at_all() -> None:
    assert messages(SEVERE, at_least_one=Expectation(services=("crisis-team",))) == [
        "at_least_one: No service named “Crisis Team” may take this person. "
        "None of them is listed for these answers: look at their needs and their areas."
    ]


def test_one_to_check_first_is_open_to_a_person_but_does_not_fit_yet() -> None:
    told = {**SEVERE, "flags": {"eating-disorder": "yes"}}
    assert not messages(told, at_least_one_open_to=TEAM)
    assert len(messages(told, at_least_one=TEAM)) == 1


def test_a_service_that_is_closed_for_a_time_is_no_answer() -> None:
    [message] = messages(SEVERE, {"cmht": {"status": "temporarily closed"}}, at_least_one=TEAM)
    assert "It is not running." in message


def test_a_place_that_nobody_names_is_missed() -> None:
    assert messages(SEVERE, refers_to=("crisis-team",)) == [
        "refers_to: No service that does not take this person says to refer to Crisis Team instead."
    ]
