"""The files of a commit, read from git's own store: nothing is checked out, so no link or filter of a stranger acts."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from rightdoor.records.boundary import MAX_BYTES
from rightdoor.records.git import ask, blobs, place
from rightdoor.records.tree import DEEPEST, MOST_FOLDERS, Item
from rightdoor.records.walk import FOLDER

LONGEST_LISTING = 8 * 1024 * 1024
"""Bytes of what git says of one folder: as many as twenty thousand files of long names need twice over."""

_TREE = 0o040000


def items_of(root: Path, commit: str) -> Iterator[Item]:
    """Every file below the project's `directory/` in a commit; what lies too deep is named, and not looked into.

    Trees are read one by one as they are asked for, since a small commit can hold the same tree a billion times. Each
    costs a question to git, so after `MOST_FOLDERS` of them the next is named, and the listing ends.
    """
    opened = 0
    waiting = list(_listed(root, commit, "", f"{place(root)}{FOLDER}"))
    while waiting:
        item = waiting.pop()
        if item.mode != _TREE or item.path.count("/") >= DEEPEST - 1:
            yield item
        elif opened == MOST_FOLDERS:
            yield item
            return
        else:
            opened += 1
            waiting.extend(reversed(list(_listed(root, item.key, f"{item.path}/"))))


def lay_out(root: Path, items: Sequence[Item], folder: Path) -> None:
    """Writes items as ordinary files below `folder`, byte for byte; FileExistsError where one is there already."""
    contents = blobs(root, sorted({each.key for each in items}), MAX_BYTES)
    for item in items:
        target = folder / item.path
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
            file.write(contents[item.key])


def changed_elsewhere(root: Path, base: str, commit: str) -> Sequence[str]:
    """The files of the repository outside `directory/` in which two commits differ."""
    raw = ask(root, "diff-tree", "-r", "-z", "--no-renames", "--no-commit-id", "--name-only", base, commit)
    names = (os.fsdecode(each) for each in raw.split(b"\0") if each)
    inside = f"{place(root)}{FOLDER}/"
    return sorted(each for each in names if not each.startswith(inside))


def _listed(root: Path, tree: str, above: str, *only: str) -> Iterator[Item]:
    """What stands in one tree, or the one thing of it that is asked for, under its own name."""
    said = ask(root, "ls-tree", "-z", "-l", "--full-tree", tree, "--", *only, most=LONGEST_LISTING)
    for line in said.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, key, size = about.split()
        name = FOLDER if only else os.fsdecode(path)
        yield Item(f"{above}{name}", int(mode, 8), int(size) if size.isdigit() else 0, key.decode("ascii"))
