"""What a service publishes, in sentences for formats that have only prose."""

from typing import Any

import pytest

from pages.street import street
from rightdoor.matching import in_prose
from rightdoor.matching.published import published
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service


def given(**fields: Any) -> tuple[Service, Directory]:
    directory = street({"this": fields, "other": {"name": "Other"}})
    return directory.services["this"], directory


def sentences(**criteria: Any) -> dict[str, str]:
    return {each.criterion: each.text for each in published(*given(criteria=criteria))}


def test_whatever_nobody_has_said_is_said_to_be_unknown_and_marked_as_such() -> None:
    told = published(*given(criteria={}))
    assert [each.text for each in told] == [
        "Does not say what ages it takes.",
        "Does not say how severe a problem it takes.",
        "Does not say which areas it serves.",
        "Does not say whom it does not take.",
    ]
    assert not any(each.known for each in told)


def test_a_limit_is_said_with_the_service_s_own_words_and_where_to_go_instead() -> None:
    told = sentences(age={"from": "18y", "words": "Grown-ups only.", "refer_to": ["other"]})
    assert told["age"] == ("Takes people aged 18 and over. In its own words: “Grown-ups only.” Refer instead to Other.")


def test_any_age_is_known_and_no_limit() -> None:
    assert sentences(age="any")["age"] == "Takes people of any age."


def test_an_exclusion_says_who_is_taken_all_the_same() -> None:
    row = {"reason": "under-secondary-care", "except_via": "professional"}
    assert sentences(does_not_take=[row])["does_not_take"] == (
        "Does not take people who are already under secondary mental health care. "
        "It may take them if they are referred by any health or care professional."
    )


def test_what_to_check_first_says_how() -> None:
    row = {"reason": "self-harm", "how": "Phone the duty worker."}
    assert sentences(check_first=[row])["check_first"] == (
        "Check first whether it takes people who harm themselves. How to check: Phone the duty worker."
    )


def test_a_group_and_a_time_and_a_risk_are_said_too() -> None:
    told = sentences(only=[{"reason": "veteran"}], time_since_event={"from": "6m"}, holds_risk="thoughts-no-intent")
    assert told["only"].startswith("Is for ")
    assert told["time_since_event"] == "Takes people at least 6 months after the death or other event."
    assert told["risk"].startswith("Says what risk it can support: thoughts of suicide")


def test_a_risk_that_somebody_looked_for_and_did_not_find_is_not_said() -> None:
    assert "risk" not in sentences(holds_risk="none-stated")


def test_no_stated_exclusion_is_known() -> None:
    assert sentences(does_not_take="none stated")["does_not_take"] == "States no exclusion."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ["Does not say whether it is taking referrals now."]),
        ({"intake": "open"}, ["Open to referrals."]),
        ({"intake": "paused", "status": "inactive"}, ["Not running as usual: Not running at present.", "NOT TAKING"]),
        (
            {"intake": "open", "referral": {"via": "other"}, "note": "A note."},
            ["Open", "Reached only through", "A note."],
        ),
    ],
)
def test_nobody_overlooks_what_stands_before_everything_else(fields: dict[str, Any], said: list[str]) -> None:
    found = list(in_prose.notices(*given(**fields)))
    assert len(found) == len(said)
    assert all(each.startswith(begin) for each, begin in zip(found, said, strict=True))


def test_a_way_in_says_when_it_answers_what_to_send_and_what_the_person_must_do() -> None:
    route = {
        "who": ["gp"],
        "how": "online-form",
        "url": "https://example.org/refer",
        "hours": "Mo-Fr 09:00-17:00; PH off",
        "response": {"to": "assessment", "within": "2w", "word": "routine"},
        "send_with": ["consent", {"what": "blood-tests", "max_age": "4w"}],
        "patient_must_opt_in": {"within": "2w"},
        "note": "Say what helps.",
    }
    service, directory = given(referral={"routes": [route]})
    assert in_prose.way_words(service.referral.routes[0], directory.grammar) == (
        "GP: online form (https://example.org/refer). Hours: Monday to Friday, 9am to 5pm; closed on bank holidays. "
        "Assessment within 2 weeks (the service calls this routine). "
        "Send with it: the person's agreement and blood tests, no more than 4 weeks old. "
        "The person must then contact the service within 2 weeks, or the referral may lapse. Say what helps."
    )


def test_whom_to_ask_first_and_where_to_go_if_it_declines_stand_around_the_ways_in() -> None:
    advice = {"who": ["gp"], "phone": "01632 960 112", "hours": "Mo-Fr 10:00-16:00"}
    assert list(in_prose.around_words(*given(referral={"advice": advice, "if_declined": ["other"]}))) == [
        "Advice before a referral, for GP: 01632 960 112; Monday to Friday, 10am to 4pm.",
        "If it declines, think of Other.",
    ]


@pytest.mark.parametrize(("weeks", "said"), [(4, "4 weeks"), (1, "1 week"), (0, "less than a week")])
def test_a_wait_is_said_with_its_day(weeks: int, said: str) -> None:
    wait = {"from": "referral", "to": "assessment", "weeks": weeks, "as_of": "2026-10-31"}
    service, directory = given(waits=[wait])
    assert in_prose.wait_words(service.waits[0], directory.grammar) == (
        f"Published wait from referral to assessment: {said} on 31 October 2026."
    )


def test_a_copied_entry_is_said_to_be_copied_and_one_that_nobody_checked_to_be_that() -> None:
    service, directory = given(checked={"how": "other-directory", "on": "2026-11-01"})
    assert in_prose.checked_words(service, directory.grammar) == (
        "This entry was copied from another directory on 1 November 2026. Nobody has confirmed it with the service."
    )
    service, directory = given(checked={"how": "never"})
    assert in_prose.checked_words(service, directory.grammar) == "Nobody has checked this entry with the service."
