"""The filters of the results: any within a group, all of the groups, and unknown satisfies none of them."""

from __future__ import annotations

import pytest

from browser.filtering import filtered


def test_without_a_filter_everything_stays() -> None:
    found = filtered({}, {"cost": "free"})
    assert (found["kept"], found["out"], found["unknown"], found["leftOut"]) == (["0", "1"], 0, 0, {})


def test_within_a_group_any_choice_will_do() -> None:
    found = filtered({"spoken": ["en", "pl"]}, {"spoken": ["ur"]}, {"spoken": ["en"]}, language=["pl", "ur"])
    assert found["kept"] == ["0", "1"]


def test_between_groups_all_must_hold() -> None:
    both = {"spoken": ["pl"], "cost": "free"}
    found = filtered(both, {"spoken": ["pl"], "cost": "fixed-fee"}, {"cost": "free"}, language=["pl"], cost=["free"])
    assert found["kept"] == ["0"]


@pytest.mark.parametrize(
    "filters",
    [
        {"language": ["pl"]},
        {"language": ["interpreters"]},
        {"cost": ["free"]},
        {"cost": ["any-free"]},
        {"delivery": ["video"]},
        {"access": ["evening"]},
        {"self": True},
        {"open": True},
    ],
)
def test_a_service_of_which_nobody_has_said_satisfies_no_filter_and_is_counted(filters: dict[str, object]) -> None:
    found = filtered({}, **filters)
    assert (found["kept"], found["out"], found["unknown"]) == ([], 1, 1)
    assert found["leftOut"] == dict.fromkeys(filters, 1)


@pytest.mark.parametrize(
    ("service", "filters"),
    [
        ({"spoken": ["en"]}, {"language": ["pl"]}),
        ({"interpreters": "no"}, {"language": ["interpreters"]}),
        ({"cost": "fixed-fee"}, {"cost": ["any-free"]}),
        ({"delivery": ["phone"]}, {"delivery": ["video"]}),
        ({"refer": "GP: e-RS"}, {"self": True}),
        ({"via": "gate", "self": True, "refer": "Only through the gate"}, {"self": True}),
        ({"open": {"at": [[0, 60]]}}, {"open": True}),
    ],
)
def test_what_is_known_to_be_otherwise_is_left_out_and_not_called_unknown(
    service: dict[str, object], filters: dict[str, object]
) -> None:
    found = filtered(service, **filters)
    assert (found["kept"], found["out"], found["unknown"]) == ([], 1, 0)


def test_access_that_is_not_listed_is_unknown_since_nobody_lists_what_there_is_not() -> None:
    assert filtered({"access": ["step-free"]}, access=["evening"])["unknown"] == 1


def test_who_fails_one_filter_for_certain_is_not_counted_as_unknown_for_another() -> None:
    found = filtered({"cost": "fixed-fee"}, cost=["free"], language=["pl"])
    assert (found["out"], found["unknown"], found["leftOut"]) == (1, 0, {})


def test_who_is_left_out_for_two_unknowns_is_counted_once_and_named_under_both() -> None:
    found = filtered({}, cost=["free"], language=["pl"])
    assert (found["unknown"], found["leftOut"]) == (1, {"cost": 1, "language": 1})


def test_one_known_choice_of_a_group_is_enough_beside_an_unknown_one() -> None:
    found = filtered({"interpreters": "yes"}, language=["pl", "interpreters"])
    assert found["kept"] == ["0"]


@pytest.mark.parametrize(
    ("cost", "free"), [("free-nhs", True), ("free", True), ("donation", True), ("insurance", False)]
)
def test_free_of_any_kind_is_what_nobody_need_pay_for(cost: str, free: bool) -> None:
    assert bool(filtered({"cost": cost}, cost=["any-free"])["kept"]) is free


@pytest.mark.parametrize("chosen", ["free-nhs", "free", "donation"])
def test_an_old_link_that_asks_for_one_kind_of_free_finds_every_kind(chosen: str) -> None:
    found = filtered({"cost": "free-nhs"}, {"cost": "free"}, {"cost": "sliding-scale"}, cost=[chosen])
    assert found["kept"] == ["0", "1"]
    assert found["counts"]["cost"] == {"any-free": 2, "sliding-scale": 1}


def test_a_closed_list_is_never_left_out_for_being_closed() -> None:
    closed = {"intake": "waiting-list-closed", "status": "inactive", "cost": "free"}
    assert filtered(closed, cost=["free"])["kept"] == ["0"]


def test_a_choice_counts_what_is_left_by_the_other_groups() -> None:
    services = [
        {"cost": "free", "spoken": ["en", "pl"]},
        {"cost": "free", "spoken": ["ur"]},
        {"cost": "fixed-fee", "spoken": ["pl"]},
    ]
    counts = filtered(*services, language=["pl"])["counts"]
    assert counts["language"] == {"en": 1, "pl": 2, "ur": 1}
    assert counts["cost"] == {"any-free": 1, "fixed-fee": 1}
    both = filtered(*services, language=["pl"], cost=["free"])["counts"]
    assert both["language"] == {"en": 1, "pl": 1, "ur": 1}


def test_a_choice_that_the_other_groups_leave_nothing_of_is_still_there_with_a_nought() -> None:
    counts = filtered({"cost": "free"}, {"spoken": ["ur"]}, cost=["free"])["counts"]
    assert counts["language"] == {"ur": 0}


def test_self_referral_and_open_now_are_counted() -> None:
    counts = filtered({"self": True}, {"open": {"at": [[0, 10080]], "ph": [[0, 1440]]}})["counts"]
    assert (counts["self"], counts["open"]) == (1, 1)


@pytest.mark.parametrize("code", ["constructor", "__proto__", "toString"])
def test_a_name_of_javascript_itself_is_no_choice(code: str) -> None:
    assert filtered({"interpreters": code, "cost": "free"}, language=["interpreters"])["kept"] == []
    assert filtered({"cost": "free"}, cost=[code])["kept"] == []
