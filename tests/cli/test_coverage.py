"""`rightdoor coverage`: the gaps in sentences, the files, and the gaps that a change opens."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.test_history import PLACE, TEAM
from histories import begin, commit, day
from rightdoor.cli import main
from small_project import small_project


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def coverage(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["coverage", "--root", str(root), "--today", "2026-11-23", *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A place with one team, committed."""
    root = small_project(begin(tmp_path / "project"))
    (root / "directory/areas/vale.yaml").write_text(PLACE)
    team = root / "directory/services/vale/vale-team.yaml"
    team.parent.mkdir()
    team.write_text(TEAM)
    commit(root, day(10, 5))
    return root


def test_the_gaps_of_every_place_are_said_the_worst_first(project: Path) -> None:
    lines = coverage(project).output.splitlines()
    assert lines[0].startswith("Vale: ")
    assert lines[1].startswith("  - No service in Vale is known to take ")
    assert lines[-1].startswith("  and ")


def test_a_change_that_opens_no_gap_passes(project: Path) -> None:
    result = coverage(project, "--fail-on-new-gap", "main")
    assert (result.exit_code, result.output) == (0, "No new gap.\n")


def test_a_list_that_closes_opens_a_gap_and_it_is_said_in_a_sentence(project: Path) -> None:
    team = project / "directory/services/vale/vale-team.yaml"
    team.write_text(TEAM.replace("intake: open", "intake: paused"))
    result = coverage(project, "--fail-on-new-gap", "main")
    assert result.exit_code == 1
    assert result.output.startswith("Vale: 1 new gap\n  - Nobody in Vale is known to be open to people ")
    assert "Vale Team takes no referrals" in result.output


def test_in_markdown_nothing_that_an_entry_says_is_markup(project: Path) -> None:
    team = project / "directory/services/vale/vale-team.yaml"
    evil = TEAM.replace("name: Vale Team", 'name: "<img src=x> [Team](https://example.org)"')
    assert evil != TEAM
    team.write_text(evil)
    commit(project, day(10, 6))
    team.write_text(evil.replace("intake: open", "intake: paused"))
    result = coverage(project, "--fail-on-new-gap", "main", "--format", "markdown")
    assert result.exit_code == 1
    assert result.output.startswith("## Coverage\n\n**Vale: 1 new gap**\n\n- Nobody in Vale")
    assert "&lt;img" in result.output and "](" not in result.output.replace("\\](", "")


def test_an_area_that_is_new_has_nothing_to_compare_with(project: Path) -> None:
    (project / "directory/areas/dale.yaml").write_text(PLACE.replace("name: Vale\n", "name: Dale\n"))
    result = coverage(project, "--fail-on-new-gap", "main")
    assert (result.exit_code, result.output) == (0, "Dale is new here, so there is nothing to compare it with.\n")


def test_a_directory_of_a_whole_nation_has_no_gap_that_could_be_new(project: Path) -> None:
    (project / "directory/areas/vale.yaml").unlink()
    (project / "directory/services/vale/vale-team.yaml").unlink()
    assert coverage(project, "--fail-on-new-gap", "main").output == "No new gap.\n"
    assert "Nations and regions are too wide." in coverage(project).output


def test_an_entry_that_cannot_be_read_is_said_to_be_left_out(project: Path) -> None:
    (project / "directory/services/vale/vale-team.yaml").write_text("name: [broken\n")
    result = coverage(project, "--fail-on-new-gap", "main")
    assert result.exit_code == 1
    assert "Entries with errors are left out, so they cover nobody." in result.stderr


def test_a_wait_is_too_long_from_the_weeks_that_are_asked_for(project: Path) -> None:
    team = project / "directory/services/vale/vale-team.yaml"
    team.write_text(TEAM + "waits: [{from: referral, to: treatment, weeks: 10, as_of: 2026-10-01}]\n")
    assert "10 weeks at Vale Team" in coverage(project, "--wait", "8").output
    assert "10 weeks at Vale Team" not in coverage(project).output


def test_files_say_the_same_as_each_other(project: Path) -> None:
    told = json.loads(coverage(project, "--format", "json").stdout)
    rows = coverage(project, "--format", "csv").stdout.lstrip("\ufeff").splitlines()
    assert len(rows) - 1 == len(told["gaps"]["rows"]) > 5
    assert rows[1].split(",")[0].strip('"') in told["gaps"]["rows"][0]["sentence"]


def test_a_workbook_is_written_where_it_is_told(project: Path) -> None:
    assert coverage(project, "--format", "xlsx").exit_code == 2
    file = project / "vale.xlsx"
    assert coverage(project, "--format", "xlsx", "--out", str(file)).output == f"Written: {file}\n"
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--area", "nowhere"], "there is no area nowhere that is asked about. There are: vale."),
        (["--format", "csv", "--table", "people"], "there is no table people. There are: gaps, grid"),
        (["--fail-on-new-gap", "nowhere"], "There is no version “nowhere”"),
        (["--format", "markdown"], "Markdown is for new gaps"),
        (["--fail-on-new-gap", "main", "--format", "json"], "New gaps are said as text or markdown"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(project: Path, typed: list[str], said: str) -> None:
    result = coverage(project, *typed)
    assert result.exit_code == 2
    assert said in result.output
