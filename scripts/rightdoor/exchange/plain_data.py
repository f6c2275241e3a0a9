"""A book as JSON: an object for each row, with the keys of the columns.

Nothing is lost but shades. Dates are written 2026-11-23, shares as numbers from 0 to 1. What is not known is left out
of its row: nothing stands in for it.
"""

import json
from datetime import date
from typing import Any

from rightdoor.model.table import Book, For, Shaded, Table, Value


def json_of(book: Book) -> bytes:
    """The whole book, a line for each row; equal books give equal bytes."""
    head = {"title": book.title, "date": book.day.isoformat(), **book.facts}
    parts = [f"{_text(name)}: {_text(value)}" for name, value in head.items()]
    parts += [f"{_text(table.name)}: {_table(table)}" for table in book.tables]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def rows_of(table: Table) -> list[dict[str, Any]]:
    """Each row by the keys of its columns, as plain values and without what is not known."""
    told = table.only(For.PROGRAMS)
    keys = [column.key for column in told.columns]
    return [
        {key: _plain(value) for key, value in zip(keys, row, strict=True) if value is not None} for row in told.rows
    ]


def _table(table: Table) -> str:
    rows = ",\n".join(map(_text, rows_of(table)))
    return f'{{"about": {_text(table.note)}, "rows": [\n{rows}\n]}}'


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _plain(value: Value) -> object:
    if isinstance(value, Shaded):
        return value.words
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
