"""They were refused: what is said to somebody whom a service of Northvale has not taken, and where they can go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from matching.refusing import TODAY, asker
from rightdoor.model.directory import Directory
from rightdoor.records.load import load

NHS = "northvale-talking-therapies"
CMHT = "northvale-cmht"
ADULT = {"areas": {"practice": "northvale"}, "needs": ["depression"], "age": "34y"}


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.fixture(scope="module")
def ask(root: Path, directory: Directory) -> Any:
    asked = asker(root, directory)
    return lambda service, why, **state: asked(
        "refuse.mjs", [{"service": service, "why": why, "state": {**ADULT, **state}}]
    )[0]


def pointed(found: dict[str, Any]) -> dict[str, str]:
    """The places pointed to, each with why."""
    return {service: why for why, service, _ in found["bridges"]}


def test_somebody_too_complex_for_talking_therapies_is_sent_to_the_team_or_to_the_service_between(ask: Any):
    found = ask(NHS, "too-complex")
    assert found["standing"] == "published"
    assert [service for _, service, _ in found["bridges"]][:2] == [CMHT, "northvale-living-well"]
    assert "northvale-sakinah" in found["others"]["refuses"]
    assert NHS not in [each for ids in found["others"].values() for each in ids]


def test_the_places_that_a_service_names_for_too_complex_come_in_its_own_order_before_all_others(
    ask: Any, directory: Directory
):
    for service in directory.services.values():
        limit = service.criteria.severity
        if limit is None or not limit.refer_to or "northvale" not in service.id:
            continue
        places = ask(service.id, "too-complex")["bridges"]
        named = [id for why, id, _ in places if why == "named"]
        assert named == [id for id in limit.refer_to if id in named], service.id
        assert [why for why, *_ in places] == sorted(
            (why for why, *_ in places), key=["named", "declined", "way_in", "front_door"].index
        ), service.id


def test_what_takes_only_milder_problems_is_not_offered_to_somebody_refused_as_too_complex(ask: Any):
    found = ask(NHS, "too-complex")
    offered = {*found["others"]["fits"], *found["others"]["check"], *pointed(found)}
    assert not offered & {"valeland-online-therapy", "northvale-sakinah", "university-of-valeland-counselling"}


def test_a_severity_that_was_answered_decides_which_of_them_is_left(ask: Any):
    severe = pointed(ask(NHS, "too-complex", severity="severe"))
    between = pointed(ask(NHS, "too-complex", severity="moderately-severe"))
    assert CMHT in severe
    assert "northvale-living-well" not in severe
    assert "northvale-living-well" in between
    assert CMHT not in between


def test_somebody_not_severe_enough_for_the_team_is_sent_to_the_service_between_or_to_talking_therapies(ask: Any):
    found = ask(CMHT, "not-severe-enough")
    assert found["standing"] == "published"
    assert pointed(found)["northvale-living-well"] == "named"
    assert NHS in found["others"]["fits"]
    assert "northvale-psychological-therapies" in found["others"]["refuses"]


def test_a_refusal_against_what_the_service_publishes_is_named_as_such(ask: Any):
    found = ask(CMHT, "drugs-or-alcohol")
    assert found["standing"] == "contradicts"
    assert found["said"]["line"].startswith("This is not what Northvale Community Mental Health Team publishes.")
    assert found["said"]["rules"][0]["own"] == "Drinking or using drugs is not a reason to be turned away."
    assert any("What you publish says otherwise" in each for each in found["say"])


@pytest.mark.parametrize(
    ("service", "why", "state", "standing"),
    [
        (CMHT, "too-complex", {}, "contradicts"),
        (CMHT, "too-old", {}, "contradicts"),
        (NHS, "too-old", {}, "contradicts"),
        (NHS, "too-old", {"age": ""}, "contradicts"),
        (NHS, "too-young", {"age": ""}, "published"),
        ("northvale-camhs", "too-old", {"age": ""}, "published"),
        ("cruse", "too-old", {"age": ""}, "not_published"),
        (NHS, "too-young", {"age": "17y8m"}, "published"),
        (NHS, "too-young", {"age": "17y9m"}, "contradicts"),
        (NHS, "too-young", {"age": "17y"}, "depends"),
        (NHS, "under-secondary-care", {}, "depends"),
        (NHS, "personality-disorder", {}, "depends"),
        (NHS, "psychosis", {}, "published"),
        (NHS, "autism-adhd", {}, "not_published"),
        (NHS, "other-problem", {}, "not_published"),
        (NHS, "not-this-group", {}, "not_published"),
        (NHS, "wrong-area", {}, "contradicts"),
        (NHS, "wrong-area", {"areas": {"practice": "eastvale"}}, "published"),
        (NHS, "list-closed", {}, "contradicts"),
        ("northvale-complex-needs", "list-closed", {}, "published"),
        (NHS, "missed-opt-in", {}, "of_the_referral"),
        (NHS, "no-reason", {}, "no_reason"),
        ("northvale-single-point", "psychosis", {}, "contradicts"),
        ("northvale-carers-centre", "not-this-group", {}, "published"),
        ("northvale-carers-centre", "not-this-group", {"people": {"carer": "yes"}}, "contradicts"),
        ("northvale-bereavement", "time-since-death", {"since": "3m"}, "published"),
        ("northvale-bereavement", "time-since-death", {"since": "7m"}, "contradicts"),
        ("northvale-bereavement", "other-problem", {}, "depends"),
        ("cruse", "too-complex", {}, "not_published"),
    ],
)
def test_the_reason_given_is_held_against_what_the_service_publishes(
    ask: Any, service: str, why: str, state: dict[str, Any], standing: str
):
    assert ask(service, why, **state)["standing"] == standing


def test_a_reason_that_is_not_published_is_asked_for(ask: Any):
    found = ask(NHS, "autism-adhd")
    assert "does not publish this reason" in found["said"]["line"]
    assert "Which of your published criteria is not met?" in found["say"]


def test_somebody_too_young_for_a_counselling_service_is_sent_to_one_for_their_age(ask: Any):
    found = ask("northvale-lantern-counselling", "too-young", needs=["anxiety"], age="")
    assert "northvale-the-loft" in pointed(found)
    assert NHS in found["others"]["check"]
    assert "northvale-older-adults" in found["others"]["refuses"]
    assert "northvale-the-loft" in pointed(
        ask("northvale-lantern-counselling", "too-young", needs=["anxiety"], age="15y")
    )


def test_somebody_too_old_for_a_service_for_young_people_is_of_an_age_beyond_its_limit(ask: Any):
    found = ask("northvale-camhs", "too-old", age="")
    offered = {*found["others"]["fits"], *pointed(found)}
    assert {NHS, CMHT} <= offered
    assert "northvale-school-team" in found["others"]["refuses"]


def test_somebody_in_the_wrong_area_is_told_of_the_services_that_are_named_for_it(ask: Any):
    assert pointed(ask(NHS, "wrong-area"))["eastvale-talking-therapies"] == "named"


def test_a_service_that_does_not_take_the_person_is_never_pointed_to(ask: Any):
    for why in ("psychosis", "risk-too-high", "under-secondary-care", "drugs-or-alcohol", "too-young", "bipolar"):
        assert "does_not_fit" not in [outcome for _, _, outcome in ask(NHS, why)["bridges"]]


def test_the_advice_line_is_named_before_anybody_refers_again(ask: Any):
    assert "01632 960 131" in ask(CMHT, "not-severe-enough")["advice"]
    assert ask("northvale-bereavement", "no-reason")["advice"].startswith("No advice line of")


def test_the_way_in_is_named_to_somebody_who_was_referred_in_the_wrong_way(ask: Any):
    found = ask(CMHT, "wrong-route")
    assert found["said"]["rules"][0]["text"].startswith(
        "It takes people only through Northvale Single Point of Access."
    )
    assert pointed(found)["northvale-single-point"] == "way_in"


def test_what_had_to_be_answered_in_time_is_said_to_somebody_who_missed_it(ask: Any):
    assert "within 2 weeks" in ask(NHS, "missed-opt-in")["said"]["rules"][0]["text"]


def test_a_refusal_for_risk_puts_crisis_help_first(ask: Any):
    assert ask(NHS, "risk-too-high")["crisis"]
    assert pointed(ask(NHS, "risk-too-high"))["northvale-crisis-team"] == "named"
    assert not ask(NHS, "too-complex")["crisis"]


def test_the_reasons_a_service_publishes_come_first_with_its_limits(ask: Any):
    choices = ask(NHS, "no-reason")["choices"]
    first = choices["published"][0]
    assert first == {
        "value": "too-complex",
        "label": "Too complex or too severe for it",
        "detail": "mild to moderate problems",
    }
    published = [each["value"] for each in choices["published"]]
    assert {"under-secondary-care", "too-young", "missed-opt-in", "suicide-plan", "anger-only"} <= set(published)
    assert not {"not-severe-enough", "too-old", "list-closed", "no-reason"} & set(published)


def test_every_reason_is_offered_once(ask: Any, directory: Directory):
    for service in (NHS, CMHT, "northvale-bereavement", "samaritans", "northvale-carers-centre"):
        choices = ask(service, "no-reason")["choices"]
        values = [each["value"] for part in choices.values() for each in part]
        assert len(values) == len(set(values))
        assert set(values) >= {term.code for term in directory.grammar["refusal_reasons"]}


def test_there_are_two_to_four_things_to_say_to_the_service_and_nothing_in_them_is_about_anybody(
    ask: Any, directory: Directory
):
    for term in directory.grammar["refusal_reasons"]:
        for service in (NHS, CMHT, "northvale-bereavement", "cruse"):
            say = ask(service, term.code, age="34y", needs=["bereavement"])["say"]
            assert 2 <= len(say) <= 4, (service, term.code)
            assert not [each for each in say if "34" in each or "{" in each]


def test_a_code_that_nobody_knows_comes_to_nothing(ask: Any):
    assert list(ask(NHS, "constructor")) == ["choices"]


def test_a_refusal_speaks_only_of_words_that_exist(directory: Directory):
    grammar = directory.grammar
    for term in grammar["refusal_reasons"]:
        told = (*term.more.get("flags", ()), *term.more.get("rows", ()))
        assert set(told) <= set(grammar["reasons"].terms), term.code
        assert set(term.more.get("bands", ())) <= set(grammar["severity_bands"].terms), term.code
        assert ("beyond" in term.more) == (term.more.get("criterion") in ("age", "severity")), term.code
        assert (term.code in grammar["reasons"]) <= (told == (term.code,)), term.code
