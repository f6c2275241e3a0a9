"""Which UK phone numbers exist and how they are spaced, as data: for the form, which has no library to ask.

From the numbering plan of `phonenumbers`, which `rightdoor.records.checks.phone_numbers` asks.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

KINDS = (
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
)
REGIONS = ("GB", "GG", "IM", "JE")
"""The United Kingdom, and the islands that have its country code."""


@cache
def phone_plan() -> dict[str, list[Any]]:
    """Patterns of the digits after the first 0, and of their groups: the pattern, what to make of it, how it begins."""
    return {"numbers": list(dict.fromkeys(_patterns())), "formats": [list(each) for each in _formats()]}


def _patterns() -> Iterator[str]:
    from phonenumbers import PhoneMetadata

    for region in REGIONS:
        plan = PhoneMetadata.metadata_for_region(region)
        for kind in KINDS:
            described = getattr(plan, kind, None)
            if described and described.national_number_pattern:
                yield described.national_number_pattern


def _formats() -> Iterator[tuple[str, str, str]]:
    """The longest of the beginnings that a format is for decides; groups are written as browsers write them."""
    from phonenumbers import PhoneMetadata

    plan = PhoneMetadata.metadata_for_region("GB")
    for each in plan.number_format if plan else ():
        yield each.pattern or "", (each.format or "").replace("\\", "$"), each.leading_digits_pattern[-1]
