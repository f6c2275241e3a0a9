"""The mapping of a table's columns, read as strictly as a record."""

from pathlib import Path
from typing import Any

from rightdoor.records.edits import EditRefused
from rightdoor.records.grammar import judge_source
from rightdoor.records.read import MAX_BYTES, Unreadable, read_source
from rightdoor.records.report import one_line

KIND = "table-mapping"
_MOST = 4 * MAX_BYTES
_SAID = 10


def read_mapping(file: Path) -> dict[str, Any]:
    """The data of a mapping; EditRefused says each place that is wrong."""
    try:
        with file.open("rb") as there:
            raw = there.read(_MOST + 1)
        source = read_source(raw, file.name, max_bytes=_MOST)
        problems = judge_source(source, KIND)
    except Unreadable as fault:
        problems = list(fault.problems)
    except OSError as fault:
        raise EditRefused(f"{file} cannot be read: {fault.strerror}.") from None
    if problems:
        said = (f"{file.name}:{each.line}:{each.column}  {each.message} {each.tip}".rstrip() for each in problems)
        raise EditRefused("\n".join(map(one_line, list(said)[:_SAID])))
    return source.data
