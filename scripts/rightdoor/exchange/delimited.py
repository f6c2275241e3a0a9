"""A table as CSV (RFC 4180, read on 23 November 2026): commas, lines that end in CR LF, UTF-8 with a mark in front.

The mark tells Excel that the file is UTF-8; other programs pass over it. Nothing is lost but kinds: a date is written
2026-11-23, a share 0.25, several texts are joined by "; ", and an empty place is a value that is not known.

A text that a spreadsheet would take for a formula is disarmed: one apostrophe is set before it. `read` takes it away
again, so what was written is what is read. A text that itself begins with an apostrophe and then such a sign gets a
second one, for the same reason.
"""

import csv
import io

from rightdoor.model.table import Book, For, Shaded, Value

MARK = "\ufeff"
JOINED_BY = "; "
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula, also in the wide forms that East Asian versions of Excel take for the same."""


def csv_of(book: Book, name: str) -> bytes:
    """One table of a book, with its column keys as the header. KeyError where the book has no such table.

    The day and the other facts of the book are repeated in every row, since CSV has no other place for them.
    """
    out, told = io.StringIO(newline=""), book.table(name).only(For.PROGRAMS)
    writer = csv.writer(out, lineterminator="\r\n")
    said = {"date": book.day, **book.facts}
    writer.writerow([*(column.key for column in told.columns), *said])
    after = [_disarmed(_plain(each)) for each in said.values()]
    writer.writerows([*(_disarmed_value(each) for each in row), *after] for row in told.rows)
    return (MARK + out.getvalue()).encode()


def read(content: bytes) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The header and the rows of such a file, as texts. ValueError where a row is not as long as the header."""
    lines = list(csv.reader(io.StringIO(content.decode().removeprefix(MARK), newline=""), strict=True))
    header, rows = tuple(lines[0]), [tuple(_armed(each) for each in row) for row in lines[1:]]
    if wrong := next((at for at, row in enumerate(rows, 2) if len(row) != len(header)), None):
        raise ValueError(f"Row {wrong} has {len(rows[wrong - 2])} values; the header names {len(header)} columns.")
    return header, rows


def text_of(value: Value) -> str:
    """A value as the text that stands for it."""
    if value is None:
        return ""
    if isinstance(value, Shaded):
        return value.words
    return JOINED_BY.join(value) if isinstance(value, tuple) else _plain(value)


def _plain(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _disarmed_value(value: Value) -> str:
    """A number is no text: a minus sign before it starts no formula."""
    text = text_of(value)
    return text if isinstance(value, (int, float)) else _disarmed(text)


def _disarmed(text: str) -> str:
    return f"'{text}" if _is_dangerous(text) else text


def _armed(text: str) -> str:
    return text[1:] if text.startswith("'") and _is_dangerous(text[1:]) else text


def _is_dangerous(text: str) -> bool:
    return text.lstrip("'").startswith(_STARTS_FORMULA)
