"""The boundary of an area, as rings of positions, and the same with fewer of them.

A position is a longitude and a latitude in degrees (WGS84). A ring ends where it begins; one inside another is a hole.
"""

from dataclasses import dataclass
from math import hypot

Position = tuple[float, float]
Ring = tuple[Position, ...]

_PIECE = 128
"""A line is thinned out in pieces of so many positions: of one that bends at every step a whole would take for ever."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where the boundary of an area is written, and who drew it; `rings` are empty until the file has been read."""

    file: str
    source: str
    rings: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """The place of an area on a map of squares: column and row count from 1, at the top left."""

    column: int
    row: int


def simplified(ring: Ring, tolerance: float) -> Ring:
    """A ring without the positions that lie nearer than `tolerance` to the line of the others (Douglas and Peucker,
    1973); the first and the last stay."""
    kept = [0]
    for begin in range(0, len(ring) - 1, _PIECE):
        end = min(begin + _PIECE, len(ring) - 1)
        kept += [*_between(ring, begin, end, tolerance), end]
    return tuple(ring[at] for at in kept)


def _between(ring: Ring, begin: int, end: int, tolerance: float) -> list[int]:
    """The places between two that must stay, in order."""
    found, waiting = [], [(begin, end)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(((_distance(ring[each], ring[first], ring[last]), each) for each in range(first + 1, last)),
                      default=(0.0, 0))  # fmt: skip
        if far > tolerance:
            found.append(at)
            waiting += [(first, at), (at, last)]
    return sorted(found)


def _distance(point: Position, begin: Position, end: Position) -> float:
    """How far a position lies from the line between two others."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    length = across * across + up * up
    along = ((point[0] - begin[0]) * across + (point[1] - begin[1]) * up) / length if length else 0.0
    nearest = min(max(along, 0.0), 1.0)
    return hypot(point[0] - begin[0] - nearest * across, point[1] - begin[1] - nearest * up)
