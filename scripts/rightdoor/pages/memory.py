"""What earlier pages were made of, so that a page is made again only if something it reads has changed.

For every page the names of the records and listings it read are kept, with one fingerprint of their contents. What
all pages read (the program, templates, theme, grammar, areas, settings and the day) is one fingerprint for the whole
memory. A memory that is missing, torn or of another day is an empty one, and then every page is made: it can only
save time.
"""

import hashlib
import io
import json
import pickle
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from rightdoor.pages.view import View


class Made(NamedTuple):
    """A page or data file as it was made: its file and digest, whether searchers may list it, and what it read.

    `reads` has a line for each record or listing: its name and its key.
    """

    file: str
    digest: str
    listed: bool
    fingerprint: str
    reads: str


@dataclass
class Fingerprints:
    """Fingerprints of what pages read, in one directory on one day."""

    view: View
    digests: Mapping[str, str]
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, reads: str) -> str:
        """One fingerprint of everything that a page read."""
        known = self._known
        parts = []
        for read in reads.split("\n") if reads else ():
            if read not in known:
                known[read] = self._of_one(*read.split(" ", 1))
            parts.append(known[read])
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]

    def _of_one(self, name: str, key: str) -> str:
        if name in ("services", "organizations"):
            return self._everything if key == "*" else self._of_record(name, key)
        if name == "history":
            return self._stamp(self.view.history.of(key))
        return self._stamp(self.view.listed(_named(name)).get(key, ()))

    def _of_record(self, name: str, key: str) -> str:
        record = getattr(self.view.whole, name).get(key)
        return self._digest(record) if record else "-"

    def _digest(self, record: Service | Organization) -> str:
        return self.digests.get(record.file) or repr(record)

    @cached_property
    def _everything(self) -> str:
        return hashlib.blake2b(json.dumps(sorted(self.digests.items())).encode()).hexdigest()

    def _stamp(self, value: Any) -> str:
        """A text that differs whenever the value does; it may also differ for equal sets, which costs only time."""
        out = io.BytesIO()
        pickler = _Stamper(out, self._stamp_of_record)
        pickler.fast = True
        pickler.dump(value)
        return hashlib.sha256(out.getvalue()).hexdigest()[:24]

    def _stamp_of_record(self, record: Service | Organization) -> str:
        """The digest of a record's file, and which of a service's variants this is."""
        if isinstance(record, Organization):
            return self._digest(record)
        whole = self.view.whole.services.get(record.id, record)
        if record is whole:
            return self._digest(record)
        area = next((area for area, variant in whole.by_area.items() if variant is record), None)
        return f"{self._digest(record)}@{area}" if area else repr(record)


class _Stamper(pickle.Pickler):
    """Writes a value as bytes, with a stamp in the place of every record; what is written is never read."""

    def __init__(self, out: io.BytesIO, stamp: Callable[[Any], str]) -> None:
        super().__init__(out, protocol=4)
        self._stamp = stamp

    def reducer_override(self, obj: Any) -> Any:
        """The stamp of a record; anything else is written as it is."""
        if isinstance(obj, (Service, Organization)):
            return (str, (self._stamp(obj),))
        return NotImplemented


def lines_of(reads: Iterable[tuple[str, str]]) -> str:
    """What a page read, as a memory keeps it."""
    return "\n".join(sorted(f"{name} {key}" for name, key in reads))


def _named(name: str) -> Any:
    """The function that makes a listing: modules that pages come from are loaded already."""
    module, _, function = name.rpartition(".")
    return getattr(sys.modules[module], function)


@dataclass(slots=True)
class Memory:
    """What a build made, by job, and every link of the site with a page that has it (or once had it)."""

    made: dict[str, Made] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    def write(self, file: Path, common: str) -> None:
        """Writes the memory down for the next build; `common` is the fingerprint of what all pages read."""
        rest = json.dumps({"links": self.links, "made": self.made})
        file.write_text(f"{hashlib.sha256(rest.encode()).hexdigest()}\n{common}\n{rest}", encoding="utf-8")


def recall(file: Path, common: str) -> Memory:
    """The memory of the build before; empty if what all pages read is not the same, or nothing is certain."""
    try:
        checksum, before, rest = file.read_text(encoding="utf-8").split("\n", 2)
        if before != common or checksum != hashlib.sha256(rest.encode()).hexdigest():
            return Memory()
        said = json.loads(rest)
        return Memory({job: Made(*made) for job, made in said["made"].items()}, said["links"])
    except (OSError, ValueError, TypeError, KeyError):
        return Memory()
