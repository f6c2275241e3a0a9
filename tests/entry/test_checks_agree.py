"""The examples of the checks, judged in both languages: the same codes at the same places in the same words."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checks.examples import FOLDER, GROUND, TODAY, checks_of_one_file, codes, examples, grammar
from entry.desk import Desk, Said, placed
from entry.only_the_pull_request import LEFT_OUT, NOT_LISTED, ONLY_THE_PULL_REQUEST
from rightdoor.model.problem import Problem
from rightdoor.pages.form_page import world
from rightdoor.pages.view import Settings, View
from rightdoor.records.checks import all_checks
from rightdoor.records.checks.frame import Record
from rightdoor.records.load import load
from rightdoor.records.phone_plan import phone_plan
from rightdoor.records.read import Source, read_source

KINDS = ("service", "organization")
FILES = sorted(each for kind in KINDS for each in FOLDER.glob(f"*/*.{kind}.yaml"))
ALL_FOLDERS = sorted(each for each in FOLDER.glob("*/*-*") if each.is_dir() and each.parent != GROUND)
FOLDERS = [each for each in ALL_FOLDERS if f"{each.parent.name}/{each.name}" not in LEFT_OUT]
OF_ONE_FILE = frozenset(checks_of_one_file()) - {*ONLY_THE_PULL_REQUEST}
OF_ALL = frozenset(codes()) - {*ONLY_THE_PULL_REQUEST, *OF_ONE_FILE}


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def said(problems: Iterable[Problem], known: Iterable[str]) -> set[Said]:
    """What Python says, of that which the browser may know."""
    found = [each for each in problems if each.code in known and NOT_LISTED not in each.message]
    return {(each.line, each.column, str(each.level), each.code, each.message, each.tip) for each in found}


def browser_says(desk: Desk, source: Source, told: dict[str, Any], where: str, known: Iterable[str]) -> set[Said]:
    asked = {"data": source.data, "world": where, "today": TODAY.isoformat(), "told": told}
    return {placed(each, source) for each in desk.ask("judge", asked) if each["code"] in known}


@pytest.fixture(scope="module")
def alone(desk: Desk) -> str:
    """A world of which nothing is known but which telephone numbers there are."""
    desk.ask("world", {"name": "alone", "world": {"phones": phone_plan()}})
    return "alone"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_an_example_of_one_file_is_judged_alike(desk: Desk, alone: str, file: Path) -> None:
    id, kind = file.name.split(".")[0], file.name.split(".")[-2]
    source = read_source(file.read_bytes(), file.name)
    record = Record(kind, file.name, id, source)
    checks = [check for code, check in checks_of_one_file().items() if code in OF_ONE_FILE]
    python = said((each for check in checks for each in check.check_record(record, grammar())), OF_ONE_FILE)
    assert browser_says(desk, source, {"kind": kind, "id": id}, alone, OF_ONE_FILE) == python


def records(project: Path) -> Iterator[tuple[str, Source, dict[str, Any]]]:
    """The services and organizations of a project, with what the form knows of each."""
    for kind in KINDS:
        for file in sorted((project / "directory" / f"{kind}s").rglob("*.yaml")):
            path = file.relative_to(project).as_posix()
            told = {"kind": kind, "id": file.stem, "folder": file.parent.name}
            yield path, read_source(file.read_bytes(), path), told


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_an_example_of_a_whole_directory_is_judged_alike(desk: Desk, root: Path, tmp_path: Path, folder: Path) -> None:
    for layer in (GROUND, folder):
        shutil.copytree(layer, tmp_path / "directory", dirs_exist_ok=True)
    loaded = load(tmp_path, TODAY, cache=False, jobs=1)
    assert loaded.directory is not None
    view = View(loaded.directory, TODAY, Settings(), root / "docs" / ".overrides")
    desk.ask("world", {"name": "whole", "world": json.loads(json.dumps(world(view)))})
    for file, source, told in records(tmp_path):
        python = said((each for each in loaded.problems if each.file == file and not _of_its_folder(each)), OF_ALL)
        assert browser_says(desk, source, told, "whole", OF_ALL) == python, file


def _of_its_folder(problem: Problem) -> bool:
    """Whether a problem is about the folder a file stands in, which the form lets nobody choose freely."""
    return problem.code == "missing-reference" and (problem.line, problem.column) == (1, 1)


def test_every_check_is_said_in_the_form_or_is_left_to_the_pull_request_with_a_reason(root: Path) -> None:
    scripts = (root / "docs/assets/javascripts/entry/checks").glob("*.js")
    text = "\n".join(each.read_text("utf-8") for each in scripts)
    in_form = {check.CODE for check in all_checks() if f'"{check.CODE}"' in text}
    assert in_form == set(codes()) - set(ONLY_THE_PULL_REQUEST)
    assert set(ONLY_THE_PULL_REQUEST) <= set(codes())
    assert set(LEFT_OUT) <= {name(each) for each in ALL_FOLDERS}


@pytest.mark.parametrize("code", sorted((OF_ONE_FILE | OF_ALL) - {"postcode-unknown"}))
def test_every_check_of_the_form_has_an_example_that_it_finds(code: str) -> None:
    tried = [each for each in examples(code, "bad") if each in FILES or each in FOLDERS]
    assert tried, f"nothing shows that the form finds {code}"
