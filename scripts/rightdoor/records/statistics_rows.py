"""The rows of a published file of figures, one after another: never the whole file at once, and nothing but a file.

What is wrong ends in a sentence with its line. A file with anything wrong in it is not used at all.
"""

import csv
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rightdoor.records.statistics_layouts import Layout, Row, Unfit, layout_of

MOST_BYTES = 100 * 1024 * 1024
LONGEST_LINE = 16 * 1024
MOST_FLAWS = 20
_AS_TEXT = "Take the CSV file as NHS England gives it, or save it as “CSV UTF-8”."
_KINDS = ((b"PK\x03\x04", "a zip or Excel file"), (b"%PDF", "a PDF"), (b"\xd0\xcf\x11\xe0", "an Excel file"))
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a file: the line (from 1, 0 for the file itself), what is found, and what to do."""

    line: int
    said: str
    tip: str = ""


@dataclass(slots=True)
class Reading:
    """A file while it is read: its layout, how many rows it had, and what is wrong with it."""

    path: Path
    layout: Layout | None = None
    rows: int = 0
    line: int = 0
    flaws: list[Flaw] = field(default_factory=list)
    _bytes: int = 0

    def __iter__(self) -> Iterator[tuple[int, Row]]:
        """Each row with its line. Flaws are noted; after too many, or one that ends all sense, there are no more."""
        try:
            yield from self._rows()
        except Unfit as fault:
            self.refuse(fault)
        except OSError as fault:
            self.flaws.append(Flaw(0, f"This file cannot be read: {fault.strerror}."))
        except csv.Error as fault:
            self.flaws.append(Flaw(self.line, f"This line cannot be read as CSV: {fault}.", "Look for a stray quote."))

    def refuse(self, fault: Unfit) -> None:
        """Note what is wrong with the line that was read last."""
        self.flaws.append(Flaw(self.line, fault.said, fault.tip))

    def _rows(self) -> Iterator[tuple[int, Row]]:
        table = csv.reader(self._lines(), strict=True)
        header = next(table, None)
        if not header:
            raise Unfit("This file is empty.", _AS_TEXT)
        self.layout = layout_of(header)
        for cells in table:
            if len(self.flaws) >= MOST_FLAWS:
                return
            if not cells:
                continue
            self.rows += 1
            if len(cells) != len(header):
                self.refuse(Unfit(f"This line has {len(cells)} cells; the first line has {len(header)}."))
                continue
            try:
                row = self.layout.row(cells)
            except Unfit as fault:
                self.refuse(fault)
                continue
            yield self.line, row

    def _lines(self) -> Iterator[str]:
        """The lines of the file as text."""
        handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(handle, "rb") as there:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unfit("This is not an ordinary file.")
            while line := there.readline(LONGEST_LINE + 1):
                self.line += 1
                yield self._text_of(line)

    def _text_of(self, line: bytes) -> str:
        self._bytes += len(line)
        if self.line == 1:
            line = self._first(line)
        if b"\0" in line:
            raise Unfit("This line holds a NUL byte, which no CSV file has.", _AS_TEXT)
        if len(line) > LONGEST_LINE:
            raise Unfit(f"This line is longer than {LONGEST_LINE:,} bytes.", _AS_TEXT)
        if self._bytes > MOST_BYTES:
            most = MOST_BYTES // 1024 // 1024
            raise Unfit(f"The file is larger than {most} MB.", "Leave out the rows that are not needed.")
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError as fault:
            said = f"This line holds the byte 0x{line[fault.start]:02X}, which is not UTF-8 text."
            raise Unfit(said, _AS_TEXT) from None

    def _first(self, line: bytes) -> bytes:
        """The first line without the mark that some programs put before it."""
        for begins, what in _KINDS:
            if line.startswith(begins):
                raise Unfit(f"This is {what}, not a CSV file.", "Unpack it first, or save the sheet as “CSV UTF-8”.")
        if line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Unfit("This file is in UTF-16.", _AS_TEXT)
        return line.removeprefix(_BOM)
