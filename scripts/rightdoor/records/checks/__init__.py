"""The checks of the directory: one module each, in the order they are run.

A check's docstring explains it and becomes its page below `docs/checks/`. Each is imported when first asked for,
because some bring slow libraries along.
"""

from functools import cache
from importlib import import_module
from typing import cast

from rightdoor.records.checks.frame import DirectoryCheck, RecordCheck

RECORD = ()
DIRECTORY = ()


@cache
def record_checks() -> tuple[RecordCheck, ...]:
    """The checks of a single file."""
    return tuple(cast(RecordCheck, import_module(f"{__name__}.{each}")) for each in RECORD)


@cache
def directory_checks() -> tuple[DirectoryCheck, ...]:
    """The checks of all records together."""
    return tuple(cast(DirectoryCheck, import_module(f"{__name__}.{each}")) for each in DIRECTORY)
