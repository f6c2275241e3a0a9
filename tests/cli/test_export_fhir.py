"""`rightdoor export fhir`: a bundle in a file."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from small_project import small_project


def export(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", "fhir", "--root", str(root), "--today", "2026-11-23", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return small_project(tmp_path / "project")


def test_the_bundle_is_written_and_said_to_be(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "fhir.json"
    result = export(project, str(out))
    assert (result.exit_code, result.output) == (0, f"Written: {out} (1 service, 3 resources)\n")
    kinds = [each["resource"]["resourceType"] for each in json.loads(out.read_text())["entry"]]
    assert kinds == ["HealthcareService", "Organization", "Location"]


def test_an_area_that_is_not_there_is_named_beside_those_that_are(project: Path, tmp_path: Path) -> None:
    result = export(project, str(tmp_path / "x.json"), "--area", "nowhere")
    assert result.exit_code == 2
    assert "there is no area nowhere. There are: valeland." in result.output
    assert not (tmp_path / "x.json").exists()


def test_a_file_that_cannot_be_written_is_said_in_words(project: Path, tmp_path: Path) -> None:
    result = export(project, str(tmp_path / "no" / "x.json"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output
