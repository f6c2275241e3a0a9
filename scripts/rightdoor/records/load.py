"""A project's files as one `Directory`, with every problem at once.

The order is: find the files, read each and judge it alone (from the cache where nothing changed), put the records
together, then check them against one another. `today` is an argument: nothing here asks the clock.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.across import found_across
from rightdoor.records.assemble import part_of, put_together
from rightdoor.records.boundaries import Boundaries, read_boundaries
from rightdoor.records.cache import digest_of, open_cache
from rightdoor.records.checks import excepted
from rightdoor.records.checks.causes import without_consequences
from rightdoor.records.checks.frame import Context
from rightdoor.records.judge import Judged, Task, grammar, unpack
from rightdoor.records.marks import Mark, find
from rightdoor.records.marks import Path as FieldPath
from rightdoor.records.opening import open_record
from rightdoor.records.walk import KINDS, Found, walk
from rightdoor.records.workers import judged

_PLACE = attrgetter(*(each.name for each in fields(Problem)))
"""What problems are sorted by: their own order, worked out once for each."""
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything a project holds, and everything wrong with it.

    `problems` are sorted by place. `counts` has the files found of each kind. `left_out` are the files with errors:
    their records are not in the directory. `digests` tells one content of a file from any other (SHA-256, hex).
    """

    directory: Directory
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    left_out: tuple[str, ...]
    digests: Mapping[str, str]

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(each.level is Level.ERROR for each in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are only said."""
        return len(self.problems) - self.errors

    @property
    def crisis_help_left_out(self) -> tuple[str, ...]:
        """Those left out without which pages would show less crisis help: areas, and the services that areas name."""
        named = {route for area in self.directory.areas.values() for route in area.crisis_routes}
        areas = tuple(each for each in self.left_out if each.startswith("directory/areas/"))
        return areas + tuple(each for each in self.left_out if PurePosixPath(each).stem in named and each not in areas)


def load(
    root: Path,
    today: date,
    *,
    keep_going: bool = False,
    cache: bool = True,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Loaded:
    """Load the project in `root` as it stands on the day `today`.

    With `keep_going` also the records that are wrong beside others are left out of the directory; what refers to a
    record that was left out is said and stays.
    """
    with _collector_at_rest():
        reading = _Reading(root, progress)
        reading.read_all(cache=cache, jobs=jobs)
        directory = put_together(reading.parts_by_kind(), grammar())
        context = Context(today=today, mark=_marker(root, reading.digests), broken=reading.broken())
        reading.problems.extend(found_across(directory, context, jobs))
        reading.except_some(context.mark)
        if keep_going and reading.leave_out_wrong():
            directory = put_together(reading.parts_by_kind(), grammar())
        return reading.result(directory)


@dataclass(slots=True)
class _Reading:
    """The files on their way to becoming a directory."""

    root: Path
    progress: Progress | None
    found: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parts: dict[str, Any] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)
    boundaries: Boundaries = field(default_factory=lambda: Boundaries({}))
    done: int = 0

    def read_all(self, *, cache: bool, jobs: int | None) -> None:
        """Read and judge every file, from the cache where it is unchanged."""
        seen = walk(self.root)
        self.found, self.problems = seen.found, seen.problems
        kept = open_cache(self.root, wanted=cache)
        for task, known, packed in judged(self._changed(kept.find, kept.keep), jobs):
            kept.keep(task.found.file, self.digests[task.found.file], packed)
            self._accept(task.found, known)
        kept.write()
        self.boundaries = read_boundaries(self.root, seen.boundaries, cache=cache)
        self.problems += self.boundaries.problems

    def parts_by_kind(self) -> dict[str, list[Any]]:
        """What the sound files became, by kind, in the order of their paths."""
        parts: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        for each in self.found:
            if each.file in self.parts:
                parts[each.kind].append(self.parts[each.file])
        parts["area"] = self.boundaries.put_in(parts["area"])
        return parts

    def broken(self) -> frozenset[tuple[str, str]]:
        """The records whose file is there but is not sound: to name one is no fault of whoever does."""
        records = frozenset((each.kind, each.id) for each in self.found if each.file not in self.parts)
        return records | self.boundaries.broken

    def except_some(self, mark: Callable[[str, FieldPath], Mark]) -> None:
        """Take away what `directory/exceptions.yaml` allows, and what goes when something more basic is mended."""
        for each in self.found:
            if each.kind == "exceptions" and each.file in self.parts:
                rows = self.parts[each.file]["exceptions"]
                self.problems = list(excepted(self.problems, rows, partial(mark, each.file)))
        self.problems = without_consequences(self.problems)

    def leave_out_wrong(self) -> bool:
        """Leave out every record that has an error; whether there was any."""
        wrong = {each.file for each in self.problems if each.level is Level.ERROR} & self.parts.keys()
        for file in wrong:
            del self.parts[file]
        return bool(wrong)

    def result(self, directory: Directory) -> Loaded:
        """What `load` answers."""
        counts = {kind: sum(each.kind == kind for each in self.found) for kind in KINDS}
        left_out = tuple(each.file for each in self.found if each.file not in self.parts)
        digests = {file: digest.hex() for file, digest in self.digests.items()}
        return Loaded(directory, tuple(sorted(set(self.problems), key=_PLACE)), counts, left_out, digests)

    def _changed(
        self, find: Callable[[str, bytes], bytes | None], keep: Callable[[str, bytes, bytes], None]
    ) -> Iterator[Task]:
        """The files the cache does not know; the others are accepted on the way."""
        for each in self.found:
            raw, problems = open_record(self.root, each.file)
            self.problems.extend(problems)
            if raw is None:
                self._count()
                continue
            digest = self.digests[each.file] = digest_of(raw)
            packed = find(each.file, digest)
            if packed is None:
                yield Task(each, raw)
            else:
                keep(each.file, digest, packed)
                self._accept(each, unpack(packed, each.file))

    def _accept(self, found: Found, judged: Judged) -> None:
        self.problems.extend(judged.problems)
        if judged.data is not None:
            self.parts[found.file] = part_of(found.kind, found.file, judged.data)
        self._count()

    def _count(self) -> None:
        self.done += 1
        if self.progress:
            self.progress(self.done, len(self.found))


def _marker(root: Path, digests: Mapping[str, bytes]) -> Callable[[str, FieldPath], Mark]:
    """Where a field stands, by looking into its file once more: only a file with a problem pays for its places."""

    def mark(file: str, path: FieldPath) -> Mark:
        raw, _ = open_record(root, file)
        if raw is None or digest_of(raw) != digests.get(file):
            return Mark(1, 1)  # somebody has just changed it
        return find(raw, path, field=False)

    return mark


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Python's collector looks at every new object again and again; none of these is garbage (a third of the time)."""
    was_on = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
