"""A book as an Excel workbook: a sheet to read first, then a sheet for each table.

Every text is written as a text: nothing is taken for a formula, a number or a link, and one that begins as a formula
would stays a text even when somebody edits its cell. Numbers are numbers and dates are dates. Lost: columns that are
only for programs, and the end of a text that is longer than a cell holds, which the cell then says; CSV and JSON have
both. Characters that XML cannot hold are refused: a workbook with one does not open.

Equal books give equal bytes, whatever the time and place: the day in the file is the day of the book.
"""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook

from rightdoor.exchange.delimited import text_of
from rightdoor.model.table import Book, Column, For, Kind, Shaded, Table, Value

LONGEST_TEXT = 32_767
"""Letters that a cell holds (Excel specifications and limits, read on 23 November 2026)."""

LONGEST_NAME = 31
"""Letters that the name of a sheet holds (the same page)."""

_CUT = " … (the rest is in the CSV and JSON files)"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDE = 50
"""A first column of so many letters moves away to the side: it would hide the others."""

_LINE = 92
"""Letters of a line on the sheet that is read first."""

_PAGE = 200
"""Letters that can be read side by side on one sheet of paper."""

_LINE_HIGH = 13.2
"""Points from line to line. Heights are said, since LibreOffice takes those of one line otherwise."""

_HIGHEST = 409
"""Points that a row may be high (Excel specifications and limits, read on 23 November 2026)."""

_HEADER = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
_RULED = {"bottom": 1, "bottom_color": "#D5DAE1"}
_NUMBERS = {Kind.NUMBER: "#,##0", Kind.SHARE: "0%", Kind.DATE: "d mmm yyyy"}
_SHADES = ("#D5E8D4", "#E8F0C8", "#FCE8B2", "#F8D3A8", "#F1B5A8", "#D9D9E3")
_AS_WORDS = ("=", "+", "-", "@")


class Unwritable(ValueError):
    """A text holds a character that a workbook cannot; the message says where."""


def workbook_of(book: Book, first: str = "Read me") -> bytes:
    """The workbook; `first` is the name of the sheet to be read first. Unwritable where a text cannot be held."""
    return _Writing(book).bytes(first)


