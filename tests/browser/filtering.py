"""Asks the filters of the browser, run by Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from needs import require_node

MONDAY_NOON = "2026-11-23T12:00:00Z"
NOTHING: Mapping[str, Any] = {
    "language": [], "cost": [], "delivery": [], "access": [], "self": False, "open": False
}  # fmt: skip


def asked(questions: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The answers to some questions, in their order."""
    script = Path(__file__).with_name("filter.mjs")
    told = json.dumps(list(questions))
    done = subprocess.run([require_node(), str(script)], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def filtered(*services: Mapping[str, Any], now: str = MONDAY_NOON, **filters: Any) -> dict[str, Any]:
    """What is left of services, and what is said of the rest; a service without an id is called by its place."""
    named = [{"id": str(at), **each} for at, each in enumerate(services)]
    [found] = asked([{"services": named, "filters": {**NOTHING, **filters}, "now": now}])
    return dict(found)


def opened(hours: Mapping[str, Any] | None, *moments: str) -> list[bool | None]:
    """Whether a service with these hours is open at some moments."""
    return asked([{"open": hours, "now": moment} for moment in moments])
