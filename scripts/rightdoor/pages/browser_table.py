"""Records as a table of columns, which a browser gets in three fifths of the bytes; `directory/table.js` reads it back.

A column has one value for each record, null where it says nothing. A name within a name makes a path
("criteria.age.limit"). The lists of a column are put end to end with the number of parts of each: named values as a
table of their own, words as a column. A column in which values come again names each `of` them once, and says which
stands `at` each record.
"""

from collections.abc import Iterator, Sequence
from typing import Any

Record = dict[str, Any]


def table(records: Sequence[Record]) -> dict[str, Any]:
    """The table of some records."""
    rows = [dict(_paths(each)) for each in records]
    paths = dict.fromkeys(path for row in rows for path in row)
    return {"rows": len(rows), "columns": {path: _column([row.get(path) for row in rows]) for path in paths}}


def _paths(record: Record, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record with the path to it; an empty part is a value too."""
    for name, value in record.items():
        if isinstance(value, dict) and value:
            yield from _paths(value, f"{before}{name}.")
        else:
            yield before + name, value


def _column(values: list[Any]) -> Any:
    parts = [part for each in values if type(each) is list for part in each]
    kinds = {type(part) for part in parts}
    if kinds not in ({dict}, {str}):
        return _once(values)
    counts = _once([None if each is None else len(each) for each in values])
    return {"counts": counts, "table": table(parts)} if kinds == {dict} else {"counts": counts, "parts": _once(parts)}


def _once(values: list[Any]) -> Any:
    """A column as it is, or with each different value once where most come again."""
    places: dict[str, int] = {}
    # Not the values themselves: lists have no hash, and True would be 1.
    at = [places.setdefault(repr(each), len(places)) for each in values]
    if 2 * len(places) >= len(values):
        return values
    different = dict(zip(reversed(at), reversed(values), strict=True))
    return {"of": [different[place] for place in range(len(places))], "at": at}
