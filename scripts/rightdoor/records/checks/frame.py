"""What every check is given and how it says what it found."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service

if TYPE_CHECKING:
    from rightdoor.records.marks import Mark
    from rightdoor.records.read import Source

Path: TypeAlias = tuple[str | int, ...]
Leaf: TypeAlias = tuple[Path, str]
Leaves: TypeAlias = defaultdict[str, list[Leaf]]
"""Every text of a record, by the field it stands in; found in one walk for all checks."""
Found = TypeVar("Found")


@dataclass(eq=False)
class Record:
    """One file: its kind (service, organization, area, vignette…), its path, its id and what it holds.

    Not frozen, because one is made for every file of a directory, and a frozen one takes twice as long to make.
    """

    kind: str
    file: str
    id: str
    source: "Source"
    known: dict[str, Any] = field(default_factory=dict)
    leaves: Leaves = field(default_factory=lambda: defaultdict(list))
    collected: int = 0

    @property
    def data(self) -> Mapping[str, Any]:
        """The fields of the file as plain data."""
        return self.source.data

    def once(self, name: str, work_out: Callable[[], Found]) -> Found:
        """What several checks need, worked out by the first that asks."""
        if name not in self.known:
            self.known[name] = work_out()
        found: Found = self.known[name]
        return found

    def texts(self, *names: str) -> Iterator[Leaf]:
        """The texts that stand in any of these fields, wherever they are in the record."""
        _asked_for.update(names)
        if self.collected != len(_asked_for):
            self.collected, self.leaves = len(_asked_for), defaultdict(list)
            _collect(self.data.items(), (), None, self.leaves)
        for name in names:
            if name in self.leaves:
                yield from self.leaves[name]


_asked_for: set[str] = set()
"""The fields that any check has asked for so far: texts in others, which are half of them, need no place."""


def _collect(parts: Iterable[tuple[Any, Any]], path: Path, within: str | None, found: Leaves) -> None:
    """The texts among the parts of a value: its fields, or with `within` the items of the list in that field."""
    for step, value in parts:
        kind = type(value)
        if kind is str:
            if (within or step) in _asked_for:
                found[within or step].append(((*path, step), value))
        elif kind is dict:
            _collect(value.items(), (*path, step), None, found)
        elif kind is list:
            _collect(enumerate(value), (*path, step), within or step, found)


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

    def today_for(self, directory: Directory, service: Service) -> date:
        """The day to measure a service's dates from; worked out once for all that serve the same areas."""
        if not service.fictional:
            return self.today
        areas = service.criteria.area.areas if service.criteria.area else ()
        known: dict[tuple[str, ...], date] = self.once("days", dict)
        day = known.get((*areas, service.folder))
        if day is None:
            day = known[*areas, service.folder] = directory.today_for(service, self.today)
        return day


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
