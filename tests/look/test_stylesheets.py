"""The styles say nothing by themselves that a token says for all, and nothing that no page asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinycss2 import color3

from look.styles import CLASS, MARKUP, Said, built, classes, declarations, markup, named, read, sources
from look.tokens import FILE, scheme

COMPONENTS = "docs/.overrides/components"
FREE = ("docs/assets/stylesheets/tokens.css", "docs/assets/stylesheets/fonts.css")
"""The files that say what the tokens are worth, and what the typeface is made of."""

FUNCTIONS = ("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color")
NO_COLOUR = ("transparent", "currentcolor")
SIZES = re.compile(r"var\(--rd-size-[a-z0-9-]+\)|[0-9.]+em|inherit|100%")
"""A size is a token, or so much of what stands around it; 100 % is what the reader has set."""

WEIGHTS = ("var(--rd-bold)", "400", "inherit")
FAMILIES = ("var(--rd-font)", "var(--rd-font-code)", "inherit")

MUST_WIN = {
    "docs/assets/stylesheets/base.css": "Whoever asks for no motion gets none, whatever a part asks for.",
}
"""The files that may say `!important`, with the reason."""

OF_OTHERS = {
    "md-typeset": "the theme's class for text, which our frame still has around it",
    "admonition": "Python-Markdown's notes in hand-written pages",
    "admonition-title": "Python-Markdown's notes in hand-written pages",
    "warning": "Python-Markdown's notes in hand-written pages",
}
AUTOCOMPLETE = "autocomplete__"
"""What accessible-autocomplete names its own parts with."""


@pytest.fixture(scope="module")
def declared(root: Path) -> list[Said]:
    return [each for each in declarations(root) if each.file not in FREE]


def colours_in(value: list[Any]) -> Iterator[str]:
    """Every colour that a value says itself, also within a function or a list."""
    for token in value:
        if token.type == "hash" or token.type == "function" and token.lower_name in FUNCTIONS:
            yield token.serialize()
        elif token.type == "ident" and color3.parse_color(token) and token.lower_value not in NO_COLOUR:
            yield token.value
        elif token.type == "function":
            yield from colours_in(token.arguments)


def raw_colours(declared: list[Said]) -> list[str]:
    return [str(each) for each in declared if any(colours_in(each.value))]


def raw_type(declared: list[Said]) -> list[str]:
    def wrong(each: Said) -> bool:
        words = each.words
        return (
            each.name == "font-size" and not SIZES.fullmatch(words)
            or each.name == "font-weight" and words not in WEIGHTS
            or each.name == "font-family" and words not in FAMILIES
            or each.name == "font" and words != "inherit"
        )  # fmt: skip

    return [str(each) for each in declared if wrong(each)]


def test_no_component_says_a_colour_of_its_own(declared: list[Said]):
    assert raw_colours(declared) == []


def test_no_component_says_a_size_a_weight_or_a_typeface_of_its_own(declared: list[Said]):
    assert raw_type(declared) == []


def test_a_colour_or_a_size_of_its_own_would_be_seen():
    wrong = ".a{color:#123;background:linear-gradient(red,var(--rd-ink))}@media print{.b{border:1px solid rgb(0 0 0)}}"
    assert len(raw_colours(read(wrong))) == 3
    assert raw_colours(read(".a{color:var(--rd-ink);border-color:CanvasText;fill:transparent}")) == []
    assert len(raw_type(read(".a{font-size:17px;font-weight:600;font-family:Arial;font:700 1rem serif}"))) == 4


def test_every_token_is_used_by_some_style_and_every_one_that_is_used_has_a_value(root: Path, declared: list[Said]):
    used = {name for path in sources(root) for name in re.findall(r"var\(--rd-([\w-]+)", path.read_text("utf-8"))}
    own = {each.name.removeprefix("--rd-") for each in declared if each.name.startswith("--rd-")}
    assert sorted(scheme(root, "light").keys() - used) == []
    assert sorted(used - scheme(root, "light").keys() - own) == []


def test_nothing_is_forced_but_what_is_listed(declared: list[Said]):
    assert [str(each) for each in declared if each.important and each.file not in MUST_WIN] == []


def test_no_rule_leans_on_the_theme_s_own_class_for_text(declared: list[Said]):
    base = "docs/assets/stylesheets/base.css"
    assert [str(each) for each in declared if "md-" in each.selector and each.file != base] == []


def test_every_class_with_a_rule_is_named_by_a_template_a_module_a_page_or_a_script(root: Path):
    words, begun = named(markup(root).values())
    others = {name for name in classes(root) if name.startswith(AUTOCOMPLETE)} | OF_OTHERS.keys()
    idle = {name: file for name, file in classes(root).items() if name not in words | others}
    assert {name: file for name, file in idle.items() if not name.startswith(begun)} == {}


def test_every_class_in_markup_has_a_rule_or_is_one_that_a_script_or_a_test_looks_for(root: Path):
    texts = markup(root)
    tests = [path.read_text("utf-8") for path in (root / "tests").rglob("*") if path.suffix in (".py", ".mjs")]
    readers = [*tests, *(text for file, text in texts.items() if file.endswith(".js"))]
    looked_for = {name for text in readers for name in CLASS.findall(text)}
    told = {word: file for file, text in texts.items() for said in MARKUP.findall(text) for word in said.split()}
    known = classes(root).keys() | looked_for
    ours = {word: file for word, file in told.items() if re.fullmatch(r"rd-[\w-]*\w", word)}
    idle = {word: file for word, file in ours.items() if word not in known}
    assert {word: file for word, file in idle.items() if not any(each.startswith(f"{word}--") for each in known)} == {}


def test_every_component_s_styles_reach_a_page(root: Path):
    folders = [path for path in (root / COMPONENTS).iterdir() if path.is_dir() and path.name != "directory"]
    styles = [path for folder in folders for path in folder.glob("*.css")]
    assert sorted(path.as_posix() for path in styles if path not in built(root)) == []
    assert [folder.name for folder in folders if not (folder / f"{folder.name}.css").is_file()] == []


def test_the_styles_that_reach_a_page_are_all_that_there_are(root: Path):
    assert sorted(path.as_posix() for path in set(sources(root)) - built(root)) == []
    assert root / FILE in built(root)
