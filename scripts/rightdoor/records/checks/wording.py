"""A text uses words that the NHS asks us not to use.

The words and what to say instead are in `schema/vocabularies/wording.yaml`, from the NHS service manual and, where it
says so, from our own judgement. In our own sentences they are errors. In `words`, which quote the service, they are
warnings: quote a part without them if there is one. So they are in an entry that was copied from another directory
(`checked: {how: other-directory}`), until somebody here confirms it. Names and titles of pages are never changed.

Why this matters: people read these pages about themselves, often beside their GP. "Suffering from" or "failed to
engage" can be the reason why they do not come.

What to type: what the tip says, or the sentence written anew.

    summary: Talking therapies for older people living with anxiety.
"""

import re
from collections.abc import Iterator, Mapping

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Leaf, OncePerGrammar, Path, Record, problem

CODE = "wording"
LEVEL = Level.ERROR
OURS = ("summary", "description", "note", "how", "then", "phone_note", "text_note", "crisis_note", "why")
THEIRS = ("words",)


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Words not to be used: an error in our own sentences, a warning in a quotation."""
    if not _holds_any(grammar, [text for _, text in record.texts(*OURS, *THEIRS)]):
        return
    ours = Level.WARNING if _is_copied(record) else Level.ERROR
    for fields, level in ((OURS, ours), (THEIRS, Level.WARNING)):
        leaves = list(record.texts(*fields))
        together = "\n".join(text for _, text in leaves).casefold()
        said: dict[Path, list[re.Match[str]]] = {}
        for phrase, say in _avoided(grammar).items():
            if phrase in together:
                yield from _said(record, leaves, phrase, say, level, said, quoted=fields is THEIRS)


def _is_copied(record: Record) -> bool:
    """Whether the sentences are another directory's, which nobody here has confirmed."""
    checked = record.data.get("checked")
    return isinstance(checked, dict) and checked.get("how") == "other-directory"


def _holds_any(grammar: Grammar, texts: list[str]) -> bool:
    """Whether any phrase may stand in the texts: nearly always none does, and then this is all there is to do."""
    together = "\n".join(texts).casefold()
    return any(map(together.__contains__, _shortest(grammar)))


@OncePerGrammar
def _avoided(grammar: Grammar) -> Mapping[str, str]:
    """What to say instead of each phrase, the longest first, so that a part of one is not said again."""
    found = (
        (phrase.casefold(), str(term.more.get("say", "")))
        for term in grammar["wording"]
        for phrase in term.more.get("never", ())
    )
    return dict(sorted(found, key=lambda each: -len(each[0])))


@OncePerGrammar
def _shortest(grammar: Grammar) -> tuple[str, ...]:
    """The phrases without those that hold another: "elderly" finds "the elderly" too."""
    phrases = _avoided(grammar)
    return tuple(each for each in phrases if not any(other in each for other in phrases if other != each))


def _said(
    record: Record,
    leaves: list[Leaf],
    phrase: str,
    say: str,
    level: Level,
    said: dict[Path, list[re.Match[str]]],
    *,
    quoted: bool,
) -> Iterator[Problem]:
    whole = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
    for path, text in leaves:
        earlier = said.setdefault(path, [])
        found = whole.search(text)
        if not found or any(each.start() <= found.start() and found.end() <= each.end() for each in earlier):
            continue
        earlier.append(found)
        who = "The service's own words say" if quoted else "The text says"
        message = f"{who} “{found[0]}”."
        advice = "Leave that part of the quotation out, if the rest still tells the truth." if quoted else ""
        yield problem(record, path, CODE, level, message, advice or f"Say instead: {say}.")
