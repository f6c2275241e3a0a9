"""What may lie below `directory/` as files: ordinary ones, of the right name, mode and size, and nothing else.

`walk` finds records and passes over what it need not look at. This is stricter, for what strangers send: every name
counts, also hidden ones, and nothing is opened. The same rules hold for a folder and for a commit of git.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from rightdoor.model.problem import Level, Problem
from rightdoor.records import boundary
from rightdoor.records.read import MAX_BYTES
from rightdoor.records.walk import BOUNDARIES, FOLDER, readable, walk

MOST_FILES = 20_000
MOST_FOLDERS = 1_000
"""With one for each area and each year; empty ones count too, since looking into them also takes time."""
MOST_BYTES = 64 * 1024 * 1024
"""Of all files together: as much as a directory of the whole United Kingdom needs many times over."""
DEEPEST = 4
"""directory/services/northvale/northvale-crisis-team.yaml"""
LONGEST_NAME = 100

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
_SUBMODULE = 0o160000


@dataclass(frozen=True, slots=True)
class Item:
    """A file as a listing shows it: its path from the project's folder, its mode as the system has it, its bytes."""

    path: str
    mode: int
    size: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Guarded:
    """What is wrong, and the items in which nothing is."""

    problems: tuple[Problem, ...]
    kept: tuple[Item, ...]


def items_in(root: Path) -> Iterator[Item]:
    """Every file below a project's `directory/`, never following a link; after too many folders the next is named."""
    opened = 0
    waiting = [FOLDER]
    while waiting:
        place = waiting.pop()
        try:
            about = os.lstat(root / place)
        except FileNotFoundError:
            continue
        if not stat.S_ISDIR(about.st_mode):
            yield Item(place, about.st_mode, about.st_size)
            continue
        if opened == MOST_FOLDERS and place.count("/") < DEEPEST - 1:
            yield Item(place, about.st_mode, 0)
            return
        opened += 1
        with os.scandir(root / place) as listed:
            waiting.extend(sorted((f"{place}/{each.name}" for each in listed), reverse=True))


def guard(items: Iterable[Item]) -> Guarded:
    """Judges a listing; one that has more files than any directory is refused before the rest is looked at."""
    found = tuple(islice(items, MOST_FILES + 1))
    if fault := _as_a_whole(found):
        return Guarded((fault,), ())
    first: dict[str, str] = {}
    faults = {each.path: _fault(each) or _twin(each.path, first) for each in found}
    sound = [each for each in found if faults[each.path] is None]
    named = {each.file: each for each in _wrong_names(sound)}
    problems = [*filter(None, faults.values()), *named.values()]
    return Guarded(tuple(sorted(problems)), tuple(each for each in sound if not _is_in(each.path, named)))


def elsewhere(names: Sequence[str]) -> str:
    """A sentence about files that a pull request changes outside `directory/`; "" where there are none."""
    if not names:
        return ""
    shown = ", ".join(readable(each) for each in names[:10]) + (" and more" if len(names) > 10 else "")
    counted, these = (f"{len(names):,} files", "them") if len(names) > 1 else ("a file", "it")
    return (
        f"This pull request also changes {counted} outside {FOLDER}/: {shown}. Nothing of {these} was used here: the "
        "check is the program of the branch that the change is for. Somebody has to read these changes."
    )


def _as_a_whole(found: Sequence[Item]) -> Problem | None:
    if not found:
        return _said(FOLDER, "file-kind", f"There is no folder {FOLDER}, or it is empty.", "Put the records there.")
    if len(found) > MOST_FILES:
        return _said(FOLDER, "file-limits", f"There are more than {MOST_FILES:,} files.", "Delete what is no record.")
    if any(stat.S_ISDIR(each.mode) and each.path.count("/") < DEEPEST - 1 for each in found):
        said = f"There are more than {MOST_FOLDERS:,} folders."
        return _said(FOLDER, "file-limits", said, "Delete those that hold no record.")
    if sum(each.size for each in found) > MOST_BYTES:
        most = f"{MOST_BYTES // 1024 // 1024} MB"
        return _said(FOLDER, "file-limits", f"The files are larger than {most} together.", "Delete what is no record.")
    return None


def _fault(item: Item) -> Problem | None:
    """The first thing that is wrong with one file, looked at alone."""
    kind = stat.S_IFMT(item.mode)
    if kind == stat.S_IFDIR:
        return _said(item.path, "stray-file", "This folder lies deeper than any record does.", "Delete it.")
    if kind != stat.S_IFREG:
        what = {stat.S_IFLNK: "a link to another place", _SUBMODULE: "another repository"}
        said = f"This is {what.get(kind, 'a device, a pipe or a socket')}, not a file."
        return _said(item.path, "file-kind", said, "Put the file itself here.")
    return _name_fault(item.path) or _mode_fault(item) or _size_fault(item)


def _name_fault(path: str) -> Problem | None:
    parts = path.split("/")
    for part in parts:
        if part.startswith("."):
            said = f"The name {readable(part)} begins with a dot, so many programs do not show it."
            return _said(path, "stray-file", said, "Delete it.")
        if not part or len(part) > LONGEST_NAME or not _LETTERS.issuperset(part):
            said = f"The name {readable(part[:LONGEST_NAME])} holds other signs than letters, digits, hyphens and dots."
            return _said(path, "file-name", said, "Rename it: northvale-crisis-team.yaml.")
    if len(parts) > DEEPEST:
        return _said(path, "stray-file", "This lies deeper than any record does.", "Move it up, or delete it.")
    return None


def _mode_fault(item: Item) -> Problem | None:
    if item.mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH | stat.S_ISUID | stat.S_ISGID):
        return _said(item.path, "file-mode", "This file is marked as a program.", "Take the mark away: chmod 644.")
    return None


def _size_fault(item: Item) -> Problem | None:
    most = boundary.MAX_BYTES if item.path.startswith(f"{FOLDER}/{BOUNDARIES}/") else MAX_BYTES
    if item.size <= most:
        return None
    said = f"This file has {item.size:,} bytes; at most {most:,} are read."
    return _said(item.path, "file-limits", said, "Split it, or delete what is no record.")


def _twin(path: str, first: dict[str, str]) -> Problem | None:
    """The name of the file or of a folder around it, if only capital letters set it apart from an earlier one."""
    for end in (*(at for at, letter in enumerate(path) if letter == "/"), len(path)):
        mine = path[:end]
        other = first.setdefault(mine.casefold(), mine)
        if other != mine:
            said = f"Only capital letters set this name apart from {other}."
            tip = "Keep one of the two: on some computers they are the same file."
            return _said(path, "case-only-difference", said, tip)
    return None


def _wrong_names(sound: Sequence[Item]) -> Sequence[Problem]:
    """What the walk would say of these names: asked of empty files, so that no content is ever looked at."""
    with TemporaryDirectory() as folder:
        for each in sound:
            place = Path(folder, each.path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.touch()
        return walk(Path(folder)).problems if sound else ()


def _is_in(path: str, named: Iterable[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in named)


def _said(path: str, code: str, message: str, tip: str) -> Problem:
    return Problem(readable(path), 1, 1, Level.ERROR, code, message, tip)
