"""A record of ours that comes back in a feed is taken as it is; what only says it is one is refused."""

from typing import Any

import pytest

from exchange.open_referral.feeds import envelope, one, read, service

RECORD: dict[str, Any] = {
    "id": "vale-talking-therapies",
    "name": "Vale Group",
    "organization": "vale-helpers",
    "type": "talking-therapies",
    "status": "active",
    "summary": "Talking therapies for adults.",
    "criteria": {"age": {"from": "17y9m"}, "does_not_take": [{"reason": "psychosis", "refer_to": ["vale-cmht"]}]},
    "checked": {"how": "provider-phone", "on": "2026-10-02", "contact": {"how": "published-page", "on": "2026-11-01"}},
    "by_area": {
        "eastvale": {"criteria": {"age": {"from": "16y"}}, "checked": {"how": "provider-phone", "on": "2026-10-02"}},
        "westvale": {"checked": {"how": "provider-phone", "on": "2026-10-02"}},
    },
}


def test_a_record_of_ours_comes_back_exactly_but_for_who_runs_it_and_who_checked_it() -> None:
    found = one(rightdoor=RECORD, minimum_age=18, eligibility_description="Adults")
    left = {name: each for name, each in RECORD.items() if name not in ("id", "organization", "checked", "by_area")}
    assert found.data == left | {"by_area": {"eastvale": {"criteria": {"age": {"from": "16y"}}}}}
    assert (found.id, found.exact, found.lost) == ("vale-talking-therapies", True, ())


def test_an_organization_of_ours_comes_back_exactly_too() -> None:
    own = {"id": "vale-helpers", "name": "Vale Helpers", "kind": "charity", "identifiers": {"charity": "1234567"}}
    who = {"id": "o1", "name": "Vale Helpers", "description": "Something else.", "rightdoor": own}
    found = read({"": envelope(service(organization=who))}).drafts[0]
    assert found.data == {"name": "Vale Helpers", "kind": "charity", "identifiers": {"charity": "1234567"}}
    assert (found.kind, found.id, found.exact) == ("organization", "vale-helpers", True)


def deep(levels: int) -> Any:
    return {"criteria": deep(levels - 1)} if levels else "any"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "Another"}, "another name"),
        ({"name": None}, "without a value"),
        ({"summary": None}, "without a value"),
        ({"summary": "x" * 4001}, "too long"),
        ({"summary": "x\u202ey"}, "hidden"),
        ({"summary": "x\x00y"}, "hidden"),
        ({"__class__": "x"}, "no record has"),
        ({"a: [b": "x"}, "no record has"),
        ({"x" * 61: "x"}, "no record has"),
        ({"needs": ["anxiety"] * 5000}, "larger"),
        ({"criteria": deep(20)}, "larger"),
    ],
)
def test_a_hostile_record_is_refused_with_the_reason_and_the_next_service_goes_in(wrong: Any, said: str) -> None:
    found = read({"": envelope(service(rightdoor={**RECORD, **wrong}), service("s2"))})
    assert [each.source_id for each in found.drafts] == ["o1", "s2"]
    [refused] = found.refused
    assert said in refused.why


@pytest.mark.parametrize("wrong", ["x", 1, [], [RECORD], True])
def test_what_is_no_record_at_all_is_a_field_without_a_place(wrong: Any) -> None:
    found = one(rightdoor=wrong)
    assert not found.exact
    assert found.data["name"] == "Vale Group"


@pytest.mark.parametrize("id", ["../x", "X", "a b", "x" * 61, 7, "", "a\n"])
def test_an_id_that_no_entry_can_have_is_not_taken(id: Any) -> None:
    assert one(rightdoor={**RECORD, "id": id}).id == ""
