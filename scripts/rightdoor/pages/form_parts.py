"""What the form for an entry is made of, as plain values that a template draws and browser code reads back."""

from dataclasses import dataclass
from typing import TypeAlias

Place: TypeAlias = tuple[str, ...]
"""Where a value stands: from the top of the entry, or within a row from the row itself."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: what the file holds, what people read, and what finds it in a long list."""

    value: str
    words: str
    hint: str = ""
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    `name` is where it stands in the schema, dotted; `path` where browser code puts its value. `kind` is one of text,
    area, number, flag, choice, several, codes, ids, lines, age, duration, date, url, email, phone and hours.
    `needed_with` says that whoever answers another question of its group needs it.
    `names` says what its ids are of; `one` that it takes a single one. `look` is how a choice is drawn: radios, select
    or list (with a box to find things by). `most` is the greatest length. It is shown only `when` another field
    (its key comes first) has one of the values that follow.
    """

    name: str
    path: Place
    kind: str
    label: str
    hint: str = ""
    needed: bool = False
    options: tuple[Option, ...] = ()
    look: str = ""
    names: str = ""
    one: bool = False
    most: int | None = None
    whole_years: bool = False
    when: tuple[str, ...] = ()
    needed_with: bool = False

    @property
    def key(self) -> str:
        """The path as one word, for attributes."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together under one heading."""

    name: str
    label: str
    hint: str
    inside: "tuple[Part, ...]"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the same fields, some folded away. Of `keyed` rows each stands under the word of its first field."""

    name: str
    path: Place
    label: str
    hint: str
    row: str
    add: str
    inside: tuple[Field, ...]
    more: tuple[Field, ...] = ()
    more_words: str = ""
    keyed: bool = False

    @property
    def key(self) -> str:
        """The path as one word, for attributes."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Either:
    """A question with three answers: not known, none (`none` is what the file then holds), or what stands inside."""

    name: str
    path: Place
    label: str
    hint: str
    none: Option
    some: str
    inside: "tuple[Part, ...]"

    @property
    def key(self) -> str:
        """The path as one word, for attributes."""
        return ".".join(self.path)


Part: TypeAlias = Field | Group | Rows | Either


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is asked at once, and what is folded away (`more`)."""

    id: str
    title: str
    hint: str
    parts: tuple[Part, ...]
    more: tuple[Part, ...] = ()
