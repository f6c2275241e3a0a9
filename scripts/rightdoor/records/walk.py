"""Which files are records: found below `directory/` in a stable order; anything else there is a problem.

Nothing is followed out of the tree and nothing but a regular file is ever opened: a link, a pipe or a device in a
contribution must not make the check read somebody's files or wait for ever.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rightdoor.model.problem import Level, Problem

FOLDER = "directory"
KIND_OF_FOLDER = {
    "services": "service",
    "organizations": "organization",
    "areas": "area",
    "vignettes": "vignette",
    "snapshots": "snapshots",
    "statistics": "statistics",
    "imports": "imports",
}
KIND_OF_FILE = {
    "tombstones.yaml": "tombstones",
    "disproved-numbers.yaml": "disproved-numbers",
    "exceptions.yaml": "exceptions",
}
REFUSALS = "refusals"
"""The folder of counts of refused referrals, and the kind of record: a folder for each year, a file for each area."""
BOUNDARIES = "boundaries"
"""The folder of the boundaries that areas name: they are shapes and no records (records/boundaries.py)."""
KINDS = (*KIND_OF_FOLDER.values(), *KIND_OF_FILE.values(), REFUSALS)
LONGEST_ID = 60

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_YEAR = re.compile(r"20[0-9]{2}\Z")
_BESIDE = frozenset({"README.md", "LICENSE", "LICENSE.md", "LICENSE.txt"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file that should be a record: its kind, its path in the project (forward slashes) and its id."""

    kind: str
    file: str
    id: str


@dataclass(slots=True)
class Walk:
    """What was found below `directory/`: records and boundaries in order of path, and what does not belong there."""

    found: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    boundaries: list[str] = field(default_factory=list)

    def refuse(self, file: str, code: str, message: str, tip: str) -> None:
        """Note a file that is not read."""
        self.problems.append(Problem(readable(file), 1, 1, Level.ERROR, code, message, tip))


def walk(root: Path) -> Walk:
    """Find every record of a project, without opening any."""
    seen = Walk()
    if (root / FOLDER).is_symlink():
        seen.refuse(FOLDER, "file-kind", "This is a link to another place.", "Put the folder itself here.")
        return seen
    for entry in _entries(root / FOLDER, FOLDER, seen):
        file = f"{FOLDER}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if entry.name in KIND_OF_FOLDER:
                _walk_kind(Path(entry.path), file, KIND_OF_FOLDER[entry.name], seen)
            elif entry.name == REFUSALS:
                _walk_years(Path(entry.path), file, seen)
            elif entry.name == BOUNDARIES:
                _walk_boundaries(Path(entry.path), file, seen)
            else:
                known = ", ".join((*KIND_OF_FOLDER, REFUSALS, BOUNDARIES))
                seen.refuse(file, "stray-file", "This folder holds no records.", f"Use one of the folders {known}.")
        elif entry.name in KIND_OF_FILE:
            seen.found.append(Found(KIND_OF_FILE[entry.name], file, entry.name.removesuffix(".yaml")))
        elif entry.name not in _BESIDE:
            seen.refuse(file, "stray-file", "This file is not in a folder of records.", _where_to(entry.name))
    _refuse_twins(seen)
    return seen


