"""`rightdoor statistics import`: what it keeps, what it says, and when it writes nothing."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.model.statistics import Series
from rightdoor.records.load import load
from small_project import AREA, ORGANIZATION, small_project

FIGURES = Path(__file__).resolve().parents[1] / "records" / "figures"
TODAY = date(2026, 11, 23)
TRUST = "name: Valeland Trust\nkind: nhs\nidentifiers: {ods: RZZ}\nfictional: true\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A directory whose trust and area say their NHS codes."""
    area = small_project(tmp_path, valeland_trust=TRUST) / AREA
    area.write_text(area.read_text() + "codes: {ods: 9ZZ}\n")
    return tmp_path


def run(root: Path, *arguments: str | Path) -> Result:
    own = ["--root", str(root), "--today", f"{TODAY}"]
    return CliRunner().invoke(main, ["statistics", "import", *map(str, arguments), *own])


def files(root: Path) -> dict[str, str]:
    return {each.name: each.read_text("utf-8") for each in (root / "directory/statistics").glob("*")}


def series(root: Path) -> dict[str, Series]:
    return {each.id: each for each in load(root, TODAY, cache=False).directory.statistics}


def revised(tmp_path: Path, before: str, after: str) -> Path:
    """The monthly file with something else in it."""
    file = tmp_path / "revised.csv"
    text = (FIGURES / "monthly.csv").read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    return file


def test_an_import_says_what_it_kept_and_left_out_and_writes_a_file_for_each_provider_and_place(project: Path):
    result = run(project, FIGURES / "monthly.csv")
    assert result.output == (
        "monthly.csv: monthly layout, 11 rows\n"
        "  kept: 5 figures, and 2 withheld (a star or empty: below 5, never zero)\n"
        "    England, April 2026\n"
        "    9ZZ, April 2026\n"
        "    RYY in 9ZZ, April 2026\n"
        "    RZZ, April 2026\n"
        "    RZZ in 9ZZ, April 2026\n"
        "  left out, 1 row: not kept, being of the group type “CommissioningRegion” (first in line 3)\n"
        "  left out, 1 row: measures that are not kept (first in line 6)\n"
        "  left out, 1 row: of NHS codes that no organization or area here has: RYY (first in line 9)\n"
        "  left out, 1 row: of a national hub, which is no place: 13Q (first in line 12)\n"
        "7 new figures, 0 as before, 0 revised.\n"
        "Written: directory/statistics/england.yaml\n"
        "Written: directory/statistics/9zz.yaml\n"
        "Written: directory/statistics/9zz-ryy.yaml\n"
        "Written: directory/statistics/rzz.yaml\n"
        "Written: directory/statistics/9zz-rzz.yaml\n"
    )
    found = series(project)
    assert found["rzz"].periods[0].values == {"m001": 200, "m048": 37.6}
    assert found["rzz"].periods[0].suppressed == ("m126",)
    assert (found["9zz-ryy"].provider_name, found["9zz-ryy"].periods[0].values) == ("ANOTHER TRUST", {})
    assert load(project, TODAY, cache=False).errors == 0


def test_a_dry_run_says_the_same_and_writes_nothing(project: Path):
    result = run(project, FIGURES / "monthly.csv", "--dry-run")
    assert "7 new figures" in result.output
    assert "Would be written: directory/statistics/rzz.yaml" in result.output
    assert not (project / "directory/statistics").exists()


def test_the_same_files_a_second_time_change_nothing(project: Path):
    every = [FIGURES / f"{name}.csv" for name in ("older", "monthly", "quarterly", "tidy")]
    run(project, *every)
    before = files(project)
    result = run(project, *every)
    assert files(project) == before
    assert "0 new figures, " in result.output
    assert " 0 revised.\n" in result.output
    assert "Written" not in result.output
    assert "Changed" not in result.output


def test_months_and_quarters_stand_beside_each_other_in_their_order(project: Path):
    run(project, *(FIGURES / f"{name}.csv" for name in ("quarterly", "monthly", "tidy", "older")))
    periods = [(each.first, each.last) for each in series(project)["rzz"].periods]
    assert periods == [
        ("2025-03", "2025-03"),
        ("2026-03", "2026-03"),
        ("2026-04", "2026-04"),
        ("2026-04", "2026-06"),
    ]
    assert [each.first for each in series(project)["rzz"].months] == ["2025-03", "2026-03", "2026-04"]


