"""The cards on the lists of an area: whom each service takes, whom it does not take, and where they go instead."""

import pytest

from pages.street import HERE, text_of, view_of
from rightdoor.pages import area_list_page, card

CHOOSY = {
    "name": "Choosy",
    "criteria": {
        "area": HERE,
        "age": {"from": "18y", "refer_to": ["young"]},
        "does_not_take": [
            {"reason": "psychosis", "refer_to": ["team"]},
            {"reason": "under-secondary-care", "except_via": "professional"},
        ],
        "check_first": [{"reason": "eating-disorder", "refer_to": ["team"]}],
    },
}


def listed(**services: dict[str, object]) -> str:
    others = {"team": {"name": "The Team", "needs": ["psychosis"]}, "young": {"name": "The Young", "needs": ["adhd"]}}
    return text_of(area_list_page.need_page(view_of({**others, **services}), "northvale/depression").body)


def test_a_list_says_whom_each_service_takes_and_refuses_and_where_they_go_instead():
    said = listed(choosy=CHOOSY)
    assert "Takes Aged 18 and over" in said
    assert "Check first People with an eating disorder if not: The Team" in said
    assert "Does not take People with psychosis The Team" in said
    assert "secondary mental health care. Unless referred by" in said
    assert "Go instead Of another age The Young" in said


def test_a_list_never_takes_what_nobody_has_said_for_nobody_refused():
    said = listed(silent={"name": "Silent"})
    assert "Check first Nothing is listed" in said
    assert "Does not take Not known: there may be people it does not take" in said
    assert "States nobody" in listed(open={"criteria": {"area": HERE, "does_not_take": "none stated"}})


def test_the_lists_of_needs_and_of_kinds_share_one_card_of_a_service(monkeypatch: pytest.MonkeyPatch):
    made = view_of({"choosy": CHOOSY})
    rendered: list[str] = []
    whole = card.short
    monkeypatch.setattr(card, "short", lambda view, service: rendered.append(service.id) or whole(view, service))
    area_list_page.need_page(made, "northvale/depression")
    area_list_page.type_page(made, "northvale/counselling-service")
    assert rendered.count("choosy") == 1


def test_a_list_of_a_place_goes_by_the_rules_of_the_nearest_area_around_it():
    raw = {"criteria": {"area": HERE}, "by_area": {"northvale": {"intake": "waiting-list-closed"}}}
    areas = {"mill": {"name": "Mill End", "kind": "place", "within": "northvale"}}
    made = view_of({"one": {"name": "A One", **raw}, "two": {"name": "B Two"}}, areas=areas)
    said = text_of(area_list_page.need_page(made, "mill/depression").body)
    assert "Referrals Waiting list closed" in said
    assert said.index("B Two") < said.index("A One")


def test_a_crisis_line_in_a_list_says_nothing_that_could_keep_somebody_from_calling():
    made = view_of({"choosy": CHOOSY})
    said = text_of(area_list_page.need_page(made, "northvale/suicidal-thoughts").body)
    assert "Samaritans" in said
    assert "there may be people it does not take" not in said
