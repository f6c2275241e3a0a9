"""The words that changes are said in: sentences and names of fields from the vocabularies, names from the records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rightdoor.changes.change import Said
from rightdoor.matching.phrases import fill, lower_first
from rightdoor.matching.plain import joined
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar

CONTEXT = 3
"""How many unchanged words are kept on either side of what changed in a long text."""

LONGEST = 40
"""Of so many words at most is a text quoted."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What may be said of two directories: `before` names what is no longer there."""

    before: Directory
    after: Directory

    @property
    def grammar(self) -> Grammar:
        """The grammar of both."""
        return self.after.grammar

    def say(self, code: str, /, **gaps: str) -> str:
        """A sentence of the vocabulary `changes`; KeyError where there is none, or a gap is left."""
        return fill(self.grammar["changes"][code].label, **gaps)

    def field(self, name: str, thing: str = "") -> str:
        """What a field is called, and whose it is where that must be said."""
        label = self.grammar["field_names"][name.replace("_", "-")].label
        return self.say("field-of", field=label, thing=thing) if thing else label

    def term(self, vocabulary: str, code: str) -> str:
        """The label of a code, in the middle of a sentence."""
        label = self.grammar[vocabulary].label(code)
        return label if vocabulary == "languages" else lower_first(label)

    def terms(self, vocabulary: str, codes: Iterable[str], word: str = "and") -> str:
        """The labels of codes in a row."""
        return joined((self.term(vocabulary, each) for each in codes), word)

    def services(self, ids: Iterable[str], word: str = "or") -> str:
        """Services by name, also those that have gone."""
        return joined((self._name(("services", "tombstones"), each) for each in ids), word)

    def organizations(self, ids: Iterable[str]) -> str:
        """Organizations by name."""
        return joined(self._name(("organizations",), each) for each in ids)

    def areas(self, ids: Iterable[str]) -> str:
        """Areas by name."""
        return joined(self._name(("areas",), each) for each in ids)

    def _name(self, kinds: Iterable[str], record: str) -> str:
        for directory in (self.after, self.before):
            for kind in kinds:
                records: Mapping[str, Any] = getattr(directory, kind)
                if record in records:
                    return str(records[record].name)
        return record

    def differing(self, field: str, label: str, before: str, after: str, *, typed: bool = False) -> Iterator[Said]:
        """A field whose value in words was `before` and is `after`; "" where nothing is said.

        `typed` values are written by hand, and left out of the short form. Two values that differ although their words
        do not are said to be written otherwise.
        """
        gaps = {"field": label, "before": before, "after": after}
        code = "otherwise" if before == after else "unset" if not after else "changed" if before else "set"
        short = self.say("touched", field=label) if typed else ""
        yield Said(field, code, self.say(code, **gaps), before, after, short)

    def listed(
        self, field: str, label: str, before: Mapping[str, str], after: Mapping[str, str], *, typed: bool = False
    ) -> Iterator[Said]:
        """A field that is a list, as words by code: what came and went, or that only the order is another."""
        came = [words for code, words in after.items() if code not in before]
        went = [words for code, words in before.items() if code not in after]
        short = self.say("touched", field=label) if typed else ""
        if not (came or went):
            yield Said(field, "order", self.say("order", field=label), short=short)
        elif not before.keys() & after.keys():
            yield from self.differing(field, label, joined(before.values()), joined(after.values()), typed=typed)
        else:
            if came:
                yield Said(field, "more", self.say("more", field=label, added=joined(came)), "", joined(came), short)
            if went:
                yield Said(field, "less", self.say("less", field=label, removed=joined(went)), joined(went), "", short)


def quoted(text: str | None) -> str:
    """A text on one line in quotation marks; "" for none."""
    return f"“{' '.join(text.split())}”" if text else ""


def quoted_pair(before: str | None, after: str | None) -> tuple[str, str]:
    """Two texts in quotation marks; of long ones only what differs, with a few words around it."""
    first, second = (before or "").split(), (after or "").split()
    if not first or not second or max(len(first), len(second)) <= LONGEST:
        return quoted(before), quoted(after)
    start = _alike(first, second)
    end = min(_alike(first[::-1], second[::-1]), min(len(first), len(second)) - start)
    return _excerpt(first, start, end), _excerpt(second, start, end)


def _alike(first: list[str], second: list[str]) -> int:
    """How many words are the same from the beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _excerpt(words: list[str], start: int, end: int) -> str:
    """The words but for `start` at the beginning and `end` at the end, with some of those around them."""
    first, last = max(start - CONTEXT, 0), min(len(words) - end + CONTEXT, len(words))
    last = min(last, first + LONGEST)
    return quoted(" ".join((*(["…"] if first else []), *words[first:last], *(["…"] if last < len(words) else []))))
