"""The two maps of all areas: in squares how much is covered, and in their shapes of how much nobody knows."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from rightdoor.coverage.brief import Brief
from rightdoor.coverage.people_words import say
from rightdoor.coverage.states import State
from rightdoor.model.grammar import Grammar
from rightdoor.pages.area_shapes import drawing_of, short_name, tiles_of
from rightdoor.pages.coverage_front_rows import address_of
from rightdoor.pages.view import View

STEPS = 5
"""Of shade: a fifth of all groups each."""


def tiles(view: View, found: Mapping[str, Brief]) -> list[Any]:
    """The squares of a tile map."""
    areas = [view.directory.areas[id] for id in found]
    places = tiles_of(areas)
    return [
        SimpleNamespace(
            id=area.id,
            name=area.name,
            short=short_name(area.name),
            column=places[area.id].column - 1,
            row=places[area.id].row - 1,
            address=address_of(area.id),
            **_covered(found[area.id], view.directory.grammar),
        )
        for area in areas
    ]


def shapes(view: View, found: Mapping[str, Brief]) -> Any:
    """The shapes of the areas that give a boundary, with the size of the drawing and who drew them."""
    areas = [view.directory.areas[id] for id in found]
    drawn, grammar = drawing_of(areas), view.directory.grammar
    made = [
        SimpleNamespace(
            id=area.id,
            name=area.name,
            short=short_name(area.name),
            address=address_of(area.id),
            **drawn.shapes[area.id]._asdict(),
            **_measure(found[area.id].share(State.UNKNOWN), grammar),
        )
        for area in areas
        if area.id in drawn.shapes
    ]
    sources = dict.fromkeys(area.boundary.source for area in areas if area.boundary and area.id in drawn.shapes)
    return SimpleNamespace(width=drawn.width, height=drawn.height, shapes=made, sources=tuple(sources))


def _measure(share: int | None, grammar: Grammar) -> dict[str, Any]:
    """What a map says of one area: the number, its words and its shade; nothing where nothing is asked."""
    if share is None:
        return {"words": say("share-not-known", grammar)}
    words = say("groups-of-hundred", grammar, number=str(share))
    return {"value": f"{share}%", "words": words, "step": min(1 + share * STEPS // 100, STEPS) if share else 0}


def _covered(brief: Brief, grammar: Grammar) -> dict[str, Any]:
    """An area of which nothing at all is known has no number: that would be a nought."""
    if brief.groups[State.UNKNOWN] == sum(brief.groups.values()):
        return {"words": grammar["coverage_states"].label(State.UNKNOWN)}
    return _measure(brief.share(State.COVERED), grammar)
