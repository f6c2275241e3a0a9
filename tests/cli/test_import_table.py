"""`rightdoor import table` and `rightdoor export template`, as somebody types them."""

from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from exchange.tables.filled import text_of
from rightdoor.cli import main
from small_project import small_project

RAW = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "trafford" / "mental_health_services_raw.csv"
TODAY = ["--today", "2026-11-24"]
ROWS = [
    ["Service name", "About", "Telephone", "Post code", "Colour"],
    ["Mill Lane Café", "Somebody to talk to.", "01632960123", "nv11aa", "blue"],
    ["The Beeches", "A group.", "n/a", "WA154 1HF", ""],
]

with_trafford = pytest.mark.skipif(not RAW.exists(), reason="the council's file is not here")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


@pytest.fixture
def file(root: Path) -> Path:
    place = root / "list.csv"
    place.write_bytes(text_of(ROWS, encoding="cp1252"))
    return place


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(root)])


def bring_in(root: Path, file: Path, *more: str) -> Result:
    return run(root, "import", "table", str(file), "--area", "valeland", *TODAY, *more)


def review(root: Path) -> None:
    mapping = root / "list.mapping.yaml"
    mapping.write_text(mapping.read_text("utf-8").replace("reviewed: no", "reviewed: yes"), "utf-8")


def entries(root: Path) -> list[str]:
    return sorted(each.stem for each in (root / "directory/services/valeland").glob("*.yaml"))


def test_the_first_run_writes_a_guess_beside_the_file_and_nothing_else(root: Path, file: Path):
    done = bring_in(root, file)
    assert done.exit_code == 0, done.output
    assert "It is a guess: look through it" in done.output
    assert "Without a place here" in done.output and "WA154 1HF" in done.output and "Post code (D3)" in done.output
    assert "This was a dry run" in done.output
    assert entries(root) == []
    said = (root / "list.mapping.yaml").read_text("utf-8")
    assert 'column: "Colour"\n  field: leave-out\n' in said and 'why: "The heading' in said and '- "blue"' in said


def test_nothing_is_written_before_somebody_has_looked_through_the_mapping(root: Path, file: Path):
    bring_in(root, file)
    done = bring_in(root, file, "--write")
    assert done.exit_code == 1 and "nobody has looked through" in done.output
    assert entries(root) == []


def test_a_mapping_that_was_looked_through_lets_the_rows_in_and_a_second_time_changes_nothing(root: Path, file: Path):
    bring_in(root, file)
    review(root)
    assert bring_in(root, file, "--write").exit_code == 0
    assert entries(root) == ["mill-lane-cafe", "the-beeches"]
    text = (root / "directory/services/valeland/mill-lane-cafe.yaml").read_text("utf-8")
    assert "name: Mill Lane Café" in text and "other-directory" in text and "01632 960 123" in text
    before = {each: each.read_bytes() for each in (root / "directory").rglob("*.yaml")}
    assert "0 new" in bring_in(root, file, "--write").output
    assert {each: each.read_bytes() for each in (root / "directory").rglob("*.yaml")} == before
    assert run(root, "check").exit_code == 0


def test_a_mapping_is_read_strictly_and_each_fault_has_its_line(root: Path, file: Path):
    bring_in(root, file)
    mapping = root / "list.mapping.yaml"
    mapping.write_text(mapping.read_text("utf-8").replace("field: phone", "field: fone"), "utf-8")
    done = bring_in(root, file)
    assert done.exit_code == 1 and "list.mapping.yaml:" in done.output and "fone" in done.output


def test_a_mapping_of_another_table_is_refused(root: Path, file: Path):
    bring_in(root, file)
    file.write_bytes(text_of([["Name", "Notes"], ["A", "B"]]))
    done = bring_in(root, file)
    assert done.exit_code == 1 and "no column “Service name”" in done.output


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b"<html></html>"])
def test_what_is_no_table_is_said_in_a_sentence(root: Path, file: Path, content: bytes):
    file.write_bytes(content)
    done = bring_in(root, file)
    assert done.exit_code == 1 and "Error: list.csv" in done.output and "Traceback" not in done.output


def test_the_template_is_written_filled_in_and_taken_in_at_once(root: Path):
    out = root / "services.xlsx"
    assert CliRunner().invoke(main, ["export", "template", str(out)]).exit_code == 0
    book = openpyxl.load_workbook(out)
    sheet = book["Services"]
    places = {cell.value: cell.column for cell in sheet[1]}
    row = {"Name of the service": "Valeland Listening", "Organisation": "Valeland Trust"}
    row |= {"What it does, in one sentence": "Somebody to talk to.", "Youngest age taken": "18"}
    row |= {"Does not take 1": "None stated", "What must lie in the area": "GP practice"}
    for heading, value in row.items():
        sheet.cell(3, places[heading]).value = value
    book.save(out)
    done = bring_in(root, out, "--write")
    assert done.exit_code == 0, done.output
    assert "Row 2 is an example" in done.output
    text = (root / "directory/services/valeland/valeland-listening.yaml").read_text("utf-8")
    assert "organization: valeland-trust" in text and "age: {from: 18y}" in text and "none stated" in text


def trafford(root: Path) -> Path:
    """The council's file in a project that has its area."""
    (root / "directory/areas/trafford.yaml").write_text("name: Trafford\nkind: local-authority\n", "utf-8")
    file = root / "list.csv"
    file.write_bytes(RAW.read_bytes())
    return file


@with_trafford
def test_the_list_of_a_real_council_goes_in_whole(root: Path):
    file = trafford(root)
    bring_in(root, file)
    review(root)
    done = run(root, "import", "table", str(file), "--area", "trafford", "--write", *TODAY)
    assert done.exit_code == 0, done.output
    assert "0 refused" in done.output and "postcode (E50)" in done.output and "WA154 1HF" in done.output
    assert "Rows 35 and 57 have the same name: Being There." in done.output
    assert "Rows 42 and 53 have the same name: Dance System CIC." in done.output
    files = list((root / "directory/services/trafford").glob("*.yaml"))
    types = Counter(line for each in files for line in each.read_text("utf-8").splitlines() if line.startswith("type:"))
    assert types == {"type: support-service": 60}
    again = run(root, "import", "table", str(file), "--area", "trafford", "--write", *TODAY)
    assert "0 new" in again.output and "0 changed" in again.output


@with_trafford
def test_merged_the_list_of_a_real_council_has_two_services_less(root: Path):
    file = trafford(root)
    bring_in(root, file)
    review(root)
    more = ["--merge-duplicates", "--write", *TODAY]
    done = run(root, "import", "table", str(file), "--area", "trafford", *more)
    assert done.exit_code == 0, done.output
    folder = root / "directory/services/trafford"
    assert len(list(folder.glob("*.yaml"))) == 58
    assert "Wythenshawe" in (folder / "being-there.yaml").read_text("utf-8")