class _Writing:
    """One workbook on its way; formats are made once for all its sheets."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._out = io.BytesIO()
        self._file = Workbook(self._out, {"in_memory": True})
        self._formats: dict[tuple[object, ...], Any] = {}
        self._cells: dict[tuple[Kind, str, bool], Any] = {}

    def bytes(self, first: str) -> bytes:
        self._file.set_properties(
            {"title": _held(self._book.title, "title"), "created": datetime.combine(self._book.day, time())}
        )
        self._file.set_size(24_000, 14_000)
        self._read_me(first)
        for table in self._book.tables:
            self._sheet(table.only(For.PEOPLE))
        self._file.close()
        return self._out.getvalue()

    def _read_me(self, name: str) -> None:
        sheet = self._file.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, _LINE)
        self._text(sheet, 0, 0, self._book.title, name, bold=True, font_size=16)
        sheet.set_row(0, 26)
        for at, (heading, words) in enumerate(self._book.said, 2):
            look: dict[str, object] = {"bold": True, "valign": "top", "text_wrap": True}
            if isinstance(heading, Shaded):
                look["bg_color"] = _shade(heading)
            if not words:
                look |= {"font_size": 12, "valign": "bottom"}
            self._text(sheet, at, 0, text_of(heading), name, **look)
            self._text(sheet, at, 1, words, name, valign="top", text_wrap=True)
            sheet.set_row(at, _high(words, _LINE) + 3 if words else 28)
        self._paper(sheet, name, 1, 1)

    def _sheet(self, table: Table) -> None:
        sheet = self._file.add_worksheet(_NOT_IN_NAME.sub(" ", table.title)[:LONGEST_NAME])
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width)
            self._text(sheet, 0, at, column.title, table.name, **_HEADER)
        sheet.set_row(0, 30)
        ruled = self._format(**_RULED)
        for down, row in enumerate(table.rows, 1):
            high = _LINE_HIGH + 1
            for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                if value is not None:
                    high = max(high, self._value(sheet, down, at, column, value))
            sheet.set_row(down, high, ruled)
        sheet.freeze_panes(1, _still(table))
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.repeat_rows(0)
        self._paper(sheet, table.title, 1 + sum(column.width for column in table.columns) // _PAGE)

    def _value(self, sheet: Any, row: int, at: int, column: Column, value: Value) -> float:
        """Writes one value; the points that it is high."""
        if isinstance(value, date):
            sheet.write_datetime(row, at, datetime.combine(value, time()), self._cell(Kind.DATE))
        elif isinstance(value, (int, float)):
            kind = column.kind if column.kind in _NUMBERS else Kind.NUMBER
            sheet.write_number(row, at, value, self._cell(kind))
        elif text := _held(text_of(value), column.title):
            shade = _shade(value) if isinstance(value, Shaded) else ""
            sheet.write_string(row, at, text, self._cell(Kind.TEXT, shade, text.startswith(_AS_WORDS)))
        return _high(text_of(value), column.width)

    def _cell(self, kind: Kind, shade: str = "", quoted: bool = False) -> Any:
        """The look of a cell, which thousands of cells share."""
        if (kind, shade, quoted) not in self._cells:
            look: dict[str, object] = {"valign": "top", "text_wrap": True, **_RULED}
            if kind in _NUMBERS:
                left = kind is Kind.DATE
                look |= {"num_format": _NUMBERS[kind], "align": "left" if left else "right", "indent": int(not left)}
            look |= {"bg_color": shade} if shade else {}
            look |= {"quote_prefix": True} if quoted else {}
            self._cells[kind, shade, quoted] = self._format(**look)
        return self._cells[kind, shade, quoted]

    def _text(self, sheet: Any, row: int, at: int, text: str, where: str, **look: object) -> None:
        text = _held(text, where)
        if text.startswith(_AS_WORDS):
            look["quote_prefix"] = True
        if text:
            sheet.write_string(row, at, text, self._format(**look))

    def _format(self, **look: object) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._file.add_format({"font_name": "Arial", "font_size": 10, **look})
        return self._formats[key]

    def _paper(self, sheet: Any, name: str, wide: int, high: int = 0) -> None:
        """How it is printed: so many sheets of paper wide and high; 0 is as many as it takes."""
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(wide, high)
        if wide > 1:
            sheet.repeat_columns(0)
        foot = "".join(_foot(name, self._book.title))
        sheet.set_footer(f"&L{foot[:200]}&RPage &P of &N")


def _foot(name: str, title: str) -> Iterator[str]:
    """What stands at the foot of a printed sheet, where & begins a command."""
    yield f"{title}: {name}".replace("&", "&&") if name not in title else title.replace("&", "&&")


def _still(table: Table) -> int:
    """How many columns stay where they are when one moves to the side: the first, unless it is wide."""
    return 1 if table.columns and table.columns[0].width < _WIDE else 0


def _shade(value: Shaded) -> str:
    return _SHADES[min(value.shade, len(_SHADES) - 1)]


def _high(text: str, width: int) -> float:
    """The points that a text needs in a column, which holds more letters than figures, by which widths are counted."""
    if len(text) <= width and "\n" not in text:
        return _LINE_HIGH + 1
    return min(_lines(text, max(int(width * 1.08), 8)) * _LINE_HIGH + 1, _HIGHEST)


@lru_cache(maxsize=10_000)
def _lines(text: str, width: int) -> int:
    """How many lines a text takes; columns say the same of many services."""
    return sum(len(wrap(line, width)) or 1 for line in text.split("\n"))


def _held(text: str, where: str) -> str:
    """A text that a cell can hold."""
    if wrong := _NOT_IN_XML.search(text):
        raise Unwritable(f"{where}: the character U+{ord(wrong[0]):04X} cannot stand in a workbook.")
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(_CUT)] + _CUT
