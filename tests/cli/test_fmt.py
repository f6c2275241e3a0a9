"""`rightdoor fmt`: what it writes, what it leaves alone, what it says."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from small_project import AREA, ORGANIZATION, SERVICE, small_project

UNTIDY = "kind: nhs # a trust\nname: 'Valeland Trust'\nfictional: true\n"
TIDY = "name: Valeland Trust\nkind: nhs  # a trust\nfictional: true\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small_project(tmp_path)
    run(tmp_path)
    (tmp_path / ORGANIZATION).write_text(UNTIDY)
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["fmt", "--root", str(root), *arguments])


def test_a_record_is_put_in_order_and_said(project: Path):
    result = run(project)
    assert result.exit_code == 0
    assert result.stdout == f"Changed: {ORGANIZATION}\n"
    assert result.stderr == "3 records, 1 changed.\n"
    assert (project / ORGANIZATION).read_text() == TIDY


def test_doing_it_again_changes_nothing(project: Path):
    run(project)
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*.yaml")}
    assert run(project).stdout == ""
    assert before == {path: path.stat().st_mtime_ns for path in project.rglob("*.yaml")}


def test_check_writes_nothing_and_fails_where_a_file_would_change(project: Path):
    result = run(project, "--check")
    assert (result.exit_code, result.stdout) == (1, f"Would change: {ORGANIZATION}\n")
    assert (project / ORGANIZATION).read_text() == UNTIDY
    run(project)
    assert run(project, "--check").exit_code == 0


def test_diff_writes_nothing_and_shows_what_would_change(project: Path):
    result = run(project, "--diff")
    assert result.exit_code == 0
    assert "-name: 'Valeland Trust'\n" in result.stdout
    assert "+name: Valeland Trust\n" in result.stdout
    assert (project / ORGANIZATION).read_text() == UNTIDY


def test_diff_with_check_fails_as_well(project: Path):
    assert run(project, "--diff", "--check").exit_code == 1


def test_only_what_was_named_is_looked_at(project: Path):
    assert run(project, str(project / SERVICE), str(project / AREA)).stderr == "2 records, 0 changed.\n"
    assert run(project, str(project / "directory/organizations")).stderr == "1 record, 1 changed.\n"


def test_a_path_without_a_record_is_refused(project: Path):
    (project / "directory/README.md").write_text("x")
    assert run(project, str(project / "directory/README.md")).exit_code == 2
    assert run(project, str(project / "directory/nowhere.yaml")).exit_code == 2
    assert run(project, "/etc/passwd").exit_code == 2


def test_a_file_that_cannot_be_read_is_left_alone_and_said_and_the_others_are_put_in_order(project: Path):
    broken = "name: 'Valeland\n"
    (project / SERVICE).write_text(broken)
    result = run(project)
    assert result.exit_code == 1
    assert f"{SERVICE}:1:7  error  yaml-syntax" in result.stdout
    assert (project / SERVICE).read_text() == broken
    assert (project / ORGANIZATION).read_text() == TIDY


def test_a_file_with_wrong_facts_is_put_in_order_all_the_same(project: Path):
    (project / ORGANIZATION).write_text("knid: nhs\nname: Valeland Trust\n")
    assert run(project).exit_code == 0
    assert (project / ORGANIZATION).read_text() == "name: Valeland Trust\nknid: nhs\n"


def test_a_link_is_never_written_through(project: Path):
    (project / "elsewhere.yaml").write_text(UNTIDY)
    (project / ORGANIZATION).unlink()
    (project / ORGANIZATION).symlink_to(project / "elsewhere.yaml")
    run(project)
    assert (project / "elsewhere.yaml").read_text() == UNTIDY
