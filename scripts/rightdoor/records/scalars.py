"""What an unquoted value means: `true`, `false`, `null`, a plain number, or the text that was typed.

YAML's own rules turn 10:30 into 630, 01225123456 into 173319982 and `no` into false. Here only three words and the
plainest numbers are anything but text, so a telephone number, a time or a date is never quietly changed.
"""

import re
from typing import TypeAlias

Plain: TypeAlias = str | int | float | bool | None

NOT_TEXT: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_NUMBER = re.compile(r"(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?\Z")
NUMBER_STARTS = frozenset("-0123456789")

MAX_WHOLE_DIGITS = 15
"""A browser counts exactly up to 15 digits, so a longer number could differ between the two readers."""
MAX_DECIMAL_DIGITS = 20


class NumberTooLong(ValueError):
    """A number with more digits than can be kept exactly."""


def plain_value(typed: str) -> Plain:
    """The value of an unquoted scalar; raises `NumberTooLong` for more digits than can be kept exactly."""
    if typed[:1] not in NUMBER_STARTS:
        return NOT_TEXT.get(typed, typed)
    number = _NUMBER.match(typed)
    if number is None:
        return typed
    sign, whole, decimals = number.groups()
    if len(whole) > MAX_WHOLE_DIGITS or len(decimals or "") > MAX_DECIMAL_DIGITS:
        raise NumberTooLong(typed)
    if decimals is not None:
        return float(typed)
    return typed if sign and whole == "0" else int(typed)
