"""Whose turn it is to be asked: one question at a time to each host, and a pause between two."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic, sleep

PAUSE = 1.0
"""Seconds between two questions to one host."""


class Turns:
    """Lets one question at a time go to each host, with a pause between two, whichever address led there."""

    def __init__(self, pause: float) -> None:
        """`pause` is in seconds."""
        self._pause = pause
        self._guard = Lock()
        self._locks: dict[str, Lock] = {}
        self._free_from: dict[str, float] = {}

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """The turn to ask a host."""
        with self._guard:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            sleep(max(0.0, self._free_from.get(host, 0.0) - monotonic()))
            try:
                yield
            finally:
                self._free_from[host] = monotonic() + self._pause
