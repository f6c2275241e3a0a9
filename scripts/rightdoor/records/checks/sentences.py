"""Where sentences stand in a record, and the telephone numbers and email addresses that stand in the middle of them."""

import re
from collections.abc import Iterator

from rightdoor.records.checks.frame import Leaf, Record
from rightdoor.records.checks.phone_numbers import digits_of

FIELDS = ("summary", "description", "note", "how", "then", "phone_note", "text_note", "crisis_note", "why", "words")
KINDS = ("service", "organization", "area", "vignette")
_NUMBER = re.compile(r"(?<![\w/.=-])(?:\+44|\(?0)(?:[ ()-]{0,2}[0-9]){9,10}(?![0-9])")
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")


def sentences(record: Record) -> Iterator[Leaf]:
    """What a record says to readers in sentences; a single word is a code of a vocabulary."""
    if record.kind not in KINDS:
        return iter(())
    return (each for each in record.texts(*FIELDS) if " " in each[1] or "@" in each[1])


def numbers_in(text: str) -> list[str]:
    """The full telephone numbers in a sentence; short ones such as 999 are words like any other."""
    if sum(map(text.count, "0123456789")) < len("01632960110") - 1:
        return []
    return [each for each in _NUMBER.findall(text) if 10 <= len(digits_of(each)) <= 11]


def emails_in(text: str) -> list[str]:
    """The email addresses in a sentence."""
    return _EMAIL.findall(text) if "@" in text else []
