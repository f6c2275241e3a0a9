"""What is written is what others read: any text in CSV, and the workbook of Northvale in LibreOffice."""

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from needs import go_without
from rightdoor.coverage.area import area_coverage
from rightdoor.coverage.tables import TABLES, book
from rightdoor.exchange.delimited import csv_of, read, text_of
from rightdoor.exchange.workbook import workbook_of
from rightdoor.model.table import Book, Column, For, Kind, Table
from rightdoor.records.load import load

DAY = date(2026, 11, 23)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@pytest.fixture(scope="module")
def northvale(root: Path) -> Book:
    directory = load(root, DAY).directory
    return book(directory, area_coverage(directory, "northvale", DAY), DAY, "abc")


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["'=1", "''=1", "'", "=", "\r\n", " =1", "\uff1d1"])
def test_every_text_comes_back_from_csv_as_it_was_and_starts_no_formula(texts: list[str]):
    table = Table("words", "Words", (Column("said", "Said"),), tuple((each,) for each in texts))
    content = csv_of(Book("Any", DAY, (table,), {"area": "vale"}), "words")
    assert [row[0] for row in read(content)[1]] == texts
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


@pytest.mark.parametrize("name", TABLES)
def test_each_table_of_northvale_comes_back_from_csv(northvale: Book, name: str):
    table = northvale.table(name).only(For.PROGRAMS)
    header, rows = read(csv_of(northvale, name))
    assert header == (*(column.key for column in table.columns), "date", *northvale.facts)
    assert [row[: len(table.columns)] for row in rows] == [tuple(map(text_of, row)) for row in table.rows]
    assert {row[len(table.columns)] for row in rows} == {"2026-11-23"}


def test_the_workbook_of_northvale_comes_back_with_its_numbers_and_dates(northvale: Book):
    sheets = load_workbook(io.BytesIO(workbook_of(northvale)))
    assert sheets.sheetnames == [
        "Read me",
        "Gaps",
        "Grid",
        "Services",
        "Waits",
        "Talking Therapies",
        "Crisis help",
        "Refusals",
        "Freshness",
    ]
    for table in (each.only(For.PEOPLE) for each in northvale.tables):
        sheet = sheets[table.title]
        assert [cell.value for cell in sheet[1]] == [column.title for column in table.columns]
        assert (sheet.max_row, sheet.freeze_panes[1:]) == (len(table.rows) + 1, "2")
        for column, cells in zip(table.columns, sheet.iter_cols(min_row=2), strict=True):
            kinds = {cell.data_type for cell in cells if cell.value is not None}
            assert kinds <= {{Kind.DATE: "d", Kind.NUMBER: "n", Kind.SHARE: "n"}.get(column.kind, "s")}


def test_the_first_sheet_says_the_date_the_edition_and_that_the_place_is_made_up(northvale: Book):
    sheet = load_workbook(io.BytesIO(workbook_of(northvale)))["Read me"]
    said = {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value}
    assert said["Made up"].startswith("Northvale does not exist.")
    assert said["Date"].startswith("23 November 2026.")
    assert said["Version of the directory"] == "abc"


@pytest.mark.parametrize(("sheet", "name"), [(2, "gaps"), (4, "services")])
def test_libreoffice_reads_the_workbook_as_it_was_meant(northvale: Book, tmp_path: Path, sheet: int, name: str):
    soffice = shutil.which("soffice") or go_without("There is no LibreOffice on this machine to open the workbook.")
    (tmp_path / "book.xlsx").write_bytes(workbook_of(northvale))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    form = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{sheet}"
    command = [
        soffice,
        home,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "book.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (written,) = tmp_path.glob("*.csv")
    rows = list(csv.reader(io.StringIO(written.read_text("utf-8"), newline="")))
    table = northvale.table(name).only(For.PEOPLE)
    texts = [at for at, column in enumerate(table.columns) if column.kind is Kind.TEXT]
    assert len(rows) == len(table.rows) + 1
    for row, meant in zip(rows[1:], table.rows, strict=True):
        assert [row[at] for at in texts] == [text_of(meant[at]) for at in texts]
