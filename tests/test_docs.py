"""What the documentation tells people to type exists: each command, each of its options, and each file."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from rightdoor.cli import main

WRITTEN = ("README.md", "CONTRIBUTING.md", "docs/*.md", "docs/contribute/*.md", "starter/README.md")
_CODE = re.compile(r"`(?P<span>[^`\n]+)`|^(?P<line>[^`\n]*\bbin/rightdoor [^\n`]*)$", re.MULTILINE)
_COMMAND = re.compile(r"(?:^|[ &])(?:\.venv/bin/)?rightdoor (?P<rest>[a-z].*)$")


def typed(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Every use of the command in the documentation, with the file that names it."""
    for pattern in WRITTEN:
        for path in sorted(root.glob(pattern)):
            for code in _CODE.finditer(path.read_text(encoding="utf-8")):
                found = _COMMAND.search((code["span"] or code["line"]).strip())
                if found:
                    yield path.relative_to(root).as_posix(), shlex.split(found["rest"])


def unknown(words: list[str]) -> list[str]:
    """What of a command's words is no command, and no option of it."""
    command: click.Command = main
    while isinstance(command, click.Group) and words:
        inner = command.get_command(click.Context(command), words[0])
        if inner is None:
            return words[:1]
        command, words = inner, words[1:]
    options = {name for each in command.params for name in each.opts}
    return [each for each in words if each.startswith("--") and each.partition("=")[0] not in options]


def test_every_command_and_option_that_a_page_names_exists(root: Path) -> None:
    uses = list(typed(root))
    assert len(uses) >= 15
    assert [(file, words) for file, words in uses if unknown(words)] == []


@pytest.mark.parametrize("words", [["cheque"], ["refused", "ad"], ["check", "--loud"], ["refused", "add", "--name=x"]])
def test_one_that_does_not_exist_is_found(words: list[str]) -> None:
    assert unknown(words)


def test_every_command_is_named_on_a_page(root: Path) -> None:
    named = {words[0] for _, words in typed(root) if words}
    assert sorted(set(main.commands) - named - {"words"}) == []
