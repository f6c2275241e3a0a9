"""Makes pages and writes them, in one process or several; what stands there already is left, or taken over.

Processes are forked, so that each has the directory without reading it again: spawned ones would need longer to
receive 10,000 records than one process needs to make their pages. Where a system cannot fork, or other threads run,
one process makes everything.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from rightdoor.pages.corrections import contact_of
from rightdoor.pages.folder import Entry, Folder, digest_of
from rightdoor.pages.memory import lines_of
from rightdoor.pages.page import DataFile, Kind, Page
from rightdoor.pages.shell import Shell, Site, values_of
from rightdoor.pages.target import NotOurs
from rightdoor.pages.verify import Facts, facts_of, facts_of_part
from rightdoor.pages.view import View

MANY = 1_000
"""From about so many pages on, a second process earns what it costs to start."""

_CHUNK = 50
_work: "Workshop | None" = None


class Job(NamedTuple):
    """One page to make: the name of its kind, and its key."""

    kind: str
    key: str

    @property
    def name(self) -> str:
        """What a memory calls it."""
        return f"{self.kind}/{self.key}"


class Result(NamedTuple):
    """A page that was made and written."""

    job: Job
    file: str
    entry: Entry
    listed: bool
    reads: str
    links: frozenset[str]
    faults: tuple[str, ...]


@dataclass(slots=True)
class Workshop:
    """Everything that making a page needs."""

    view: View
    kinds: Mapping[str, Kind]
    shells: Mapping[int, Shell]
    site: Site
    strip: Callable[[str | None, str], str]
    following: Folder
    live: Folder
    version: str
    seen: dict[tuple[int, str | None], frozenset[str]] = field(default_factory=dict)

    def make(self, job: Job) -> Result:
        """Makes one page or data file and puts it into the folder of the next site."""
        self.view.reads = set()
        made = self.kinds[job.kind].page(self.view, job.key)
        if isinstance(made, DataFile):
            facts, content, listed = Facts(frozenset(), frozenset(), ()), made.content, False
        else:
            contact = contact_of(made, self.view.whole, self.view.settings.home_area)
            values = values_of(made, self.site, self.strip, self.version, contact)
            html = self.shells[made.depth].fill(values)
            facts, content, listed = self._facts(made, html, values), html.encode(), not made.noindex
        entry = put(made.file, content, self.following, self.live)
        return Result(job, made.file, entry, listed, lines_of(self.view.reads), facts.links, facts.faults)

    def _facts(self, page: Page, html: str, values: Mapping[str, str]) -> Facts:
        """The facts of a page: of the whole of it for the first of its depth and area, and then of what differs."""
        part = "".join([values[name] for name in ("crumbs", "contents", "body", "edit", "canonical", "robots")])
        around = self.seen.get((page.depth, page.area))
        if around is not None:
            return facts_of_part(page.file, part, around)
        facts = facts_of(page.file, html)
        self.seen[page.depth, page.area] = facts.ids - facts_of_part(page.file, part, frozenset()).ids
        return facts


def put(name: str, content: bytes, following: Folder, live: Folder) -> Entry:
    """Sees to it that a file stands in the folder of the next site: left, taken from the live one, or written.

    NotOurs if the file would lie elsewhere.
    """
    if name.startswith("/") or ".." in name or "\\" in name:
        raise NotOurs(f"A page wants to be {name}, which may lie outside the site.")
    digest = digest_of(content)
    if following.holds(name, digest):
        return following.files[name]
    if live.holds(name, digest):
        following.take(name, live)
        return following.files[name]
    return following.write(name, content)


def make_all(work: Workshop, jobs: Sequence[Job], processes: int) -> Iterator[Result]:
    """Makes every job's page, in any order."""
    first, rest = _one_of_each(jobs)
    yield from map(work.make, first)
    if processes > 1 and len(rest) >= MANY and can_fork():
        yield from _in_processes(work, rest, processes)
    else:
        yield from map(work.make, rest)


def _one_of_each(jobs: Iterable[Job]) -> tuple[list[Job], list[Job]]:
    """One job of each kind, to be done before forking: templates and listings are then there for all processes."""
    first: dict[str, Job] = {}
    rest = []
    for job in jobs:
        if first.setdefault(job.kind, job) is not job:
            rest.append(job)
    return list(first.values()), rest


def can_fork() -> bool:
    """Whether a copy of this process is safe: on Linux, while it has only one thread."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _in_processes(work: Workshop, jobs: Sequence[Job], processes: int) -> Iterator[Result]:
    global _work
    _work = work
    gc.freeze()
    of_kind = Counter(job.kind for job in jobs)
    rare_first = sorted(jobs, key=lambda job: of_kind[job.kind])  # long lists come first, so that none is waited for
    chunks = [rare_first[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            for results in pool.imap_unordered(_make_chunk, chunks):
                yield from results
    finally:
        _work = None
        gc.unfreeze()


def _make_chunk(jobs: Sequence[Job]) -> list[Result]:
    """In a forked process: a link that was handed back once is not handed back again."""
    assert _work is not None
    gc.disable()
    results = []
    for job in jobs:
        result = _work.make(job)
        new = result.links - _handed_back
        _handed_back.update(new)
        results.append(result._replace(links=new))
    return results


_handed_back: set[str] = set()


def processors() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def without_collection() -> Iterator[None]:
    """Lets no garbage be looked for while many lasting values are made: none would be found, slowly."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
