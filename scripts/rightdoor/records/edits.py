"""Changes to files of a project, written all or not at all.

Each new text is made ready beside its place; then all are put in place by renaming. Where that fails half-way, what was
done is undone; where even that fails, the message names each file as new or old. Nothing is written through a link, and
no file that somebody changed meanwhile is overwritten.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rightdoor.records.opening import read_regular
from rightdoor.records.walk import readable

_MOST = 4 * 1024 * 1024
_MODE = 0o644
_MEND = "Mend the cause, put the new files back as git has them, and try again."


class EditRefused(Exception):
    """Nothing is written, or not all; the message says why, which files are new, and what to do."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a file (a path in the project, forward slashes) held and what it is to hold; None where there is none."""

    file: str
    before: bytes | None
    after: bytes | None

    @property
    def done(self) -> str:
        """What becomes of the file, in one word."""
        if self.before is None:
            return "written"
        return "removed" if self.after is None else "changed"


def write_edits(root: Path, edits: Iterable[Edit]) -> None:
    """Make all changes, or raise `EditRefused`: then none is made, or its message names those that are."""
    wanted = [each for each in edits if each.before != each.after]
    for each in wanted:
        _refuse_unfit(root, each)
    ready: list[tuple[Edit, Path]] = []
    done: list[Edit] = []
    made: list[Path] = []
    try:
        for each in wanted:
            if each.after is not None:
                made.extend(_make_folders((root / each.file).parent))
                ready.append((each, _beside(root, each.file, each.after)))
        for each, aside in ready:
            aside.replace(root / each.file)
            done.append(each)
        for each in wanted:
            if each.after is None:
                (root / each.file).unlink()
                done.append(each)
    except OSError as fault:
        raise EditRefused(_halted(fault, wanted, _undo(root, done))) from None
    finally:
        for _, aside in ready:
            with suppress(OSError):  # what is left over is hidden, and must not take the place of the reason
                aside.unlink(missing_ok=True)
        _drop_empty([*made, *((root / each.file).parent for each in wanted if each.after is None)])


def _refuse_unfit(root: Path, edit: Edit) -> None:
    """Refuse a place that is a link or lies behind one, and a file that is not as it was read."""
    place = root
    for part in Path(edit.file).parts:
        place = place / part
        if part == ".." or place.is_symlink():
            raise EditRefused(
                f"{edit.file} is a link or lies behind one, so nothing is written. Put the file itself there."
            )
    try:
        there: bytes | None = read_regular(place, _MOST)[0]
    except FileNotFoundError:
        there = None
    except OSError as fault:
        raise EditRefused(f"{edit.file} cannot be read: {fault.strerror}. Nothing is written.") from None
    if there != edit.before:
        said = "is there already" if edit.before is None else "was changed meanwhile"
        raise EditRefused(f"{edit.file} {said}, so nothing is written. Look at it, and try again.")


def _make_folders(folder: Path) -> list[Path]:
    """The folders that had to be made, outermost first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(mode=0o755)
    return missing[::-1]


def _beside(root: Path, file: str, content: bytes) -> Path:
    """The content in a hidden file beside its place, which no check looks at."""
    place = root / file
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), _MODE)
    try:
        with os.fdopen(handle, "wb") as there:
            there.write(content)
            there.flush()
            os.fsync(there.fileno())
        aside.chmod(stat.S_IMODE(place.stat().st_mode) if place.exists() else _MODE)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _undo(root: Path, done: list[Edit]) -> list[Edit]:
    """Put back what each file held; gives back the changes that could not be undone."""
    left = []
    for each in reversed(done):
        place = root / each.file
        try:
            if each.before is None:
                place.unlink(missing_ok=True)
            else:
                _make_folders(place.parent)
                _beside(root, each.file, each.before).replace(place)
        except OSError:
            left.append(each)
    return left[::-1]


def _halted(fault: OSError, wanted: list[Edit], left: list[Edit]) -> str:
    """Why nothing is written; or, where it could not all be undone, what each file is now."""
    why = f"{fault.strerror} ({fault.filename})"
    if not left:
        return f"Nothing is written: {why}."
    new = ", ".join(f"{readable(each.file)} ({each.done})" for each in left)
    old = ", ".join(readable(each.file) for each in wanted if each not in left)
    before = f" As before: {old}." if old else ""
    return f"This stopped half-way and could not all be undone: {why}. New: {new}.{before} {_MEND}"


def _drop_empty(folders: Iterable[Path]) -> None:
    """Remove folders that hold nothing any more: of a renamed area, or made for a file that was not written."""
    for each in sorted(set(folders), key=lambda each: -len(each.parts)):
        with suppress(OSError):  # an empty folder does no harm
            if each.is_dir() and not each.is_symlink() and not any(each.iterdir()):
                each.rmdir()
