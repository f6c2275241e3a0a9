"""Telephone numbers as the checks compare them: digits alone, and which of them can be rung in the United Kingdom.

Numbers reserved for stories: Ofcom, "Telephone numbers for use in TV and radio drama programmes" (first
published 2003). Short numbers: Ofcom, National Telephone Numbering Plan, public emergency call service and
type A access codes, and the 116 numbers of social value (Commission Decision 2007/116/EC); 85258 is Shout's.
"""

import re
from functools import lru_cache

SHORT_NUMBERS = frozenset({"101", "111", "112", "999", "116000", "116006", "116111", "116123"})
SHORT_TEXT_NUMBERS = frozenset({"999", "85258"})
TEXT_RELAY = "18001"

_DRAMA = re.compile(
    r"0(?:11[3-8]4960|1[2-6]14960|1914980|1632960|2079460|2896496|2890180|2920180|3069990|7700900|8081570|9098790)"
    r"[0-9]{3}\Z"
)
_WRITTEN = re.compile(r"\+?[0-9 ()-]+\Z")
_DIGITS = re.compile(r"[0-9]+")


@lru_cache(maxsize=65536)
def digits_of(number: str) -> str:
    """The digits of a number, in its form within the country: `+44 20…` and `0044 20…` become `020…`."""
    digits = "".join(_DIGITS.findall(number))
    for prefix in ("0044", "44"):
        if digits.startswith(prefix) and len(digits) > 11:
            return "0" + digits[len(prefix) :].removeprefix("0")
    return digits


@lru_cache(maxsize=65536)
def is_drama(number: str) -> bool:
    """Whether a number is reserved for stories, so that it never rings at anybody's home."""
    return _DRAMA.match(digits_of(number).removeprefix(TEXT_RELAY)) is not None


@lru_cache(maxsize=65536)
def is_valid(number: str) -> bool:
    """Whether a full number (not a short one) can exist in the United Kingdom."""
    import phonenumbers

    if not _WRITTEN.match(number):
        return False  # phonenumbers takes letters, extensions and the digits of other scripts too
    if is_drama(number):
        return True
    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return False
    return parsed.country_code == 44 and not parsed.extension and phonenumbers.is_valid_number(parsed)


@lru_cache(maxsize=65536)
def is_mobile(number: str) -> bool:
    """Whether a number is a mobile's: it begins with 07, but not with 070 (forwarding) or 076 (pagers)."""
    digits = digits_of(number)
    return len(digits) == 11 and digits.startswith("07") and digits[2] not in "06"


def spaced(number: str) -> str:
    """A valid full number with the spaces that its area code asks for."""
    import phonenumbers

    return phonenumbers.format_number(phonenumbers.parse(number, "GB"), phonenumbers.PhoneNumberFormat.NATIONAL)
