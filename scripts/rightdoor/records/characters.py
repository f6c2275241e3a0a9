"""Which characters a file may hold: readable text in UTF-8, and nothing that hides or reorders what is read.

Control characters break exports (XML and xlsx cannot hold them), direction overrides make one text look like another
(CVE-2021-42574, "Trojan Source", 2021), and invisible characters make two equal names differ.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_NONCHARACTERS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc"
_HIDDEN_DATA = "\U000e0000-\U000e0fff"
_LINE_ENDS = "\u0085\u2028\u2029"
_DIRECTION = "\u202a-\u202e"
_NO_BREAK = "\u00a0\u2007\u202f"
_REFUSED = re.compile(
    f"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd"
    f"{_INVISIBLE}{_HIDDEN_DATA}{_LINE_ENDS}{_DIRECTION}{_NO_BREAK}{_NONCHARACTERS}]"
)
_LONE_RETURN = re.compile("\r(?!\n)")
_HARD_SPACES = "\u2000-\u200a\u3000"
_HARD_SPACE_INDENT = re.compile(f"^ *([{_HARD_SPACES}])", re.MULTILINE)
_SUSPECT = re.compile(f"{_REFUSED.pattern}|[{_HARD_SPACES}]")
_USUAL_BYTES = bytes([0x0A, 0x0D, *range(0x20, 0x7F)])

_TIPS = {
    "\t": "Use spaces instead: two for each step to the right.",
    "\r": "Save the file with ordinary line endings (LF, or CRLF on Windows).",
    "\u00a0": "Delete it and type an ordinary space.",
    "\ufffd": "Letters were lost when this text was copied. Type the word again.",
}
_OTHERS = "Delete the line and type it again; text pasted from a web page or a document often brings such characters."


class Refused(NamedTuple):
    """A refused character: its index in the text, what it is in words, and what to do about it."""

    at: int
    name: str
    tip: str


def refused_in(text: str) -> Iterator[Refused]:
    """Every refused character of a text, a kind at a time: hidden ones, lone returns, hard spaces as indentation."""
    for pattern in (_REFUSED, _LONE_RETURN, _HARD_SPACE_INDENT):
        for found in pattern.finditer(text):
            index = found.start(found.lastindex or 0)
            yield Refused(index, name_of(text[index]), _TIPS.get(text[index], _OTHERS))


def looks_clean(raw: bytes, text: str) -> bool:
    """Whether nothing is refused in `text` (decoded from `raw`), found quickly from the unusual bytes."""
    unusual = raw.translate(None, _USUAL_BYTES)
    if not unusual and b"\r" not in raw:
        return True
    if b"\r" not in raw and not _SUSPECT.search(unusual.decode("utf-8")):
        return True
    return next(refused_in(text), None) is None


def name_of(character: str) -> str:
    """A character in words a person can look up: `a tab`, `U+202E (right-to-left override)`."""
    if character == "\t":
        return "a tab"
    kind = "control character" if unicodedata.category(character) == "Cc" else "not a character"
    return f"U+{ord(character):04X} ({unicodedata.name(character, kind).lower()})"
