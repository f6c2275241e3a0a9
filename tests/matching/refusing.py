"""Asks the browser's code about refusals and journeys, run by Node, of what a browser holds for the made-up areas."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from needs import require_node
from rightdoor.model.directory import Directory
from rightdoor.pages import browser_data
from rightdoor.pages.view import Settings, View

TODAY = date(2026, 11, 23)
Ask = Callable[[str, list[dict[str, Any]]], list[dict[str, Any]]]


def asker(root: Path, directory: Directory) -> Ask:
    """Runs one of the scripts beside this file over many questions at once; the answers are in the same order."""
    node = require_node()
    view = View(directory, TODAY, Settings(), root / "docs" / ".overrides")
    files = {key: browser_data.told(view, key) for key in browser_data.keys(view)}

    def ask(script: str, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, str(root / "tests" / "matching" / script)],
            input=json.dumps({"files": files, "asked": asked}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return ask
