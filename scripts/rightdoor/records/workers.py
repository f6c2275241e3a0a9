"""Files judged in several processes, where there are enough of them to pay for starting any.

This process judges too. Measured on two cores: a file costs about 0.4 ms to judge; a forked process costs about 0.02 s
to start, a spawned one 0.3 s. The site may be served by threads, which a fork would cut through: then they are spawned.
"""

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import NamedTuple

from rightdoor.records.judge import Judged, Task, judge, judge_all, make_ready, pack, unpack
from rightdoor.records.processes import can_fork, processors

ENOUGH = 300
"""From so many files on, other processes are forked."""
ENOUGH_TO_SPAWN = 1_000
"""From so many files on, they pay even where they have to be spawned."""
MOST_PROCESSES = 4
"""More would only wait for this one, which puts together what they send."""
_CHUNK = 50
_WAITING = 3


class Answer(NamedTuple):
    """A task, what is known of its file, and the same packed for the cache."""

    task: Task
    judged: Judged
    packed: bytes


def judged(tasks: Iterable[Task], jobs: int | None = None) -> Iterator[Answer]:
    """Each task with its answer, in any order; in `jobs` processes, or as many as pay."""
    waiting = iter(tasks)
    enough = ENOUGH if can_fork() else ENOUGH_TO_SPAWN
    first = list(islice(waiting, enough))
    jobs = jobs or min(MOST_PROCESSES, processors())
    everything = chain(first, waiting)
    return map(_here, everything) if jobs == 1 or len(first) < enough else _in_processes(everything, jobs)


def _here(task: Task) -> Answer:
    known = judge(task)
    return Answer(task, known, pack(known))


def _in_processes(tasks: Iterator[Task], jobs: int) -> Iterator[Answer]:
    """Answers from a pool and from here; what a pool that breaks or cannot start leaves over is judged here."""
    under_way: deque[tuple[list[Task], Future[list[bytes]]]] = deque()
    context = get_context("fork" if can_fork() else "spawn")
    make_ready()
    # Nothing a worker makes is garbage in circles, and its collector would look at all of it again and again.
    with ProcessPoolExecutor(jobs - 1, mp_context=context, initializer=gc.disable) as pool:
        while True:
            while len(under_way) < _WAITING * (jobs - 1) and (chunk := list(islice(tasks, _CHUNK))):
                under_way.append((chunk, _submit(pool, chunk)))
            if under_way and under_way[0][1].done():
                yield from _finished(*under_way.popleft())
            elif chunk := list(islice(tasks, _CHUNK)):
                yield from map(_here, chunk)
            elif under_way:
                yield from _finished(*under_way.popleft())
            else:
                return


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
        yield from map(_here, chunk)
        return
    for task, packed in zip(chunk, answers, strict=True):
        yield Answer(task, unpack(packed, task.found.file), packed)
