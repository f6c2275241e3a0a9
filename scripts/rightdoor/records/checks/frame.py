"""What every check is given and how it says what it found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem

if TYPE_CHECKING:
    from rightdoor.records.marks import Mark
    from rightdoor.records.read import Source

Path: TypeAlias = tuple[str | int, ...]
Leaf: TypeAlias = tuple[Path, str]
Found = TypeVar("Found")


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

    def texts(self, *names: str) -> Iterator[Leaf]:
        """The texts that stand in any of these fields, wherever they are in the record."""
        for name in names:
            yield from self.leaves.get(name, ())


def _collect(value: Any, path: Path, within: str, found: dict[str, list[Leaf]]) -> None:
    if isinstance(value, str):
        found.setdefault(within, []).append((path, value))
    elif isinstance(value, dict):
        for name, each in value.items():
            _collect(each, (*path, name), name, found)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            _collect(each, (*path, index), within, found)


@dataclass(frozen=True, slots=True)
class Context:
    """What a check of the whole directory needs beside it: the day, and where each field of a file stands.

    `broken` are the kinds and ids of records whose file is there but cannot be used: naming one is no fault.
    """

    today: date
    mark: "Callable[[str, Path], Mark]"
    broken: frozenset[tuple[str, str]] = frozenset()
    known: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, work_out: Callable[[], Found]) -> Found:
        """What several checks need, worked out by the first that asks."""
        if name not in self.known:
            self.known[name] = work_out()
        found: Found = self.known[name]
        return found


class OncePerGrammar(Generic[Found]):
    """Something worked out from the grammar once, because the grammar is the same for every record of a run."""

    def __init__(self, work_out: Callable[[Grammar], Found]) -> None:
        """Remember how to work it out."""
        self._work_out = work_out
        self._known: tuple[Grammar, Found] | None = None

    def __call__(self, grammar: Grammar) -> Found:
        """What was worked out from this grammar."""
        if self._known is None or self._known[0] is not grammar:
            self._known = grammar, self._work_out(grammar)
        return self._known[1]


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
