"""What another directory, or a spreadsheet, delivers: records as data of our grammar, before they are records.

A reader of a format makes a `Delivery`; the records room judges it, compares it with what is there and writes it.
Nothing in a draft is guessed: what the source does not say as data is not there, and what has no place here is in
`lost`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Lost:
    """Something of a source that a record here cannot hold: the field there, what it says (shortened), and why."""

    field: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One service or organization of a source.

    `source_id` is what the source calls it, the same from one delivery to the next. `place` is where it stood, such
    as "row 14" or "page 2, item 3". `data` are its fields in the form of a record, without `organization` and
    `checked`. `organization` is the `source_id` of the organization that runs a service. `address` is the page of the
    source that says it, where there is one.

    A draft that is `exact` was a record of ours: its data is all of it, and a stranger may have written it, so nothing
    looks into it before the grammar has judged it. `id` is then what it was called there, for what names it.
    """

    kind: str
    source_id: str
    place: str
    data: Mapping[str, Any]
    organization: str | None = None
    address: str | None = None
    lost: tuple[Lost, ...] = ()
    id: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Something of a source that is not taken in: where it stood, what it is called, and why, in a sentence."""

    place: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that a source delivers.

    `notes` are sentences on the whole of it, such as an envelope that counts wrongly. `facts` are what the source says
    of itself (format, version, publisher). A delivery that is not `whole` (it broke off, or a limit was reached) never
    shows that something vanished.
    """

    drafts: tuple[Draft, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True
