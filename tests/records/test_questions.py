"""What a new record is asked for, and what answers become."""

from typing import Any

import pytest

from rightdoor.records.answers import NoAnswer, answer
from rightdoor.records.questions import Question, put, questions, take_out, value_at
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

KNOWN = {"organizations": {"vale-trust": "Vale Trust"}, "services": {"vale-point": "Vale Point"}, "areas": {}}


def question(option: str, kind: str = "service") -> Question:
    return next(each for each in questions(kind) if each.option == option)


def answered(option: str, typed: str) -> Any:
    return answer(question(option), "service", typed, KNOWN)


def asked(type: str, *, national: bool = False, **data: Any) -> set[str]:
    return {each.option for each in questions("service") if each.concerns({"type": type, **data}, national=national)}


@pytest.mark.parametrize("kind", ["service", "organization", "area"])
def test_every_question_stands_for_a_field_of_the_grammar_and_has_an_option_of_its_own(kind: str) -> None:
    options = [each.option for each in questions(kind)]
    assert len(options) == len(set(options))
    assert "id" not in options and "area" not in options


def test_types_and_levels_of_services_in_the_questions_are_real_ones() -> None:
    types = load_grammar(schema_folder())["service_types"]
    for each in questions("service"):
        assert {*each.told.get("types", ()), *each.told.get("except", ())} <= set(types.terms)
        assert set(each.told.get("levels", ())) <= {term.more["level"] for term in types}


def test_every_field_that_a_record_needs_is_asked_for() -> None:
    needed = {each.path[0] for each in questions("service") if each.needed or each.usual}
    assert needed == {"name", "organization", "type", "status", "summary"}


def test_a_helpline_is_asked_for_a_text_number_and_for_no_address() -> None:
    assert "text" in asked("helpline")
    assert not {"address", "postcode", "severity-from", "since"} & asked("helpline")


def test_a_bereavement_service_is_asked_how_long_after_the_death_one_may_come() -> None:
    assert "since" in asked("bereavement-service")
    assert "since" not in asked("talking-therapies")


def test_a_refuge_is_asked_first_whether_its_address_is_a_secret_and_then_for_none() -> None:
    assert {"confidential", "address"} <= asked("domestic-abuse-service")
    assert not {"address", "postcode"} & asked("domestic-abuse-service", locations=[{"confidential": True}])


def test_a_community_team_is_asked_for_its_gate() -> None:
    assert "via" in asked("cmht")
    assert "via" not in asked("helpline")


def test_a_national_service_is_not_asked_what_decides_who_belongs_to_its_area() -> None:
    assert "basis" in asked("cmht")
    assert "basis" not in asked("cmht", national=True)


def test_where_any_age_was_answered_no_limit_is_asked_for() -> None:
    assert "age-under" not in asked("cmht", criteria={"age": "any"})


def test_how_one_refers_is_asked_only_of_those_who_refer() -> None:
    assert "how" not in asked("cmht")
    assert "how" in asked("cmht", referral={"routes": [{"who": ["gp"]}]})


@pytest.mark.parametrize(
    ("option", "typed", "path", "value"),
    [
        ("type", "IAPT", ("type",), "talking-therapies"),
        ("type", "cmht", ("type",), "cmht"),
        ("need", "anxiety, low mood,anxiety", ("needs",), ["anxiety", "depression"]),
        ("age-from", "17y9m", ("criteria", "age", "from"), "17y9m"),
        ("age-from", "Any", ("criteria", "age"), "any"),
        ("organization", "Vale trust", ("organization",), "vale-trust"),
        ("via", "vale-point", ("referral", "via"), "vale-point"),
        ("confidential", "Y", ("locations", 0, "confidential"), True),
        ("summary", "Yes: a line.", ("summary",), "Yes: a line."),
    ],
)
def test_an_answer_becomes_what_the_record_holds(option: str, typed: str, path: Any, value: Any) -> None:
    assert answered(option, typed) == (path, value)


@pytest.mark.parametrize(
    ("option", "typed", "said"),
    [
        ("type", "zebra", "not one of the words"),
        ("organization", "vale-trsut", "Did you mean vale-trust"),
        ("organization", "Quite another", "rightdoor new"),
        ("age-from", "eighteen", "18y"),
        ("summary", "x" * 161, "160"),
        ("confidential", "maybe", "yes or no"),
        ("need", " , ", "nothing in this answer"),
        ("organization", "Quite another", "rightdoor new organization"),
        ("via", "Quite another", "rightdoor new service"),
        ("phone", "https://example.org", "is a web address. Here a number"),
        ("phone", "12345", "not a UK phone number"),
        ("postcode", "Northvale", "“Northvale” is not a postcode"),
        ("email", "ask us", "e-mail|email|blanks"),
        ("website", "on the internet", "without blanks"),
    ],
)
def test_what_is_no_answer_is_refused_with_what_to_type(option: str, typed: str, said: str) -> None:
    with pytest.raises(NoAnswer, match=said):
        answered(option, typed)


def test_what_is_put_in_can_be_taken_out_without_a_trace() -> None:
    data: dict[str, Any] = {"name": "X"}
    put(data, ("referral", "routes", 0, "who"), ["gp"])
    put(data, ("referral", "routes", 0, "how"), "phone")
    assert data["referral"] == {"routes": [{"who": ["gp"], "how": "phone"}]}
    take_out(data, ("referral", "routes", 0, "how"))
    assert value_at(data, ("referral", "routes", 0)) == {"who": ["gp"]}
    take_out(data, ("referral", "routes", 0, "who"))
    assert data == {"name": "X"}
