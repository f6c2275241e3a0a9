"""Records checked against one another: half of the checks in a copy of this process, where that pays."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import astuple
from multiprocessing import get_context
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Problem
from rightdoor.records.checks import directory_checks
from rightdoor.records.checks.frame import Context, DirectoryCheck
from rightdoor.records.processes import can_fork, processors

ENOUGH = 2_000
"""From so many services on, a copy earns what it costs: about 0.05 s for the memory that both look at."""
TOGETHER = frozenset(
    {
        "missing-reference",
        "real-names-fictional",
        "refer-on-circle",
        "refer-on-dead-end",
        "gate-refuses",
        "likely-duplicate",
    }
)
"""Checks that look at where people are sent: half of the work, and what they work out is of no use to the others."""

_given: tuple[Directory, Context] | None = None


def found_across(directory: Directory, context: Context, jobs: int | None = None) -> list[Problem]:
    """What all checks of the whole directory find, in any order."""
    checks = directory_checks()
    if (jobs or processors()) > 1 and len(directory.services) >= ENOUGH and can_fork():
        return _in_two(checks, directory, context)
    return list(_found(checks, directory, context))


def _in_two(checks: Iterable[DirectoryCheck], directory: Directory, context: Context) -> list[Problem]:
    here = [each for each in checks if each.CODE not in TOGETHER]
    there = [each for each in checks if each.CODE in TOGETHER]
    fork = get_context("fork")
    with ProcessPoolExecutor(1, mp_context=fork, initializer=_take, initargs=(directory, context)) as pool:
        try:
            answer = pool.submit(_found_there)
            problems = list(_found(here, directory, context))
            return problems + [Problem(*each) for each in answer.result()]
        except (BrokenProcessPool, OSError):
            return list(_found([*here, *there], directory, context))


def _found(checks: Iterable[DirectoryCheck], directory: Directory, context: Context) -> Iterator[Problem]:
    for check in checks:
        yield from check.check_directory(directory, context)


def _take(directory: Directory, context: Context) -> None:
    """In the copy: keep what the checks look at."""
    global _given
    _given = directory, context


def _found_there() -> list[tuple[Any, ...]]:
    """In the copy: what its checks find, as plain values."""
    assert _given is not None
    checks = [each for each in directory_checks() if each.CODE in TOGETHER]
    return [astuple(each) for each in _found(checks, *_given)]
