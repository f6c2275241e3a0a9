"""Values of strangers as plain words: no markup, one line where one is wanted, and short where they are only shown."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.exchange.tables import cleaning

_DEEPEST = 4
_BREAK = re.compile(r"(?i)<\s*(?:br|/p|/li|/div|/h[1-6])[^>]*>")
_SCRIPT = re.compile(r"(?is)<\s*(script|style)\b.*?(?:</\s*\1\s*>|\Z)")
_TAG = re.compile(r"<[^<>]*>")


def rows_of(value: Any) -> list[Mapping[str, Any]]:
    """The groups of a list; none where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """A text on one line; "" where it is none."""
    return cleaning.one_line(cleaning.cleaned(value)) if isinstance(value, str) else ""


def prose_of(value: Any) -> str:
    """Words without markup: what is HTML there is text here, and a script is nothing."""
    if not isinstance(value, str):
        return ""
    text = _TAG.sub("", _BREAK.sub("\n", _SCRIPT.sub("", value)))
    text = html.unescape(text).replace("<", "‹").replace(">", "›")
    lines = (" ".join(each.split()) for each in cleaning.cleaned(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def line_of(value: Any, most: int) -> str:
    """Words without markup on one line, cut at a word."""
    line = " ".join(prose_of(value).split())
    return line if len(line) <= most else f"{line[: most - 1].rsplit(' ', 1)[0]}…"


def short(value: Any) -> str:
    """A value in words: of groups what they describe, not their ids."""
    return " ".join("; ".join(_words(value, 0)).split())[:80]


def _words(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, dict | list) and depth < _DEEPEST:
        inner = value if isinstance(value, list) else [each for name, each in value.items() if name != "id"]
        for each in inner[:10]:
            yield from _words(each, depth + 1)
    elif not isinstance(value, dict | list) and value not in (None, ""):
        yield str(value)[:200]
