"""The theme's stylesheet, cut down to what a page of this site can use (docs/decisions/0153-stylesheet.md).

A selector is kept if each class that it asks for is named by a rendered page, a template of ours or a script; a
rule with one of its selectors; a variable if something reads it. Elements, ids and states count as always possible.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

from rightdoor.resources import assets_folder, theme_folder

_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"--[\w-]+")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("media", "supports")
_OURS = frozenset(
    ("admonition", "admonition-title", "note", "abstract", "info", "tip", "success")
    + ("question", "warning", "failure", "danger", "bug", "example", "quote")
)
"""What a component of ours draws whole (`notice`): the theme's rules and pictures for it would only be undone."""
_KNOWN_ONLY_HERE = re.compile(r":-\w")
"""A name that some browsers do not know: they drop the whole rule, and must go on doing so."""


def cut(css: str, named: set[str]) -> str:
    """The stylesheet without the rules and variables that nothing named can use; the same for the same input."""
    kept = _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), named)
    return _without_unread(kept, named)


def named_by(files: Mapping[str, str]) -> set[str]:
    """The words by which files, by name, can ask for a rule: in pages those of tags, in styles those of variables.

    What a component of ours draws whole is not among them.
    """
    words: set[str] = set()
    for name, text in files.items():
        if name.endswith(".css"):
            words.update(_VARIABLE.findall(text))
        else:
            told = _TAG.findall(text) if name.endswith(".html") else [text]
            words.update(word for each in told for word in _WORD.findall(each))
    return words - _OURS


def readers(rendered: Path) -> dict[str, str]:
    """Whatever may ask for a rule: the rendered files, our templates, our styles and our scripts."""
    own = {f"own/{name}": text for name, text in _texts(rendered, (".html", ".js", ".mjs", ".css"))}
    templates = {f"templates/{name}.jinja": text for name, text in _texts(theme_folder(), (".html",))}
    assets = {f"assets/{name}": text for name, text in _texts(assets_folder(), (".js", ".css"))}
    return own | templates | assets


def _texts(folder: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        source = name.startswith("javascripts/") and not name.startswith("javascripts/built/")
        if name.endswith(endings) and path.is_file() and not source:
            yield name, path.read_text(encoding="utf-8", errors="replace")


def cut_file(path: Path, rendered: Path) -> None:
    """Cuts down the stylesheet at `path`, which is one of the rendered files."""
    files = readers(rendered)
    del files[f"own/{path.relative_to(rendered).as_posix()}"]
    path.write_text(cut(path.read_text(encoding="utf-8"), named_by(files)), encoding="utf-8")


def put_below(path: Path) -> None:
    """Puts the whole stylesheet at `path` into a layer: a rule of ours then wins, whatever either of them names."""
    text = path.read_text(encoding="utf-8").replace('@charset "UTF-8";', "")
    path.write_text(f"@layer theme{{{text}}}", encoding="utf-8")


def _rules(nodes: Iterable[Node], named: set[str]) -> list[Node]:
    """The rules that can apply, in their order; a group with its rules that can."""
    kept = []
    for node in nodes:
        if node.type == "qualified-rule":
            node.prelude = _selectors(node.prelude, named)
            node.content = _declarations(node.content)
            wanted = bool(node.prelude)
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS:
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            node.content = _rules(inside, named)
            wanted = bool(node.content)
        else:
            wanted = True
        if wanted:
            kept.append(node)
    return kept


def _declarations(content: list[Node]) -> list[Node]:
    """What a rule declares, one by one; the content as it is where that cannot be told."""
    said = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return said if all(each.type == "declaration" for each in said) else content


def _selectors(prelude: list[Node], named: set[str]) -> list[Node]:
    """Of a list of selectors those that can match, or all where one stands among them that a browser may not know."""
    each: list[list[Node]] = [[]]
    for token in prelude:
        if token == ",":
            each.append([])
        else:
            each[-1].append(token)
    possible = [tokens for tokens in each if _asked_for(tokens) <= named]
    if possible and _KNOWN_ONLY_HERE.search(tinycss2.serialize(prelude)):
        return prelude
    comma = [token for token in prelude if token == ","][:1]
    return [token for place, tokens in enumerate(possible) for token in (comma if place else []) + tokens]


def _asked_for(tokens: list[Node]) -> set[str]:
    """The classes of a selector, its direction and the theme's own attributes; nothing of what is inside `:not()`."""
    found = set()
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "ident" and before == ".":
            found.add(token.value)
        elif token.type == "[] block":
            name = next((part.lower_value for part in token.content if part.type == "ident"), "")
            if name == "dir" or name.startswith("data-"):
                found.add(name)
    return found


def _without_unread(rules: list[Node], named: set[str]) -> str:
    """The rules as text, without variables and animations that nothing reads; a variable may be read by another."""
    text = _text(rules)
    while True:
        read = named | set(_READ.findall(text))
        rules = [rule for rule in _declared(rules, read) if not _idle_animation(rule, text)]
        before, text = text, _text(rules)
        if text == before:
            return text


def _text(rules: list[Node]) -> str:
    return str(tinycss2.serialize(rules))


def _idle_animation(rule: Node, text: str) -> bool:
    if rule.type != "at-rule" or not rule.lower_at_keyword.endswith("keyframes"):
        return False
    name = tinycss2.serialize(rule.prelude).strip()
    return not re.search(rf"animation(-name)?:[^;}}]*(?<![\w-]){re.escape(name)}(?![\w-])", text)


def _declared(rules: list[Node], read: set[str]) -> list[Node]:
    """The rules with only those of their variables that are read, and without rules that then declare nothing."""
    kept = []
    for rule in rules:
        if rule.type == "qualified-rule":
            rule.content = [each for each in rule.content if not _unread(each, read)]
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS:
            rule.content = _declared(rule.content, read)
        if rule.content or rule.type == "at-rule" and rule.lower_at_keyword not in _GROUPS:
            kept.append(rule)
    return kept


def _unread(declared: Node, read: set[str]) -> bool:
    return declared.type == "declaration" and declared.name.startswith("--") and declared.name not in read
