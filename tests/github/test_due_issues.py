"""The issues of every Monday: one for each folder of services, kept and closed; tried with a made-up `gh`."""

import os
from pathlib import Path

import pytest

from github.running import Run, git, repository
from small_project import SERVICE

# Keeps the issues as files: notes each call, and knows of one open issue, that of the folder whose name is in FOUND.
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
  "issue list "*) [ "$TITLE" != "Due: $FOUND" ] || echo 7 ;;
  "issue create "*|"issue edit "*) cat list.md >> "$CALLS" ;;
esac
"""


@pytest.fixture(scope="module")
def origin(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(root, tmp_path_factory.mktemp("origin"))


def run(root: Path, origin: Path, folder: Path, found: str) -> tuple[Run, str]:
    tools = folder / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    given = {"CALLS": str(folder / "calls"), "FOUND": found, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    done = Run(folder / "run", origin, event="schedule", given=given)
    done.job(root / ".github/workflows/due.yml", "issues")
    return done, (folder / "calls").read_text("utf-8")


def test_what_is_due_becomes_one_issue_for_each_folder_of_services(root: Path, origin: Path, tmp_path: Path):
    done, calls = run(root, origin, tmp_path, found="nothing")
    assert done.succeeded, done.said
    assert "label create due " in calls
    assert "issue create --title Due: national --label due --body-file list.md" in calls
    assert "Valeland Line" in calls


def test_an_issue_that_is_still_open_is_written_anew_and_no_second_one_is_opened(
    root: Path, origin: Path, tmp_path: Path
):
    done, calls = run(root, origin, tmp_path, found="national")
    assert done.succeeded, done.said
    assert "issue edit 7 --body-file list.md" in calls
    assert "issue create" not in calls
    assert "issue list --label due --limit 1000 " in calls, "by itself gh looks through 30 issues only"


def test_the_name_of_a_folder_is_no_part_of_what_jq_is_told_to_do(root: Path, origin: Path, tmp_path: Path):
    _, calls = run(root, origin, tmp_path, found="national")
    asked = {line for line in calls.splitlines() if line.startswith("issue list ")}
    assert len(asked) == 1 and "Due: " not in asked.pop(), "one question for all folders, whatever they are called"


def test_a_folder_that_cannot_be_read_keeps_no_other_from_its_list(root: Path, origin: Path, tmp_path: Path):
    put(origin, "directory/services/eastvale/README.md", "Nothing here yet.\n")
    done, calls = run(root, origin, tmp_path, found="nothing")
    assert not done.succeeded and "eastvale" in done.said
    assert "issue create --title Due: national" in calls
    git(origin, "rm", "-q", "directory/services/eastvale/README.md")
    git(origin, "commit", "-q", "-m", "Take it away")


def test_an_issue_is_closed_when_nothing_is_left_to_do(root: Path, origin: Path, tmp_path: Path):
    text = (origin / SERVICE).read_text("utf-8")
    put(origin, SERVICE, text.replace("on: 2026-11-01", "on: 2026-11-23"))
    done, calls = run(root, origin, tmp_path, found="national")
    assert done.succeeded, done.said
    assert "issue close 7 --comment Nothing is due." in calls
    assert "issue create" not in calls


def put(origin: Path, file: str, text: str) -> None:
    (origin / file).parent.mkdir(exist_ok=True)
    (origin / file).write_text(text)
    git(origin, "add", file)
    git(origin, "commit", "-q", "-m", "Change")
