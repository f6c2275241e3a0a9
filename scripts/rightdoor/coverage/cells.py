"""Sets of cells in the spans of ages of one area, and those that limits of age and severity let in.

A set of cells is a whole number; see `rightdoor.coverage.plane`. What is the same for many services is worked out once.
"""

from collections.abc import Iterable

from rightdoor.coverage.asked import NOT_GRADED, OLDEST
from rightdoor.matching.judge import judge_age, judge_severity
from rightdoor.matching.match import SHOWN, outcome_of
from rightdoor.model.area import KnownGap
from rightdoor.model.criteria import Criteria
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange

TakenAndOpen = tuple[int, int]
"""Two sets of cells: those whose people are taken, and those that are left open."""


class Cells:
    """Makes sets of cells."""

    def __init__(self, grammar: Grammar, ages: tuple[AgeRange, ...]) -> None:
        """`ages` are the spans of ages of the area."""
        self.ages = ages
        self._grammar = grammar
        self._limits: dict[object, TakenAndOpen] = {}
        self._ranges: dict[tuple[int, AgeRange], int] = {}

    def of(self, severities: tuple[str, ...], ages: AgeRange) -> int:
        """All severities, at the ages within others."""
        key = (len(severities), ages)
        if key not in self._ranges:
            self._ranges[key] = self._row(ages) * sum(1 << (at * len(self.ages)) for at in range(len(severities)))
        return self._ranges[key]

    def of_gap(self, gap: KnownGap, severities: tuple[str, ...]) -> int:
        """The cells that a gap was found in: those of all severities where it states none, or none is asked about."""
        row = self._row(range_of(gap))
        chosen = (at for at, each in enumerate(severities) if gap.severity in (None, each) or each == NOT_GRADED)
        return sum(row << (at * len(self.ages)) for at in chosen)

    def within_limits(self, criteria: Criteria, severities: tuple[str, ...]) -> TakenAndOpen:
        """The cells that the ages and severities of criteria allow, and those that they leave open."""
        age, severity = criteria.age, criteria.severity
        key = (
            age and (age.at_least, age.below),
            severity and (severity.lowest, severity.highest),
            severities,
        )
        if key not in self._limits:
            self._limits[key] = self._judged(criteria, severities)
        return self._limits[key]

    def _judged(self, criteria: Criteria, severities: tuple[str, ...]) -> TakenAndOpen:
        ages = [judge_age(criteria, each) for each in self.ages]
        bands = [judge_severity(criteria, None if each == NOT_GRADED else each, self._grammar) for each in severities]
        found = [SHOWN[outcome_of((band, age))] for band in bands for age in ages]
        takes, checks = (sum(1 << at for at, each in enumerate(found) if each == group) for group in (0, 1))
        return takes, checks

    def _row(self, ages: AgeRange) -> int:
        return sum(1 << at for at in within(ages, self.ages))


def within(ages: AgeRange, spans: Iterable[AgeRange]) -> tuple[int, ...]:
    """The places of the spans that lie within others."""
    return tuple(at for at, each in enumerate(spans) if ages.youngest <= each.youngest and each.oldest <= ages.oldest)


def range_of(gap: KnownGap) -> AgeRange:
    """The ages of a gap that somebody found; all where it states none."""
    limit = gap.limit
    least = limit.at_least if limit and limit.at_least is not None else 0
    return AgeRange(least, limit.below - 1 if limit and limit.below is not None else OLDEST)
