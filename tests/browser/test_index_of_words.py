# LEAD to H1: do not replace MiniSearch; see the Log in the contract (17:41). Delete this file and restore the dependency.
"""The index of words counts as MiniSearch does, whose place it takes in a tenth of the bytes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from needs import require_node
from rightdoor.model.directory import Directory

BOOSTS = {"name": 6, "also": 5, "summary": 0.5}
TYPED = (
    "depression",
    "d",
    "de",
    "we are with you",
    "grief grief child",
    "eating disorder team northvale",
    "cafe sgwrs",
    "north",
    "zzz",
)


def both(root: Path, directory: Directory, **more: Any) -> list[dict[str, dict[str, tuple[float, float]]]]:
    """For each query: how much each service counts and the share of the words that it has, by both indexes."""
    if not (root / "node_modules" / "minisearch").is_dir():
        pytest.fail("node_modules is missing: run python scripts/build_browser.py")
    entries = [
        {"id": each.id, "name": each.name, "also": " | ".join(each.also_known_as), "summary": each.summary}
        for each in directory.services.values()
    ]
    told = {"entries": entries, "boosts": BOOSTS, "queries": TYPED, **more}
    done = subprocess.run(
        [require_node(), str(root / "tests" / "browser" / "words.mjs")],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return [{who: {id: (score, share) for id, score, share in hits} for who, hits in each.items()} for each in found]


@pytest.mark.parametrize("fields", [None, ["name", "also"]])
def test_every_service_counts_as_much_as_minisearch_says(
    root: Path, directory: Directory, fields: list[str] | None
) -> None:
    found = both(root, directory, fields=fields)
    assert sum(len(each["theirs"]) for each in found) > 50
    for typed, each in zip(TYPED, found, strict=True):
        assert each["ours"].keys() == each["theirs"].keys(), typed
        for id, told in each["theirs"].items():
            assert each["ours"][id] == pytest.approx(told, rel=1e-9), (typed, id)


def test_words_that_nothing_has_find_nothing(root: Path, directory: Directory) -> None:
    assert both(root, directory)[TYPED.index("zzz")]["ours"] == {}
