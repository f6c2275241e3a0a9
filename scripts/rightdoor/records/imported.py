"""What an import would do, as values: new, changed, unchanged, kept, refused, gone from the source, and the files.

Saying it in text is another job (`records/imports_report.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rightdoor.model.draft import Lost, Refused
from rightdoor.records.edits import Edit
from rightdoor.records.imports_record import Origin


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field such as `contact.phone`: what stands here, and what the source says; None where there is nothing."""

    field: str
    here: Any
    there: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft that is in the directory afterwards.

    `changes` are taken from the source. `kept` are fields that somebody here has edited or confirmed and of which the
    source now says otherwise: they stay as they are here.
    """

    kind: str
    id: str
    name: str
    source_id: str
    place: str
    new: bool = False
    changes: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """An entry that the source no longer has; it stays until a person closes it."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Imported:
    """All that an import would do. Where `stopped` says why, nothing may be written and there are no `edits`."""

    origin: Origin
    entries: tuple[Entry, ...] = ()
    refused: tuple[Refused, ...] = ()
    vanished: tuple[Gone, ...] = ()
    reused: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    stopped: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def new(self) -> tuple[Entry, ...]:
        """Those that are not here yet."""
        return tuple(each for each in self.entries if each.new)

    @property
    def changed(self) -> tuple[Entry, ...]:
        """Those of which something is taken over."""
        return tuple(each for each in self.entries if each.changes and not each.new)

    @property
    def unchanged(self) -> tuple[Entry, ...]:
        """Those of which nothing is taken over, since nothing changed or what did was edited here."""
        return tuple(each for each in self.entries if not each.changes and not each.new)

    @property
    def kept(self) -> tuple[Entry, ...]:
        """Those with fields that stay as somebody here wrote them."""
        return tuple(each for each in self.entries if each.kept)
