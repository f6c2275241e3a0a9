"""`rightdoor history`: this month's numbers written down, and earlier months from git."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from histories import begin, commit, day
from rightdoor.cli import main
from rightdoor.records.read import read_source
from small_project import small_project

PLACE = "name: Vale\nkind: place\nwithin: valeland\n"
TEAM = """\
name: Vale Team
organization: valeland-trust
type: cmht
status: active
intake: open
summary: A made-up team for adults in Vale.
needs: [psychosis]
delivery: [in-person]
criteria:
  age: any
  severity: any
  area: {basis: gp-practice, areas: [vale]}
  does_not_take: none stated
contact: {phone: "01632 960 222"}
checked: {how: provider-phone, on: 2026-10-01, by: volunteer}
"""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def history(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["history", *arguments, "--root", str(root), "--today", "2026-11-23"])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A place that had nobody until October, and in October got a team."""
    root = small_project(begin(tmp_path / "project"))
    (root / "directory/areas/vale.yaml").write_text(PLACE)
    commit(root, day(9, 5))
    team = root / "directory/services/vale/vale-team.yaml"
    team.parent.mkdir()
    team.write_text(TEAM)
    commit(root, day(10, 5))
    return root


def months(root: Path) -> dict[str, tuple[int, int]]:
    file = root / "directory/snapshots/vale.yaml"
    rows = read_source(file.read_bytes(), file.name).data["snapshots"]
    return {row["month"]: (row["services"], row["groups"]["covered"]) for row in rows}


def test_this_month_is_written_down_for_every_place_and_not_for_a_nation(project: Path) -> None:
    result = history(project, "snapshot")
    assert result.output.startswith("Written: directory/snapshots/vale.yaml\n")
    assert months(project) == {"2026-11": (1, 30)}
    assert not (project / "directory/snapshots/valeland.yaml").exists()


def test_the_same_month_again_changes_nothing(project: Path) -> None:
    history(project, "snapshot")
    assert history(project, "snapshot").output == "Nothing new: every month is written down already.\n"


def test_earlier_months_come_from_the_versions_that_git_keeps(project: Path) -> None:
    history(project, "snapshot")
    result = history(project, "fill", "--months", "3")
    assert result.exit_code == 0, result.output
    assert "August 2026: there was no version yet." in result.output
    assert months(project) == {"2026-09": (0, 0), "2026-10": (1, 30), "2026-11": (1, 30)}


def test_a_month_that_was_written_down_is_left_as_it_is(project: Path) -> None:
    history(project, "fill", "--months", "2")
    file = project / "directory/snapshots/vale.yaml"
    by_hand = file.read_text().replace("services: 0", "services: 7")
    file.write_text(by_hand)
    assert "Nothing new" in history(project, "fill", "--months", "2").output
    assert file.read_text() == by_hand


def test_an_entry_that_could_not_be_read_then_is_counted_out_and_said(project: Path) -> None:
    (project / "directory/services/vale/vale-team.yaml").write_text("name: [broken\n")
    commit(project, day(10, 20))
    (project / "directory/services/vale/vale-team.yaml").write_text(TEAM)
    result = history(project, "fill", "--months", "1")
    assert "October 2026: 1 entry could not be read, and does not count." in result.output
    assert months(project) == {"2026-10": (0, 0)}


def test_without_git_it_says_so_and_writes_nothing(tmp_path: Path) -> None:
    root = small_project(tmp_path / "plain")
    (root / "directory/areas/vale.yaml").write_text(PLACE)
    result = history(root, "fill")
    assert result.exit_code == 1
    assert "not in a git repository" in result.output
    assert not (root / "directory/snapshots").exists()


def test_an_area_that_is_not_asked_about_is_refused_with_those_that_are(project: Path) -> None:
    result = history(project, "snapshot", "--area", "valeland")
    assert result.exit_code == 2
    assert "there is no area valeland that is asked about. There are: vale." in result.output


def test_what_is_written_passes_the_check(project: Path) -> None:
    history(project, "fill", "--months", "2")
    history(project, "snapshot")
    checked = CliRunner().invoke(main, ["check", "--root", str(project), "--today", "2026-11-23"])
    assert checked.exit_code == 0, checked.output
