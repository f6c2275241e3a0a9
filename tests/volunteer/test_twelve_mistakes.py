"""A pull request with twelve typical mistakes gives twelve messages that somebody who does not program can act on."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from rightdoor.model.problem import Problem
from rightdoor.records import report
from rightdoor.records.load import load
from volunteer.mistakes import FOLDER, MISTAKES

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
JARGON = re.compile(
    r"\b(keys?|arrays?|nulls?|enums?|strings?|integers?|booleans?|mappings?|scalars?|schemas?|regex|tokens?|pars\w+|properties)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def problems(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    """What the check of the pull request says about its files."""
    project = tmp_path_factory.mktemp("pull-request")
    shutil.copytree(root / "directory", project / "directory")
    entry = (HERE / "entry.yaml").read_text(encoding="utf-8")
    for each in MISTAKES:
        (project / each.path).write_text(each.made_in(entry), encoding="utf-8")
    files = {each.path for each in MISTAKES}
    return tuple(each for each in load(project, TODAY, cache=False).problems if each.file in files)


def test_an_entry_without_a_mistake_is_accepted_without_a_word(root: Path, tmp_path: Path):
    shutil.copytree(root / "directory", tmp_path / "directory")
    file = f"{FOLDER}/riverside-counselling.yaml"
    shutil.copy(HERE / "entry.yaml", tmp_path / file)
    assert [each for each in load(tmp_path, TODAY, cache=False).problems if each.file == file] == []


def test_each_mistake_gives_one_message_in_its_own_file(problems: tuple[Problem, ...]):
    assert [each.file for each in problems] == [each.path for each in MISTAKES]


def test_each_message_says_what_to_type_or_to_do(problems: tuple[Problem, ...]):
    assert [each.file for each in problems if not each.tip] == []


def test_no_message_is_written_for_programmers(problems: tuple[Problem, ...]):
    assert [each for each in problems if JARGON.search(f"{each.message} {each.tip}")] == []


def test_the_twelve_messages_are_the_ones_that_were_read_and_agreed(problems: tuple[Problem, ...]):
    said = report.as_text(report.Findings(list(problems), len(MISTAKES)))
    assert said + "\n" == (HERE / "mistakes.expected.txt").read_text(encoding="utf-8")


def test_all_twelve_are_shown_beside_the_lines_of_the_pull_request_but_for_those_above_ten(
    problems: tuple[Problem, ...],
):
    findings = report.Findings(list(problems), len(MISTAKES))
    annotations = [
        line for line in report.as_github(findings).splitlines() if line.startswith(("::error", "::warning"))
    ]
    summary = report.as_job_summary(findings)
    assert len(annotations) == len(MISTAKES)
    assert all(each.path in summary for each in MISTAKES)
