"""Whom one service sends on, and whether another can take any of them.

Only what both services state is compared: what nobody has said never proves that somebody is refused.
"""

from collections.abc import Iterable

from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.directory import Directory
from rightdoor.model.measure import words_for_age
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context

ALL_AGES = (0, 10_000)
PERSONAL_BASES = frozenset({"gp-practice", "home-address", "gp-or-address", "gp-and-address", "national"})


class Reach:
    """Compares the ages, severities and places of services; made once for a directory."""

    def __init__(self, directory: Directory) -> None:
        """Keep, for each area, the areas around it."""
        self._grammar = directory.grammar
        self._ranks = {term.code: rank for rank, term in enumerate(directory.grammar["severity_bands"])}
        self._around = {area: frozenset(directory.chain(area)) for area in directory.areas}
        self._meeting: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

    def ages(self, criteria: Criteria) -> tuple[int, int] | None:
        """The months of age taken, the first included and the last not; None where nobody has said.

        None too where the limits are the wrong way round: that is said once, by its own check.
        """
        if criteria.age is None:
            return None
        first, last = criteria.age.at_least or 0, ALL_AGES[1] if criteria.age.below is None else criteria.age.below
        return (first, last) if first < last else None

    def bands(self, criteria: Criteria) -> frozenset[int] | None:
        """The ranks of severity taken; None where nobody has said."""
        limit = criteria.severity
        if limit is None:
            return None
        lowest = self._ranks.get(limit.lowest or "", 0)
        highest = self._ranks.get(limit.highest or "", len(self._ranks) - 1)
        return frozenset(range(lowest, highest + 1)) or None

    def ages_part(self, one: Criteria, other: Criteria) -> str:
        """Why the ages of two services have nobody in common; empty where they have, or may have."""
        first, second = self.ages(one), self.ages(other)
        if first and second and (first[1] <= second[0] or second[1] <= first[0]):
            return f"it takes people {words_for_ages(second)}"
        return ""

    def bands_part(self, one: Criteria, other: Criteria) -> str:
        """Why the severities of two services have nothing in common; empty where they have, or may have."""
        first, second = self.bands(one), self.bands(other)
        if first and second and not first & second:
            return f"it takes {self.words_for_bands(second)} problems"
        return ""

    def areas_part(self, one: Criteria, other: Criteria) -> str:
        """Why the places of two services have nobody in common; empty where they have, or may have."""
        first, second = one.area, other.area
        if first is None or second is None or not {first.basis, second.basis} <= PERSONAL_BASES:
            return ""
        if self.meet(first.areas, second.areas):
            return ""
        return f"it serves {', '.join(second.areas)}"

    def meet(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether any area of one lies in, or around, an area of the other; an unknown area may lie anywhere."""
        known = self._meeting.get((one, other))
        if known is None:
            known = self._meeting[one, other] = self._meets(one, other)
        return known

    def inside(self, inner: Iterable[str], outer: Iterable[str]) -> bool:
        """Whether every one of these areas is known to lie within the others."""
        around = frozenset(outer)
        return all(each in self._around and not around.isdisjoint(self._around[each]) for each in inner)

    def words_for_bands(self, ranks: frozenset[int]) -> str:
        """Severities in words: "mild to moderate"."""
        labels = [term.label.lower() for term in self._grammar["severity_bands"]]
        low, high = labels[min(ranks)], labels[max(ranks)]
        return low if low == high else f"{low} to {high}"

    def _meets(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return any(
            first not in self._around
            or second not in self._around
            or first in self._around[second]
            or second in self._around[first]
            for first in one
            for second in other
        )


def reach(directory: Directory, context: Context) -> Reach:
    """The one comparison of a run."""
    return context.once("reach", lambda: Reach(directory))


def words_for_ages(months: tuple[int, int]) -> str:
    """A range of ages in words: "aged 18 and over", "under 18", "aged 16 to under 18"."""
    low, high = months
    if high >= ALL_AGES[1]:
        return f"aged {words_for_age(low)} and over" if low else "of any age"
    return f"aged {words_for_age(low)} to under {words_for_age(high)}" if low else f"under {words_for_age(high)}"


def row_that_refuses(service: Service, row: Row) -> Row | None:
    """The row by which a service refuses everybody whom `row` of another service describes."""
    for each in service.criteria.does_not_take or ():
        if each.reason == row.reason and not each.except_via and _as_wide(each, row):
            return each
    return None


def _as_wide(refusal: Row, row: Row) -> bool:
    if refusal.within is None:
        return True
    return row.within is not None and refusal.within.hours >= row.within.hours
