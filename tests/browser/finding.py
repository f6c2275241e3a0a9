"""Asks the finder's own logic, run by Node: its state, its suggestions, its questions, its chips."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

from needs import require_node
from rightdoor.model.directory import Directory
from rightdoor.pages import browser_data
from rightdoor.pages.view import Settings, View

KEYS = ("areas", "places", "vocabulary", "matching", "national")


class Finder:
    """Answers calls by name: `finder("chips", "need=depression")`. One Node runs for as long as it is used."""

    def __init__(self, root: Path, directory: Directory, today: date) -> None:
        view = View(directory, today, Settings(), root / "docs" / ".overrides")
        names = (*KEYS, *(f"{folder}/{area}" for folder in ("area", "words") for area in directory.areas))
        script = root / "tests" / "browser" / "finding.mjs"
        self._node = subprocess.Popen(
            [require_node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._tell({"files": {name: browser_data.told(view, name) for name in names}, "today": today.isoformat()})

    def _tell(self, told: Any) -> None:
        assert self._node.stdin
        self._node.stdin.write(json.dumps(told) + "\n")
        self._node.stdin.flush()

    def all(self, *asked: tuple[Any, ...], area: str = "northvale") -> list[Any]:
        """What each call gives where the practice is in an area."""
        self._tell({"area": area, "asked": asked})
        assert self._node.stdout
        line = self._node.stdout.readline()
        assert line, "Node has ended: its words are above."
        found: list[Any] = json.loads(line)
        return found

    def __call__(self, *asked: Any) -> Any:
        """What one call gives."""
        return self.all(asked)[0]

    def close(self) -> None:
        """Ends it."""
        assert self._node.stdin
        self._node.stdin.close()
        self._node.wait()
