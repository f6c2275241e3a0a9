"""`rightdoor guard` as one types it."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from small_project import small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def guard(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["guard", *map(str, arguments)])


def test_a_sound_directory_is_counted_and_passes(project: Path):
    done = guard(project)
    assert (done.exit_code, done.output) == (0, "0 errors, 0 warnings in 3 records\n")


def test_a_link_fails_and_the_page_of_the_run_says_so(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    os.symlink("/etc/passwd", project / "directory/areas/passwords.yaml")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    done = guard(project, "--format", "github")
    assert done.exit_code == 1
    assert "::error file=directory/areas/passwords.yaml" in done.output
    assert "This is a link to another place" in (tmp_path / "summary").read_text("utf-8")


def test_a_folder_that_is_no_repository_ends_in_a_sentence(project: Path):
    done = guard(project, "--revision", "HEAD")
    assert done.exit_code == 1
    assert done.output.startswith("Error: This folder is not in a git repository")


def test_a_folder_without_records_ends_in_a_sentence(tmp_path: Path):
    done = guard(tmp_path)
    assert done.exit_code == 1
    assert "There is no folder directory, or it is empty." in done.output


def test_files_are_only_written_from_a_commit_and_never_over_others(project: Path):
    assert guard(project, "--into", project / "new").exit_code == 2
    done = guard(project, "--revision", "HEAD", "--into", project)
    assert done.exit_code != 0