def readable(file: str) -> str:
    """A path as messages show it: on one line, with anything unprintable or undecodable spelled out."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in file)


def _walk_kind(folder: Path, place: str, kind: str, seen: Walk) -> None:
    for entry in _entries(folder, place, seen):
        file = f"{place}/{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            if kind == "service" and entry.name not in _BESIDE:
                tip = "Move it into the folder of its area, or into national."
                seen.refuse(file, "stray-file", "This file is not in the folder of an area.", tip)
            else:
                _take(entry, file, kind, seen)
        elif kind != "service":
            seen.refuse(file, "stray-file", f"Only services are kept in folders; {place} holds files.", "Move it up.")
        elif is_id(entry.name):
            _walk_files(Path(entry.path), file, "service", seen)
        else:
            seen.refuse(file, "file-name", f"The folder {readable(entry.name)} is not named for an area.", _ID_TIP)


def _walk_years(folder: Path, place: str, seen: Walk) -> None:
    for entry in _entries(folder, place, seen):
        file = f"{place}/{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            if entry.name not in _BESIDE:
                tip = f"Move it into the folder of its year, such as {place}/2026."
                seen.refuse(file, "stray-file", "This file is not in the folder of a year.", tip)
        elif _YEAR.match(entry.name):
            _walk_files(Path(entry.path), file, REFUSALS, seen)
        else:
            tip = "Name it with four digits, such as 2026."
            seen.refuse(file, "file-name", f"The folder {readable(entry.name)} is not named for a year.", tip)


def _walk_boundaries(folder: Path, place: str, seen: Walk) -> None:
    for entry in _entries(folder, place, seen):
        file = f"{place}/{entry.name}"
        name, ending = os.path.splitext(entry.name)
        if entry.is_file(follow_symlinks=False) and ending == ".geojson" and is_id(name):
            seen.boundaries.append(file)
        elif entry.name not in _BESIDE:
            tip = "Name it as its area, in small letters, and .geojson: northvale.geojson."
            seen.refuse(file, "stray-file", f"{readable(entry.name)} is not the file of a boundary.", tip)


def _walk_files(folder: Path, place: str, kind: str, seen: Walk) -> None:
    for entry in _entries(folder, place, seen):
        file = f"{place}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            holder = "an area" if kind == "service" else "a year"
            seen.refuse(file, "stray-file", f"A folder lies inside the folder of {holder}.", "Move its files up.")
        else:
            _take(entry, file, kind, seen)


def _take(entry: os.DirEntry[str], file: str, kind: str, seen: Walk) -> None:
    name, ending = os.path.splitext(entry.name)
    if ending == ".yaml" and is_id(name):
        # One area has a file in each year, and no two records of a kind may share an id.
        own = f"{name}-{file.split('/')[-2]}" if kind == REFUSALS else name
        seen.found.append(Found(kind, file, own))
    elif ending.lower() in (".yaml", ".yml"):
        wrong = f"The file name {readable(entry.name)} is not an id followed by .yaml."
        seen.refuse(file, "file-name", wrong, f"Rename it to {_as_id(name)}.yaml. {_ID_TIP}")
    elif entry.name not in _BESIDE:
        seen.refuse(file, "stray-file", f"The file {readable(entry.name)} is not a record.", _where_to(entry.name))


def _entries(folder: Path, place: str, seen: Walk) -> Iterator[os.DirEntry[str]]:
    """The entries of a folder by name; hidden ones are passed over, links and devices are refused."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted((each for each in listed if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError as fault:
        seen.refuse(place, "file-kind", f"This folder cannot be opened: {fault.strerror}.", "Mend its permissions.")
        return
    for entry in entries:
        file = f"{place}/{entry.name}"
        if entry.is_symlink():
            seen.refuse(file, "file-kind", "This is a link to another place.", "Put the file itself here.")
        elif entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
            yield entry
        else:
            seen.refuse(file, "file-kind", "This is a device, a pipe or a socket, not a file.", "Delete it.")


def _refuse_twins(seen: Walk) -> None:
    """Two files of one kind with one id: the first is read, so that the second spoils nothing that names it.

    Names that differ only in capitals are the same file on some computers.
    """
    first: dict[tuple[str, str], str] = {}
    for each in sorted(seen.found, key=lambda each: each.file):
        other = first.setdefault((each.kind, each.id), each.file)
        if other != each.file:
            seen.refuse(
                each.file, "duplicate-id", f"The id {each.id} is already used by {other}.", "Rename one of them."
            )
    seen.found = [each for each in seen.found if first[each.kind, each.id] == each.file]
    names = {each.file.casefold(): each.file for each in seen.found}
    seen.problems = [_as_twin(problem, names.get(problem.file.casefold())) for problem in seen.problems]


def _as_twin(problem: Problem, other: str | None) -> Problem:
    """The same problem, or the better reason where the name is another file's in capitals."""
    if other is None or other == problem.file:
        return problem
    message = f"Only capital letters set this name apart from {other}."
    tip = "Keep one of the two: on some computers they are the same file."
    return replace(problem, code="case-only-difference", message=message, tip=tip)


_ID_TIP = f"An id has small letters, digits and single hyphens, at most {LONGEST_ID}: northvale-crisis-team."


def is_id(name: str) -> bool:
    """Whether a name may be that of a record."""
    return len(name) <= LONGEST_ID and _ID.match(name) is not None


def _as_id(name: str) -> str:
    """The id nearest to a name, for a tip."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:LONGEST_ID].strip("-") or "northvale-crisis-team"


def _where_to(name: str) -> str:
    if os.path.splitext(name)[1].lower() in (".yaml", ".yml"):
        return "Move it into services/<area>, organizations, areas or vignettes."
    return "Move it out of directory, or delete it."
