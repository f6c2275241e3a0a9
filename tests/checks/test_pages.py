"""Whatever can be said has a page that explains it, and the page says what the code says."""

import ast
import re
from pathlib import Path

import pytest

from rightdoor.records.checks import write_pages
from rightdoor.records.checks.write_pages import Explanation, explanations, pages

SAYS = {"Said", "Problem", "refuse", "replace", "_add", "_stop"}
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+\Z")
WORST = re.compile(r"\b(?:key|array|null|enum|string)s?\b")


def codes_said_in(source: str) -> set[str]:
    """The codes among what a module says: whatever looks like one in a call that makes a problem."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and called(node) in SAYS]
    given = [each for call in calls for each in (*call.args, *(word.value for word in call.keywords))]
    texts = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return {each for each in texts if CODE.match(each)}


def called(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def test_every_problem_that_can_be_said_has_a_page(root: Path):
    modules = sorted((root / "scripts/rightdoor/records").glob("*.py"))
    said = {code for module in modules for code in codes_said_in(module.read_text("utf-8"))}
    assert {"duplicate-field", "stray-file", "unknown-word", "yaml-syntax"} <= said
    assert said - {each.code for each in explanations()} == set()


def test_no_two_explanations_have_one_code():
    found = [each.code for each in explanations()]
    assert len(found) == len(set(found))


def test_the_pages_are_fresh(root: Path):
    folder = root / write_pages.FOLDER
    assert {each.name for each in folder.glob("*.md")} == set(pages())
    stale = [name for name, text in pages().items() if (folder / name).read_text("utf-8") != text]
    assert stale == [], "Run: python -m rightdoor.records.checks.write_pages"


def test_the_index_leads_to_every_page():
    linked = re.findall(r"\]\(([a-z0-9-]+\.md)\)", pages()["index.md"])
    assert sorted(linked) == sorted(name for name in pages() if name != "index.md")


@pytest.mark.parametrize("explanation", explanations(), ids=lambda each: each.code)
def test_a_page_says_what_is_wrong_why_it_matters_and_what_to_do(explanation: Explanation):
    text = write_pages.page(explanation)
    front, _, shown = text.removeprefix("---\n").partition("\n---\n")
    assert front.startswith(f'window_title: "{explanation.code}: ') and "\ndescription: " in front
    assert shown.strip().startswith(f"# {explanation.code}\n")
    assert explanation.title.endswith(".")
    assert "\n## Why this matters\n" in text
    assert "\n## What to type\n" in text or "\n## What to do\n" in text


@pytest.mark.parametrize("explanation", explanations(), ids=lambda each: each.code)
def test_a_page_is_written_for_people_who_do_not_program(explanation: Explanation):
    prose = re.sub(r"`[^`]*`|^    .*$", "", explanation.text, flags=re.MULTILINE)
    assert WORST.findall(prose) == []


def test_writing_the_pages_mends_those_that_are_stale_and_takes_away_those_of_checks_that_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    write_pages.FOLDER.mkdir(parents=True)
    (write_pages.FOLDER / "wording.md").write_text("Something else.\n")
    (write_pages.FOLDER / "gone.md").write_text("A check that is gone.\n")
    assert write_pages.main(["--check"]) == 1
    assert "gone.md is not fresh" in capsys.readouterr().out
    assert write_pages.main([]) == 0
    assert write_pages.main(["--check"]) == 0
    assert {each.name for each in write_pages.FOLDER.iterdir()} == set(pages())
