"""Records that were read and checked before, so that only changed files are read again.

An entry is used only where the path and the SHA-256 of the file, the grammar, the code and the versions of what they
stand on are all the same. Each part of the cache is signed with a key that this computer made for itself and keeps
outside the project: a part that is cut short, damaged, older or brought along by somebody's contribution is simply not
used. Nothing that goes wrong here is said or stops anything; it only costs time.
"""

import hashlib
import hmac
import marshal
import os
import secrets
import sys
import tempfile
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

from rightdoor.records.opening import read_regular
from rightdoor.resources import schema_folder

FOLDER = ".rightdoor/cache"
PARTS = 32
"""The cache is kept in so many files, so that one edit rewrites a small part of it."""

Entry: TypeAlias = tuple[bytes, bytes]
"""The digest of a file, and what `marshal` made of its data and problems."""

_LARGEST = 2**31
_SIGNATURE = hashlib.sha256().digest_size
_STANDS_ON = ("PyYAML", "jsonschema", "jsonschema-rs", "phonenumbers", "opening-hours-py", "uk-postcodes-parsing")
_OWN_CODE = ("model", "matching", "changes", "records")


class Cache:
    """The kept entries of one project; reading and writing never raise."""

    def __init__(self, root: Path, *, key: bytes | None, made_for: bytes, name: str = "records") -> None:
        """A cache without a key keeps nothing. `made_for` is what the entries depend on beside their own file."""
        self._name = name
        self._folder = root / FOLDER
        self._key = key
        self._made_for = made_for
        self._parts: dict[int, dict[str, Entry]] = {}
        self._new: dict[int, dict[str, Entry]] = {}

    def find(self, file: str, digest: bytes) -> bytes | None:
        """What was kept for this very file."""
        part = _part_of(file)
        if part not in self._parts:
            self._parts[part] = self._read(part)
        entry = self._parts[part].get(file)
        return entry[1] if entry and entry[0] == digest else None

    def keep(self, file: str, digest: bytes, packed: bytes) -> None:
        """Note an entry for the next `write`; every file of the project must be noted, new or not."""
        self._new.setdefault(_part_of(file), {})[file] = (digest, packed)

    def write(self) -> None:
        """Replace each part that changed, at once and whole."""
        if self._key is None:
            return
        for part in range(PARTS):
            entries = self._new.get(part, {})
            if entries != self._parts.get(part, {}):
                self._write(part, entries)

    def _read(self, part: int) -> dict[str, Entry]:
        if self._key is None:
            return {}
        try:
            whole, _ = read_regular(self._path(part), _LARGEST)
            payload = whole[_SIGNATURE:]
            if not hmac.compare_digest(whole[:_SIGNATURE], self._sign(payload)):
                return {}
            entries: dict[str, Entry] = marshal.loads(payload)
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return entries

    def _write(self, part: int, entries: dict[str, Entry]) -> None:
        payload = marshal.dumps(entries)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _replace(self._path(part), self._sign(payload) + payload)
        except OSError:
            return

    def _sign(self, payload: bytes) -> bytes:
        return hmac.digest(self._key or b"", self._made_for + payload, "sha256")

    def _path(self, part: int) -> Path:
        return self._folder / f"{self._name}-{part:02d}"


def open_cache(root: Path, *, wanted: bool = True, name: str = "records") -> Cache:
    """The cache of a project; one that keeps nothing where it is not wanted or no key can be made.

    Caches of other names beside it share nothing with it.
    """
    linked = any((root / folder).is_symlink() for folder in (".rightdoor", FOLDER))
    wanted = wanted and not linked
    made_for = name.encode() + _made_for() if wanted else b""
    return Cache(root, key=_key() if wanted else None, made_for=made_for, name=name)


def digest_of(raw: bytes) -> bytes:
    """What tells one content of a file from any other."""
    return hashlib.sha256(raw).digest()


def _part_of(file: str) -> int:
    return crc32(file.encode("utf-8", "surrogateescape")) % PARTS


def _replace(path: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _key() -> bytes | None:
    """The key of this computer's user, made the first time; None where it can be neither read nor written."""
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        path = home / "rightdoor" / "key"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, secrets.token_bytes(32))
        key = path.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == 32 else None


@cache
def _made_for() -> bytes:
    """Everything an entry depends on beside its own file: the grammar, our code, and the versions beneath it."""
    package = Path(__file__).resolve().parent.parent
    code = [file for folder in _OWN_CODE for file in (package / folder).rglob("*.py")]
    grammar = [file for file in schema_folder().rglob("*") if file.suffix in (".json", ".yaml")]
    whole = hashlib.sha256(f"{sys.version} {[_version(each) for each in _STANDS_ON]}".encode())
    for file in sorted((*code, *grammar)):
        whole.update(file.name.encode() + b"\0" + digest_of(file.read_bytes()))
    return whole.digest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
