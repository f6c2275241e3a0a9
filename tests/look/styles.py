"""Our styles as they are written, declaration by declaration, and who names their classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2

import build_browser

IMPORT = re.compile(r'@import "([^"]+)";')
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
WORD = re.compile(r"rd-[\w-]*\w|\b[a-z][\w-]+")
GROUPS = ("media", "supports", "container", "layer")
"""What may hold rules within it."""

BEGUN = re.compile(r"\b(rd-[\w-]*\w[-_]{1,2})(?=\$?\{)")
"""The beginning of a class whose end is computed: `rd-panel--{{ kind }}`, `rd-group--${code}`."""

MARKUP = re.compile(r"""class(?:Name)?(?:=|: ?|", ?)["'`]([^"'`]*)["'`]""")


@dataclass(frozen=True)
class Said:
    """One declaration with its place, the selectors of its rule and the query it stands in."""

    file: str
    line: int
    query: str
    selector: str
    name: str
    value: list[Any]
    important: bool

    @property
    def words(self) -> str:
        """The value as written."""
        return str(tinycss2.serialize(self.value)).strip()

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.selector} {{ {self.name}: {self.words} }}"


def sources(root: Path) -> list[Path]:
    """Every style of ours, as written."""
    return [path for path in sorted((root / "docs").rglob("*.css")) if "built" not in path.parts]


def declarations(root: Path) -> list[Said]:
    """All that our styles declare."""
    return [
        each for path in sources(root) for each in _read(path.relative_to(root).as_posix(), path.read_text("utf-8"))
    ]


def read(css: str) -> list[Said]:
    """All that a piece of CSS declares."""
    return list(_read("given.css", css))


def classes(root: Path) -> dict[str, str]:
    """The classes that our rules are for, each with a file that has one."""
    found: dict[str, str] = {}
    for said in declarations(root):
        for name in CLASS.findall(said.selector):
            found.setdefault(name, said.file)
    return found


def built(root: Path) -> set[Path]:
    """The styles that reach a page: those that are built, and all that they take in."""
    entries = (each.partition("=")[2] for each in build_browser.entries(root))
    waiting, reached = [root / each for each in entries if each.endswith(".css")], set()
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += [(path.parent / each).resolve() for each in IMPORT.findall(path.read_text("utf-8"))]
    return reached


def markup(root: Path) -> dict[str, str]:
    """Whatever makes markup, by name: templates, page modules, browser scripts and prose."""
    overrides, scripts = root / "docs/.overrides", root / "docs/assets/javascripts"
    prose = [
        *(root / "docs").glob("*.md"),
        *(root / "docs/contribute").glob("*.md"),
        *(root / "docs/checks").glob("*.md"),
    ]
    files = [
        *overrides.rglob("*.html"),
        *(root / "scripts/rightdoor/pages").glob("*.py"),
        *scripts.rglob("*.js"),
        *prose,
    ]
    kept = (path for path in sorted(files) if "built" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in kept}


def named(texts: Iterable[str]) -> tuple[set[str], tuple[str, ...]]:
    """The words that the texts name, and the beginnings of classes whose end they compute."""
    words, begun = set(), set()
    for text in texts:
        words.update(WORD.findall(text))
        begun.update(BEGUN.findall(text))
    return words, tuple(begun)


def _read(file: str, css: str) -> Iterator[Said]:
    yield from _rules(file, tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), "")


def _rules(file: str, nodes: list[Any], query: str) -> Iterator[Said]:
    for node in nodes:
        if node.type == "at-rule" and node.content and node.lower_at_keyword in GROUPS:
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(file, inside, tinycss2.serialize(node.prelude).strip())
        elif node.type == "qualified-rule" or node.type == "at-rule" and node.content:
            yield from _declared(file, node, query)


def _declared(file: str, rule: Any, query: str) -> Iterator[Said]:
    selector = tinycss2.serialize(rule.prelude).strip() if rule.type == "qualified-rule" else f"@{rule.at_keyword}"
    for each in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration":
            yield Said(file, each.source_line, query, selector, each.lower_name, each.value, each.important)
