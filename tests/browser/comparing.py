"""Asks the comparing code, run by Node, what it shows of services side by side in Northvale."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from needs import require_node
from rightdoor.model.directory import Directory
from rightdoor.pages import browser_data
from rightdoor.pages.view import Settings, View

KEYS = ("vocabulary", "matching", "national", "area/northvale", "words/national", "words/northvale")


@dataclass(frozen=True)
class Shown:
    """The rows of one comparison."""

    groups: list[dict[str, Any]]

    def row(self, label: str) -> dict[str, Any]:
        """The row of a label, in whichever group it stands."""
        found = [row for group in self.groups for row in group["rows"] if row["label"] == label]
        assert len(found) == 1, f"{len(found)} rows are called {label}: {[row['label'] for row in self.rows]}"
        return found[0]

    def cells(self, label: str) -> list[str]:
        """What each service says in a row: its stance, then its lines."""
        return [
            " ".join([*([cell["word"]] if "word" in cell else []), *(line["text"] for line in cell["lines"])]).strip()
            for cell in self.row(label)["cells"]
        ]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Every row."""
        return [row for group in self.groups for row in group["rows"]]


class Comparer:
    """Compares many sets of services in one run of Node."""

    def __init__(self, root: Path, directory: Directory, today: date) -> None:
        view = View(directory, today, Settings(), root / "docs" / ".overrides")
        self.files = {key: browser_data.told(view, key) for key in KEYS}
        self.script, self.today = root / "tests" / "browser" / "compare.mjs", today

    def __call__(self, *asked: dict[str, Any]) -> list[Shown]:
        """What is shown of each `{ids, answers}`."""
        told = {"files": self.files, "areas": {"practice": "northvale"}, "today": self.today.isoformat()}
        command = [require_node(), str(self.script)]
        text = json.dumps({**told, "asked": list(asked)})
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [Shown(groups) for groups in json.loads(done.stdout)]

    def of(self, *ids: str, **answers: Any) -> Shown:
        """What is shown of some services, perhaps for some answers."""
        return self({"ids": list(ids), "answers": answers or None})[0]
