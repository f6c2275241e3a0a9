"""Files judged in other processes, where there are enough of them to pay for starting any.

Measured on two cores: a process costs about 0.3 s to start, a file 0.4 ms to judge; it pays from about 1,000 files.
Processes are spawned, not forked: the site may be served by threads, which a fork would cut through.
"""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context

from rightdoor.records.judge import Task, judge, judge_all

ENOUGH = 1_000
"""From so many files on, other processes are asked."""
_CHUNK = 100
_WAITING = 8

Answer = tuple[Task, bytes]


def judged(tasks: Iterable[Task], jobs: int | None = None) -> Iterator[Answer]:
    """Each task with what `judge` packed for it, in order; `jobs` processes, or as many as pay."""
    waiting = iter(tasks)
    first = list(islice(waiting, ENOUGH))
    jobs = jobs or min(2, os.cpu_count() or 1)
    if jobs == 1 or len(first) < ENOUGH:
        return ((task, judge(task)) for task in chain(first, waiting))
    return _in_processes(chain(first, waiting), jobs)


def _in_processes(tasks: Iterator[Task], jobs: int) -> Iterator[Answer]:
    """Answers from a pool; what a pool that breaks or cannot start leaves over is judged here."""
    under_way: deque[tuple[list[Task], Future[list[bytes]]]] = deque()
    # Nothing a worker makes is garbage in circles, and its collector would look at all of it again and again.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=gc.disable) as pool:
        while chunk := list(islice(tasks, _CHUNK)):
            under_way.append((chunk, _submit(pool, chunk)))
            if len(under_way) >= _WAITING:
                yield from _finished(*under_way.popleft())
        while under_way:
            yield from _finished(*under_way.popleft())


def _submit(pool: ProcessPoolExecutor, chunk: list[Task]) -> Future[list[bytes]]:
    try:
        return pool.submit(judge_all, chunk)
    except (BrokenProcessPool, OSError) as fault:
        failed: Future[list[bytes]] = Future()
        failed.set_exception(fault)
        return failed


def _finished(chunk: list[Task], future: Future[list[bytes]]) -> Iterator[Answer]:
    try:
        answers = future.result()
    except (BrokenProcessPool, OSError):
        answers = judge_all(chunk)
    return zip(chunk, answers, strict=True)
