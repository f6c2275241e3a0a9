"""The areas that coverage is asked of: nobody is seen by a nation, and a wider area is the sum of those within it."""

from rightdoor.model.directory import Directory

TOO_WIDE = frozenset({"nation", "region"})
"""Kinds of area that are never asked about."""


def areas_asked(directory: Directory) -> tuple[str, ...]:
    """The areas with a grid of their own, by id: none that is a nation or region, or has narrower areas within it."""
    return tuple(area for area in sorted(directory.areas) if is_asked(directory, area))


def is_asked(directory: Directory, area: str) -> bool:
    """Whether an area has a grid of its own."""
    return directory.areas[area].kind not in TOO_WIDE and directory.inside(area) == (area,)


def rolled_up(directory: Directory, area: str) -> tuple[str, ...]:
    """The areas with a grid that lie within a wider one; () for a nation or region, and where it has its own."""
    if directory.areas[area].kind in TOO_WIDE or is_asked(directory, area):
        return ()
    return tuple(each for each in directory.inside(area) if is_asked(directory, each))
