"""What stands in the rows of a comparison: the comparing code run by Node on the data of this repository."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from browser.comparing import Comparer, Shown
from browser.conftest import TODAY
from rightdoor.matching.judge import judge
from rightdoor.matching.operators import State
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.model.measure import Span
from rightdoor.model.service import Service

THERAPIES, TEAM, LANTERN = "northvale-talking-therapies", "northvale-cmht", "northvale-lantern-counselling"
ALWAYS = ["Age", "How severe", "Where", "Only for", "Taking referrals", "Wait", "How to refer", "Cost", "Interpreters"]
STANCES = {State.NOT_MET: "refuses", State.CHECK: "check", State.MET: "takes", State.UNKNOWN_SERVICE: "silent"}


@pytest.fixture(scope="module")
def compare(root: Path, directory: Directory) -> Comparer:
    return Comparer(root, directory, TODAY)


def local(directory: Directory) -> list[Service]:
    """The services of Northvale whose rules are the same everywhere."""
    return [each for each in directory.services.values() if each.folder == "northvale" and not each.by_area]


def fours(ids: list[str]) -> list[list[str]]:
    return [ids[at : at + 4] for at in range(0, len(ids), 4)]


def test_every_service_has_every_row_and_no_cell_is_blank(compare: Comparer, directory: Directory):
    ids = [each.id for each in local(directory) if each.status != "defunct"]
    for shown in compare(*({"ids": some} for some in fours(ids))):
        count = {len(row["cells"]) for row in shown.rows}
        assert len(count) == 1
        labels = [row["label"] for row in shown.rows]
        assert set(ALWAYS) <= set(labels)
        for row in shown.rows:
            for cell in row["cells"]:
                said = cell.get("word", "") + "".join(line["text"] for line in cell["lines"])
                assert said or any(line.get("to") for line in cell["lines"]), row["label"]


def test_criteria_come_before_everything_else(compare: Comparer):
    shown = compare.of(THERAPIES, TEAM, needs=["depression"], age="34y")
    assert [group["code"] for group in shown.groups][:3] == ["answers", "takes", "refused"]
    assert [group["code"] for group in shown.groups][-3:] == ["refer", "offers", "checked"]


def test_without_answers_there_is_no_outcome(compare: Comparer):
    assert "Outcome" not in [row["label"] for row in compare.of(THERAPIES, TEAM).rows]


def test_the_outcome_is_said_with_its_reasons_and_where_to_go(compare: Comparer):
    shown = compare.of(THERAPIES, TEAM, needs=["depression"], age="34y", severity="severe")
    refused, taken = shown.row("Outcome")["cells"]
    assert (refused["stance"], refused["word"]) == ("refuses", "Does not take")
    assert "Does not take severe problems: takes mild to moderate problems." in refused["lines"][0]["text"]
    assert any("northvale-cmht" in line.get("to", []) for line in refused["lines"])
    assert (taken["stance"], taken["word"]) == ("takes", "May take")


def test_a_reason_that_one_service_names_is_a_row_for_all(compare: Comparer):
    shown = compare.of(THERAPIES, TEAM, LANTERN)
    assert [cell["stance"] for cell in shown.row("Psychosis")["cells"]] == ["refuses", "takes", "refuses"]
    assert [cell["stance"] for cell in shown.row("Anger as the only problem")["cells"]] == [
        "refuses",
        "silent",
        "takes",
    ]
    assert shown.cells("Anger as the only problem")[1] == "Not stated"


def test_what_any_service_refuses_stands_before_what_must_be_checked(compare: Comparer):
    groups = {group["code"]: group for group in compare.of(THERAPIES, TEAM).groups}
    for row in groups["refused"]["rows"]:
        assert "refuses" in [cell["stance"] for cell in row["cells"]]
    for row in groups["asked"]["rows"]:
        stances = [cell["stance"] for cell in row["cells"]]
        assert "refuses" not in stances
        assert "check" in stances
    for row in groups["taken"]["rows"]:
        assert {cell["stance"] for cell in row["cells"]} <= {"takes", "silent"}


def test_a_refusal_within_a_time_says_the_time(compare: Comparer):
    cell = compare.of(THERAPIES, TEAM).cells("Recent suicide attempt")[0]
    assert cell.startswith("Does not take People who have tried to end their life in the last 4 weeks")


def test_a_refusal_that_depends_on_who_refers_says_so(compare: Comparer):
    cell = compare.of(THERAPIES, TEAM).cells("Already under secondary mental health care")[0]
    assert "It may take them if they are referred by any health or care professional." in cell


def test_what_nobody_has_said_is_unknown_and_never_a_yes(compare: Comparer, directory: Directory):
    silent = next(each for each in local(directory) if each.cost is None)
    spoken = next(each for each in local(directory) if each.cost and each.cost.kind == "free-nhs")
    unknown, free = compare.of(silent.id, spoken.id).row("Cost")["cells"]
    assert not unknown["known"]
    assert unknown["lines"][0]["text"] == "Not known: nobody has said."
    assert free["known"]


def test_a_closed_list_is_loud(compare: Comparer):
    closed, _ = compare.of("northvale-complex-needs", TEAM).row("Taking referrals")["cells"]
    assert closed["lines"] == [{"text": "Waiting list closed", "as": "stop"}]


def test_a_gate_is_named_as_the_only_way_in(compare: Comparer):
    gate, _ = compare.of(TEAM, THERAPIES).row("How to refer")["cells"]
    assert gate["lines"] == [{"text": "Only through", "as": "warn", "to": ["northvale-single-point"]}]


def test_a_wait_is_said_with_its_day(compare: Comparer):
    assert "31 October 2026" in compare.of(THERAPIES, TEAM).cells("Wait")[0]


def test_old_facts_of_a_real_service_are_not_to_be_relied_on_and_a_made_up_place_never_ages(
    root: Path, directory: Directory
):
    later = Comparer(root, directory, TODAY + timedelta(days=400)).of("cruse", THERAPIES)
    real, made_up = later.row("Whom it takes")["cells"]
    assert real["lines"][-1]["as"] == "warn"
    assert made_up["lines"] == [{"text": "Confirmed by phone, 2 October 2026"}]


def test_doubt_keeps_nobody_from_calling_a_crisis_line(root: Path, directory: Directory):
    later = Comparer(root, directory, TODAY + timedelta(days=400)).of("samaritans")
    assert not [
        line for row in later.rows for cell in row["cells"] for line in cell["lines"] if line.get("as") == "warn"
    ]


def test_rows_differ_by_what_we_say_and_not_by_quotations(compare: Comparer):
    shown = compare.of(THERAPIES, LANTERN)
    psychosis = shown.row("Psychosis")
    assert len({cell["lines"][0]["text"] for cell in psychosis["cells"]}) == 2
    assert psychosis["differs"] is False
    assert shown.row("How severe")["differs"] is True
    assert shown.row("Recent suicide attempt")["differs"] is True


def stance_of(service: Service, reason: str, directory: Directory) -> str | None:
    """What the matcher comes to for somebody of whom a reason is true now; None where a quotation decides by route."""
    found = judge(service.criteria, Answers(flags={reason: Span("0d", 0)}), directory)
    states = [each.state for each in found if each.code == reason and each.criterion != "only"]
    rows = [*(service.criteria.does_not_take or ()), *service.criteria.check_first]
    if any(row.reason == reason and row.except_via for row in rows) or not states:
        return None
    if any(each.criterion == "unlisted" for each in found):
        return "silent"
    worst = next(state for state in STANCES if state in states)
    return STANCES[worst]


def test_each_stance_is_what_the_matcher_comes_to(compare: Comparer, directory: Directory):
    services = [each for each in local(directory) if each.status != "defunct"]
    shown = compare.of(*(each.id for each in services))
    labels = {term.label: term.code for term in directory.grammar["reasons"]}
    rows = [row for group in shown.groups if group["code"] in ("refused", "asked", "taken") for row in group["rows"]]
    wrong = []
    for row, (at, service) in product(rows, enumerate(services)):
        expected = stance_of(service, labels[row["label"]], directory)
        told = row["cells"][at]["stance"]
        if expected and told != expected:
            wrong.append(f"{service.id}, {row['label']}: shows {told}, comes to {expected}")
    assert wrong == []
    assert len(rows) > 30


def test_no_comparison_names_a_service_that_was_not_chosen(compare: Comparer):
    shown: Shown = compare.of(THERAPIES)
    assert {len(row["cells"]) for row in shown.rows} == {1}
    assert not any(row["differs"] for row in shown.rows)
