"""Where a pack is written: aside and then renamed, and never over a file that is not a pack."""

import os
from pathlib import Path

MARK = "<!-- Rightdoor pack:"
"""What a pack begins with, after its first line: by this a later run knows that it may write over the file."""

_HEAD = 200
"""In so many bytes from the beginning the mark is looked for."""


class PackRefused(Exception):
    """No pack is written; the message says why and what to do."""


def place(out: Path | None, name: str) -> Path:
    """The file to write: `out`, or a file of this name in the folder `out` or the current one; PackRefused if unfit."""
    found = out if out and not out.is_dir() else (out or Path()) / name
    if found.suffix not in (".html", ".htm"):
        raise PackRefused(f"{found} does not end in .html, so no browser would open it. Type: --out {found}.html")
    if found.is_symlink() or found.exists() and not (found.is_file() and _is_pack(found)):
        raise PackRefused(f"{found} is there already and is not a pack. Choose another file with --out.")
    return found


def _is_pack(file: Path) -> bool:
    try:
        with file.open("rb") as there:
            return MARK.encode() in there.read(_HEAD)
    except OSError as failure:
        raise PackRefused(f"{file} cannot be read: {failure.strerror}.") from failure


def write(file: Path, content: bytes) -> None:
    """Writes the file under another name beside its place, and renames it: nobody ever opens half a pack."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with aside.open("xb") as there:
            there.write(content)
            there.flush()
            os.fsync(there.fileno())
        aside.replace(file)
    except OSError as failure:
        aside.unlink(missing_ok=True)
        raise PackRefused(f"The pack cannot be written: {failure.strerror} ({file}).") from failure
