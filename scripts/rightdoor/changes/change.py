"""One thing that differs between two directories."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a change is about, in the order in which reports say them."""

    SERVICE = "service"
    ORGANIZATION = "organization"
    AREA = "area"
    STORY = "vignette"
    TOMBSTONE = "tombstone"
    NUMBER = "disproved-number"
    FIGURES = "statistics"


class Said(NamedTuple):
    """A difference in words, before it is known whose it is.

    `field` is the place in the record (`criteria.age`, `contact.phone`). `code` is the sentence of the vocabulary
    `changes`. `before` and `after` are the two values in words, "" where there is none or the sentence says it all.
    `short` says the same without anything typed by hand: no free text, address or number, which may have been taken
    away because they were wrong or somebody's own.
    """

    field: str
    code: str
    words: str
    before: str = ""
    after: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of one record.

    `group` is the group of facts (a code of `fact_groups`) that the field belongs to, `record` for the record as a
    whole, `checked` for who confirmed it. `words` continue the name of the record, without a full stop.
    """

    kind: Kind
    id: str
    name: str
    group: str
    field: str
    code: str
    words: str
    before: str = ""
    after: str = ""
    short: str = ""
