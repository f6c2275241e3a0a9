"""How the numbers of an area moved from month to month, as lines of its coverage page."""

from types import SimpleNamespace
from typing import Any

from rightdoor.coverage.area import AreaCoverage
from rightdoor.coverage.history import NUMBERS, snapshot, trend
from rightdoor.model.measure import words_for_month
from rightdoor.model.snapshot import Snapshot
from rightdoor.pages.view import View


def months(view: View, found: AreaCoverage) -> list[Any]:
    """What the months are drawn as, up to that of the area's own day; empty where only this month is known."""
    now = snapshot(view.whole, found.grid, found.today, f"{found.today:%Y-%m}")
    known = trend(view.directory.snapshots.get(found.area, ()), now)
    if len(known.months) < 2:
        return []
    shown = sorted((*(each.month for each in known.months), *known.missing))
    by_month = {each.month: each for each in known.months}
    words = view.directory.grammar["coverage_numbers"]
    return [
        SimpleNamespace(
            caption=term.label,
            corner="Month",
            heading=term.label,
            points=[_point(month, by_month.get(month), term.code) for month in shown],
        )
        for term in words
    ]


def _point(month: str, known: Snapshot | None, number: str) -> Any:
    return SimpleNamespace(label=words_for_month(month), value=NUMBERS[number](known) if known else None)
