"""A record's bytes, read from a regular file and from nothing else."""

import os
import stat
from pathlib import Path

from rightdoor.model.problem import Level, Problem
from rightdoor.records.read import MAX_BYTES

# A link is refused by the system itself, and a pipe put in a file's place after the walk does not block.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_EXECUTABLE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
_TIPS = {"file-kind": "Put an ordinary text file in its place.", "file-mode": "Take the mark away: chmod 644."}


class NotRegular(OSError):
    """Something that is not a plain file: a folder, a pipe, a device."""


def read_regular(path: str | Path, most: int) -> tuple[bytes, int]:
    """At most so many bytes of a regular file, and its mode; OSError for a link, a pipe or a device."""
    handle = os.open(path, _FLAGS)
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise NotRegular(0, "it is not an ordinary file")
        most = min(most, about.st_size + 1)
        parts: list[bytes] = []
        while most > 0 and (part := os.read(handle, most)):
            parts.append(part)
            most -= len(part)
        return b"".join(parts), about.st_mode
    finally:
        os.close(handle)


def open_record(root: Path, file: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file (one more than allowed where it is too large) and what is wrong with it as a file."""
    try:
        raw, mode = read_regular(f"{root}/{file}", MAX_BYTES + 1)
    except OSError as fault:
        reason = f"This file cannot be read: {fault.strerror}."
        return None, (Problem(file, 1, 1, Level.ERROR, "file-kind", reason, _TIPS["file-kind"]),)
    if mode & _EXECUTABLE and os.name == "posix":
        reason = "This file is marked as a program."
        return raw, (Problem(file, 1, 1, Level.WARNING, "file-mode", reason, _TIPS["file-mode"]),)
    return raw, ()
