"""Where a site is published: one folder that is replaced whole, by one rename, and by one build at a time.

Beside the site `site/` lies `.site.build/`: the lock, the folder `next/` in which a site is made ready, and notes.
After a build `next/` holds the site before it, ready to be brought up to date: with 10,000 services that saves the
second it takes to remove 20,000 files and folders (docs/decisions/0050-publishing.md).
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

MARKER = ".rightdoor-site"
MARKER_TEXT = b"Rightdoor writes this folder anew at every build: keep nothing of your own here.\n"
PATIENCE = 120.0
_EXCHANGE, _HERE = 2, -100


class NotOurs(Exception):
    """The folder cannot be published to; the message says why and what to do."""


class Target:
    """The folder of a site and the working folder beside it."""

    def __init__(self, out: Path) -> None:
        self.out = out.absolute()
        self.work = self.out.with_name(f".{self.out.name}.build")
        self.next = self.work / "next"
        self.old = self.work / "old"
        self.notes = self.work / "notes"

    @contextmanager
    def locked(self, say: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
        """Holds the site for one build, whose files have modes 644 and 755 whatever the umask; NotOurs if it cannot."""
        self.check()
        self._make_work_folder()
        lock = FileLock(str(self.work / "lock"))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"Another build of {self.out} is running: waiting for it to end.")
            self._wait_for(lock, patience)
        mask = os.umask(0o022)
        try:
            self.recover()
            self.check()
            yield
        finally:
            os.umask(mask)
            lock.release()

    @contextmanager
    def locked_for(self, root: Path, say: Callable[[str], None]) -> Iterator[None]:
        """The same for a build of the project at `root`, among whose own files no site may lie."""
        for name in ("directory", "docs", "schema"):
            if (root / name).absolute() in (self.out, *self.out.parents):
                raise NotOurs(f"{self.out} lies in {name}/, which the site is built from. Choose another with --out.")
        with self.locked(say):
            yield

    def check(self) -> None:
        """NotOurs if the folder holds anything that is not a site of ours."""
        if self.out.is_symlink() or self.out.exists() and not self.out.is_dir():
            raise NotOurs(f"{self.out} is not a folder, so no site can be built there. Choose another with --out.")
        if self.out.is_dir() and any(self.out.iterdir()) and not (self.out / MARKER).is_file():
            raise NotOurs(
                f"{self.out} holds files that Rightdoor did not write, and a build would remove them. "
                "Choose a new or empty folder with --out."
            )

    def recover(self) -> None:
        """Puts the old site back, should a build have been stopped between two renames."""
        if self.old.is_dir():
            if self.out.exists():
                shutil.rmtree(self.old)
            else:
                self.old.rename(self.out)

    def publish(self) -> None:
        """Puts `next/` in the site's place; where the system can, in one step that no reader can fall between."""
        if not self.out.exists():
            self.next.rename(self.out)
        elif not any(self.out.iterdir()):
            self.out.rmdir()
            self.next.rename(self.out)
        elif not exchange(self.next, self.out):
            self.out.rename(self.old)
            self.next.rename(self.out)
            self.old.rename(self.next)

    def _make_work_folder(self) -> None:
        try:
            self.work.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise NotOurs(f"No site can be built at {self.out}: {failure.strerror} ({self.work}).") from failure

    def _wait_for(self, lock: FileLock, patience: float) -> None:
        try:
            lock.acquire(timeout=patience)
        except Timeout as failure:
            raise NotOurs(f"Another build of {self.out} is still running after {patience:.0f} seconds.") from failure


def exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
