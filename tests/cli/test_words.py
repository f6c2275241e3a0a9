"""`rightdoor words`: what may be typed as a need, a flag, a severity, an area…"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from small_project import small_project


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def words(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["words", "--root", str(root), "--today", "2026-11-23", *arguments])


def test_one_list_gives_each_code_with_its_label(tmp_path: Path):
    result = words(small_project(tmp_path), "severity")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "severity (for --severity)",
        "  mild               Mild",
        "  moderate           Moderate",
        "  moderately-severe  Moderately severe",
        "  severe             Severe",
        "  severe-enduring    Severe and long-term",
    ]


def test_without_a_name_every_list_is_given(tmp_path: Path):
    said = words(small_project(tmp_path)).stdout
    for heading in ("needs (for --need)", "flags (for --flag)", "groups (for --is)", "referrers (for --route)"):
        assert heading in said
    assert "under-secondary-care" in said
    assert "valeland" in said.partition("areas (for --area")[2]


def test_made_up_areas_say_so(root: Path):
    assert "Northvale (made up)" in words(root, "areas").stdout


def test_a_list_that_is_not_there_ends_with_2_and_those_that_are(tmp_path: Path):
    result = words(small_project(tmp_path), "moods")
    assert result.exit_code == 2
    assert "severity" in result.output
