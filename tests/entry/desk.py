"""The browser's side of an entry (judging, reading, writing) beside Python's, asked through one long-running Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import build_browser
from needs import require_node
from rightdoor.records.read import Source

BATCH = 200
"""So many questions at once: one line each way."""

Said = tuple[int, int, str, str, str, str]
"""A problem with its line and column: level, code, message and tip."""


class Desk:
    """The browser's modules, run by Node."""

    def __init__(self, root: Path) -> None:
        node = require_node()
        build_browser.install_packages(root)
        build_browser.make_grammar(root)
        script = Path(__file__).with_name("entry.mjs")
        self._node = subprocess.Popen(
            [node, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, what: str, told: Any) -> Any:
        """One question, one answer."""
        return self.ask_all(what, [told])[0]

    def ask_all(self, what: str, told: Iterable[Any]) -> list[Any]:
        """Many questions of one kind."""
        asked, answers = list(told), []
        for at in range(0, len(asked), BATCH):
            answers += self._line([[what, each] for each in asked[at : at + BATCH]])
        return answers

    def _line(self, asked: Sequence[Any]) -> list[Any]:
        assert self._node.stdin and self._node.stdout
        self._node.stdin.write(f"{json.dumps(asked)}\n")
        self._node.stdin.flush()
        line = self._node.stdout.readline()
        assert line, "the browser's modules stopped: their error is above"
        answers: list[Any] = json.loads(line)
        return answers

    def close(self) -> None:
        """Ends it."""
        self._node.communicate()


def placed(problem: Mapping[str, Any], source: Source) -> Said:
    """A problem of the browser with the line and column at which Python would say it."""
    path, field = tuple(problem["path"]), problem.get("field", False)
    if problem.get("missing"):
        path, field = path[:-1], len(path) > 1
    mark = source.mark(path, field=field)
    return mark.line, mark.column, problem["level"], problem["code"], problem["message"], problem["tip"]
