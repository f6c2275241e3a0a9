"""Tables as a workbook, CSV and JSON: read again they are the same, and nothing in them starts a formula."""

import csv
import io
import json
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from rightdoor.exchange.delimited import csv_of, read
from rightdoor.exchange.plain_data import json_of
from rightdoor.exchange.workbook import Unwritable, workbook_of
from rightdoor.model.table import Book, Column, For, Kind, Shaded, Table

NASTY = (
    "=1+1",
    "+44 1632",
    "-5",
    "@sum",
    "\t=1",
    "=HYPERLINK(1)",
    'a,b;"c"',
    "two\nlines",
    "01632 960 111",
    "سكينة 😀",
)
COLUMNS = (
    Column("words", "Words"),
    Column("number", "Number", Kind.NUMBER),
    Column("share", "Share", Kind.SHARE),
    Column("day", "Day", Kind.DATE),
    Column("state", "State", readers=For.PEOPLE),
    Column("code", "Code", readers=For.PROGRAMS),
)
DAY = date(2026, 11, 23)
ROWS = tuple((words, 1234, 0.25, DAY, Shaded("Covered", 0), "covered") for words in NASTY)
EMPTY = (None, None, None, None, Shaded("Nobody has looked", 5), "unknown")


def book(*rows: tuple[object, ...]) -> Book:
    table = Table("things", "Things", COLUMNS, (*rows, EMPTY), "What is told.")  # type: ignore[arg-type]
    return Book("Coverage of Vale", DAY, (table,), {"area": "vale", "version": "abc"}, (("Area", "Vale"),))


def sheets(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    read_again = load_workbook(io.BytesIO(content))
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in read_again}


def test_a_workbook_read_again_holds_the_same_values():
    found = sheets(workbook_of(book(*ROWS)))
    assert list(found) == ["Read me", "Things"]
    body = found["Things"][-len(ROWS) - 1 :]
    assert [row[0] for row in body] == [*NASTY, None]
    assert body[0][1:5] == (1234, 0.25, datetime(2026, 11, 23), "Covered")


def test_no_cell_of_a_workbook_is_a_formula_or_a_link():
    for sheet in load_workbook(io.BytesIO(workbook_of(book(*ROWS)))):
        for row in sheet.iter_rows():
            assert [cell.value for cell in row if cell.data_type == "f" or cell.hyperlink] == []


def test_a_sheet_keeps_its_heads_in_sight_and_can_be_filtered():
    sheet = load_workbook(io.BytesIO(workbook_of(book(*ROWS))))["Things"]
    assert sheet.freeze_panes
    assert sheet.auto_filter.ref


def test_the_same_book_is_the_same_bytes():
    assert workbook_of(book(*ROWS)) == workbook_of(book(*ROWS))


def test_what_a_workbook_cannot_hold_is_refused_and_not_lost():
    with pytest.raises(Unwritable):
        workbook_of(book(("\ufffe", 1, 0.5, DAY, Shaded("x", 0), "x")))


def test_csv_read_again_holds_the_same_texts_and_starts_no_formula():
    content = csv_of(book(*ROWS), "things")
    raw = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in raw[1:] if row[0][:1] in "=+-@\t\r" and row[0]] == []
    _, rows = read(content)
    assert [row[0] for row in rows] == [*NASTY, ""]
    assert raw[0][-1] in ("area", "version")


def test_json_says_codes_and_leaves_out_what_nobody_has_said():
    told = json.loads(json_of(book(*ROWS)))
    first, last = told["things"]["rows"][0], told["things"]["rows"][-1]
    assert (first["words"], first["number"], first["day"], first["code"]) == ("=1+1", 1234, "2026-11-23", "covered")
    assert last.get("number") is None
    assert told["area"] == "vale"
