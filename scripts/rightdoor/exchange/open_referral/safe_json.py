"""JSON of strangers: read strictly, or refused in words. What real feeds get wrong without harm is mended and said."""

import json
import math
from collections.abc import Callable
from typing import Any

_BOM = b"\xef\xbb\xbf"


class NotJson(ValueError):
    """Bytes that are not JSON as it may be; the message says why, for people."""


def read_json(raw: bytes, note: Callable[[str], None]) -> Any:
    """The value of these bytes; `note` is told what had to be mended."""
    if raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
        note("It says it is UTF-8 and is not: it was read as Latin letters of Windows.")
    if text.lstrip()[:1] == "<":
        raise NotJson("It is a web page and not data. Perhaps the address is not that of the feed.")
    try:
        return json.loads(text, parse_constant=_constant, parse_float=_number, object_pairs_hook=_group, strict=False)
    except RecursionError:
        raise NotJson("Its parts lie too deep in one another.") from None
    except json.JSONDecodeError as fault:
        ends = fault.pos >= len(text.rstrip()) - 1
        why = "It breaks off before its end." if ends or "Unterminated" in fault.msg else f"{fault.msg}."
        raise NotJson(f"It is not JSON (line {fault.lineno}): {why}") from None
    except ValueError as fault:
        raise NotJson(str(fault) if isinstance(fault, NotJson) else "It holds a number with too many digits.") from None


def _constant(word: str) -> Any:
    raise NotJson(f"It holds {word}, which is no number.")


def _number(text: str) -> float:
    found = float(text)
    if not math.isfinite(found):
        raise NotJson(f"It holds {text[:20]}, which is too large for a number.")
    return found


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotJson(f"It says {twice[:60]} twice in one place.")
    return found
