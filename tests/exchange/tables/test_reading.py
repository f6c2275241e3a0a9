"""Files as councils and charities have them are read; what is no table, or far too much, is refused."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from exchange.tables.filled import text_of
from rightdoor.exchange.tables import sheet as sheets
from rightdoor.exchange.tables import workbooks
from rightdoor.exchange.tables.reading import MOST_BYTES, read_table
from rightdoor.exchange.tables.sheet import Unreadable

ROWS = [["Name", "Café", "Cost"], ["Mill Lane", "naïve – “yes”", "£5"], ["The Beeches", "", "free"]]


def workbook(rows: list[list[object]], **others: list[list[object]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(row)
    for name, lines in others.items():
        sheet = book.create_sheet(name)
        for row in lines:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_whatever_its_delimiter_and_encoding(delimiter: str, encoding: str):
    sheet = read_table(text_of(ROWS, delimiter, encoding), "list.csv")
    assert sheet.headings == ("Name", "Café", "Cost")
    assert [row.cells for row in sheet.rows] == [tuple(each) for each in ROWS[1:]]


def test_rows_keep_the_numbers_that_the_spreadsheet_shows_beside_them():
    sheet = read_table(
        text_of([["", ""], ["Our services 2026", ""], ["Name", "Phone"], ["A", "1"], ["", ""], ["B", "2"]]), "x"
    )
    assert [(row.number, row.cells[0]) for row in sheet.rows] == [(4, "A"), (6, "B")]
    assert any("headings are in row 3" in each for each in sheet.notes)


def test_a_line_that_excel_writes_to_name_the_delimiter_is_no_heading():
    assert read_table(b"sep=;\r\nName;Phone\r\nA;1\r\n", "x").headings == ("Name", "Phone")


def test_a_cell_over_several_lines_is_one_cell():
    assert read_table(text_of([["Name", "Address"], ["A", "1 Mill Lane\r\nNorthvale"]]), "x").rows[0].number == 2


def test_headings_that_come_twice_or_are_empty_are_told_apart():
    sheet = read_table(text_of([["Name", "Phone", "Phone", "", "End"], ["A", "1", "2", "3", "4"]]), "x")
    assert sheet.headings == ("Name", "Phone", "Phone (2)", "column 4", "End")


def test_a_workbook_gives_numbers_days_and_truths_as_they_read():
    from datetime import date

    rows: list[list[object]] = [["Name", "Age", "Day", "Free"], ["A", 18, date(2026, 11, 1), True]]
    assert read_table(workbook(rows), "x.xlsx").rows[0].cells == ("A", "18", "2026-11-01", "yes")


def test_a_sheet_to_read_first_is_passed_over_and_another_can_be_named():
    rows: list[list[object]] = [["Name", "Phone"], ["A", "1"]]
    book = workbook(rows, Other=[["Name", "Email"], ["B", "b@example.org"]])
    assert read_table(book, "x.xlsx", "other").rows[0].cells[0] == "B"
    with pytest.raises(Unreadable, match="It has: Sheet, Other"):
        read_table(book, "x.xlsx", "Third")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
        (b"just one line of words", "no row of headings"),
        (b"PK\x03\x04 and then nothing", "cannot be unpacked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and then nothing", "cannot be read"),
        (b"%PDF-1.7\n\x00\x01\x02" + b"abc" * 100, "not text"),
        (b"a" * (MOST_BYTES + 1), "larger than"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(content: bytes, why: str):
    with pytest.raises(Unreadable, match=why):
        read_table(content, "list.csv")


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as there:
        for name, content in files.items():
            there.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def test_a_workbook_that_unpacks_to_far_too_much_is_never_opened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_table(packed(xl__worksheets__sheet1_xml=b" " * 2_000_000), "x.xlsx")
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_table(packed(xl__media__a=b" " * 700_000, xl__media__b=b" " * 700_000), "x.xlsx")


def test_a_value_in_the_last_corner_of_a_sheet_asks_for_no_memory():
    book, out = Workbook(), io.BytesIO()
    first = book.active
    assert first is not None
    first["A1"], first["B1"], first["XFD1048576"] = "Name", "Phone", "boo"
    book.save(out)
    with pytest.raises(Unreadable, match="reaches over"):
        read_table(out.getvalue(), "x.xlsx")


def test_a_row_that_is_said_to_repeat_a_million_times_is_not_made():
    xml = (
        b"<x><table:table><table:table-row table:number-rows-repeated='1048576'>"
        b"<table:table-cell office:value-type='string' table:number-columns-repeated='16384'/>"
        b"</table:table-row></table:table></x>"
    )
    with pytest.raises(Unreadable, match="reaches over"):
        read_table(packed(content_xml=xml), "x.ods")


def test_only_so_many_rows_are_read_and_the_table_is_then_not_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    sheet = read_table(text_of([["Name", "Phone"], *([f"A{each}", "1"] for each in range(5))]), "x")
    assert (len(sheet.rows), sheet.whole) == (2, False)
