"""The code that a text means in a vocabulary, where it can mean only one."""

import re

from rightdoor.model.vocabulary import Vocabulary

_KNOWN: dict[int, tuple[Vocabulary, dict[str, str]]] = {}


def plain(text: str) -> str:
    """Small letters and figures with single spaces, for comparing."""
    return " ".join(re.sub(r"[^\w+]+", " ", text.casefold().replace("_", " ")).split())


def term_code(text: str, vocabulary: Vocabulary) -> str | None:
    """The code whose label, code or synonym a text is; None where it is none, or a synonym of several."""
    if text in vocabulary:
        return text
    return _words(vocabulary).get(plain(text))


def _words(vocabulary: Vocabulary) -> dict[str, str]:
    kept = _KNOWN.get(id(vocabulary))
    if kept is None or kept[0] is not vocabulary:
        kept = _KNOWN[id(vocabulary)] = vocabulary, _read(vocabulary)
    return kept[1]


def _read(vocabulary: Vocabulary) -> dict[str, str]:
    found = {plain(each): term.code for term in vocabulary for each in (term.code, term.label)}
    twice: set[str] = set()
    meant: dict[str, str] = {}
    for term in vocabulary:
        for each in map(plain, term.synonyms):
            if meant.setdefault(each, term.code) != term.code:
                twice.add(each)
    return {word: code for word, code in meant.items() if word not in twice} | found
