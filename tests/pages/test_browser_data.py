"""The data files that browser code reads: facts of services, areas, places, and the words that come later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pages.street import HERE, TODAY, street, view, view_of
from rightdoor.pages import browser_data
from rightdoor.pages.view import View
from rightdoor.records.load import load

NORTHVALE = "area/northvale"
Raw = Mapping[str, Any]


@pytest.fixture(scope="module")
def root_view(root: Path) -> View:
    """The view of this repository's directory."""
    return view(load(root, TODAY).directory)


def record(services: Mapping[str, Raw], name: str, key: str = NORTHVALE, **more: Mapping[str, Raw]) -> dict[str, Any]:
    """The record of a service in a file."""
    [found] = [each for each in browser_data.told(view_of(services, **more), key)["services"] if each["id"] == name]
    return dict(found)


def ids(seen: View, key: str, part: str = "services") -> list[str]:
    return [each["id"] for each in browser_data.told(seen, key).get(part, ())]


def test_what_nobody_has_said_is_in_no_record() -> None:
    found = record({"plain": {}}, "plain")
    unsaid = (
        "intake",
        "cost",
        "spoken",
        "interpreters",
        "open",
        "refer",
        "self",
        "wait",
        "weeks",
        "access",
        "delivery",
    )
    assert not set(unsaid) & set(found)


def test_an_interpreter_that_there_is_not_is_said() -> None:
    assert record({"one": {"languages": {"interpreters": "no"}}}, "one")["interpreters"] == "no"


def test_a_wait_of_less_than_a_week_is_known() -> None:
    wait = {"from": "referral", "to": "assessment", "weeks": 0, "as_of": "2026-11-02"}
    assert record({"quick": {"waits": [wait]}}, "quick")["weeks"] == 0


def test_the_wait_that_orders_is_the_soonest_to_being_seen() -> None:
    waits = [
        {"from": "assessment", "to": "treatment", "weeks": 1, "as_of": "2026-09-01"},
        {"from": "referral", "to": "assessment", "weeks": 6, "as_of": "2026-11-02"},
        {"from": "referral", "to": "treatment", "weeks": 16, "as_of": "2026-11-02"},
    ]
    assert record({"slow": {"waits": waits}}, "slow")["weeks"] == 6


def test_a_check_of_its_own_is_said_only_where_it_differs_from_that_of_the_criteria() -> None:
    usual = {"how": "provider-phone", "on": "2026-11-01"}
    found = record({"one": {"checked": {**usual, "waits": {"how": "published-page", "on": "2026-10-01"}}}}, "one")
    assert found["checked"] == usual
    assert found["waits_checked"] == {"how": "published-page", "on": "2026-10-01"}
    assert "contact_checked" not in found


def test_criteria_that_nobody_stated_are_there_and_empty() -> None:
    stated = record({"one": {"criteria": {"area": HERE, "does_not_take": "none stated"}}}, "one")["criteria"]
    assert stated["not"] == []
    plain = record({"one": {}}, "one")["criteria"]
    assert "not" not in plain
    assert list(plain) == ["area"]


def test_rules_that_differ_in_an_area_stand_with_the_usual_ones_and_with_the_ties_that_decide() -> None:
    both = {"basis": "home-address", "areas": ["northvale", "eastvale"]}
    raw = {"criteria": {"area": both}, "intake": "open", "by_area": {"eastvale": {"intake": "paused"}}}
    there = record({"one": raw}, "one", "area/eastvale")
    assert (there["place"], there["ties"], there["intake"]) == ("eastvale", ["home"], "paused")
    assert there["otherwise"]["intake"] == "open"
    here = record({"one": raw}, "one")
    assert here["intake"] == "open"
    assert not {"place", "ties", "otherwise"} & set(here)


def test_a_national_service_is_in_the_file_of_an_area_only_where_its_rules_differ_there() -> None:
    seen = view_of({"samaritans": {"by_area": {"northvale": {"intake": "paused"}}}})
    assert "samaritans" in ids(seen, NORTHVALE)
    assert "samaritans" not in ids(seen, "area/eastvale")
    assert {"samaritans", "emergency-999"} <= set(ids(seen, "national"))
    [found] = [each for each in browser_data.told(seen, NORTHVALE)["services"] if each["id"] == "samaritans"]
    assert "otherwise" not in found


def test_the_words_of_rules_that_differ_have_the_id_of_their_area() -> None:
    raw = {
        "criteria": {"area": {"basis": "home-address", "areas": ["northvale", "eastvale"]}},
        "by_area": {"eastvale": {"criteria": {"age": {"from": "16y", "words": "From 16 here."}}}},
    }
    seen = view_of({"one": raw})
    assert "own" not in browser_data.told(seen, "words/northvale")["one"]
    words = browser_data.told(seen, "words/eastvale")
    assert words["one@eastvale"]["own"]["age"] == "From 16 here."
    assert "own" not in words["one"]


def test_other_names_come_with_the_long_words_but_those_of_national_services_at_once() -> None:
    seen = view_of({"one": {"also_known_as": ["Uno"]}, "samaritans": {"also_known_as": ["The Sams"]}})
    assert browser_data.told(seen, "words/northvale")["one"]["also"] == ["Uno"]
    assert all("also" not in each for each in browser_data.told(seen, NORTHVALE)["services"])
    [found] = [each for each in browser_data.told(seen, "national")["services"] if each["id"] == "samaritans"]
    assert found["also"] == ["The Sams"]


