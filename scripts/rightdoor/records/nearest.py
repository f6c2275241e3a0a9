"""What was probably meant: the nearest field, or the term that is called what was typed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from rightdoor.model.vocabulary import Term, Vocabulary
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

_grammar = cache(load_grammar)


class Guess(NamedTuple):
    """Codes that may be meant, best first; `sure` where one is called exactly what was typed."""

    codes: tuple[str, ...]
    sure: bool


def nearest_word(typed: str, words: Iterable[str], cutoff: float = 0.65) -> str | None:
    """The word that looks most like what was typed, or None where none does."""
    plain = {_plain(each): each for each in words}
    found = get_close_matches(_plain(typed), plain, n=1, cutoff=cutoff)
    return plain[found[0]] if found else None


def vocabulary(name: str) -> Vocabulary:
    """A vocabulary of the grammar."""
    return _grammar(schema_folder())[name]


def guess(typed: str, name: str) -> Guess:
    """The terms of a vocabulary that what was typed may mean, by code, label, synonym or former name."""
    wanted = _plain(typed)
    choices = _ambiguous(wanted, name)
    if choices:
        return Guess(choices, sure=len(choices) == 1)
    names = _names(name)
    if wanted in names:
        return Guess((names[wanted],), sure=True)
    near = get_close_matches(wanted, names, n=3, cutoff=0.75) or _beginning(wanted, names)
    return Guess(tuple(dict.fromkeys(names[each] for each in near)), sure=False)


def found_elsewhere(typed: str, name: str) -> str | None:
    """The name of another vocabulary that has this very code, or None."""
    others = ("needs", "service_types", "therapies", "reasons", "groups", "delivery", "access", "referral_who")
    return next((each for each in others if each != name and typed in vocabulary(each)), None)


def _beginning(wanted: str, names: Mapping[str, str]) -> list[str]:
    """What begins with the words typed, if all of it is one term: "counselling" begins "counselling service"."""
    found = [each for each in names if wanted and each.startswith(f"{wanted} ")]
    return found if len({names[each] for each in found}) == 1 else []


@cache
def _names(name: str) -> dict[str, str]:
    """Everything a term of a vocabulary is called, to its code; codes and labels win over synonyms."""
    terms = vocabulary(name)
    called = [(each, term.code) for term in terms for each in (term.code, term.label)]
    called += [(each, term.code) for term in terms for each in _synonyms(term)]
    called += [(term.label, term.more["target"]) for term in vocabulary("legacy_names") if _target(term) in terms]
    found: dict[str, str] = {}
    for each, code in called:
        found.setdefault(_plain(each), code)
    return found


def _synonyms(term: Term) -> Iterator[str]:
    yield from term.synonyms
    yield from term.more.get("clinical", ())


def _target(term: Term) -> object:
    return term.more.get("target")


def _ambiguous(wanted: str, name: str) -> tuple[str, ...]:
    terms = vocabulary(name)
    for term in vocabulary("ambiguous"):
        if _plain(term.label) == wanted and wanted not in terms:
            return tuple(each for each in term.more["choices"] if each in terms)
    return ()


@cache
def _plain(text: str) -> str:
    """Letters and digits only, in small letters: so “E-mail” is like “email”."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
