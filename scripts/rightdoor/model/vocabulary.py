"""Controlled words: every code a record may use, with what people read and what they type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: `code` is kept in records, `label` is read by people, `synonyms` are for search only.

    `within` are the broader terms of the same vocabulary. `discreet` terms never show in a window title or address;
    `address` is then the word that their page and an answer go by.
    `more` keeps what only some vocabularies say (an order, a phrase…).
    """

    code: str
    label: str
    description: str = ""
    synonyms: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    maps_to: Mapping[str, str] = field(default_factory=dict)
    discreet: bool = False
    address: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The part of a page's address that stands for this term."""
        return self.address or self.code


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A controlled list in its own order."""

    name: str
    terms: Mapping[str, Term]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __contains__(self, code: object) -> bool:
        return code in self.terms

    def __getitem__(self, code: str) -> Term:
        return self.terms[code]

    def label(self, code: str) -> str:
        """What people read for a code; the code itself where the vocabulary has no such term."""
        term = self.terms.get(code)
        return term.label if term else code

    def with_broader(self, code: str) -> tuple[str, ...]:
        """The code and every broader one, nearest first, each once."""
        found = [code]
        for each in found:
            term = self.terms.get(each)
            found.extend(wider for wider in (term.within if term else ()) if wider not in found)
        return tuple(found)

    def rank(self, code: str) -> int:
        """The place of a code in the list's own order, from 0; ValueError for a foreign code."""
        return list(self.terms).index(code)
