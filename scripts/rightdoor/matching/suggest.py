"""What somebody may have meant by a word that is no code: suggested in a sentence, and never taken for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from rightdoor.matching.phrases import joined
from rightdoor.matching.words import LISTS, Word, folded, word_of, words_of
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.model.vocabulary import Term

FEW = 12
"""A list of so many words at most is given whole."""

_LIKE = 0.8
"""How alike two spellings are before one is suggested for the other: less, and unrelated words come up."""

_LONGEST = 60
_NOUNS = {
    "needs": "a need",
    "severity": "a severity",
    "areas": "an area",
    "flags": "a flag",
    "referrers": "a referrer",
    "groups": "a group of people",
}
_OFFERS = {"service_types": "a kind of service", "therapies": "a therapy"}


def unknown_words(answers: Answers, directory: Directory) -> tuple[str, ...]:
    """A sentence for every word of the answers that the directory does not know, with what may have been meant."""
    return tuple(
        f"“{each}” is not {_NOUNS[name]} of this directory. {suggestion(each, name, directory)}".rstrip()
        for name, each in _foreign(answers, directory)
    )


def speaks_of_crisis(answers: Answers, directory: Directory) -> bool:
    """Whether one of the unknown words is one that calls for crisis help before anything else."""
    typed = {folded(each) for _, each in _foreign(answers, directory)}
    terms = directory.grammar["crisis_terms"]
    return any(folded(name) in typed for term in terms for name in (term.label, *term.synonyms))


def suggestion(word: str, name: str, directory: Directory) -> str:
    """What a word may stand for in a list: every meaning, the term of that name, a kind of service, a like spelling."""
    words = words_of(name, directory)
    same = [each for each in words.values() if folded(word) in map(folded, each.names)]
    return (
        _meanings(word, name, words, directory)
        or _did_you_mean(same, directory)
        or _offered(word, name, words, directory)
        or _did_you_mean(_alike(word, words), directory)
        or _all(name, words)
    )


def _foreign(answers: Answers, directory: Directory) -> Iterator[tuple[str, str]]:
    """Each word that is no code, with the list it was looked for in."""
    said: list[tuple[str, Iterable[str]]] = [
        ("needs", answers.needs),
        ("severity", [answers.severity] if answers.severity else []),
        ("areas", answers.areas.values()),
        ("flags", answers.flags),
        ("referrers", [answers.route] if answers.route else []),
        ("groups", answers.people),
    ]
    for name, found in said:
        known = words_of(name, directory) if found else {}
        yield from ((name, each) for each in dict.fromkeys(found) if each not in known)


def _meanings(word: str, name: str, words: Mapping[str, Word], directory: Directory) -> str:
    """Everything that an ambiguous word can mean; it is never taken for one of them."""
    for term in directory.grammar["ambiguous"]:
        choices = [str(each) for each in term.more["choices"]]
        if len(choices) > 1 and folded(word) in (folded(term.code), folded(term.label)):
            said = [_said(words[each]) if each in words else _label(each, directory) for each in choices]
            whole = "" if all(each in words for each in choices) else f" {_see(name)}"
            return f"It can mean {joined(said, directory.grammar, 'or')}. Type the one that is meant.{whole}"
    return ""


def _offered(word: str, name: str, words: Mapping[str, Word], directory: Directory) -> str:
    """A kind of service or a therapy: the flag that speaks of it, else the needs it helps with."""
    for vocabulary, noun in _OFFERS.items():
        for term in directory.grammar[vocabulary]:
            if folded(word) in map(folded, word_of(term, directory.grammar).names):
                if asked := _asks_about(term, words, name, directory):
                    return _did_you_mean(asked, directory)
                tip = _helps_with(term, vocabulary, directory) if name == "needs" else _see(name)
                return f"It is {noun} ({term.label}). {tip}"
    return ""


def _asks_about(term: Term, words: Mapping[str, Word], name: str, directory: Directory) -> list[Word]:
    """The words whose question names a kind of service: "already under …, such as a community mental health team?"."""
    if name not in LISTS:
        return []
    terms = directory.grammar[LISTS[name]].terms
    asked = {code: str(terms[code].more.get("question", "")).casefold() for code in words}
    return [word for code, word in words.items() if term.label.casefold() in asked[code]]


def _helps_with(term: Term, vocabulary: str, directory: Directory) -> str:
    """The three needs that most services of a kind, or with a therapy, are for."""
    counted = Counter(
        need
        for each in directory.services.values()
        if each.status != "defunct" and term.code in ((each.type,) if vocabulary == "service_types" else each.therapies)
        for need in each.needs
    )
    named = [f"“{need}”" for need, _ in counted.most_common(3)] or ["“depression”"]
    return f"Type a need that it helps with, such as {joined(named, directory.grammar, 'or')}."


def _alike(word: str, words: Mapping[str, Word]) -> list[Word]:
    spelt = {folded(name): each for each in words.values() for name in each.names}
    near = get_close_matches(folded(word), spelt, n=1, cutoff=_LIKE) if len(word) <= _LONGEST else []
    return [spelt[each] for each in near]


def _did_you_mean(found: list[Word], directory: Directory) -> str:
    return f"Did you mean {joined(map(_said, found), directory.grammar, 'or')}?" if found else ""


def _said(word: Word) -> str:
    """A code as it is typed, with its label where that says more."""
    return f"“{word.code}”" if folded(word.code) == folded(word.label) else f"“{word.code}” ({word.label})"


def _label(code: str, directory: Directory) -> str:
    """A meaning that is no word of the list, as people read it: a term of another list, or plain words."""
    for vocabulary in ("needs", *_OFFERS):
        if code in directory.grammar[vocabulary]:
            return directory.grammar[vocabulary].label(code)
    return code


def _all(name: str, words: Mapping[str, Word]) -> str:
    return f"Type one of: {', '.join(words)}." if 0 < len(words) <= FEW else _see(name)


def _see(name: str) -> str:
    return f"See all with: rightdoor words {name}"
