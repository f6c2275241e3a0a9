"""A table as plain values, and several of them as a book: what a workbook, a CSV file or JSON is written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    DATE = "date"


class For(StrEnum):
    """Who reads a column: people read words, programs read codes and plain numbers."""

    ALL = "all"
    PEOPLE = "people"
    PROGRAMS = "programs"


@dataclass(frozen=True, slots=True)
class Shaded:
    """Words that stand on a shade: 0 is the best of those of its column, and each further one is worse."""

    words: str
    shade: int


Value: TypeAlias = str | int | float | date | tuple[str, ...] | Shaded | None
"""What one place of a table holds. A share is a number from 0 to 1; several texts are a list; None is not known."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs and its title for people.

    `width` is in letters.
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 20
    readers: For = For.ALL


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns: every row has one value for each column. `note` says in words what is told."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""

    def only(self, readers: For) -> "Table":
        """The table as people read it, or as programs do."""
        kept = [at for at, column in enumerate(self.columns) if column.readers in (For.ALL, readers)]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(self.name, self.title, tuple(self.columns[at] for at in kept), rows, self.note)


@dataclass(frozen=True, slots=True)
class Book:
    """Tables that belong together. `facts` are true of all (area, day, version), by their key for programs.

    `said` are the same facts and whatever else a reader must know first, as pairs of a heading and words; a heading
    without words begins a part. `day` is the day on which the tables are true.
    """

    title: str
    day: date
    tables: tuple[Table, ...]
    facts: Mapping[str, str | int | bool] = field(default_factory=dict)
    said: tuple[tuple[str | Shaded, str], ...] = ()

    def table(self, name: str) -> Table:
        """The table of a name; KeyError where there is none."""
        found = {each.name: each for each in self.tables}
        return found[name]
