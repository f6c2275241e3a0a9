"""How one column of a table is filled: its key, the form of its values, and where they come from.

A column of codes has a second one beside it, with their words: `type` and `type_words`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.table import Column, For, Kind, Value


class Form(StrEnum):
    """What the values of a column are, more exactly than a sheet needs to know."""

    TEXT = "text"
    TEXTS = "texts"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    DAY = "day"


_KINDS = {Form.WHOLE: Kind.NUMBER, Form.DECIMAL: Kind.NUMBER, Form.DAY: Kind.DATE}
_WORDS = "_words"


@dataclass(frozen=True, slots=True)
class Field:
    """A column, and how its value is read off a row. `words` is the vocabulary of its codes, "" where it has none."""

    key: str
    read: Callable[[Any], Any]
    form: Form = Form.TEXT
    words: str = ""
    width: int = 20
    readers: For = For.ALL

    def columns(self, grammar: Grammar) -> Iterator[Column]:
        """The column; for codes the one of codes, for programs, and the one of words."""
        kind = _KINDS.get(self.form, Kind.TEXT)
        yield Column(
            self.key, _title(self.key, grammar), kind, self.width, For.PROGRAMS if self.words else self.readers
        )
        if self.words:
            yield Column(f"{self.key}{_WORDS}", _title(self.key, grammar), kind, self.width)

    def values(self, row: Any, grammar: Grammar) -> Iterator[Value]:
        """The values of these columns; what nobody has said is None, and so is `unknown`."""
        value = self.read(row)
        found: Value = None if value in (None, "", (), "unknown") else value
        yield found
        if self.words:
            terms = grammar[self.words]
            yield tuple(map(terms.label, found)) if isinstance(found, tuple) else found and terms.label(str(found))


def forms(fields: tuple[Field, ...]) -> dict[str, Form]:
    """The form of every column of a table, by key."""
    return {key: each.form for each in fields for key in (each.key, f"{each.key}{_WORDS}")}


def _title(key: str, grammar: Grammar) -> str:
    return grammar["data_columns"].label(key.replace("_", "-"))
