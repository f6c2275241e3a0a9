"""Problems as text, annotations, JSON and JUnit: the layout, and nothing of an entry that gets out of its place."""

import json
import re
from xml.etree import ElementTree

import pytest

from rightdoor.model.problem import Level, Problem
from rightdoor.records import report
from rightdoor.records.report import Findings

AGES = Problem(
    "directory/services/northvale/riverside.yaml",
    14,
    5,
    Level.ERROR,
    "age-range-reversed",
    "The youngest age (25) is higher than the oldest age (18).",
    "Type: age: {from: 18, to: 25}",
)
OLD = Problem("directory/areas/northvale.yaml", 2, 1, Level.WARNING, "facts-overdue", "The waits are old.", "")
FOUND = Findings([OLD, AGES], 61)

EVIL = (
    "</pre></testcase><script>alert(1)</script> & ]]> <!-- `![x](http://x)` \x1b[31m\x07 \u202e \ufffe \x00 "
    "%0A::warning::x\n::error file=x,line=1::owned\r\n::set-output name=x::y"
)
HOSTILE = Findings([Problem("directory/a:b,c\n%.yaml", 1, 1, Level.ERROR, "x-y", EVIL, EVIL)], 1)


def test_text_is_laid_out_as_the_design_shows():
    assert report.as_text(Findings([AGES], 61)) == (
        "directory/services/northvale/riverside.yaml:14:5  error  age-range-reversed\n"
        "  The youngest age (25) is higher than the oldest age (18).\n"
        "  Type: age: {from: 18, to: 25}\n"
        "  Why this matters: docs/checks/age-range-reversed\n"
        "\n"
        "1 error, 0 warnings in 61 records"
    )


def test_a_problem_without_a_tip_has_no_empty_line():
    assert report.as_text(Findings([OLD], 1)).splitlines()[1:3] == [
        "  The waits are old.",
        "  Why this matters: docs/checks/facts-overdue",
    ]


def test_nothing_wrong_is_one_line():
    assert report.as_text(Findings([], 1_234)) == "0 errors, 0 warnings in 1,234 records"


def test_the_level_alone_is_coloured():
    text = report.as_text(Findings([AGES], 1), lambda word, level: f"<{level}>{word}</>")
    assert "riverside.yaml:14:5  <error>error</>  age-range-reversed\n" in text


def test_text_holds_nothing_that_a_terminal_obeys():
    text = report.as_text(HOSTILE)
    assert re.search(r"[^\n -~]", text) is None
    assert len(text.splitlines()) == 6


def test_annotations_come_errors_first_and_are_escaped_as_github_wants():
    lines = report.as_github(FOUND).splitlines()
    assert lines == [
        "::error file=directory/services/northvale/riverside.yaml,line=14,col=5,title=age-range-reversed"
        "::The youngest age (25) is higher than the oldest age (18).%0AType: age: {from: 18, to: 25}",
        "::warning file=directory/areas/northvale.yaml,line=2,col=1,title=facts-overdue::The waits are old.",
        "1 error, 1 warning in 61 records",
    ]


def test_an_entry_cannot_write_a_workflow_command():
    lines = report.as_github(HOSTILE).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=directory/a%3Ab%2Cc%0A%25.yaml,line=1,col=1,title=x-y::")
    assert "%250A::warning" in lines[0]


def test_the_job_summary_holds_every_problem_and_no_markup_of_an_entry():
    summary = report.as_job_summary(Findings([AGES] * 500, 1))
    assert summary.count("The youngest age (25)") == 500
    hostile = report.as_job_summary(HOSTILE)
    assert hostile.count("<") == 4
    assert "<script" not in hostile


def test_a_job_summary_too_long_for_github_is_cut_and_says_so():
    summary = report.as_job_summary(Findings([AGES] * 5_000, 1))
    assert len(summary.encode()) < 1024 * 1024
    assert "The rest is in the log." in summary
    assert summary.endswith("</pre>\n")


def test_json_has_the_shape_that_is_promised():
    assert json.loads(report.as_json(FOUND)) == {
        "version": 1,
        "records": 61,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "file": "directory/areas/northvale.yaml",
                "line": 2,
                "column": 1,
                "level": "warning",
                "code": "facts-overdue",
                "message": "The waits are old.",
                "tip": "",
                "page": "docs/checks/facts-overdue",
            },
            {
                "file": "directory/services/northvale/riverside.yaml",
                "line": 14,
                "column": 5,
                "level": "error",
                "code": "age-range-reversed",
                "message": "The youngest age (25) is higher than the oldest age (18).",
                "tip": "Type: age: {from: 18, to: 25}",
                "page": "docs/checks/age-range-reversed",
            },
        ],
    }


def test_json_keeps_a_hostile_message_as_it_is():
    assert json.loads(report.as_json(HOSTILE))["problems"][0]["message"] == EVIL


def test_junit_fails_for_errors_and_only_says_warnings():
    suite = ElementTree.fromstring(report.as_junit(FOUND))
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("2", "1", "0")
    warning, error = suite.findall("testcase")
    assert warning.find("failure") is None
    assert warning.findtext("system-out", "").startswith("The waits are old.")
    failure = error.find("failure")
    assert failure is not None
    assert failure.get("type") == "age-range-reversed"


def test_junit_of_a_sound_directory_is_one_passed_case():
    suite = ElementTree.fromstring(report.as_junit(Findings([], 61)))
    assert len(suite.findall("testcase")) == int(suite.get("tests", "0")) == 1


def test_junit_stays_well_formed_whatever_an_entry_says():
    suite = ElementTree.fromstring(report.as_junit(HOSTILE))
    assert [each.tag for each in suite.iter()] == ["testsuite", "testcase", "failure"]
    assert "<script>alert(1)</script>" in (suite.findtext("testcase/failure") or "")


@pytest.mark.parametrize(("number", "said"), [(0, "0 records"), (1, "1 record"), (12_345, "12,345 records")])
def test_numbers_are_said_as_people_say_them(number: int, said: str):
    assert report.as_summary(Findings([], number)).endswith(f"in {said}")
