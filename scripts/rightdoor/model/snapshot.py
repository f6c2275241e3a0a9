"""The coverage of an area in one month, in numbers: what later months are compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WaitFigures:
    """Published waits: how many services publish one, how many are over the limit, the weeks of the middle one."""

    published: int
    long: int
    median: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One month, `2026-10`, as it was worked out for the day `on`.

    `services` see people and serve the area; `open` are those that take referrals and were confirmed lately. `groups`
    counts groups of people (a need, a severity, a span of ages) by code of `coverage_states`; `facts` counts the fact
    groups of these services by how far they may be believed. `waits` is None where no wait is published.
    """

    month: str
    on: date
    services: int
    open: int
    groups: Mapping[str, int]
    facts: Mapping[str, int]
    waits: WaitFigures | None = None
