"""Areas in their own shapes, as paths of a drawing, and in squares: where each stands, and what stands in it.

A map is of the size of a page: longitude is shortened by the cosine of the middle latitude, which over one country is
as good as any projection at that size.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import cos, radians
from typing import NamedTuple

from rightdoor.model.area import Area
from rightdoor.model.boundary import Position, Ring, Tile, simplified

WIDTH = 480
TALLEST = 560
MARGIN = 3
FINEST = 0.6
"""Units of the drawing, sixteen to the rem: nothing smaller is drawn."""
COLUMNS = 4
"""Of the map of squares, where areas do not say their places."""
SHORT = 9
"""Letters that a square has room for."""

_QUARTERS = {"North": "N", "South": "S", "East": "E", "West": "W", "Central": "C", "Upper": "Upr", "Lower": "Lwr"}


class Shape(NamedTuple):
    """The path of an area in a drawing, and where its words stand."""

    path: str
    x: float
    y: float


class Drawing(NamedTuple):
    """How wide and how tall a drawing is, and the shapes in it by area."""

    width: int
    height: int
    shapes: Mapping[str, Shape]


def drawing_of(areas: Iterable[Area]) -> Drawing:
    """The areas that have a boundary, fitted into one drawing; without any it has no shape."""
    rings = {area.id: area.boundary.rings for area in areas if area.boundary and area.boundary.rings}
    every = [position for shape in rings.values() for ring in shape for position in ring]
    if not every:
        return Drawing(WIDTH, 0, {})
    west, east = min(each[0] for each in every), max(each[0] for each in every)
    south, north = min(each[1] for each in every), max(each[1] for each in every)
    narrower = max(cos(radians((south + north) / 2)), 0.01)
    wide, tall = (east - west) * narrower, north - south
    scale = min((WIDTH - 2 * MARGIN) / (wide or tall), (TALLEST - 2 * MARGIN) / (tall or wide))

    def place(position: Position) -> Position:
        return MARGIN + (position[0] - west) * narrower * scale, MARGIN + (north - position[1]) * scale

    shapes = {id: _shape([tuple(map(place, ring)) for ring in shape]) for id, shape in rings.items()}
    return Drawing(round(wide * scale) + 2 * MARGIN, round(tall * scale) + 2 * MARGIN, shapes)


def tiles_of(areas: Iterable[Area]) -> Mapping[str, Tile]:
    """The square of each area: its own, or where it has none or another has it the next that is free."""
    found: dict[str, Tile] = {}
    taken: set[Tile] = set()
    waiting = []
    for area in areas:
        if area.tile and area.tile not in taken:
            found[area.id] = area.tile
            taken.add(area.tile)
        else:
            waiting.append(area.id)
    below = max((tile.row for tile in taken), default=0)
    for at, id in enumerate(waiting):
        found[id] = Tile(at % COLUMNS + 1, below + at // COLUMNS + 1)
    return found


def short_name(name: str) -> str:
    """A name that a square has room for: points of the compass cut to a letter, then its first word, then cut."""
    if len(name) <= SHORT:
        return name
    first, *rest = name.split()
    if rest and first in _QUARTERS:
        return _cut(f"{_QUARTERS[first]} {' '.join(rest)}")
    return _cut(first)


def _cut(name: str) -> str:
    return name if len(name) <= SHORT else f"{name[: SHORT - 1].rstrip()}…"


def _shape(rings: list[Ring]) -> Shape:
    drawn = [small for ring in rings if len(small := simplified(ring, FINEST)) >= 4]
    x, y = _within(max(rings, key=lambda ring: abs(_surface(ring))))
    return Shape("".join(_path(ring) for ring in drawn), x, y)


def _path(ring: Ring) -> str:
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in ring[:-1])}Z"


def _surface(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False)) / 2


def _within(ring: Ring) -> Position:
    """A place within a ring: on the line at its middle height, the middle of where the ring is widest."""
    heights = [y for _, y in ring]
    # Beside the middle, so that no corner lies just on the line.
    level = (min(heights) + max(heights)) / 2 + 0.001
    crossed = sorted(_crossings(ring, level))
    spans = list(zip(crossed[::2], crossed[1::2], strict=False)) or [(ring[0][0], ring[0][0])]
    left, right = max(spans, key=lambda each: each[1] - each[0])
    return round((left + right) / 2, 1), round(level, 1)


def _crossings(ring: Ring, level: float) -> Iterator[float]:
    for (x, y), (to_x, to_y) in zip(ring, ring[1:], strict=False):
        if (y < level) != (to_y < level):
            yield x + (level - y) / (to_y - y) * (to_x - x)
