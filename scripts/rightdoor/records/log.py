"""What git's log says of the files of services: which content each had after which commit, along the main line.

Only the line of first parents is followed, so that what a merge brought counts from the day on which it was merged:
that is when the site began to say it.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from rightdoor.records import git
from rightdoor.records.at_revision import found_of

_FOLDER = "directory/services"
_WANTED = ("-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative", "--reverse")
_SAFE = ("--no-show-signature", "--no-notes", "--no-ext-diff", "--no-textconv", "--no-color", "--no-mailmap")
_ORDINARY = ("100644", "100755")


class State(NamedTuple):
    """The content that a service had after a commit: when (seconds since 1970) and its blob, "" when it was gone."""

    when: int
    blob: str
    folder: str


@dataclass(slots=True)
class _Line:
    """The files of one service on the way through the log: it may move from folder to folder."""

    there: dict[str, str] = field(default_factory=dict)
    states: list[State] = field(default_factory=list)

    def note(self, when: int, folder: str, blob: str) -> None:
        """Takes down what a commit made of one of the files."""
        self.there.pop(folder, None)
        if blob:
            self.there[folder] = blob
        last = next(reversed(self.there), "")
        self.states.append(State(when, self.there.get(last, ""), last or folder))


def states(root: Path) -> dict[str, list[State]]:
    """Every state of every service, oldest first, by id; GitUnable where git cannot say, or not from the beginning."""
    commit = git.commit_of(root, "HEAD")
    if git.is_shallow(root):
        raise git.GitUnable("This copy of the repository is shallow: it lacks the beginning of its history.")
    listed = git.ask(root, "log", *_WANTED, *_SAFE, "--format=%x01%ct", commit, "--", _FOLDER)
    lines: dict[str, _Line] = {}
    for when, file, blob in _changes(listed):
        found = found_of(file)
        if found:
            lines.setdefault(found.id, _Line()).note(when, file.split("/")[2], blob)
    return {id: line.states for id, line in lines.items()}


def _changes(listed: bytes) -> Iterator[tuple[int, str, str]]:
    """Each file of each commit: when it was made, the path, and the blob it had then ("" for none, or no file)."""
    when, parts = 0, iter(listed.split(b"\0"))
    for part in parts:
        if part.startswith(b"\x01"):
            when = int(part[1:])
        elif part.lstrip(b"\n").startswith(b":"):
            _, mode, _, blob, _ = part.decode("ascii").split(" ")
            yield when, os.fsdecode(next(parts)), blob if mode in _ORDINARY else ""
