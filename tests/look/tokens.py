"""The tokens as tokens.css gives them: what is said in each scheme, and what a reader of that scheme then has."""

from __future__ import annotations

import re
from pathlib import Path

import tinycss2

FILE = "docs/assets/stylesheets/tokens.css"
SCHEMES = {"light": "", "dark": "(prefers-color-scheme: dark)", "print": "print"}
"""Each scheme with the query of the block that says it."""

COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?\Z")


def said(root: Path) -> dict[str, list[tuple[str, str]]]:
    """The tokens that each block of the file gives, in order, with their values."""
    nodes = tinycss2.parse_stylesheet((root / FILE).read_text("utf-8"), skip_comments=True, skip_whitespace=True)
    found: dict[str, list[tuple[str, str]]] = {}
    for node in nodes:
        query = tinycss2.serialize(node.prelude).strip() if node.type == "at-rule" else ""
        rules = tinycss2.parse_rule_list(node.content) if node.type == "at-rule" else [node]
        for rule in rules:
            if rule.type == "qualified-rule":
                found.setdefault(query, []).extend(_declared(rule.content))
    return found


def scheme(root: Path, name: str) -> dict[str, str]:
    """What each token is worth in a scheme: its own block's value, or else that of the light one."""
    blocks = said(root)
    return dict(blocks[""]) | dict(blocks[SCHEMES[name]])


def colours(root: Path, name: str) -> dict[str, str]:
    """The tokens of a scheme that are a colour."""
    return {token: value for token, value in scheme(root, name).items() if COLOUR.match(value)}


def _declared(content: list[object]) -> list[tuple[str, str]]:
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    named = (each for each in parts if each.type == "declaration" and each.name.startswith("--"))
    return [(each.name.removeprefix("--rd-"), tinycss2.serialize(each.value).strip()) for each in named]
