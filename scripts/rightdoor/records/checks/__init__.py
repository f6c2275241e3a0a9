"""The checks of the directory: one module each, in the order they are run.

A check's docstring explains it and becomes its page below `docs/checks/`. Each is imported when first asked for,
because some bring slow libraries along.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import cast

from rightdoor.model.problem import Problem
from rightdoor.records.checks.frame import DirectoryCheck, Path, RecordCheck

RECORD: tuple[str, ...] = (
    "age_range_reversed",
    "severity_range_reversed",
    "time_range_reversed",
    "number_range_reversed",
    "rows_contradict",
    "phone_not_valid",
    "phone_not_spaced",
    "email_not_valid",
    "personal_contact",
    "contact_in_prose",
    "by_not_a_role",
    "text_after_hash",
    "curly_quotes",
    "registered_number_malformed",
    "postcode_unknown",
    "hours_not_readable",
    "url_not_safe",
    "impossible_date",
    "confidential_address",
    "discreet_address",
    "no_way_in",
    "never_checked",
    "never_with_a_day",
    "needs_covered_by_no_check",
    "wording",
    "answers_contradict",
    "refusal_twice",
)
DIRECTORY: tuple[str, ...] = (
    "missing_reference",
    "area_circle",
    "boundary_missing",
    "id_used_again",
    "real_names_fictional",
    "made_up_detail",
    "crisis_route_missing",
    "crisis_number_missing",
    "crisis_number_differs",
    "crisis_overdue",
    "disproved_number",
    "refer_on_circle",
    "refer_on_dead_end",
    "gate_refuses",
    "date_in_future",
    "refusal_misplaced",
    "snapshots_disorder",
    "statistics_disorder",
    "area_not_stated",
    "facts_overdue",
    "likely_duplicate",
    "vignette_failed",
)
OTHERS: tuple[str, ...] = ("unused_exception",)


@cache
def record_checks() -> tuple[RecordCheck, ...]:
    """The checks of a single file."""
    return tuple(cast(RecordCheck, import_module(f"{__name__}.{each}")) for each in RECORD)


@cache
def directory_checks() -> tuple[DirectoryCheck, ...]:
    """The checks of all records together."""
    return tuple(cast(DirectoryCheck, import_module(f"{__name__}.{each}")) for each in DIRECTORY)


@cache
def all_checks() -> tuple[ModuleType, ...]:
    """Every check, also the one that is asked last, about the exceptions; for their pages and their examples."""
    return tuple(import_module(f"{__name__}.{each}") for each in (*RECORD, *DIRECTORY, *OTHERS))


def excepted(
    problems: Iterable[Problem], exceptions: Sequence[Mapping[str, str]], mark: Callable[[Path], tuple[int, int]]
) -> tuple[Problem, ...]:
    """The problems without those that `directory/exceptions.yaml` excepts, and with those of its own rows.

    `exceptions` are the rows of that file, `mark` says where each of its fields stands.
    """
    from rightdoor.records.checks.unused_exception import apply_exceptions

    codes = [each.replace("_", "-") for each in (*RECORD, *DIRECTORY)]
    return tuple(apply_exceptions(problems, exceptions, codes, mark))
