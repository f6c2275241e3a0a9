"""What every check is given and how it says what it found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem

if TYPE_CHECKING:
    from rightdoor.records.marks import Mark
    from rightdoor.records.read import Source

Path: TypeAlias = tuple[str | int, ...]
Leaf: TypeAlias = tuple[Path, str]


@dataclass(frozen=True)
class Record:
    """One file: its kind (service, organization, area, vignette…), its path, its id and what it holds."""

    kind: str
    file: str
    id: str
    source: "Source"

    @property
    def data(self) -> Mapping[str, Any]:
        """The fields of the file as plain data."""
        return self.source.data

    @cached_property
    def leaves(self) -> Mapping[str, list[Leaf]]:
        """Every text of the record by the field it stands in, found in one walk for all checks."""
        found: dict[str, list[Leaf]] = {}
        _collect(self.data, (), "", found)
        return found

    def texts(self, *fields: str) -> Iterator[Leaf]:
        """The texts that stand in any of these fields, wherever they are in the record."""
        for field in fields:
            yield from self.leaves.get(field, ())


def _collect(value: Any, path: Path, field: str, found: dict[str, list[Leaf]]) -> None:
    if isinstance(value, str):
        found.setdefault(field, []).append((path, value))
    elif isinstance(value, dict):
        for name, each in value.items():
            _collect(each, (*path, name), name, found)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            _collect(each, (*path, index), field, found)


@dataclass(frozen=True, slots=True)
class Context:
    """What a check of the whole directory needs beside it: the day, and where each field of a file stands."""

    today: date
    mark: "Callable[[str, Path], Mark]"


class RecordCheck(Protocol):
    """A module that checks one file and looks at nothing else, so that its findings can be kept with the file."""

    CODE: str
    LEVEL: Level

    def check_record(self, record: Record, grammar: Grammar) -> Iterator[Problem]:
        """The problems of one file."""
        ...


class DirectoryCheck(Protocol):
    """A module that checks records against one another, or against the day."""

    CODE: str
    LEVEL: Level

    def check_directory(self, directory: Directory, context: Context) -> Iterator[Problem]:
        """The problems of the whole directory."""
        ...


def problem(record: Record, path: Path, code: str, level: Level, message: str, tip: str = "") -> Problem:
    """A problem at a place of one file."""
    mark = record.source.mark(path)
    return Problem(record.file, mark.line, mark.column, level, code, message, tip)


def problem_in(
    context: Context, file: str, path: Path, code: str, level: Level, message: str, tip: str = ""
) -> Problem:
    """A problem at a place of any file of the directory."""
    mark = context.mark(file, path)
    return Problem(file, mark.line, mark.column, level, code, message, tip)
