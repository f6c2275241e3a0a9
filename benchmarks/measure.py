"""Runs a command in a process of its own and says how long it took and how much memory it held."""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: wall seconds (the median of several), and the most memory any one process held, in MB."""

    seconds: float
    megabytes: float


class CommandFailed(Exception):
    """A measured command did not end as it should; the message holds the end of what it printed."""


def run_once(command: Sequence[str], folder: Path, accepts: Sequence[int]) -> Cost:
    """One run of a command in a folder; CommandFailed when its exit code is not among `accepts`."""
    import time

    with (folder / ".printed.txt").open("w+b") as printed:
        before = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - before
        printed.seek(0)
        if os.waitstatus_to_exitcode(status) not in accepts:
            raise CommandFailed(f"{' '.join(command)}\n{printed.read()[-2000:].decode(errors='replace')}")
    (folder / ".printed.txt").unlink()
    return Cost(seconds, used.ru_maxrss / 1024)


def measure(
    command: Sequence[str], folder: Path, *, before: Callable[[], object] | None = None, times: int = 3,
    accepts: Sequence[int] = (0,),
) -> Cost:  # fmt: skip
    """The median of several runs; `before` puts things back to where each run starts."""
    costs = []
    for _ in range(times):
        if before:
            before()
        costs.append(run_once(command, folder, accepts))
    return Cost(statistics.median(each.seconds for each in costs), max(each.megabytes for each in costs))


def rightdoor(*words: str) -> list[str]:
    """The command line of this checkout's Rightdoor."""
    return [sys.executable, "-m", "rightdoor", *words]
