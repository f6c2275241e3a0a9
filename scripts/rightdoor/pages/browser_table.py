"""Records as a table of columns, which a browser gets in half the bytes; `directory/table.js` reads it back.

A column has one value for each record, null where it says nothing. A name within a name makes a path
("criteria.age.limit"). The lists of a column are put end to end with the number of parts of each: named values as a
table of their own, words as a column. A column of a few values that come again and again names each `of` them once, and
says with one letter which stands `at` each record. Where a record names others, one of the same table is the number of
its row: what is no number is an id. An id says `by` which words of the name it is made: A is the first, B the second.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Record = dict[str, Any]
LETTERS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""One for each place: letters that JSON writes as they are, one byte each."""

NAMING = ("to", "declined", "via")
"""The names under which a record names others by id."""

TOGETHER = ("id", "name", "organization")
"""Names share words, so these columns stand first and next to one another, where gzip looks for what it has seen."""

SELDOM = 4
"""How often, on average, values must come again for letters to weigh less than gzip makes of the values themselves."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[A-Za-z0-9]+")


def table(records: Sequence[Record]) -> dict[str, Any]:
    """The table of some records, its columns in order as `[path, column]`."""
    made = _table(records, {each["id"]: row for row, each in enumerate(records) if "id" in each})
    if all(_ID.fullmatch(each.get("id", "")) and each.get("name") for each in records):
        shortened = {"by": [_shortened(each["id"], each["name"]) for each in records]}
        made["columns"] = [[path, shortened if path == "id" else column] for path, column in made["columns"]]
    return made


def _table(records: Sequence[Record], rows: Mapping[str, int]) -> dict[str, Any]:
    told = [dict(_paths(each)) for each in records]
    paths = dict.fromkeys(path for each in told for path in each)
    columns = [[path, _column(path, [each.get(path) for each in told], rows)] for path in paths]
    return {"rows": len(records), "columns": sorted(columns, key=_place)}


def _place(column: list[Any]) -> tuple[int, bool, str]:
    """Columns alike stand together: names, other texts, then letters."""
    path, values = column
    return TOGETHER.index(path) if path in TOGETHER else len(TOGETHER), isinstance(values, dict), path


def _paths(record: Record, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record with the path to it; an empty part is a value too."""
    for name, value in record.items():
        if isinstance(value, dict) and value:
            yield from _paths(value, f"{before}{name}.")
        else:
            yield before + name, value


def _column(path: str, values: list[Any], rows: Mapping[str, int]) -> Any:
    parts = [part for each in values if type(each) is list for part in each]
    kinds = {type(part) for part in parts}
    naming = path.rpartition(".")[2] in NAMING
    if kinds not in ({dict}, {str}):
        return _once([_named(each, rows) for each in values] if naming else values)
    counts = _once([None if each is None else len(each) for each in values])
    if kinds == {dict}:
        return {"counts": counts, "table": _table(parts, rows)}
    return {"counts": counts, "parts": _once([_named(each, rows) for each in parts] if naming else parts)}


def _shortened(id: str, name: str) -> str:
    """An id with a capital letter for each of its parts that is one of the first 26 words of the name."""
    letters = {word.lower(): chr(ord("A") + at) for at, word in reversed([*enumerate(_WORD.findall(name)[:26])])}
    parts = "-".join(letters.get(part, part) for part in id.split("-"))
    return re.sub("(?<=[A-Z])-|-(?=[A-Z])", "", parts)


def _named(value: Any, rows: Mapping[str, int]) -> Any:
    """The row of the record that an id names, or the value where none here has it."""
    return rows.get(value, value) if type(value) is str else value


def _once(values: list[Any]) -> Any:
    """A column as it is, or with each different value once where they are few and most come again."""
    places: dict[str, int] = {}
    # Not the values themselves: lists have no hash, and True would be 1.
    at = [places.setdefault(repr(each), len(places)) for each in values]
    if SELDOM * len(places) >= len(values) or len(places) > len(LETTERS):
        return values
    different = dict(zip(reversed(at), reversed(values), strict=True))
    return {"of": [different[place] for place in range(len(places))], "at": "".join(LETTERS[place] for place in at)}
