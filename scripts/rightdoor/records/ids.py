"""The id that a name gives. The browser has the same rule; `tests/records/ids.yaml` holds both to it."""

import re
import unicodedata

from rightdoor.records.walk import LONGEST_ID

_DROPPED = frozenset("'’‘`")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def id_of(name: str) -> str:
    """Small letters, digits and single hyphens, cut at the last whole word; empty where nothing of a name is left.

    >>> id_of("St Anne's Café & Advice Centre")
    'st-annes-cafe-and-advice-centre'
    """
    text = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("ß", "ss"))
    kept = (letter for letter in text if letter not in _DROPPED and not unicodedata.category(letter).startswith("M"))
    whole = _NOT_IN_IDS.sub("-", "".join(kept).lower()).strip("-")
    if len(whole) <= LONGEST_ID:
        return whole
    end = whole.rfind("-", 0, LONGEST_ID + 1)
    return whole[: end if end > 0 else LONGEST_ID]
