"""Records as a table of columns, which a browser gets in three fifths of the bytes; `directory/table.js` reads it back.

A column has one value for each record, null where it says nothing. A name within a name makes a path
("criteria.age.limit"). The lists of a column are put end to end with the number of parts of each: named values as a
table of their own, words as a column. A column in which values come again names each `of` them once, and says which
stands `at` each record.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]


def table(records: Sequence[Record]) -> dict[str, Any]:
    """The table of some records."""
    rows = [dict(_paths(each)) for each in records]
    paths = dict.fromkeys(path for row in rows for path in row)
    return {"rows": len(rows), "columns": {path: _column([row.get(path) for row in rows]) for path in paths}}


def _paths(record: Record, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record with the path to it; an empty part is a value too."""
    for name, value in record.items():
        if isinstance(value, Mapping) and value:
            yield from _paths(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _column(values: list[Any]) -> Any:
    parts = [part for each in values if isinstance(each, list) for part in each]
    counts = [None if each is None else len(each) for each in values] if parts else []
    if parts and all(isinstance(part, Mapping) for part in parts):
        return {"counts": _once(counts), "table": table(parts)}
    if parts and all(isinstance(part, str) for part in parts):
        return {"counts": _once(counts), "parts": _once(parts)}
    return _once(values)


def _once(values: list[Any]) -> Any:
    """A column as it is, or with each different value once where most come again."""
    places: dict[str, int] = {}
    at = [places.setdefault(json.dumps(each, sort_keys=True), len(places)) for each in values]
    return {"of": [json.loads(each) for each in places], "at": at} if 2 * len(places) < len(values) else values
