"""The strict reader: bytes in, plain data with a place for every part out, or problems in plain words.

One reader serves the command line, the build and continuous integration. Measured with PyYAML 6 (libyaml events):
about 0.3 ms for a record of 80 lines; places are worked out only when somebody asks for one.
"""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from yaml import error

from rightdoor.model.problem import Level, Problem
from rightdoor.records import marks
from rightdoor.records.characters import looks_clean, refused_in
from rightdoor.records.events import MAX_PROBLEMS, Builder, Stopped
from rightdoor.records.marks import Mark, Path
from rightdoor.records.refusals import Said
from rightdoor.records.syntax import explain

MAX_BYTES = 64 * 1024
_SAVE = "Save the file as UTF-8 (in most editors: Save with encoding)."
_ENCODING = Said("not-utf-8", "This file begins with a byte order mark or is in UTF-16.", f"{_SAVE[:-1]}, without BOM.")


class Unreadable(Exception):
    """A file that cannot be read; `problems` says why, with places, sorted and never empty."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems in order of place."""
        super().__init__(problems[0].message)
        self.problems = tuple(sorted(problems))


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its path in the project, its fields as plain data, and its bytes."""

    file: str
    data: dict[str, Any]
    raw: bytes

    def mark(self, path: Path, *, field: bool = False) -> Mark:
        """The place of a value, or with `field` of its field name; of the nearest part around it if it is not there."""
        return marks.find(self.raw, path, field=field)


def read_source(raw: bytes, file: str, *, max_bytes: int = MAX_BYTES) -> Source:
    """Read a record; raises only `Unreadable`."""
    text = _text_of(raw, file, max_bytes)
    builder = Builder(raw, file)
    try:
        data = builder.build()
    except Stopped:
        raise Unreadable(builder.problems) from None
    except error.MarkedYAMLError as fault:
        line, column, said = explain(fault, text)
        known = any(each.line == line + 1 for each in builder.problems)
        raise Unreadable([*builder.problems, *([] if known else [_problem(file, line, column, said)])]) from None
    if builder.problems:
        raise Unreadable(builder.problems)
    return Source(file, data, raw)


def _text_of(raw: bytes, file: str, max_bytes: int) -> str:
    if len(raw) > max_bytes:
        limit = f"This file is larger than {max_bytes // 1024} KB, which is more than a record needs."
        raise Unreadable([_problem(file, 0, 0, Said("file-limits", limit, "Shorten it, or split it into records."))])
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:2]:
        raise Unreadable([_problem(file, 0, 0, _ENCODING)])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start]
        line = before.count(b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8"))
        said = Said("not-utf-8", f"This line holds the byte 0x{raw[fault.start]:02X}, which is not UTF-8 text.", _SAVE)
        raise Unreadable([_problem(file, line, column, said)]) from None
    if not looks_clean(raw, text):
        raise Unreadable(_hidden(text, file))
    return text


def _hidden(text: str, file: str) -> list[Problem]:
    found: dict[tuple[int, str], Problem] = {}
    for index, name, tip in islice(refused_in(text), MAX_PROBLEMS):
        line, before = text.count("\n", 0, index), text.rfind("\n", 0, index) + 1
        said = Said("hidden-character", f"This line holds {name}.", tip)
        found.setdefault((line, name), _problem(file, line, index - before, said))
    return list(found.values())


def _problem(file: str, line: int, column: int, said: Said) -> Problem:
    return Problem(file, line + 1, column + 1, Level.ERROR, *said)
