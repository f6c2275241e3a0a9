"""Asks the search code, run by Node, of what a browser holds once Northvale is chosen."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from needs import require_node
from rightdoor.model.directory import Directory
from rightdoor.pages import browser_data
from rightdoor.pages.view import Settings, View

Look = Callable[..., list[dict[str, Any]]]


def asker(root: Path, directory: Directory) -> Look:
    """Asks many things at once, with True beside one where a service's name is asked for; answers in the same order."""
    node = require_node()
    if not (root / "node_modules" / "minisearch").is_dir():
        pytest.fail("node_modules is missing: run python scripts/build_browser.py")
    view = View(directory, date(2026, 11, 23), Settings(), root / "docs" / ".overrides")
    keys = ("vocabulary", "national", "area/northvale", "words/national", "words/northvale")
    files = {key: browser_data.told(view, key) for key in keys}

    def ask(*queries: str | tuple[str, bool]) -> list[dict[str, Any]]:
        told = json.dumps({"files": files, "queries": queries})
        done = subprocess.run(
            [node, str(root / "tests" / "browser" / "look.mjs")],
            input=told,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return ask
