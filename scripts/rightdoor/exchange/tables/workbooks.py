"""A sheet of a workbook: Excel's two forms and OpenDocument, read by calamine within bounds.

calamine keeps a whole rectangle for a sheet, so one value in the last corner would ask for all the memory there is:
how far a sheet reaches is looked up in its XML first, and a file that unpacks to too much is never opened.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import IO
from xml.parsers import expat

from rightdoor.exchange.tables.sheet import Sheet, Unreadable, sheet_of

MOST_UNPACKED = 150_000_000
MOST_CELLS = 3_000_000
_MOST_FILES = 2_000
_CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_NOT_A_TABLE = re.compile(r"(?i)\b(?:read ?me|instructions|guidance|notes|lists?|how to|introduction|cover)\b")


def workbook_sheet(content: bytes, name: str, wanted: str) -> Sheet:
    """A sheet of a workbook by its name, or the first that is a table; Unreadable where that cannot be."""
    from python_calamine import CalamineError, CalamineWorkbook

    if content.startswith(b"PK"):
        _look_inside(content, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = list(book.sheet_names)
        chosen = _chosen(name, names, wanted)
        rows = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError, RuntimeError, zipfile.BadZipFile) as fault:
        if isinstance(fault, Unreadable):
            raise
        raise Unreadable(f"{name} cannot be read as a workbook: {_short(fault)}.") from None
    lines = [[_text(each) for each in row] for row in rows]
    return sheet_of(name, chosen, lines, "workbook", tuple(each for each in names if each != chosen))


def _chosen(file: str, names: list[str], wanted: str) -> str:
    if not names:
        raise Unreadable(f"{file} has no sheet.")
    if wanted and wanted not in names:
        near = {each.strip().casefold(): each for each in names}.get(wanted.strip().casefold())
        if not near:
            raise Unreadable(f"{file} has no sheet {wanted}. It has: {', '.join(names)}.")
        return near
    return wanted or next((each for each in names if not _NOT_A_TABLE.search(each)), names[0])


def _short(fault: Exception) -> str:
    return " ".join(str(fault).split())[:120] or "it is broken"


def _text(value: object) -> str:
    """A value as it reads: whole numbers without a point, dates as year-month-day, times without seconds."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return f"{value.total_seconds():g} seconds" if isinstance(value, timedelta) else str(value)


def _look_inside(content: bytes, name: str) -> None:
    """Refuse what unpacks to too much, or reaches too far, before anything is made of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            files = packed.infolist()
            if len(files) > _MOST_FILES:
                raise Unreadable(f"{name} is packed of {len(files)} files, which no table needs.")
            room = MOST_UNPACKED
            for each in files:
                with packed.open(each) as part:
                    parts = _parts(part, room, name)
                    if each.filename.startswith("xl/worksheets/") and each.filename.endswith(".xml"):
                        room -= _excel_reach(parts, name)
                    elif each.filename == "content.xml":
                        room -= _OpenDocument(name).reach(parts)
                    else:
                        room -= sum(map(len, parts))
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError) as fault:
        raise Unreadable(f"{name} cannot be unpacked as a workbook: {_short(fault)}.") from None
    except expat.ExpatError as fault:
        raise Unreadable(f"{name} is no sound workbook: {_short(fault)}.") from None


def _parts(part: IO[bytes], room: int, name: str) -> Iterator[bytes]:
    while piece := part.read(1 << 16):
        room -= len(piece)
        if room < 0:
            raise Unreadable(f"{name} unpacks to more than {MOST_UNPACKED // 1_000_000} MB, the most that is read.")
        yield piece


def _excel_reach(parts: Iterator[bytes], name: str) -> int:
    """The bytes of a sheet's XML; Unreadable where its cells reach too far."""
    bytes_read, right, down, before = 0, 0, 0, b""
    for piece in parts:
        bytes_read += len(piece)
        for letters, number in _CELL.findall(before + piece):
            at = 0
            for letter in letters:
                at = at * 26 + letter - 64
            right, down = max(right, at), max(down, int(number))
        _reach(right, down, name)
        before = piece[-20:]
    return bytes_read


def _reach(right: int, down: int, name: str) -> None:
    if right * down > MOST_CELLS:
        raise Unreadable(
            f"{name} reaches over {down:,} rows and {right:,} columns, more than is read. Delete what is "
            "empty below and beside the table."
        )


class _OpenDocument:
    """How far the filled cells of an OpenDocument sheet reach, where a cell or a row may be said to repeat."""

    def __init__(self, name: str) -> None:
        self._name, self._row, self._times, self._column, self._filled = name, 0, 1, 0, 0
        self._right = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end

    def reach(self, parts: Iterator[bytes]) -> int:
        """The bytes of the XML; Unreadable where cells reach too far."""
        bytes_read = 0
        for piece in parts:
            bytes_read += len(piece)
            self._parser.Parse(piece, False)
        self._parser.Parse(b"", True)
        return bytes_read

    def _begin(self, tag: str, about: dict[str, str]) -> None:
        if tag == "table:table":
            self._row = self._right = 0
        elif tag == "table:table-row":
            self._times, self._column, self._filled = _number(about, "table:number-rows-repeated"), 0, 0
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._column += _number(about, "table:number-columns-repeated")
            if "office:value-type" in about or "table:formula" in about:
                self._filled = self._column

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._times
            if self._filled:
                self._right = max(self._right, self._filled)
                _reach(self._right, self._row, self._name)


def _number(about: dict[str, str], key: str) -> int:
    text = about.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
