"""The checks of the directory: one module each, in the order they are run.

A check's docstring explains it and becomes its page below `docs/checks/`. Each is imported when first asked for,
because some bring slow libraries along.
"""

from functools import cache
from importlib import import_module
from typing import cast

from rightdoor.records.checks.frame import DirectoryCheck, RecordCheck

RECORD: tuple[str, ...] = (
    "age_range_reversed",
    "severity_range_reversed",
    "time_range_reversed",
    "number_range_reversed",
    "rows_contradict",
    "phone_not_valid",
    "personal_contact",
    "registered_number_malformed",
    "postcode_unknown",
    "hours_not_readable",
    "url_not_safe",
    "impossible_date",
    "confidential_address",
    "discreet_address",
    "no_way_in",
    "never_checked",
    "needs_covered_by_no_check",
    "wording",
)
DIRECTORY: tuple[str, ...] = ()


@cache
def record_checks() -> tuple[RecordCheck, ...]:
    """The checks of a single file."""
    return tuple(cast(RecordCheck, import_module(f"{__name__}.{each}")) for each in RECORD)


@cache
def directory_checks() -> tuple[DirectoryCheck, ...]:
    """The checks of all records together."""
    return tuple(cast(DirectoryCheck, import_module(f"{__name__}.{each}")) for each in DIRECTORY)
