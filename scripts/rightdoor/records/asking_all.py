"""Asks many addresses: hosts side by side, and the addresses of one host one after another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from queue import SimpleQueue
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from rightdoor.records.link_state import Answer

AT_ONCE = 8
FEWEST = 3
"""From so many addresses on, that none of them answers is taken for a fault of our own connection."""

PATIENCE = 480.0
"""Seconds for all addresses of one host: half of what the scheduled run has, and enough for hundreds that answer."""

LOOK = 5.0
"""After so many seconds at the latest it is told what was learned meanwhile."""

SILENT = frozenset({"no-host", "no-answer", "too-slow", "private"})
"""What may be the fault of our connection: a network that shuts us out gives every name a number of its own."""

Ask = Callable[[str], Answer]


def ask_all(
    addresses: Iterable[str], ask: Ask, found: dict[str, Answer], tell: Callable[[int], None] = lambda _: None
) -> list[str]:
    """Puts what came of each address into `found` as it comes: what was learned stays if somebody stops this.

    `tell` is given how many addresses were asked since it was last told. Gives back those that were left because their
    host took too long.
    """
    stop = Event()
    heard: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
    left: list[str] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = {pool.submit(_ask_host, each, ask, heard, stop) for each in _by_host(addresses)}
        try:
            while jobs:
                done, jobs = wait(jobs, LOOK, FIRST_COMPLETED)
                left += [address for job in done for address in job.result()]
                tell(_take(heard, found))
        except BaseException:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            _take(heard, found)
            raise
    return sorted(left)


def _take(heard: "SimpleQueue[tuple[str, Answer]]", found: dict[str, Answer]) -> int:
    """Puts what was heard meanwhile into `found`; how many addresses that is."""
    before = len(found)
    while not heard.empty():
        address, answer = heard.get()
        found[address] = answer
    return len(found) - before


def anybody_answers(answers: Mapping[str, Answer]) -> bool:
    """Whether any server said anything: then our own connection works."""
    return any(each.what not in SILENT for each in answers.values())


def nobody_answers(answers: Mapping[str, Answer]) -> bool:
    """Whether no server said anything at all: then it is our own connection, and nothing is learned of theirs."""
    return len(answers) >= FEWEST and not anybody_answers(answers)


def _by_host(addresses: Iterable[str]) -> list[list[str]]:
    """The addresses of each host; the longest list first, since it takes longest."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for each in dict.fromkeys(addresses):
        hosts[host_of(each)].append(each)
    return sorted(hosts.values(), key=len, reverse=True)


def host_of(address: str) -> str:
    """The host that an address names; "" where it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _ask_host(addresses: list[str], ask: Ask, heard: "SimpleQueue[tuple[str, Answer]]", stop: Event) -> Sequence[str]:
    """Asks the addresses of one host; gives back those that were left because it took too long."""
    until = monotonic() + PATIENCE
    for number, each in enumerate(addresses):
        if stop.is_set():
            return ()
        if monotonic() >= until:
            return addresses[number:]
        heard.put((each, ask(each)))
    return ()
