"""Which part of a record a comment is about, from where the comment stands."""

from bisect import bisect_left
from enum import StrEnum
from typing import NamedTuple

from rightdoor.records.marks import Path
from rightdoor.records.outline import Outline, Part, Spot


class Where(StrEnum):
    """How a comment stands to its part."""

    ABOVE = "above"
    BESIDE = "beside"
    END = "end"


class Place(NamedTuple):
    """A part, how a comment stands to it, and whether that is inside brackets."""

    where: Where
    path: Path
    in_brackets: bool = False


class Places:
    """Finds the part of each comment of a file."""

    def __init__(self, found: Outline) -> None:
        """Prepare to answer for one file."""
        self._parts = found.parts[1:]
        self._starts = [part.start for part in self._parts]
        self._by_path = {part.path: part for part in found.parts}
        self._reached: dict[int, list[tuple[int, int, Path]]] = {}
        for index, part in enumerate(found.parts):
            for spot in (part.start, part.value, part.end) if part.path else (part.value, part.end):
                if spot and (part.path or part.end):
                    self._reached.setdefault(spot.line, []).append((spot.column, index, part.path))

    def of(self, spot: Spot, *, alone: bool) -> Place:
        """The place of a comment that begins here, on a line of its own or behind something else."""
        return (None if alone else self._beside(spot)) or self._alone(spot)

    def beginning(self, line: int) -> Path | None:
        """The first part that begins on a line, if it does not stand in brackets."""
        index = bisect_left(self._starts, Spot(line, 0))
        if index == len(self._parts) or self._starts[index].line != line:
            return None
        path = self._parts[index].path
        return None if self._brackets(path[:-1], self._starts[index]) is not None else path

    def _beside(self, spot: Spot) -> Place | None:
        """The part that begins or ends last before it on its line."""
        before = [each for each in self._reached.get(spot.line, ()) if each[0] < spot.column]
        return Place(Where.BESIDE, max(before)[2]) if before else None

    def _alone(self, spot: Spot) -> Place:
        index = bisect_left(self._starts, spot)
        last = self._parts[index - 1] if index else None
        following = self._parts[index].path if index < len(self._parts) else None
        if last and last.end and last.value > spot:
            return Place(Where.ABOVE, last.path)
        brackets = self._brackets(last.path if last else (), spot)
        if brackets is None:
            return self._between(spot, last, following)
        if following and following[: len(brackets)] == brackets:
            return Place(Where.ABOVE, following, in_brackets=True)
        return Place(Where.END, brackets, in_brackets=True)

    def _between(self, spot: Spot, last: Part | None, following: Path | None) -> Place:
        """Between two parts on lines of their own: its column says which of the groups that end here it is in."""
        shared = self._by_path[following[:-1]].value.column if following else -1
        if last and spot.column > shared and spot.column:
            for length in range(len(last.path) - 1, -1, -1):
                group = self._by_path[last.path[:length]]
                if following and following[:length] == group.path:
                    break
                if not group.brackets and group.value.column <= spot.column:
                    return Place(Where.END, group.path)
        return Place(Where.ABOVE, following) if following else Place(Where.END, ())

    def _brackets(self, path: Path, spot: Spot) -> Path | None:
        """The innermost part in brackets, at or above a path, that is open at a spot."""
        for length in range(len(path), -1, -1):
            part = self._by_path[path[:length]]
            if part.brackets and part.end and part.value < spot < part.end:
                return part.path
        return None
