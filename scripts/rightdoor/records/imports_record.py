"""The record of an import: what the source is, and for each entry a digest of each field as it was last taken over.

A source with many entries has several files (`northfeed.yaml`, `northfeed-2.yaml`), since a record has at most 64 KB.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.held import Held
from rightdoor.records.report import one_line
from rightdoor.records.walk import FOLDER, LONGEST_ID
from rightdoor.records.write import written

KIND = "imports"
BEGINNING = "# What was last taken over, field by field. Written by: rightdoor import\n"
LONGEST_NAME = LONGEST_ID - len("-9999")
_ROOM = 48 * 1024
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_LONGEST = {"format": 120, "address": 400}


@dataclass(frozen=True, slots=True)
class Origin:
    """A source: what it is called here (an id), the area its services go to, its format and where it was read.

    `basis` says by what its services tell who lives in the area; without it the area stays unknown.
    """

    name: str
    area: str
    format: str = ""
    address: str = ""
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that was imported before: its kind and id here, its id there, and a digest for each field."""

    kind: str
    id: str
    source_id: str
    fields: Mapping[str, str] = field(default_factory=dict)


def digest(value: Any) -> str:
    """Twelve letters that tell one value of a field from any other; "" for none.

    Letters alone, lest one be read as a number or as a telephone number.
    """
    if value is None:
        return ""
    plain = json.dumps(value, sort_keys=True, ensure_ascii=False)
    found = hashlib.sha256(plain.encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return found.translate(_LETTERS)


def known_of(records: Iterable[Held], origin: Origin) -> dict[tuple[str, str], Known]:
    """What was imported from a source, by kind and its id there; EditRefused where it serves another area here."""
    found: dict[tuple[str, str], Known] = {}
    for data in _own(records, origin):
        if data.get("area") != origin.area:
            raise EditRefused(
                f"The source {origin.name} is imported for {data.get('area')}, not for {origin.area}. "
                "Give it another name with --source. Nothing is written."
            )
        for row in data.get("entries", ()):
            kind = "service" if "service" in row else "organization"
            found[kind, row["source_id"]] = Known(
                kind, row[kind], row["source_id"], dict(each.split(" ") for each in row["fields"])
            )
    return found


def record_edits(
    records: Iterable[Held], origin: Origin, known: Iterable[Known], today: date, *, touched: bool
) -> Iterator[Edit]:
    """The files of a source as they are to be; its day is today only where something else changes too."""
    there = {each.file: each for each in records if each.found.kind == KIND}
    own = sorted((f for f, each in there.items() if each.source.data.get("source") == origin.name), key=_number)
    first = there[own[0]].source.data if own else {}
    day = today.isoformat() if touched or not own else first.get("imported", today.isoformat())
    head = {"source": origin.name, "area": origin.area, "imported": day}
    for name, value in (("format", origin.format), ("address", origin.address)):
        value = one_line(value)[: _LONGEST[name]] or first.get(name, "")
        head |= {name: value} if value else {}
    files = []
    for number, rows in enumerate(_portions(known), 1):
        file = f"{FOLDER}/{KIND}/{origin.name}{f'-{number}' if number > 1 else ''}.yaml"
        if file in there and file not in own:
            raise EditRefused(f"{file} is the file of another source. Give this one another name with --source.")
        files.append(file)
        text = BEGINNING + written({**head, "entries": rows}, KIND)
        yield Edit(file, there[file].source.raw if file in there else None, text.encode())
    yield from (Edit(file, there[file].source.raw, None) for file in own if file not in files)


def _own(records: Iterable[Held], origin: Origin) -> Iterator[dict[str, Any]]:
    for each in records:
        if each.found.kind == KIND and each.source.data.get("source") == origin.name:
            yield each.source.data


def _portions(known: Iterable[Known]) -> Iterator[list[dict[str, Any]]]:
    """The rows of each file, in order of kind and id."""
    rows: list[dict[str, Any]] = []
    size = 0
    for each in sorted(known, key=lambda each: (each.kind, each.id)):
        row = {
            each.kind: each.id,
            "source_id": each.source_id,
            "fields": [f"{name} {each.fields[name]}" for name in each.fields],
        }
        length = len(json.dumps(row, ensure_ascii=False).encode()) + 8 * (len(each.fields) + 4)
        if rows and size + length > _ROOM:
            yield rows
            rows, size = [], 0
        rows.append(row)
        size += length
    if rows:
        yield rows


def _number(file: str) -> tuple[int, str]:
    """Files of a source in their order: that without a number is the first."""
    return len(file), file
