"""The examples of the checks: found in folders named for the checks, so that adding one is adding files.

A check of one file has `good-….<kind>.yaml` and `bad-….<kind>.yaml`. A check of the whole directory has folders
`good-…` and `bad-…`, laid over the small directory in `every-directory/`. What a bad example must be told stands
beside it in `bad-….expected.txt`, one problem after another: file, line, column, level and code; message; tip.
"""

import shutil
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Problem
from rightdoor.records.checks import all_checks, record_checks
from rightdoor.records.checks.frame import Record, RecordCheck
from rightdoor.records.grammar import judge_source
from rightdoor.records.load import load
from rightdoor.records.read import read_source
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

FOLDER = Path(__file__).parent
GROUND = FOLDER / "every-directory"
TODAY = date(2026, 11, 23)


@cache
def grammar() -> Grammar:
    return load_grammar(schema_folder())


def codes() -> list[str]:
    return [each.CODE for each in all_checks()]


def checks_of_one_file() -> dict[str, RecordCheck]:
    return {each.CODE: each for each in record_checks()}


def examples(code: str, prefix: str) -> list[Path]:
    """The good or the bad examples of a check: files, or folders for a check of the whole directory."""
    found = sorted((FOLDER / code).glob(f"{prefix}-*"))
    return [each for each in found if each.is_dir() or each.suffix == ".yaml"]


def found_in_file(code: str, file: Path) -> list[Problem]:
    """What one check says of one file; the file must keep to the grammar, or the check would never see it."""
    kind = file.name.split(".")[-2]
    source = read_source(file.read_bytes(), file.name)
    assert [each.message for each in judge_source(source, kind)] == []
    record = Record(kind, file.name, file.name.split(".")[0], source)
    return sorted(checks_of_one_file()[code].check_record(record, grammar()))


def found_in_folder(code: str, folder: Path, workshop: Path) -> list[Problem]:
    """What one check says of a small directory; nothing else may be wrong with it but what this check is about."""
    for layer in (GROUND, folder):
        shutil.copytree(layer, workshop / "directory", dirs_exist_ok=True)
    problems = load(workshop, TODAY, cache=False, jobs=1).problems
    return [each for each in problems if each.code == code]


def as_text(problems: Iterable[Problem]) -> str:
    parts = (
        f"{each.file}:{each.line}:{each.column} {each.level} {each.code}\n  {each.message}\n  {each.tip}\n"
        for each in problems
    )
    return "\n".join(parts)


def expected(example: Path) -> Path:
    return example.with_name(f"{example.name.split('.')[0]}.expected.txt")
