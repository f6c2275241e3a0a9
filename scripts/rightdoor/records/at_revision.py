"""A directory as it stood at a revision, read from git's own store: the working folder is neither touched nor followed.

Only ordinary files whose names are those of records are looked at, and each is judged alone, as if it were new. Links,
submodules, programs, files too large and whatever has a fault are passed over and named.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rightdoor.model.directory import Directory
from rightdoor.records import git
from rightdoor.records.assemble import part_of, put_together
from rightdoor.records.git_tree import items_of
from rightdoor.records.judge import Task, grammar, judge
from rightdoor.records.read import MAX_BYTES
from rightdoor.records.tree import MOST_FILES
from rightdoor.records.walk import FOLDER, KIND_OF_FILE, KIND_OF_FOLDER, REFUSALS, Found, is_id


@dataclass(frozen=True, slots=True)
class Stood:
    """The directory at a commit, and the files that are records by name but could not be read."""

    commit: str
    directory: Directory
    unread: tuple[Found, ...]


def load_at(root: Path, revision: str) -> Stood:
    """The project in `root` as it stood at a revision; GitUnable where git cannot say."""
    commit = git.commit_of(root, revision)
    entries = dict(_entries(root, commit))
    contents = git.blobs(root, sorted({blob for blob in entries.values() if blob}), MAX_BYTES)
    parts: dict[str, list[object]] = {}
    unread = []
    for found, blob in sorted(entries.items(), key=lambda each: each[0].file):
        raw = contents.get(blob)
        judged = judge(Task(found, raw)) if raw is not None else None
        if judged is None or judged.data is None:
            unread.append(found)
        else:
            parts.setdefault(found.kind, []).append(part_of(found.kind, found.file, judged.data))
    return Stood(commit, put_together(parts, grammar()), tuple(unread))


def _entries(root: Path, commit: str) -> Iterator[tuple[Found, str]]:
    """The records of a commit, with their blobs; "" for what is no ordinary file. Of too many files only the first."""
    for item in islice(items_of(root, commit), MOST_FILES):
        found = found_of(item.path)
        if found:
            yield found, item.key if stat.S_ISREG(item.mode) else ""


def found_of(file: str) -> Found | None:
    """The record that a file holds, by its path in the project; None where it is no record's."""
    folder, *rest = file.split("/")
    if folder != FOLDER or not rest or not rest[-1].endswith(".yaml"):
        return None
    name = rest[-1].removesuffix(".yaml")
    if len(rest) == 1:
        return Found(KIND_OF_FILE[rest[0]], file, name) if rest[0] in KIND_OF_FILE else None
    kind = REFUSALS if rest[0] == REFUSALS else KIND_OF_FOLDER.get(rest[0])
    if kind is None or len(rest) != (3 if kind in ("service", REFUSALS) else 2):
        return None
    own = f"{name}-{rest[1]}" if kind == REFUSALS else name
    return Found(kind, file, own) if all(is_id(each) for each in (*rest[1:-1], name)) else None
