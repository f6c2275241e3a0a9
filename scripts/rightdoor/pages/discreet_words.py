"""Words of an entry that may stand on a sheet which somebody else at home may read."""

import re
from collections.abc import Callable

from rightdoor.model.grammar import Grammar
from rightdoor.records.checks.discreet_address import revealing_words
from rightdoor.records.checks.frame import OncePerGrammar

_WORDS = re.compile(r"[a-z0-9]+")


def keeper(grammar: Grammar) -> Callable[[str], str]:
    """A function that gives a text back as it is, or "" where it says what a discreet service is for."""
    words, phrases = telling(grammar)

    def keep(text: str) -> str:
        folded = text.casefold().replace("’", "'")
        tells = words.intersection(_WORDS.findall(folded)) or any(phrase in folded for phrase in phrases)
        return "" if tells else text

    return keep


@OncePerGrammar
def telling(grammar: Grammar) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words and phrases that give a discreet service away.

    They are the words that must not stand in its address, the synonyms of discreet terms, and what of their labels
    stands in the label of no other term ("marriage", but not "support").
    """
    terms = [term for name in ("needs", "service_types") for term in grammar[name]]
    plain = {word for term in terms if not term.discreet for word in _WORDS.findall(term.label.casefold())}
    labels = {word for term in terms if term.discreet for word in _WORDS.findall(term.label.casefold())}
    synonyms = {each.casefold() for term in terms if term.discreet for each in term.synonyms}
    phrases = tuple(sorted(each for each in synonyms if not _WORDS.fullmatch(each)))
    return revealing_words(grammar) | (synonyms - set(phrases)) | (labels - plain), phrases
