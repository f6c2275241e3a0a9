"""The form says of a broken entry what the command line says: the same codes, at the same places, in the same words."""

from pathlib import Path
from typing import Any

import pytest

from entry.broken import broken
from entry.desk import Desk, Said, placed
from rightdoor.records.grammar import judge_source
from rightdoor.records.grammar_faults import FAULTS
from rightdoor.records.read import Unreadable, read_source
from rightdoor.records.write import written

WHOLE = Path(__file__).with_name("whole.service.yaml")
ORGANIZATION = "directory/organizations/valeland-partnership-nhs-trust.yaml"

ABOUT_THE_TEXT = ("begins with > or |", "begin in the same column", "has a comma in it")
"""Words about how a text is laid out, which nobody can know of the answers in a form."""


def python_says(data: dict[str, Any], kind: str) -> tuple[set[Said], Any]:
    source = read_source(written(data, kind).encode(), "x.yaml", max_bytes=10**7)
    found = judge_source(source, kind)
    return {(each.line, each.column, str(each.level), each.code, each.message, each.tip) for each in found}, source


def differences(desk: Desk, entries: list[dict[str, Any]], kind: str) -> list[str]:
    """For each entry of which the two say different things, what only one of them says."""
    told = ({"data": each, "today": "2026-11-23", "told": {"kind": kind}} for each in entries)
    found = []
    for entry, answer in zip(entries, desk.ask_all("judge", told), strict=True):
        try:
            python, source = python_says(entry, kind)
        except Unreadable:
            continue
        browser = {placed(each, source) for each in answer if is_of_grammar(each)}
        if python != browser and not any(words in str(python) for words in ABOUT_THE_TEXT):
            found.append(f"only Python: {sorted(python - browser)}\nonly the browser: {sorted(browser - python)}")
    return found


def is_of_grammar(problem: dict[str, Any]) -> bool:
    return problem["code"] in FAULTS


@pytest.mark.parametrize(("file", "kind"), [(str(WHOLE), "service"), (ORGANIZATION, "organization")])
def test_every_way_of_breaking_an_entry_is_said_alike(desk: Desk, root: Path, file: str, kind: str) -> None:
    data = read_source((root / file).read_bytes(), "whole.yaml").data
    entries = list(broken(data))
    assert len(entries) > 50
    assert "\n\n".join(differences(desk, entries, kind)[:5]) == ""


def test_a_sound_entry_keeps_the_grammar_in_both(desk: Desk) -> None:
    data = read_source(WHOLE.read_bytes(), WHOLE.name).data
    assert differences(desk, [data], "service") == []
    assert [each for each in desk.ask("judge", {"data": data, "today": "2026-11-23"}) if is_of_grammar(each)] == []
