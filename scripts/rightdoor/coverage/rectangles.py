"""A set of cells cut into the largest rectangles: severities one after the other by ages one after the other.

What is said of some people then begins at one severity and ends at another, and has one youngest and one oldest age.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Rows and columns by their places; all four ends are included."""

    top: int
    bottom: int
    left: int
    right: int

    def cells(self, columns: int) -> int:
        """The rectangle as a set of cells (`rightdoor.coverage.plane`)."""
        row = (1 << (self.right + 1)) - (1 << self.left)
        return sum(row << (at * columns) for at in range(self.top, self.bottom + 1))


def rectangles(cells: int, widths: Sequence[int]) -> Iterator[Rectangle]:
    """The cells, each in one rectangle, the largest first; `widths` says how wide each column is.

    Of two that are as large, the one that begins at the higher place comes first: the more severe problem.
    """
    columns = len(widths)
    while cells:
        largest = max(_within(cells, columns), key=lambda each: (_size(each, widths), each.top, -each.left))
        yield largest
        cells &= ~largest.cells(columns)


def _within(cells: int, columns: int) -> Iterator[Rectangle]:
    """Every rectangle that cannot be made wider, for every run of rows."""
    rows, mask = [], (1 << columns) - 1
    while cells:
        rows.append(cells & mask)
        cells >>= columns
    for top in range(len(rows)):
        shared = mask
        for bottom in range(top, len(rows)):
            shared &= rows[bottom]
            yield from (Rectangle(top, bottom, left, right) for left, right in runs(shared))


def runs(row: int) -> Iterator[tuple[int, int]]:
    """The first and last place of each run of bits in a row."""
    at = 0
    while row >> at:
        if row >> at & 1:
            start = at
            while row >> at & 1:
                at += 1
            yield start, at - 1
        at += 1


def _size(each: Rectangle, widths: Sequence[int]) -> int:
    return (each.bottom - each.top + 1) * sum(widths[each.left : each.right + 1])
