"""The words that answers are given in: each list by the name it goes by on the command line, code by code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rightdoor.matching.phrases import fill
from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.vocabulary import Term

LISTS: Mapping[str, str] = {
    "needs": "needs",
    "severity": "severity_bands",
    "flags": "reasons",
    "groups": "groups",
    "referrers": "referral_who",
}
"""The lists that are vocabularies; areas are records."""

NAMES = (*LISTS, "areas")


@dataclass(frozen=True, slots=True)
class Word:
    """One word that may be typed: its code, its label, and every other name by which people know it."""

    code: str
    label: str
    names: tuple[str, ...]


def words_of(name: str, directory: Directory) -> dict[str, Word]:
    """Every word of a list by code, in the order of the vocabulary; areas by id."""
    if name == "areas":
        areas = sorted(directory.areas.values(), key=lambda each: each.id)
        return {each.id: _area_word(each, directory.grammar) for each in areas}
    grammar = directory.grammar
    return {term.code: word_of(term, grammar) for term in grammar[LISTS[name]]}


def word_of(term: Term, grammar: Grammar) -> Word:
    """A term with its synonyms, clinical words, former names and the word in its page's address."""
    return Word(term.code, term.label, tuple(_names(term, grammar)))


def folded(text: str) -> str:
    """A word as it is compared: letters and digits only, without capitals."""
    return "".join(each for each in text.casefold() if each.isalnum())


def _area_word(area: Area, grammar: Grammar) -> Word:
    """An area, known by its postcode districts too; a made-up one says so beside its name."""
    label = fill(grammar.phrases["made_up"], name=area.name) if area.fictional else area.name
    return Word(area.id, label, (area.id, area.name, *area.postcode_districts))


def _names(term: Term, grammar: Grammar) -> Iterator[str]:
    yield from (term.code, term.label, *term.synonyms, *term.more.get("clinical", ()))
    if term.address:
        yield term.address
    if "legacy_names" in grammar.vocabularies:
        yield from (old.label for old in grammar["legacy_names"] if old.more.get("target") == term.code)
