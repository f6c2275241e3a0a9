"""A report that a service did not take somebody is codes and a count; nothing else can be said, typed or sent."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.model.directory import Directory
from rightdoor.records.edits import EditRefused, write_edits
from rightdoor.records.grammar import judge_source
from rightdoor.records.issue_forms import issue_forms
from rightdoor.records.load import load
from rightdoor.records.read import read_source
from rightdoor.records.refused import Report, from_issue, refused
from rightdoor.resources import schema_folder
from small_project import service, small_project

TODAY = date(2026, 11, 23)
FILE = "directory/refusals/2026/national.yaml"
FORM = issue_forms(schema_folder())["refused"]
REPORT = Report("valeland-line", "2026-09", "too-complex", "gp", "other-line")
BOX = "- [X] There is nothing about a patient in this report, and no name."
ANSWERS = {
    "service": "valeland-line",
    "month": "2026-09",
    "reason": "Too complex or too severe for it",
    "referrer": "GP",
    "taken_by": "other-line",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path, other_line=service(name="Other Line"))


def known(root: Path) -> Directory:
    return load(root, TODAY, cache=False).directory


def count(root: Path, *reports: Report) -> str:
    for each in reports:
        write_edits(root, [refused(root, known(root), each, TODAY)])
    return (root / FILE).read_text()


def issue(*boxes: str, **answers: str) -> str:
    labels = {each.id: each.label for each in FORM.fields}
    parts = [f"### {labels[id]}\n\n{answer}\n" for id, answer in {**ANSWERS, **answers}.items()]
    return "\n".join((*parts, "### No patient details\n", *(boxes or (BOX, BOX))))


def test_the_first_report_begins_the_file_of_its_year_and_folder(root: Path):
    assert count(root, REPORT) == (
        "# Reports that a service did not take somebody: counts and codes, nothing about a person.\n"
        "refusals:\n"
        "  - {service: valeland-line, month: 2026-09, reason: too-complex, referrer: gp, "
        "taken_by: other-line, count: 1}\n"
    )


def test_the_same_report_again_is_counted_in_its_row(root: Path):
    assert "count: 3}" in count(root, REPORT, REPORT, REPORT)


def test_rows_stand_in_order_whatever_the_order_of_reports(root: Path):
    later = Report("valeland-line", "2026-10", "too-complex", "gp")
    unknown = Report("valeland-line", "2026-09", "too-complex")
    other = Report("other-line", "2026-09", "list-closed", "self", "nobody")
    lines = count(root, later, REPORT, unknown, other).splitlines()[2:]
    assert lines == sorted(lines)
    assert len(lines) == 4
    assert [each for each in load(root, TODAY, cache=False).problems if each.file == FILE] == []


def test_comments_and_the_other_rows_stay(root: Path):
    count(root, REPORT)
    said = (root / FILE).read_text().replace("refusals:\n", "refusals:\n  # from the practice meeting\n")
    (root / FILE).write_text(said)
    assert count(root, Report("other-line", "2026-10", "psychosis")).count("# from the practice meeting") == 1


def test_what_is_not_known_is_left_out(root: Path):
    row = count(root, Report("valeland-line", "2026-09", "no-reason")).splitlines()[-1]
    assert row == "  - {service: valeland-line, month: 2026-09, reason: no-reason, count: 1}"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 11), st.sampled_from(["too-complex", "psychosis"])), min_size=1, max_size=8))
def test_every_report_is_counted_once(tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, str]]):
    root = small_project(tmp_path_factory.mktemp("made"))
    directory = known(root)
    for month, reason in said:
        write_edits(root, [refused(root, directory, Report("valeland-line", f"2026-{month:02}", reason), TODAY)])
    source = read_source((root / FILE).read_bytes(), FILE)
    assert judge_source(source, "refusals") == []
    assert sum(row["count"] for row in source.data["refusals"]) == len(said)
    assert len(source.data["refusals"]) == len(set(said))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"service": "valeland-lien"}, "There is no service “valeland-lien”. Did you mean valeland-line?"),
        ({"service": "Jane Smith, 12 Mill Lane"}, "There is no service “Jane Smith, 12 Mill Lane”."),
        ({"month": "2026-09-14"}, "“2026-09-14” is not a month. Type year and month, without a day: 2026-11."),
        ({"month": "2026-12"}, "The month 2026-12 has not come yet."),
        ({"reason": "complex"}, "“complex” is no reason. Did you mean too-complex?"),
        ({"reason": "she drinks"}, "“she drinks” is no reason. It may be: too-complex,"),
        ({"referrer": "Dr Smith"}, "“Dr Smith” is no referrer. It may be: self,"),
        ({"taken_by": "her sister"}, "There is no service “her sister”."),
        ({"taken_by": "valeland-line"}, "valeland-line cannot have both refused and taken somebody."),
    ],
)
def test_nothing_but_a_code_a_month_or_an_id_is_taken(root: Path, said: dict[str, str], message: str):
    with pytest.raises(EditRefused) as fault:
        refused(root, known(root), Report(**{**ANSWERS, "reason": "too-complex", "referrer": "gp", **said}), TODAY)
    assert message in str(fault.value)


def test_the_grammar_has_no_place_for_words(root: Path):
    count(root, REPORT)
    said = (root / FILE).read_text()
    for words in ("note: she was tired, count: 1", "count: 1, name: Jane"):
        source = read_source(said.replace("count: 1", words).encode(), FILE)
        assert [each.code for each in judge_source(source, "refusals")] == ["unknown-field"]


def test_a_file_with_errors_is_left_alone(root: Path):
    count(root, REPORT)
    (root / FILE).write_text("refusals: 'x\n")
    with pytest.raises(EditRefused, match=r"national\.yaml has errors"):
        refused(root, known(root), REPORT, TODAY)


def test_an_issue_made_with_the_form_is_read():
    assert from_issue(issue(), FORM) == REPORT
    assert from_issue(issue(taken_by="_No response_"), FORM) == Report("valeland-line", "2026-09", "too-complex", "gp")
    assert from_issue(issue().replace("\n", "\r\n"), FORM) == REPORT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (issue(taken_by="other-line\n\nShe was born in 1980."), "The issue says “She was born in 1980.”"),
        (f"She cried.\n\n{issue()}", "The issue says “She cried.”"),
        (f"{issue()}\n\nShe cried.", "The issue says “She cried.”"),
        (f"{issue()}\n\n### Her story\n\nShe cried.", "The issue has the heading “Her story” more than once."),
        (issue(reason="She was too much for them"), "“She was too much for them” is no answer to: Which reason"),
        (issue(reason="too-complex"), "is no answer to: Which reason did it give?"),
        (issue(month="_No response_"), "The issue does not say: In which month?"),
        (
            issue(service="a\n\n### Which service refused?\n\nb"),
            "has the heading “Which service refused?” more than once",
        ),
        (
            issue("- [ ] There is nothing about a patient in this report."),
            "does not say that there is nothing about a patient",
        ),
        (issue().partition("### No patient")[0], "does not say that there is nothing about a patient"),
        ("", "does not say that there is nothing about a patient"),
        ("x" * 70_000, "longer than the form can be"),
    ],
)
def test_anything_that_the_form_does_not_ask_is_refused(text: str, message: str):
    with pytest.raises(EditRefused) as fault:
        from_issue(text, FORM)
    assert message in str(fault.value)


@given(st.text(max_size=300))
def test_whatever_somebody_sends_it_is_a_report_or_refused(text: str):
    for whole in (text, issue(service=text), issue(text)):
        try:
            report = from_issue(whole, FORM)
        except EditRefused:
            continue
        assert report.month == "2026-09"