def test_a_revised_figure_takes_the_place_of_the_old_one_with_a_word_about_it(project: Path, tmp_path: Path):
    run(project, FIGURES / "monthly.csv")
    result = run(project, revised(tmp_path, '"M001","Count_ReferralsReceived","200"', '"M001","Count","205"'))
    assert (
        "0 new figures, 6 as before, 1 revised.\n  rzz, April 2026, Referred (M001): 200 becomes 205\n" in result.output
    )
    assert series(project)["rzz"].periods[0].values["m001"] == 205


def test_a_figure_that_is_withheld_in_a_later_file_is_no_longer_shown(project: Path, tmp_path: Path):
    run(project, FIGURES / "monthly.csv")
    result = run(project, revised(tmp_path, '"200"', '"*"'))
    assert "200 becomes withheld" in result.output
    period = series(project)["rzz"].periods[0]
    assert "m001" not in period.values
    assert period.suppressed == ("m001", "m126")


def test_a_file_that_says_less_takes_nothing_away(project: Path):
    run(project, FIGURES / "monthly.csv")
    run(project, FIGURES / "tidy.csv")
    assert series(project)["rzz"].periods[-1].values == {"m001": 200, "m048": 37.6}


def test_where_one_file_has_a_fault_nothing_is_written_of_any(project: Path, tmp_path: Path):
    result = run(project, FIGURES / "monthly.csv", revised(tmp_path, '"200"', '"two hundred"'))
    assert result.exit_code == 1
    assert "revised.csv:5: The value of M001 is “two hundred”, which is not a figure." in result.output
    assert "Nothing is written: 1 fault above." in result.output
    assert files(project) == {}


def test_a_file_of_nobody_here_says_what_to_enter(tmp_path: Path):
    file = tmp_path / "one.csv"
    lines = (FIGURES / "monthly.csv").read_text("utf-8").splitlines()
    file.write_text(f"{lines[0]}\n{lines[4]}\n", "utf-8")
    result = run(small_project(tmp_path), file)
    assert result.exit_code == 0
    assert "Add identifiers: {ods: …} or codes: {ods: …}." in result.output
    assert files(tmp_path) == {}


def test_made_up_figures_are_never_mixed_with_published_ones(project: Path):
    made_up = project / "directory/statistics/rzz.yaml"
    made_up.parent.mkdir()
    text = "source: Fictional figures\nprovider: RZZ\nperiods:\n  - {from: 2026-03, to: 2026-03, m001: 5}\n"
    made_up.write_text(text)
    result = run(project, FIGURES / "monthly.csv")
    assert result.exit_code == 1
    assert "are of another source, and the two must not be mixed" in result.output
    assert files(project) == {"rzz.yaml": text}


def test_a_broken_file_of_figures_stops_the_import(project: Path):
    broken = project / "directory/statistics/rzz.yaml"
    broken.parent.mkdir()
    broken.write_text("periods: 7\n")
    result = run(project, FIGURES / "monthly.csv")
    assert result.exit_code == 1
    assert "directory/statistics/rzz.yaml has errors" in result.output


def test_what_somebody_wrote_about_the_figures_stays(project: Path):
    run(project, FIGURES / "monthly.csv")
    file = project / "directory/statistics/rzz.yaml"
    file.write_text(file.read_text().replace("provider: RZZ", "provider: RZZ  # since 2019"))
    run(project, FIGURES / "tidy.csv")
    assert "provider: RZZ  # since 2019" in file.read_text()
    assert series(project)["rzz"].months[0].first == "2026-03"


def test_names_are_those_of_the_latest_period_whatever_the_order_of_the_files(project: Path, tmp_path: Path):
    run(project, revised(tmp_path, "VALELAND TRUST", "VALELAND PARTNERSHIP"))
    run(project, FIGURES / "older.csv")
    assert series(project)["rzz"].provider_name == "VALELAND PARTNERSHIP"


def test_a_name_that_yaml_would_read_otherwise_is_kept_as_it_is(project: Path, tmp_path: Path):
    run(project, revised(tmp_path, "VALELAND TRUST", "=cmd|' /C': {a}, # &x *y"))
    assert series(project)["rzz"].provider_name == "=cmd|' /C': {a}, # &x *y"


def test_the_organization_must_say_its_code(tmp_path: Path):
    small_project(tmp_path)
    assert "ods" not in (tmp_path / ORGANIZATION).read_text()
    run(tmp_path, FIGURES / "monthly.csv")
    assert set(files(tmp_path)) == {"england.yaml"}
