"""Runs commands in processes of their own and says how long they took and how much memory they held."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """A command to be measured in a folder; `before` puts things back to where each run starts."""

    command: Sequence[str]
    folder: Path
    before: Callable[[], object] = lambda: None
    accepts: Sequence[int] = (0,)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: wall and processor seconds (medians), and the most memory any one process held, in MB."""

    seconds: float
    processor: float
    megabytes: float

    def __str__(self) -> str:
        """As the table shows it."""
        return f"{self.seconds:.2f} s ({self.processor:.2f} s of processors), {self.megabytes:.0f} MB"


class CommandFailed(Exception):
    """A measured command did not end as it should; the message holds the end of what it printed."""


def run_once(run: Run) -> Cost:
    """One run of a command; CommandFailed when its exit code is not among those it accepts."""
    run.before()
    with (run.folder / ".printed.txt").open("w+b") as printed:
        before = time.perf_counter()
        child = subprocess.Popen(run.command, cwd=run.folder, stdout=printed, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - before
        printed.seek(0)
        if os.waitstatus_to_exitcode(status) not in run.accepts:
            raise CommandFailed(f"{' '.join(run.command)}\n{printed.read()[-2000:].decode(errors='replace')}")
    (run.folder / ".printed.txt").unlink()
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(*runs: Run, times: int = 3) -> list[Cost]:
    """The medians of several rounds; the commands take turns, so that whatever else runs falls on all of them alike."""
    rounds = [[run_once(run) for run in runs] for _ in range(times)]
    return [_median([costs[index] for costs in rounds]) for index in range(len(runs))]


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(each.seconds for each in costs),
        statistics.median(each.processor for each in costs),
        max(each.megabytes for each in costs),
    )


def rightdoor(*words: str) -> list[str]:
    """The command line of this checkout's Rightdoor."""
    return [sys.executable, "-m", "rightdoor", *words]
