"""The whole directory in files: exact where it says so, safe in a spreadsheet, and silent about confidential places."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from rightdoor.exchange.delimited import csv_of, read
from rightdoor.exchange.whole.chosen import KINDS, Chosen, chosen
from rightdoor.exchange.whole.envelope import envelope_schema, schema_kind
from rightdoor.exchange.whole.lines import json_of, ndjson_of
from rightdoor.exchange.whole.parquet import parquet_of
from rightdoor.exchange.whole.tables import TABLES, book
from rightdoor.exchange.workbook import workbook_of
from rightdoor.model.directory import Directory
from rightdoor.model.service import Location
from rightdoor.records.assemble_service import service_of
from rightdoor.records.grammar import schema
from rightdoor.records.load import load

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.fixture(scope="module")
def whole(directory: Directory) -> Chosen:
    return chosen(directory, TODAY)


def changed(directory: Directory, **fields: object) -> Chosen:
    """The directory with the first of its services changed."""
    services = dict(directory.services)
    first = min(services)
    services[first] = replace(services[first], **fields)  # type: ignore[arg-type]
    return chosen(replace(directory, services=services), TODAY)


def validator() -> jsonschema.Draft202012Validator:
    made = envelope_schema({schema_kind(each): schema(schema_kind(each)) for each in KINDS.values()})
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


@pytest.mark.parametrize("area", ["", "northvale"])
def test_the_exact_file_keeps_to_the_schema_beside_it(directory: Directory, area: str) -> None:
    told = json.loads(json_of(chosen(directory, TODAY, area)))
    assert [each.message for each in validator().iter_errors(told)] == []
    assert told.get("area", "") == area
    assert told["counts"] == {kind: len(told[kind]) for kind in KINDS}


def test_the_schema_refuses_a_record_that_no_entry_could_be(whole: Chosen) -> None:
    told = json.loads(json_of(whole))
    told["services"][0]["intake"] = "perhaps"
    assert not validator().is_valid(told)


def test_every_service_comes_back_from_the_exact_file_as_it_was(directory: Directory, whole: Chosen) -> None:
    for each in json.loads(json_of(whole))["services"]:
        was = directory.services[each.pop("id")]
        assert each.pop("folder") == was.folder
        assert service_of(was.file, each) == was


def test_each_line_is_one_record_and_the_first_says_what_the_file_is(whole: Chosen) -> None:
    first, *records = [json.loads(line) for line in ndjson_of(whole).decode().splitlines()]
    assert (first["record"], first["edition"]) == ("edition", whole.edition)
    named = {name: kind for kind, name in KINDS.items()}
    found: dict[str, list[object]] = {kind: [] for kind in KINDS}
    for each in records:
        found[named[each.pop("record")]].append(each)
    assert found == whole.records


def test_the_edition_changes_with_a_record_and_not_with_the_day(directory: Directory, whole: Chosen) -> None:
    assert chosen(directory, date(2027, 1, 1)).edition == whole.edition
    assert changed(directory, name="Another name").edition != whole.edition


def test_no_file_tells_where_a_confidential_place_lies(directory: Directory) -> None:
    place = Location("Refuge", "12 Hidden Lane", "ZZ99 9ZZ", 51.23456, -1.23456, confidential=True)
    whole = changed(directory, locations=(place,))
    told = book(whole)
    files = [json_of(whole), ndjson_of(whole), *(csv_of(told, name) for name in TABLES)]
    for secret in (b"Hidden Lane", b"ZZ99", b"51.23456", b"1.23456"):
        assert [each for each in files if secret in each] == []
    assert b"Refuge" in files[0]


def test_a_text_that_looks_like_a_formula_stays_a_text(directory: Directory) -> None:
    told = book(changed(directory, name="=HYPERLINK(1)", summary="@SUM(A1)"))
    [row] = [
        each for each in csv.DictReader(io.StringIO(csv_of(told, "services").decode())) if "SUM" in each["summary"]
    ]
    assert row["summary"] == "'@SUM(A1)"
    assert "=HYPERLINK(1)" in [each[0] for each in read(csv_of(told, "services"))[1]]
    sheet = load_workbook(io.BytesIO(workbook_of(told)))["Services"]
    [cell] = [each for each in sheet["A"] if each.value == "=HYPERLINK(1)"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_the_workbook_begins_with_what_must_be_read_and_its_headings_stay(whole: Chosen) -> None:
    sheets = load_workbook(io.BytesIO(workbook_of(book(whole))))
    assert sheets.sheetnames[:2] == ["Read me", "Services"]
    assert any(whole.edition in str(each.value) for each in sheets["Read me"]["B"])
    assert sheets["Services"].freeze_panes == "B2"
    assert sheets["Services"].auto_filter.ref
    assert not [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_what_nobody_has_said_is_an_empty_place_and_never_a_no(directory: Directory) -> None:
    header, [row, *_] = read(csv_of(book(changed(directory, intake="unknown", cost=None)), "services"))
    assert [row[header.index(name)] for name in ("intake", "intake_words", "cost", "cost_words")] == ["", "", "", ""]


def test_services_that_state_no_exclusion_are_told_from_those_that_say_nothing(
    directory: Directory, whole: Chosen
) -> None:
    header, rows = read(csv_of(book(whole), "criteria"))
    found = {
        row[header.index("service")]
        for row in rows
        if row[header.index("criterion")] == "does-not-take" and row[header.index("says")] == "none-stated"
    }
    usual = {id for id, each in directory.services.items() if each.criteria.does_not_take == ()}
    assert usual
    assert usual <= found


def test_every_heading_has_words(directory: Directory, whole: Chosen) -> None:
    words = {each.label for each in directory.grammar["data_columns"]}
    assert {each.title for table in book(whole).tables for each in table.columns} == words


def test_parquet_has_a_type_for_each_column_and_the_same_rows(whole: Chosen) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    for told in book(whole).tables:
        table = parquet.read_table(io.BytesIO(parquet_of(told, whole)))
        assert table.num_rows == len(told.rows)
        assert table.schema.metadata[b"edition"] == whole.edition.encode()
        assert not [each for each in table.schema if each.type == arrow.null()]
    services = parquet.read_table(io.BytesIO(parquet_of(book(whole).table("services"), whole)))
    assert services.schema.field("needs").type == arrow.list_(arrow.string())
    assert services.schema.field("checked_on").type == arrow.date32()
