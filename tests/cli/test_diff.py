"""`rightdoor diff`: versions of git, folders, and what it says when it cannot."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from histories import begin, commit, day, git
from rightdoor.cli import main
from small_project import SERVICE, service, small_project


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--root", str(root), "--today", "2026-11-23", *arguments])


def adults() -> str:
    return service().replace("age: any", "age: {from: 18y}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one commit; a volunteer has then raised the age in the folder."""
    root = begin(tmp_path / "project")
    small_project(root)
    commit(root, day(10, 1))
    (root / SERVICE).write_text(adults())
    return root


def test_what_is_in_the_folder_is_compared_with_a_version(project: Path) -> None:
    result = diff(project, "main")
    assert result.exit_code == 0
    assert result.output == (
        "Valeland Line\n  no longer takes people under 18\n\n"
        "1 change in 1 record between main and the working folder.\n"
    )


def test_two_versions_are_compared_without_looking_at_the_folder(project: Path) -> None:
    commit(project, day(10, 2))
    (project / SERVICE).write_text("name: [broken\n")
    assert "no longer takes people under 18" in diff(project, "HEAD~1", "HEAD").output
    assert "now takes people under 18" in diff(project, "HEAD", "HEAD~1").output
    assert "Nothing that an entry says has changed" in diff(project, "HEAD", "main").output
    assert git(project, "status", "--porcelain").strip() == f"M {SERVICE}"


def test_a_project_in_a_subfolder_of_a_repository_is_found(tmp_path: Path) -> None:
    root = small_project(begin(tmp_path / "repository") / "of" / "valeland")
    small_project(tmp_path / "repository" / "elsewhere")
    commit(tmp_path / "repository", day(10, 1))
    (root / SERVICE).write_text(adults())
    assert "no longer takes people under 18" in diff(root, "HEAD").output
    assert "1 change in 1 record" in diff(root, "HEAD").output


def test_folders_are_compared_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = small_project(tmp_path / "old"), small_project(tmp_path / "new", valeland_line=adults())
    assert "no longer takes people under 18" in diff(new, str(old)).output
    monkeypatch.chdir(tmp_path)
    assert "now takes people under 18" in diff(new, "./new", "./old").output


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_it_is_told_in_other_forms(project: Path, form: str) -> None:
    result = diff(project, "main", "--format", form)
    if form == "json":
        assert json.loads(result.output)["changes"][0]["words"] == "no longer takes people under 18"
    else:
        assert "- **Valeland Line**\n  - no longer takes people under 18\n" in result.output


def test_an_entry_that_cannot_be_read_is_named_and_not_called_gone(project: Path) -> None:
    (project / SERVICE).write_text("name: [broken\n")
    result = diff(project, "main")
    assert result.exit_code == 0
    assert f"Not compared, since it cannot be read in the working folder: {SERVICE}" in result.output
    assert "no longer in the directory" not in result.output


@pytest.mark.parametrize(
    "name", ["nowhere", "--help-me", "-x", "main\nx", "HEAD:directory", "", "x" * 300, "main..HEAD", "^main"]
)
def test_a_name_that_is_no_version_is_refused_in_a_sentence(project: Path, name: str) -> None:
    result = diff(project, "--", name)
    assert result.exit_code == 2
    assert "version" in result.output
    assert "Traceback" not in result.output


def test_a_slip_in_the_name_of_a_branch_is_answered_with_the_branch(project: Path) -> None:
    result = diff(project, "mian")
    assert result.exit_code == 2
    assert "There is no version “mian” in this repository. Did you mean main?" in " ".join(result.output.split())


def test_a_folder_of_the_name_of_no_version_is_pointed_at(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_project(project / "old")
    monkeypatch.chdir(project)
    assert "A folder is written ./old." in diff(project, "old").output


def test_a_folder_without_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = diff(small_project(tmp_path), "main")
    assert result.exit_code == 2
    assert "This folder is not in a git repository, so it has no earlier versions." in result.output


def test_a_computer_without_git_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "Git is not installed on this computer." in diff(project, "main").output


def test_a_shallow_copy_says_that_it_is_shallow(project: Path, tmp_path: Path) -> None:
    commit(project, day(10, 2))
    git(tmp_path, "clone", "--quiet", "--depth=1", project.as_uri(), "copy")
    result = diff(tmp_path / "copy", "HEAD~1")
    assert result.exit_code == 2
    assert "This copy of the repository is shallow: fetch the whole of it." in result.output
