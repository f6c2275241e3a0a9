"""What earlier pages were made of, so that a page is made again only if something it reads has changed.

For every page the names of the records and listings it read are kept, with one fingerprint of their contents. What
all pages read (the program, templates, theme, grammar, areas, settings and the day) is one fingerprint for the whole
memory. A memory that is missing, torn or of another day is an empty one, and then every page is made: it can only
save time.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from rightdoor.pages.view import View


class Made(NamedTuple):
    """A page or data file as it was made: its file and digest, whether searchers may list it, and what it read."""

    file: str
    digest: str
    listed: bool
    fingerprint: str
    reads: tuple[tuple[str, str], ...]


@dataclass
class Fingerprints:
    """Fingerprints of what pages read, in one directory on one day."""

    view: View
    digests: Mapping[str, str]
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, reads: Iterable[tuple[str, str]]) -> str:
        """One fingerprint of everything that a page read."""
        known = self._known
        parts = []
        for read in reads:
            if read not in known:
                known[read] = self._of_one(*read)
            parts.append(known[read])
        return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()

    def _of_one(self, name: str, key: str) -> str:
        if name in ("services", "organizations"):
            return self._everything if key == "*" else self._of_record(name, key)
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
        """A text that differs whenever the value does."""
        if isinstance(value, Service):
            return self._stamp_of_service(value)
        if isinstance(value, Organization):
            return self._digest(value)
        if isinstance(value, (tuple, list)):
            return f"({','.join(map(self._stamp, value))})"
        if isinstance(value, (set, frozenset)):
            return f"{{{','.join(sorted(map(self._stamp, value)))}}}"
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{self._stamp(key)}:{self._stamp(each)}' for key, each in value.items())}}}"
        return repr(value)


    def _stamp_of_service(self, service: Service) -> str:
        """The digest of its file, and which of the service's variants this is."""
        whole = self.view.whole.services.get(service.id, service)
        for area, variant in {"": whole, **whole.by_area}.items():
            if variant is service:
                return f"{self._digest(service)}@{area}"
        return repr(service)


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
        made = {job: Made._make((*each[:4], tuple(map(tuple, each[4])))) for job, each in said["made"].items()}
        return Memory(made, said["links"])
    except (OSError, ValueError, TypeError, KeyError):
        return Memory()
