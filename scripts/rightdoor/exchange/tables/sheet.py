"""A sheet as texts: its headings, and its rows with the numbers that a spreadsheet shows beside them."""

from dataclasses import dataclass, field
from typing import NamedTuple

MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_LETTERS = 20_000
"""Letters of one cell; what is longer is cut, and a note says so."""


class Unreadable(ValueError):
    """A file that is no table; the message says why, in a sentence."""


class Row(NamedTuple):
    """A row: its number in the spreadsheet, from 1, and a text for each heading."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `others` are the names of the other sheets of its file; a sheet that is not `whole` was cut short."""

    file: str
    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    form: str
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    whole: bool = field(default=True)


def sheet_of(file: str, name: str, lines: list[list[str]], form: str, others: tuple[str, ...] = ()) -> Sheet:
    """The sheet that lines of texts make: the first one with two or more filled cells holds the headings."""
    at = next((at for at, line in enumerate(lines) if sum(bool(each.strip()) for each in line) > 1), None)
    if at is None:
        raise Unreadable(f"{file} holds no row of headings: one with a heading over each of two or more columns.")
    notes = [f"The headings are in row {at + 1}; the rows above are not read."] if any(map(any, lines[:at])) else []
    wide = max((place for place, each in enumerate(lines[at], 1) if each.strip()), default=0)
    rows, kept, extra = [], lines[at + 1 : at + 1 + MOST_ROWS], []
    for number, line in enumerate(kept, at + 2):
        cells = tuple(each[:MOST_LETTERS] for each in line[:wide])
        if any(each.strip() for each in cells):
            rows.append(Row(number, cells + ("",) * (wide - len(cells))))
        if any(each.strip() for each in line[wide:]):
            extra.append(number)
        if any(len(each) > MOST_LETTERS for each in line):
            notes.append(f"Row {number} has a cell of more than {MOST_LETTERS:,} letters; the rest of it is not read.")
    if extra:
        said = ", ".join(map(str, extra[:10]))
        notes.append(f"Cells without a heading above them are not read, in rows: {said}.")
    whole = len(lines) <= at + 1 + MOST_ROWS
    if not whole:
        notes.append(f"Only the first {MOST_ROWS:,} rows are read.")
    if wide > MOST_COLUMNS:
        raise Unreadable(f"{file} has {wide} columns; {MOST_COLUMNS} are the most that are read.")
    return Sheet(file, name, _named(lines[at][:wide]), tuple(rows), form, others, tuple(notes), whole)


def _named(headings: list[str]) -> tuple[str, ...]:
    """The headings, each once: a second one of a name says so, and an empty one gets the place of its column."""
    found: list[str] = []
    for at, each in enumerate(headings, 1):
        name = " ".join(each.replace("\ufeff", "").split())[:200] or f"column {at}"
        again = 2
        whole = name
        while whole in found:
            whole, again = f"{name} ({again})", again + 1
        found.append(whole)
    return tuple(found)
