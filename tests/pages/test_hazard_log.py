"""The hazard log names every hazard of the design, and proof that is really there."""

import re
from pathlib import Path

import pytest


@pytest.fixture
def log(root: Path) -> str:
    return (root / "docs/safety/index.md").read_text("utf-8")


def test_every_hazard_has_a_cause_a_control_and_a_proof(log: str) -> None:
    hazards = re.split(r"^## (?=[0-9]+\. )", log, flags=re.MULTILINE)[1:]
    assert [int(hazard.partition(".")[0]) for hazard in hazards] == list(range(1, 24))
    for hazard in hazards:
        for part in ("**Cause.**", "**Control.**", "**Proof.**"):
            assert part in hazard, hazard.partition("\n")[0]


def test_every_proof_that_the_log_names_is_there(log: str, root: Path) -> None:
    files = re.findall(r"`((?:tests|directory)/[^`]+\.[a-z]+)`", log)
    assert files
    assert [file for file in files if not (root / file).is_file()] == []


def test_every_check_that_the_log_names_is_there(log: str, root: Path) -> None:
    checks = [code for row in re.findall(r"\(checks? ([^)]+)\)", log) for code in re.findall(r"`([a-z-]+)`", row)]
    assert checks
    assert [code for code in checks if not (root / f"docs/checks/{code}.md").is_file()] == []