def test_every_service_that_a_record_sends_people_to_is_told_of_somewhere(root_view: View) -> None:
    shared = set(ids(root_view, "national"))
    for area in root_view.whole.areas:
        file = browser_data.told(root_view, f"area/{area}")
        known = shared | set(ids(root_view, f"area/{area}")) | set(ids(root_view, f"area/{area}", "elsewhere"))
        sent = {
            to
            for each in file.get("services", ())
            for to in json.dumps(each).split('"')
            if to in root_view.whole.services
        }
        gates = {each.get("via") for each in file.get("services", ())}
        assert sent - known - gates == set(), area


def test_a_service_elsewhere_has_its_name_whether_it_takes_anybody_now_whom_it_takes_and_no_more() -> None:
    east = {"criteria": {"area": {"basis": "gp-practice", "areas": ["eastvale"]}}, "intake": "paused"}
    near = {"criteria": {"area": {**HERE, "refer_to": ["east"]}}}
    [found] = browser_data.told(view_of({"east": east, "near": near}), NORTHVALE)["elsewhere"]
    assert (found["id"], found["name"]) == ("east", "A Service")
    assert found["criteria"]["area"]["areas"] == ["eastvale"]
    assert found["intake"] == "paused"
    assert "cost" not in found


def test_a_closed_service_is_in_no_file_of_facts() -> None:
    assert ids(view_of({"gone": {"status": "defunct"}, "here": {}}), NORTHVALE) == ["here"]


def test_what_an_area_loads_does_not_grow_with_the_nation() -> None:
    few = street({"one": {}})
    more = street(
        {"one": {}, "far": {"criteria": {"area": {"basis": "gp-practice", "areas": ["wales"]}}}},
        areas={"westvale": {"name": "Westvale", "kind": "local-authority", "within": "wales"}},
    )
    for key in (NORTHVALE, "national", "words/northvale", "words/national", "matching"):
        assert browser_data.file(view(few), key) == browser_data.file(view(more), key), key


def test_districts_and_practices_are_read_only_by_whoever_types_a_place() -> None:
    practices = [{"name": "Mill Lane", "postcode": "NV1 1AA"}, {"name": "Hill View"}]
    area = {"name": "Northvale", "kind": "local-authority", "postcode_districts": ["NV1"], "practices": practices}
    seen = view_of({}, areas={"northvale": area})
    assert browser_data.told(seen, "places") == {
        "districts": {"NV1": ["northvale"]},
        "practices": [("Hill View", "", "northvale"), ("Mill Lane", "NV1", "northvale")],
    }
    assert "NV1" not in browser_data.file(seen, "areas").content.decode()


def test_an_area_names_its_neighbours_and_the_front_door_of_the_nearest_area_that_has_one() -> None:
    areas = {
        "northvale": {"name": "Northvale", "kind": "local-authority", "within": "england", "front_door": "door"},
        "mill": {"name": "Mill End", "kind": "place", "within": "northvale"},
    }
    seen = view_of({"door": {"name": "The Door", "contact": {"phone": "01632 960 100"}}}, areas=areas)
    assert browser_data.told(seen, "area/mill")["front_door"] == {
        "id": "door",
        "name": "The Door",
        "phone": "01632 960 100",
    }
    assert browser_data.told(seen, NORTHVALE)["neighbours"] == [{"id": "eastvale", "name": "Eastvale"}]
    assert "neighbours" not in browser_data.told(seen, "area/england")


@pytest.mark.parametrize(("number", "told"), [(24, 23), (25, 0)])
def test_areas_that_are_too_many_to_be_neighbours_are_not_named_as_such(number: int, told: int) -> None:
    vales = {
        f"vale-{at:02}": {"name": f"Vale {at}", "kind": "local-authority", "within": "wales"} for at in range(number)
    }
    seen = view_of({}, areas=vales)
    assert len(browser_data.told(seen, "area/vale-07").get("neighbours", ())) == told


def test_an_area_says_all_that_is_missing_from_its_crisis_help_and_from_that_around_it() -> None:
    areas = {
        "england": {
            "name": "England",
            "kind": "nation",
            "crisis_routes": ["emergency-999"],
            "crisis_note": "No text line.",
        },
        "northvale": {"name": "Northvale", "kind": "local-authority", "within": "england", "crisis_note": "No cafe."},
    }
    seen = view_of({}, areas=areas)
    assert browser_data.told(seen, NORTHVALE)["crisis_note"] == "No cafe. No text line."
    assert browser_data.told(seen, "area/england")["crisis_note"] == "No text line."
    assert "crisis_note" not in browser_data.told(view_of({}), NORTHVALE)


def test_a_service_that_must_not_show_on_a_screen_says_so() -> None:
    found = record({"quiet": {"needs": ["domestic-abuse"]}, "plain": {}}, "quiet")
    assert found["discreet"] is True
    assert "discreet" not in record({"plain": {}}, "plain")


def test_every_file_is_the_same_however_often_it_is_made(root_view: View) -> None:
    again = View(root_view.whole, root_view.today, root_view.settings, root_view.templates)
    for key in browser_data.keys(root_view):
        assert browser_data.file(root_view, key) == browser_data.file(again, key), key


def test_labels_stand_for_every_language_and_group(root_view: View) -> None:
    labels = browser_data.told(root_view, "vocabulary")["labels"]
    assert labels["languages"]["pl"] == "Polish"
    assert "veteran" in labels["groups"]
    assert "veteran" in browser_data.told(root_view, "matching")["groups"]


def test_no_label_of_a_vocabulary_is_in_two_files_that_are_read_together(root_view: View) -> None:
    vocabulary, matching = (browser_data.told(root_view, key)["labels"] for key in ("vocabulary", "matching"))
    assert not set(vocabulary) & set(matching)
