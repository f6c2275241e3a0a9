"""One file from its bytes to its data and problems: reading, grammar, and the checks that look at nothing else.

This is what the cache keeps and what other processes do, so everything can be packed as plain data.
"""

import marshal
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks import record_checks
from rightdoor.records.checks.frame import Record
from rightdoor.records.grammar import decider, judge_source
from rightdoor.records.read import Source, Unreadable, read_source
from rightdoor.records.vocabularies import load_grammar
from rightdoor.records.walk import KINDS, Found
from rightdoor.resources import schema_folder

UNUSABLE = frozenset({"impossible-date", "answers-contradict"})
"""Errors beyond grammar with which no record can be made; with any other the record can be looked at further."""


class Task(NamedTuple):
    """A file that has to be judged."""

    found: Found
    raw: bytes


class Judged(NamedTuple):
    """What is known of one file; without data where no record can be made of it."""

    data: dict[str, Any] | None
    problems: tuple[Problem, ...]


@cache
def grammar() -> Grammar:
    """The grammar, read once in each process."""
    return load_grammar(schema_folder())


def make_ready() -> None:
    """Bring in everything that judging needs, so that copies of this process have it too."""
    record_checks()
    grammar()
    for kind in KINDS:
        decider(kind)


def judge(task: Task) -> Judged:
    """Read and check one file."""
    try:
        source = read_source(task.raw, task.found.file)
    except Unreadable as fault:
        return Judged(None, fault.problems)
    broken = tuple(judge_source(source, task.found.kind))
    if any(each.level is Level.ERROR for each in broken):
        return Judged(None, broken)
    problems = (*broken, *_checked(source, task.found))
    return Judged(None if any(each.code in UNUSABLE for each in problems) else source.data, problems)


def judge_all(tasks: list[Task]) -> list[bytes]:
    """Judge several files, in order; the answers are packed, to be sent to another process."""
    return [pack(judge(each)) for each in tasks]


def pack(judged: Judged) -> bytes:
    """What is known of a file, ready for the cache and for other processes."""
    rows = [(each.line, each.column, str(each.level), each.code, each.message, each.tip) for each in judged.problems]
    return marshal.dumps((judged.data, rows))


def unpack(packed: bytes, file: str) -> Judged:
    """What was packed."""
    data, rows = marshal.loads(packed)
    problems = (Problem(file, line, column, Level(level), *said) for line, column, level, *said in rows)
    return Judged(data, tuple(problems))


def _checked(source: Source, found: Found) -> Iterator[Problem]:
    """What the checks say; they rely on the grammar, so they are asked only about what it lets through.

    What an import wrote down is digests under the names of fields, in which a check would look for what they stand for.
    """
    if found.kind == "imports":
        return
    record = Record(found.kind, found.file, found.id, source)
    for check in record_checks():
        yield from check.check_record(record, grammar())
