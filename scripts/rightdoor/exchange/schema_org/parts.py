"""The nodes that JSON-LD is made of; what is not known is left out."""

import json
import re
from typing import Any

Json = dict[str, Any]

_HIDDEN = re.compile("[<>&\u2028\u2029]")
"""Signs that could end a script, or begin one, where the text of JSON stands in a page."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def node(kind: str, **fields: Any) -> Json:
    """A node of a type, with the fields that say something; one thing stands alone, and not in a list."""
    told: Json = {"@type": kind}
    for name, value in fields.items():
        if value or value == 0:
            told[name] = value[0] if type(value) is list and len(value) == 1 else value
    return told


def script(told: Json) -> str:
    """The element that a page carries: data that no browser runs, and that no text in it can end."""
    text = _HIDDEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _encode(told))
    return f'<script type="application/ld+json">{text}</script>'
