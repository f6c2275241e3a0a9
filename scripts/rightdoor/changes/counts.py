"""Which months of an area's coverage, and which published figures, are other than they were; never the numbers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rightdoor.model.directory import Directory
from rightdoor.model.measure import words_for_month
from rightdoor.model.statistics import Period, Series


def snapshots(before: Directory, after: Directory) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each area of which a month was written down, rewritten or taken away, with those months in words."""
    for area in sorted(before.snapshots.keys() | after.snapshots.keys()):
        old, new = ({each.month: each for each in side.snapshots.get(area, ())} for side in (before, after))
        months = sorted(month for month in old.keys() | new.keys() if old.get(month) != new.get(month))
        if months:
            yield area, tuple(map(words_for_month, months))


def figures(before: Directory, after: Directory) -> Iterator[tuple[Series, tuple[str, ...]]]:
    """Each series of which figures came, went or differ, with their periods in words."""
    old, new = _by_id(before), _by_id(after)
    for id in sorted(old.keys() | new.keys()):
        here, there = (_periods(side.get(id)) for side in (old, new))
        periods = sorted(each for each in here.keys() | there.keys() if here.get(each) != there.get(each))
        if periods:
            yield new.get(id) or old[id], tuple(_words(*each) for each in periods)


def _by_id(directory: Directory) -> Mapping[str, Series]:
    return {each.id: each for each in directory.statistics}


def _periods(series: Series | None) -> Mapping[tuple[str, str], list[Period]]:
    found: dict[tuple[str, str], list[Period]] = defaultdict(list)
    for each in series.periods if series else ():
        found[each.first, each.last].append(each)
    return found


def _words(first: str, last: str) -> str:
    return words_for_month(first) if first == last else f"{words_for_month(first)} to {words_for_month(last)}"
