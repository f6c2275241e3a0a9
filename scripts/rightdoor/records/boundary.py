"""Reads the boundary of an area: GeoJSON (RFC 7946) as plain rings, thinned out, or one problem with its line.

It may be a Polygon or a MultiPolygon, alone or as the shape of one or more features. Coordinates are longitude and
latitude (WGS84), as the standard has them; files in the grid of the Ordnance Survey are known by their large numbers.
"""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from rightdoor.model.boundary import Position, Ring, simplified
from rightdoor.model.problem import Level, Problem
from rightdoor.records.walk import readable

CODE = "boundary-not-readable"
MAX_BYTES = 1024 * 1024
MAX_POSITIONS = 20_000
FINENESS = 1000
"""Of how many parts of an area's extent the smallest is seen: a map of some hundred pixels shows less."""

_SHAPES = {"Polygon": 1, "MultiPolygon": 2}
"""The shapes that are boundaries, and how many lists lie around their rings."""
_POSITION = re.compile(r"\[\s*-?[0-9][0-9.eE+-]*\s*,")
_EXPORT = "Export it as GeoJSON with longitude and latitude (WGS84, EPSG:4326)."
_SMALLER = "Take an ultra-generalised boundary, or simplify it before you save it here."


class _Wrong(Exception):
    """What is wrong with a boundary: the sentence, the tip, and how many positions were read before."""

    def __init__(self, message: str, tip: str, read: int = 0) -> None:
        super().__init__(message)
        self.message, self.tip, self.read = message, tip, read


def read_boundary(raw: bytes, file: str) -> tuple[tuple[Ring, ...], tuple[Problem, ...]]:
    """The rings of a boundary, or what is wrong with it."""
    line = 1
    try:
        text = _text_of(raw)
        try:
            rings = tuple(_rings(_data_of(text)))
        except _Wrong as fault:
            line = _line_of(text, fault.read) if fault.read else 1
            raise
        except json.JSONDecodeError as fault:
            line = fault.lineno
            raise _Wrong(f"This is not GeoJSON: {_plain(fault.msg)}.", "Save the file again as GeoJSON.") from None
        if not (seen := _thinned(rings)):
            raise _Wrong("This boundary has no extent that could be seen.", _EXPORT)
        return seen, ()
    except _Wrong as fault:
        return (), (Problem(file, line, 1, Level.ERROR, CODE, fault.message, fault.tip),)


def _text_of(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _Wrong(f"This boundary is larger than {MAX_BYTES // 1024} KB.", _SMALLER)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Wrong("This file is not UTF-8 text.", "Save the file as UTF-8.") from None


def _data_of(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_fields)
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise _Wrong("Lists lie too deep inside each other.", "Look for stray [ or {.") from None
    except ValueError:
        raise _Wrong("A number of this file has too many digits.", _EXPORT) from None


def _refuse_constant(word: str) -> float:
    raise _Wrong(f"{word} stands where a number should be.", _EXPORT)


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _Wrong("A field is written twice in one group.", "Keep one of the two.")
    return fields


def _rings(data: Any) -> Iterator[Ring]:
    read = 0
    for shape in _shapes(data):
        polygons = shape.get("coordinates")
        for polygon in [polygons] if _SHAPES[shape["type"]] == 1 else _list(polygons, "polygons", read):
            for ring in _list(polygon, "rings", read):
                yield _ring(ring, read)
                read += len(ring)
                if read > MAX_POSITIONS:
                    raise _Wrong(f"This boundary has more than {MAX_POSITIONS:,} positions.", _SMALLER)
    if not read:
        raise _Wrong("This file holds no boundary.", "Give it a Polygon or a MultiPolygon.")


def _shapes(data: Any) -> Iterator[dict[str, Any]]:
    """The polygons of a file, whatever is around them."""
    features = data.get("features") if isinstance(data, dict) and data.get("type") == "FeatureCollection" else [data]
    for each in _list(features, "features", 0):
        shape = each.get("geometry") if isinstance(each, dict) and each.get("type") == "Feature" else each
        kind = shape.get("type") if isinstance(shape, dict) else None
        if not isinstance(shape, dict) or kind not in _SHAPES:
            named = readable(kind[:40]) if isinstance(kind, str) else ""
            found = f"a shape of the type {named}" if named else "something without a type"
            raise _Wrong(f"This file holds {found}, which is no boundary.", "Give it a Polygon or a MultiPolygon.")
        yield shape


def _ring(positions: Any, read: int) -> Ring:
    ring = tuple(_position(each, read + at) for at, each in enumerate(_list(positions, "positions", read), start=1))
    if len(ring) < 4 or ring[0] != ring[-1]:
        tip = "Repeat the first position at the end; a ring has at least four."
        raise _Wrong("A ring does not end where it begins.", tip, read + len(ring))
    return ring


def _list(value: Any, what: str, read: int) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _Wrong(f"The list of {what} is missing or is no list.", _EXPORT, read)
    return value


def _position(value: Any, place: int) -> Position:
    numbers = value if isinstance(value, list) and 2 <= len(value) <= 3 else []
    if not numbers or not all(type(each) in (int, float) for each in numbers):
        raise _Wrong("A position is not two numbers, a longitude and a latitude.", _EXPORT, place)
    east, north = numbers[:2]
    said = f"The position {east}, {north}"[:80]
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise _Wrong(f"{said} is no longitude and latitude; it looks like a grid reference.", _EXPORT, place)
    if 49 <= east <= 61 and -9 <= north <= 2:
        raise _Wrong(f"{said} has the latitude first.", "Write the longitude first, then the latitude.", place)
    return float(east), float(north)


def _thinned(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """The rings without what no map of ours can show; those too small to be seen are left out."""
    every = [position for ring in rings for position in ring]
    extent = max(max(each[axis] for each in every) - min(each[axis] for each in every) for axis in (0, 1))
    told = (tuple(position for position, _ in groupby(ring)) for ring in rings)
    found = (simplified(ring, extent / FINENESS) for ring in told)
    return tuple(_rounded(ring) for ring in found if len(ring) >= 4)


def _rounded(ring: Ring) -> Ring:
    """To about a metre: what a file gives beyond that is no knowledge."""
    return tuple((round(east, 5), round(north, 5)) for east, north in ring)


def _line_of(text: str, place: int) -> int:
    """The line of so many positions on; the first where they cannot be counted."""
    begin = max(text.find('"coordinates"'), 0)
    found = (match for at, match in enumerate(_POSITION.finditer(text, begin), start=1) if at == place)
    match = next(found, None)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _plain(message: str) -> str:
    """What the JSON reader says, as the middle of a sentence."""
    return message[:1].lower() + message[1:].rstrip(".")
