"""Gives areas the boundaries that they name: each file of `directory/boundaries/`, read once and kept in the cache."""

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from rightdoor.model.area import Area
from rightdoor.model.boundary import Ring
from rightdoor.model.problem import Level, Problem
from rightdoor.records.boundary import MAX_BYTES, read_boundary
from rightdoor.records.cache import digest_of, open_cache
from rightdoor.records.opening import read_regular


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The rings of each file by its name, and what is wrong with the others."""

    rings: Mapping[str, tuple[Ring, ...]]
    problems: tuple[Problem, ...] = ()

    def put_in(self, areas: Iterable[Area]) -> list[Area]:
        """The areas with the rings of the boundaries that they name."""
        return [
            replace(area, boundary=replace(area.boundary, rings=rings))
            if area.boundary and (rings := self.rings.get(area.boundary.file))
            else area
            for area in areas
        ]

    @property
    def broken(self) -> frozenset[tuple[str, str]]:
        """The files that are there and cannot be read: to name one is no fault of the area."""
        return frozenset(("boundary", PurePosixPath(each.file).name) for each in self.problems)


def read_boundaries(root: Path, files: Iterable[str], *, cache: bool) -> Boundaries:
    """The boundaries of a project."""
    kept = open_cache(root, wanted=cache, name="boundaries")
    rings, problems = {}, []
    for file in files:
        try:
            raw, _ = read_regular(root / file, MAX_BYTES + 1)
        except OSError as fault:
            said = f"This file cannot be read: {fault.strerror}."
            problems.append(Problem(file, 1, 1, Level.ERROR, "file-kind", said, "Put an ordinary file in its place."))
            continue
        packed = kept.find(file, digest := digest_of(raw))
        found, faults = (marshal.loads(packed), ()) if packed else read_boundary(raw, file)
        problems += faults
        if found:
            kept.keep(file, digest, packed or marshal.dumps(found))
            rings[PurePosixPath(file).name] = found
    kept.write()
    return Boundaries(rings, tuple(problems))
