"""Reports that a service did not take somebody: counts and codes, and nothing about a person."""

from dataclasses import dataclass

NOBODY = "nobody"
"""What `taken_by` says where no service took the person."""


@dataclass(frozen=True, slots=True)
class RefusalCount:
    """How often one thing was reported; `file` and `row` are where that is written.

    `month` is 2026-09. `reason` is a code of `refusal_reasons`, `referrer` one of `referral_who`. `taken_by` is the id
    of a service or `nobody`. None means that nobody has said.
    """

    service: str
    month: str
    reason: str
    count: int
    referrer: str | None = None
    taken_by: str | None = None
    file: str = ""
    row: int = 0
