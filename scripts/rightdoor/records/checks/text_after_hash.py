"""The end of a text is cut off, because a # with a blank before it begins a remark.

Everything from there to the end of the line is for those who edit the file, and is shown to nobody. It may be meant
so; then the remark belongs on a line of its own, where nobody takes it for a part of the text.

Why this matters: "Group #2 for adults" becomes "Group", without a word, and the two groups cannot be told apart.

What to type: the whole text in quotes.

    summary: "Group #2 for adults"
"""

import re
from collections.abc import Iterator
from typing import Any

from yaml import events
from yaml._yaml import CParser

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.checks.sentences import FIELDS as SENTENCES
from rightdoor.records.marks import Mark, mark_of

CODE = "text-after-hash"
LEVEL = Level.WARNING
FIELDS = (*SENTENCES, "name", "also_known_as", "address", "title", "by", "story")
CODES_TOO = ("how", "by")
_AFTER_TEXT = re.compile(rb"\S +#")
_REMARK = re.compile(r" +#")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Texts without quotes that a remark follows on their last line."""
    if not _AFTER_TEXT.search(record.source.raw):
        return
    cut = _cut(record.source.raw)
    for path, text in record.texts(*FIELDS):
        if " " not in text and path[-1] in CODES_TOO:
            continue
        if rest := cut.get(record.source.mark(path)):
            message = f"This text ends before the #; “{rest}” is shown to nobody."
            tip = "Put quotes round the whole text, or the remark on a line of its own."
            yield problem(record, path, CODE, LEVEL, message, tip)


def _cut(raw: bytes) -> dict[Mark, str]:
    """What follows each text without quotes, by the place where the text begins."""
    lines, found = raw.decode().split("\n"), {}
    parser: Any = CParser(raw)
    event = parser.get_event()
    while not isinstance(event, events.StreamEndEvent):
        if isinstance(event, events.ScalarEvent) and not event.style:
            end: Any = event.end_mark
            rest = lines[end.line][end.column :]
            if _REMARK.match(rest):
                found[mark_of(event.start_mark)] = " ".join(rest.split())[:60]
        event = parser.get_event()
    return found
