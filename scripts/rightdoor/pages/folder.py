"""A folder of built files, and a note of exactly what was written there.

The note holds the digest, size, time and inode of every file, and the time and inode of every folder. A file counts
as unchanged only if all of these still hold: a file that somebody edited in place is never taken over. The note is
removed before anything in the folder changes and written when all is done, so a stopped build leaves no note.
Files are never changed in place, since the same file may stand in the published site under a second name.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """One file as it was written."""

    digest: str
    size: int
    changed: int
    inode: int


class Folder:
    """A folder of built files; `files` is empty where nothing is known for certain."""

    def __init__(self, path: Path, notes: Path) -> None:
        self.path = path
        self.notes = notes
        self.files: dict[str, Entry] = {}
        self._folders: dict[str, list[int]] = {}
        self._prefix = f"{path}{os.sep}"

    @classmethod
    def read(cls, path: Path, notes: Path) -> "Folder":
        """The folder with what was noted of it."""
        folder = cls(path, notes)
        try:
            said = json.loads(folder._note_file().read_text(encoding="utf-8"))
            folder.files = {name: Entry(*entry) for name, entry in said["files"].items()}
            folder._folders = said["folders"]
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            folder.files = {}
        return folder

    def holds(self, name: str, digest: str) -> bool:
        """Whether a file stands there as it was written, with these contents."""
        entry = self.files.get(name)
        return entry is not None and entry.digest == digest and entry[1:] == _state(self._prefix + name)

    def begin(self) -> None:
        """Makes the folder ready to be changed: empty, unless everything in it is exactly as noted."""
        if self.files and self._is_whole():
            self._note_file().unlink(missing_ok=True)
            return
        self.files = {}
        if self.path.exists():
            self._note_file().unlink(missing_ok=True)
            shutil.rmtree(self.path)
        self.path.mkdir(mode=0o755)

    def take(self, name: str, other: "Folder") -> None:
        """Puts an unchanged file of another folder here too, without copying it."""
        source, place = other._prefix + name, self._prefix + name
        try:
            os.link(source, place)
        except FileNotFoundError:
            make_folder(os.path.dirname(place))
            os.link(source, place)
        except FileExistsError:
            _clear(place)
            os.link(source, place)
        self.files[name] = other.files[name]

    def write(self, name: str, content: bytes) -> Entry:
        """Writes a file as a new one; the caller notes it in `files` (perhaps in another process)."""
        return write_file(self._prefix + name, content)

    def finish(self, wanted: Iterable[str]) -> None:
        """Removes what is not wanted and writes the note."""
        for name in self.files.keys() - set(wanted):
            os.unlink(self._prefix + name)
            del self.files[name]
            _remove_empty(os.path.dirname(self._prefix + name), str(self.path))
        folders = {os.path.dirname(name) for name in self.files}
        folders |= {parent for name in folders for parent in _parents(name)}
        said = {
            "files": self.files,
            "folders": {name: _folder_state(self._prefix + name) for name in sorted(folders)},
        }
        self.notes.mkdir(parents=True, exist_ok=True)
        self._note_file().write_text(json.dumps(said), encoding="utf-8")

    def _is_whole(self) -> bool:
        return all(entry[1:] == _state(self._prefix + name) for name, entry in self.files.items()) and all(
            state == _folder_state(self._prefix + name) for name, state in self._folders.items()
        )

    def _note_file(self) -> Path:
        """The note goes by the folder's inode, which stays when the folder is renamed."""
        return self.notes / f"{os.stat(self.path).st_ino}.json"


def write_file(place: str, content: bytes) -> Entry:
    """Writes a new file of mode 644 (the caller sets the umask to 022) and makes its folders; OSError if it cannot."""
    descriptor = _open_new(place)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        state = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return Entry(digest_of(content), state.st_size, state.st_mtime_ns, state.st_ino)


def digest_of(content: bytes) -> str:
    """The digest that notes hold."""
    return hashlib.sha256(content).hexdigest()[:32]


def _open_new(place: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(place, flags, 0o644)
    except FileNotFoundError:
        make_folder(os.path.dirname(place))
    except FileExistsError:
        _clear(place)
    return os.open(place, flags, 0o644)


def make_folder(place: str) -> None:
    """Makes a folder and those around it; most often only the innermost is missing."""
    try:
        os.mkdir(place, 0o755)
    except FileNotFoundError:
        os.makedirs(place, mode=0o755, exist_ok=True)
    except FileExistsError:
        pass


def _clear(place: str) -> None:
    """Takes away what stands in a file's place: the old file, or the folder of a page that was there before."""
    if os.path.isdir(place) and not os.path.islink(place):
        shutil.rmtree(place)
    else:
        os.unlink(place)


def _remove_empty(place: str, root: str) -> None:
    while place != root:
        try:
            os.rmdir(place)
        except OSError:
            return
        place = os.path.dirname(place)


def _parents(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:count]) for count in range(len(parts))]


def _state(place: str) -> tuple[int, ...]:
    try:
        state = os.lstat(place)
    except OSError:
        return ()
    return (state.st_size, state.st_mtime_ns, state.st_ino)


def _folder_state(place: str) -> list[int]:
    try:
        state = os.lstat(place)
    except OSError:
        return []
    return [state.st_mtime_ns, state.st_ino]
