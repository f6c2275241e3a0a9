"""One value as text of a record: plain where that is safe, in double quotes where it is not, `|` for several lines."""

import json
import re
from decimal import Decimal

from rightdoor.records.scalars import NumberTooLong, Plain, plain_value

_AMISS_AT_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~ ]|<<")
_AMISS_WITHIN = re.compile(r": | #|[\x00-\x1f\x7f]|[: ]\Z")
_AMISS_IN_BRACKETS = re.compile(r"[:,\[\]{}]")
_LIKE_A_NUMBER = re.compile(r"\+?[0-9][0-9 ]*\Z")
_AMISS_IN_LINES = re.compile(r"\A\s|[ ]$|\r|\n\n\Z|^ *[^\S\n ]", re.MULTILINE)

OWN_WORDS = "words"
"""The field for a service's own words: they are a quotation, and always stand in quotation marks."""


def scalar(value: Plain, *, name: str = "", brackets: bool = False) -> str:
    """A value on one line as the strict reader reads it back; `brackets` says that it stands in `[…]` or `{…}`."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, int):
        return str(value)
    return value if name != OWN_WORDS and _is_safe(value, brackets) else in_quotes(value)


def in_quotes(text: str) -> str:
    """Text in double quotes, with a backslash before what would end it or break the line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")


def is_lines(value: object) -> bool:
    """Whether a value is text of several lines that reads back exactly from lines of its own.

    Blanks at the end of a line are kept in quotes instead: there they are seen, and no editor takes them away.
    """
    return isinstance(value, str) and "\n" in value.rstrip("\n") and _AMISS_IN_LINES.search(value) is None


def split_lines(text: str, indent: str) -> tuple[str, list[str]]:
    """The sign that begins text of several lines (`|`, or `|-` where the last line does not end), and its lines."""
    sign = "|" if text.endswith("\n") else "|-"
    return sign, [f"{indent}{line}" if line else "" for line in text.removesuffix("\n").split("\n")]


def _is_safe(text: str, brackets: bool) -> bool:
    """Whether text may stand without quotes: also numbers of telephones do not, so that 999 is never an exception.

    In brackets every colon asks for quotes: older readers of YAML stop at the one in an address of a web page.
    """
    if not text or _AMISS_AT_START.match(text) or _AMISS_WITHIN.search(text) or _LIKE_A_NUMBER.match(text):
        return False
    if brackets and _AMISS_IN_BRACKETS.search(text):
        return False
    try:
        return plain_value(text) is text
    except NumberTooLong:
        return False
