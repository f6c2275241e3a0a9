"""Slips of the hand in a record that can be read: what was meant is said, and never "delete it"."""

import pytest

from rightdoor.model.problem import Problem
from rightdoor.records.grammar import judge_source
from rightdoor.records.read import read_source

SERVICE = """\
name: Northvale Talking Therapies
organization: northvale-nhs-trust
type: talking-therapies
status: active
summary: Talking therapies for adults.
checked: {how: never}
"""


def only(text: str) -> Problem:
    found = judge_source(read_source(text.encode(), "x/service.yaml"), "service")
    assert len(found) == 1, [(each.line, each.message) for each in found]
    return found[0]


def with_lines(*lines: str) -> str:
    return SERVICE + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "code", "place", "message", "tip"),
    [
        (
            "criteria: {does_not_take: [{reason: psychosis, words: People with psychosis, unless stable}]}",
            "unknown-field",
            (7, 78),
            "The text of words has a comma",
            'Put quotes round the words: words: "People with psychosis, unless stable"',
        ),
        (
            "sessions: {policy: up-to, to: 12, then: Discharged, or a review, or a group}",
            "unknown-field",
            (7, 53),
            "The text of then has a comma",
            'then: "Discharged, or a review, or a group"',
        ),
        (
            "cost: {kind: free-nhs, words: Free, donations}",
            "unknown-field",
            (7, 37),
            "comma",
            'words: "Free, donations"',
        ),
        ("needs: anxiety, depression", "wrong-type", (7, 8), "a list is needed", "needs: [anxiety, depression]"),
        ("needs: anxiety, depression]", "wrong-type", (7, 8), "a list is needed", "needs: [anxiety, depression]"),
        ("needs: unknown", "wrong-type", (7, 8), "“unknown”", "Delete the line: what is left out is shown as unknown"),
        ("criteria: {age: unknown}", "unknown-word", (7, 17), "“unknown”", "Delete the line: what is left out"),
        (
            "waits: [{from: referral, to: assessment, weeks: 4-6, as_of: 2026-09-30}]",
            "wrong-type",
            (7, 49),
            "“4-6”",
            "Type the larger number, weeks: 6, and say the range in words in note",
        ),
        (
            "waits: [{from: referral, to: assessment, weeks: 4, as_of: “2026-09-30”}]",
            "wrong-form",
            (7, 59),
            "year-month-day",
            "Type: 2026-09-30",
        ),
        (
            "contact: {email: referrals at example.org}",
            "wrong-form",
            (7, 18),
            "one word",
            "Type: referrals@example.org",
        ),
        (
            "contact: {email: hello (at) example (dot) org}",
            "wrong-form",
            (7, 18),
            "one word",
            "Type: hello@example.org",
        ),
    ],
)
def test_a_slip_is_one_problem_at_its_place_with_what_was_meant(
    lines: str, code: str, place: tuple[int, int], message: str, tip: str
):
    problem = only(with_lines(lines))
    assert (problem.code, problem.line, problem.column) == (code, *place)
    assert message in problem.message
    assert tip in problem.tip
    assert "Delete it" not in problem.tip


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (("contact:", "phone: '999'", "email: a@example.org", "hours: 24/7"), 8, "belong to contact"),
        (("criteria:", "age: any", "severity: any"), 8, "belong to criteria"),
    ],
)
def test_lines_that_are_not_moved_to_the_right_are_one_problem(lines: tuple[str, ...], line: int, said: str):
    problem = only(with_lines(*lines))
    assert (problem.code, problem.line) == ("unknown-field", line)
    assert said in problem.message
    assert problem.tip == "Move these lines two spaces to the right."


def test_the_lines_of_a_check_that_are_not_moved_to_the_right_are_one_problem():
    problem = only(
        SERVICE.replace("checked: {how: never}", "checked:\nhow: provider-phone\non: 2026-10-02\nby: volunteer")
    )
    assert (problem.line, problem.column) == (7, 1)
    assert problem.message.endswith(": how, on, by.")
