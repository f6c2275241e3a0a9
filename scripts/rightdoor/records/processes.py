"""How many processes may run at once, and whether copies of this one may be among them."""

import os
import sys
import threading


def processors() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a copy of this process is safe: on Linux, while it has only one thread."""
    return sys.platform.startswith("linux") and threading.active_count() == 1
