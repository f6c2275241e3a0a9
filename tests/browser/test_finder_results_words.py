"""What results say in numbers and in short: counts, tallies, and sentences cut so that the rest is owned up to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browser.conftest import TODAY
from browser.resulting import told
from pages.street import view_of
from rightdoor.model.directory import Directory
from rightdoor.pages.card import wait_line
from rightdoor.pages.view import Settings, View
from rightdoor.pages.waits import wait_rows


def answer(*question: Any) -> Any:
    return told(list(question))[0]


def refusal(*criteria: str) -> dict[str, Any]:
    reasons = [{"criterion": each, "state": "not_met"} for each in criteria]
    return {"outcome": "does_not_fit", "reasons": [*reasons, {"criterion": "area", "state": "met"}]}


def many(number: int) -> list[dict[str, Any]]:
    return [{}] * number


def counts(fits: int, check: int, refuses: int) -> str:
    found = {"fits": many(fits), "check": many(check), "refuses": many(refuses)}
    return str(answer("grouped", "countsSaid", found))


def left_out(out: int, unknown: int, **by_group: int) -> str:
    return str(answer("left_out", "leftOutSaid", {"out": out, "unknown": unknown, "leftOut": by_group}))


def test_meeting_all_criteria_and_fitting_so_far_are_one_group():
    outcomes = ["check_first", "fits_so_far", "does_not_fit", "meets_published_criteria"]
    found = answer("grouped", "grouped", [{"outcome": each} for each in outcomes])
    assert [each["outcome"] for each in found["fits"]] == ["fits_so_far", "meets_published_criteria"]
    assert [len(found[each]) for each in ("check", "refuses")] == [1, 1]


def test_the_number_in_each_group_is_said_in_words():
    assert counts(3, 2, 11) == "3 services fit so far, 2 to check first, 11 do not take this person."
    assert counts(1, 0, 1) == "1 service fits so far, 0 to check first, 1 does not take this person."
    assert counts(0, 2, 4).startswith("No service fits so far")


def test_nothing_listed_is_not_said_to_be_no_service():
    assert counts(0, 0, 0) == "No service is listed for these answers. Other ways in are shown."


def test_what_stands_in_the_way_most_often_comes_first():
    found = answer("grouped", "inTheWay", [refusal("severity", "age"), refusal("age"), refusal("area")])
    assert [each["number"] for each in found] == [2, 1, 1]
    assert found[0]["what"] == "the age"


def test_a_service_that_refuses_for_two_exclusions_counts_once():
    [found] = answer("grouped", "inTheWay", [refusal("does_not_take", "does_not_take")])
    assert found["number"] == 1


def test_a_long_list_of_people_says_how_many_it_leaves_for_later():
    sentence = "Also not for: people with psychosis; people with bipolar disorder; people in crisis; people under 18."
    cut, people = told(["telling", "cutShort", sentence], ["telling", "peopleIn", sentence])
    assert cut == [
        "Also not for: people with psychosis; people with bipolar disorder; people in crisis;",
        "and 1 more.",
    ]
    assert len(people) == 4
    assert people[-1] == "people under 18"


def test_a_short_list_of_people_is_said_whole():
    sentence = "Also not for: people with psychosis; people with bipolar disorder."
    assert told(["telling", "cutShort", sentence], ["telling", "cutShort", ""]) == [[sentence, ""], ["", ""]]


def test_a_kind_of_people_longer_than_a_line_is_named_all_the_same():
    sentence = f"Also not for: people {'who wait ' * 12}here; people in crisis."
    assert answer("telling", "cutShort", sentence) == [sentence.replace(" people in crisis.", ""), "and 1 more."]


def test_each_wait_of_a_line_has_its_words_and_a_bar_that_begins_where_the_one_before_ends():
    line = "about 4 weeks from referral to assessment, about 12 weeks from assessment to treatment (on 2 May 2026)"
    assert answer("wait", "waitsIn", line) == {
        "steps": [
            {"weeks": "About 4 weeks", "rest": "from referral to assessment", "bar": "M0 0h4v8h-4z"},
            {"weeks": "About 12 weeks", "rest": "from assessment to treatment", "bar": "M4 0h12v8h-12z"},
        ],
        "on": "2 May 2026",
    }


def test_the_bars_of_the_finder_are_those_of_the_pages_for_every_service(root: Path, directory: Directory):
    view = View(directory, TODAY, Settings(), root / "docs" / ".overrides")
    waiting = [each for each in directory.services.values() if each.waits]
    found = told(*[["wait", "waitsIn", wait_line(view, each)] for each in waiting])
    for service, said in zip(waiting, found, strict=True):
        rows = wait_rows(view, service)
        assert [each["bar"] for each in said["steps"]] == [each.bar for each in rows], service.id
        assert [each["rest"] for each in said["steps"]] == [f"from {each.steps}" for each in rows], service.id
    assert len(waiting) > 20


TO_TRIAGE, TO_ASSESSMENT = ("referral", "triage", 2), ("triage", "assessment", 1)
TO_TREATMENT, SLOWLY = ("assessment", "treatment", 12), ("referral", "assessment", 16)


@pytest.mark.parametrize(
    "steps",
    [
        [TO_TREATMENT, TO_ASSESSMENT, TO_TRIAGE],
        [TO_TRIAGE, TO_ASSESSMENT, SLOWLY, TO_TREATMENT],
        [SLOWLY, ("referral", "assessment", 3), TO_TREATMENT],
        [TO_TREATMENT, ("treatment", "assessment", 3)],
        [("referral", "triage", 0), ("triage", "assessment", 52), ("assessment", "treatment", 0)],
        [("referral", "assessment", 182), TO_TREATMENT],
    ],
)
def test_waits_in_any_order_have_the_same_bars_in_the_finder_as_on_a_page(steps: list[tuple[str, str, int]]):
    waits = [{"from": start, "to": end, "weeks": weeks, "as_of": "2026-10-31"} for start, end, weeks in steps]
    view = view_of({"this": {"waits": waits}})
    service = view.directory.services["this"]
    found = answer("wait", "waitsIn", wait_line(view, service))
    assert [each["bar"] for each in found["steps"]] == [each.bar for each in wait_rows(view, service)]


def test_filters_that_leave_nothing_out_say_nothing():
    assert left_out(0, 0) == ""


def test_services_left_out_only_because_nobody_has_said_are_counted():
    assert left_out(5, 0) == "The filters leave out 5 services."
    said = left_out(15, 2, language=1, delivery=2)
    assert said.startswith(
        "The filters leave out 15 services: 2 of them only because nobody has said how it is given or"
    )
    assert left_out(1, 1, cost=1).endswith("1 service: it only because nobody has said what it costs.")
