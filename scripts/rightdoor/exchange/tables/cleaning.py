"""What is mechanical is put right: spaces, marks for "nothing", postcodes, phones, addresses. Nothing is guessed."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_DROPPED = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ud800-\udfff\ufffe\uffff\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "–",
        "—",
        ".",
        "?",
        "na",
        "n/a",
        "n.a.",
        "n.a",
        "#n/a",
        "none",
        "nil",
        "null",
        "nan",
        "tbc",
        "tba",
        "unknown",
        "not known",
        "not applicable",
        "not available",
        "not stated",
        "blank",
        "x",
        "xx",
        "#ref!",
        "#value!",
        "#name?",
        "#null!",
        "#div/0!",
        "#num!",
    }
)
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\Z")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\Z")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\Z")
_MADE_UP = re.compile(r"01632960[0-9]{3}\Z")
_SHORT = frozenset({"101", "111", "112", "999", "116000", "116006", "116111", "116123", "85258"})
_BEFORE_PHONE = re.compile(r"(?i)^(?:tel(?:ephone)?|phone|mob(?:ile)?|t|call)\b[.:]*\s*")
_EXTENSION = re.compile(r"(?i)[,;]?\s*(?:ext(?:ension|n)?|x)\.?\s*([0-9]{1,6})\Z")
_WRITTEN = re.compile(r"\+?[0-9 ().-]+\Z")
_BETWEEN = re.compile(r"\s*(?:;|\||\n)\s*")


def cleaned(text: str) -> str:
    """A text with ordinary spaces and line ends, and without marks that nobody sees; empty where it says "nothing"."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _DROPPED.sub("", text)
    lines = (
        _SPACES.sub(" ", line).strip() for line in text.replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
    )
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if whole[:1] == "'" and whole[1:2] in tuple("=+-@"):
        whole = whole[1:]
    return "" if whole.casefold() in _NOTHING else whole


def one_line(text: str) -> str:
    """A cleaned text on one line."""
    return " ".join(text.split())


def parts_of(text: str) -> list[str]:
    """What a cell lists, parted by semicolons, bars or lines."""
    return [each for each in (one_line(part) for part in _BETWEEN.split(text)) if each]


def postcode(text: str) -> str | None:
    """A postcode in capitals with its space; None where it has not the form of one."""
    tidy = re.sub(r"[^A-Z0-9]", "", text.upper())
    spaced = f"{tidy[:-3]} {tidy[-3:]}"
    return spaced if _POSTCODE.match(spaced) else None


@lru_cache(maxsize=65536)
def phone(text: str) -> tuple[str, str] | None:
    """A UK number with its usual spaces, and its extension or nothing; None where it is no such number.

    A number that lost its first 0 to a spreadsheet gets it back where only that makes it a number.
    """
    import phonenumbers

    bare = _BEFORE_PHONE.sub("", one_line(text))
    found = _EXTENSION.search(bare)
    extension, number = (found[1], bare[: found.start()]) if found else ("", bare)
    if not _WRITTEN.match(number):
        return None
    digits = re.sub(r"[^0-9]", "", number)
    if digits in _SHORT:
        return (f"{digits[:3]} {digits[3:]}".strip() if digits.startswith("116") else digits), extension
    if _MADE_UP.match(digits):
        return f"{digits[:5]} {digits[5:8]} {digits[8:]}", extension
    for each in (number, f"0{digits}" if len(digits) in (9, 10) and not digits.startswith("0") else ""):
        try:
            parsed = phonenumbers.parse(each, "GB")
        except phonenumbers.NumberParseException:
            continue
        if parsed.country_code == 44 and phonenumbers.is_valid_number(parsed):
            return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL), extension
    return None


def is_mobile(number: str) -> bool:
    """Whether a number is a mobile's, which may be a person's own."""
    digits = re.sub(r"[^0-9]", "", number)
    return len(digits) == 11 and digits.startswith("07") and digits[2] not in "06"


def email(text: str) -> str | None:
    """An email address, without what stood before it in a link; None where it is none."""
    bare = re.sub(r"(?i)^mailto:", "", one_line(text))
    return bare if _EMAIL.match(bare) and not bare.casefold().endswith(".invalid") and len(bare) <= 120 else None


def web_address(text: str) -> str | None:
    """A web address with its https:// where that was left out; None where it is none or holds a password."""
    bare = one_line(text)
    if not bare or " " in bare or len(bare) > 390:
        return None
    whole = bare if re.match(r"(?i)https?://", bare) else f"https://{bare}"
    try:
        found = urlsplit(whole)
        host = found.hostname or ""
    except ValueError:
        return None
    sound = _HOST.match(host) and not found.username and not found.password and bare.count("://") < 2
    return whole if sound and "@" not in found.netloc and not re.search(r"[<>\"\\^`{|}]", whole) else None
