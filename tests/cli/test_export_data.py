"""`rightdoor export json|ndjson|csv|xlsx|parquet`: files, and what is said where one cannot be written."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.exchange.whole.tables import TABLES
from small_project import small_project


def export(root: Path, form: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", form, "--root", str(root), "--today", "2026-11-23", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return small_project(tmp_path / "project")


@pytest.mark.parametrize("form", ["json", "ndjson", "xlsx"])
def test_a_file_is_written_and_said_to_be(project: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"all.{form}"
    result = export(project, form, str(out))
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Written: {out} (1 service, 1 organization, 1 area; edition ")
    assert out.stat().st_size > 100


@pytest.mark.parametrize(("form", "ending"), [("csv", "csv"), ("parquet", "parquet")])
def test_tables_go_into_a_folder(project: Path, tmp_path: Path, form: str, ending: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    result = export(project, form, str(tmp_path / "tables"))
    assert result.exit_code == 0, result.output
    assert {each.name for each in (tmp_path / "tables").iterdir()} == {f"{name}.{ending}" for name in TABLES}


def test_parquet_without_its_package_says_how_to_get_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = export(project, "parquet", str(tmp_path / "tables"))
    assert result.exit_code == 1
    assert "pip install 'rightdoor[parquet]'" in result.output
    assert not (tmp_path / "tables").exists()


def test_an_area_that_is_not_there_is_named_beside_those_that_are(project: Path, tmp_path: Path) -> None:
    result = export(project, "json", str(tmp_path / "x.json"), "--area", "nowhere")
    assert result.exit_code == 2
    assert "there is no area nowhere. There are: valeland." in result.output


def test_one_area_is_named_in_the_file(project: Path, tmp_path: Path) -> None:
    export(project, "json", str(tmp_path / "x.json"), "--area", "valeland")
    assert json.loads((tmp_path / "x.json").read_text())["area"] == "valeland"


def test_a_file_that_cannot_be_written_is_said_in_words(project: Path) -> None:
    result = export(project, "json", str(project / "directory/areas/valeland.yaml/x.json"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output
