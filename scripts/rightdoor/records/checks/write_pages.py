"""Writes a page below `docs/checks/` for every problem that can be said, from the explanation beside its code.

Run `python -m rightdoor.records.checks.write_pages` after changing an explanation; `--check` only says what is not
fresh. An explanation is a docstring: a sentence, what is wrong, "Why this matters:", "What to type:", an example.
"""

import inspect
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rightdoor.model.problem import Level
from rightdoor.records import faults, grammar_faults
from rightdoor.records.checks import all_checks

FOLDER = Path("docs/checks")
NOTE = "<!-- Written by python -m rightdoor.records.checks.write_pages: change the explanation in the code instead. -->"
WARNINGS = frozenset({"file-mode"})
_ENDS = (
    "What is wrong, why it matters and what to type, with an example.",
    "What is wrong, why it matters and what to type.",
    "Why it matters, and what to type.",
    "What to type.",
)
_ROOM = 160
"""Letters of a description that a search result shows."""
_PART = re.compile(r"^(Why this matters|What to type|What to do):\s*(\S?)", re.MULTILINE)


class Explanation(NamedTuple):
    """A code, how bad it is, and its explanation."""

    code: str
    level: Level
    text: str

    @property
    def title(self) -> str:
        """The first sentence, which says what is wrong."""
        return " ".join(self.text.split("\n\n")[0].split())


def explanations() -> tuple[Explanation, ...]:
    """Everything that can be said, by code."""
    found = [Explanation(each.CODE, each.LEVEL, inspect.cleandoc(each.__doc__ or "")) for each in all_checks()]
    for code, text in {**faults.FAULTS, **grammar_faults.FAULTS}.items():
        level = Level.WARNING if code in WARNINGS else Level.ERROR
        found.append(Explanation(code, level, inspect.cleandoc(text)))
    return tuple(sorted(found))


def pages() -> Mapping[str, str]:
    """The text of every page by its file name."""
    written = {f"{each.code}.md": page(each) for each in explanations()}
    return {"index.md": _index(), **written}


def page(explanation: Explanation) -> str:
    """One page: the title, how bad it is, and the parts under their headings."""
    _, _, rest = explanation.text.partition("\n\n")
    body = _PART.sub(_heading, rest)
    head = _front(f"{explanation.code}: what this check finds", _described(explanation))
    lines = [head, f"# {explanation.code}", NOTE, f"**{_word(explanation.level)}** {explanation.title}", body]
    return "\n\n".join(each.strip() for each in lines if each.strip()) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with `--check` name those that are not fresh; 1 when one is not."""
    found = pages()
    stale = [name for name, text in found.items() if _read(FOLDER / name) != text]
    spare = sorted(each.name for each in FOLDER.glob("*.md") if each.name not in found)
    for name in (*stale, *spare):
        print(f"{FOLDER / name} is not fresh." if "--check" in arguments else f"{FOLDER / name}")
    if "--check" in arguments:
        return 1 if stale or spare else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(found[name], "utf-8", newline="\n")
    for name in spare:
        (FOLDER / name).unlink()
    return 0


def _index() -> str:
    rows = [f"| {_entry(each)} | {_word(each.level)[:-1]} |" for each in explanations()]
    about = "Every check of entries: what it finds, whether it stops the build, why it matters, and what to type."
    intro = (
        "Every entry is checked before the site is made. Errors stop the build, because a reader could be misled; "
        "warnings are said and never stop it. Each message names the check, and its page says what is wrong, why it "
        "matters and what to type."
    )
    return (
        "\n\n".join(
            [
                _front("Checks: what every entry is checked for", about),
                "# Checks",
                NOTE,
                intro,
                "\n".join(["| What it finds | Level |", "|---|---|", *rows]),
            ]
        )
        + "\n"
    )


def _entry(each: Explanation) -> str:
    """What is found, in words, and small the code that a message names."""
    return f'[{each.title.removesuffix(".")}]({each.code}.md) <span class="rd-small">`{each.code}`</span>'


def _front(title: str, description: str) -> str:
    """What the page is called in a window and in a search result."""
    said = {"window_title": title, "description": description}
    return "\n".join(("---", *(f"{name}: {json.dumps(text)}" for name, text in said.items()), "---"))


def _described(explanation: Explanation) -> str:
    text = f"{_word(explanation.level)} {explanation.title}"
    return text + next((f" {each}" for each in _ENDS if len(text) + len(each) < _ROOM), "")


def _heading(part: re.Match[str]) -> str:
    """A part begins a line of its own, so its first word gets a capital letter; an example keeps its margin."""
    if "\n" in part[0]:
        return f"## {part[1]}{part[0][len(part[1]) + 1 :]}"
    return f"## {part[1]}\n\n{part[2].upper()}"


def _word(level: Level) -> str:
    return "Error." if level is Level.ERROR else "Warning."


def _read(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
