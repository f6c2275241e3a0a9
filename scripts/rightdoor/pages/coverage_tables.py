"""The grid of an area as tables: needs by bands of age for each severity, and who is behind each need."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from rightdoor.coverage.asked import NOT_GRADED, OLDEST, bands_of
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.people_words import say
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.shown import cells_of_band, shown
from rightdoor.coverage.states import SERVED, State
from rightdoor.matching.phrases import lower_first
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange
from rightdoor.pages.links import Link, need_link, service_links
from rightdoor.pages.view import View

BOUNDS = (1, 2, 3, 5, 9)

Cell = dict[str, Any]
Bands = tuple[tuple[str, AgeRange], ...]


class SeverityTable(NamedTuple):
    """The needs at one severity; `code` and `label` are "" for the needs that are not graded."""

    code: str
    label: str
    table: dict[str, Any]


class NeedPart(NamedTuple):
    """Who takes people with a need, whatever their age and severity: by state, and lines and websites apart."""

    slug: str
    name: str
    page: Link
    states: tuple[tuple[str, tuple[Link, ...]], ...]
    apart: tuple[Link, ...]


def overview(view: View, grid: Grid) -> Cell:
    """The needs that are graded: at how many severities the people of each band are covered.

    Where they are covered at none, the best that there is for any of them.
    """
    grammar = view.directory.grammar
    rows = []
    for need in grid.needs:
        plane = grid.plane(need)
        if plane.severities != (NOT_GRADED,):
            by_band = zip(*shown(grid, plane, grammar), strict=True)
            rows.append(_row(plane, [_covered_at(states, grammar) for states in by_band], grammar))
    return _frame(say("table-overview", grammar), rows, (1, 2, 3, 4, 5), grammar)


def _covered_at(states: tuple[State | None, ...], grammar: Grammar) -> Cell:
    asked = [state for state in states if state]
    covered = asked.count(State.COVERED)
    if not asked:
        return {"state": "unasked"}
    if covered:
        words = say("severities-of", grammar, total=str(len(asked)))
        return {"state": "covered", "amount": covered, "words": words}
    return {"state": str(min(asked, key=list(State).index))}


def severity_tables(view: View, grid: Grid) -> Iterator[SeverityTable]:
    """A table for each severity, mildest first, and one for the needs that are not graded."""
    grammar = view.directory.grammar
    for at, term in enumerate(grammar["severity_bands"]):
        graded = [grid.plane(need) for need in grid.needs if grid.plane(need).severities != (NOT_GRADED,)]
        yield SeverityTable(term.code, term.label, _table(grid, graded, at, term.label, grammar))
    others = [grid.plane(need) for need in grid.needs if grid.plane(need).severities == (NOT_GRADED,)]
    yield SeverityTable(NOT_GRADED, "", _table(grid, others, 0, "", grammar))


def need_parts(view: View, grid: Grid) -> Iterator[NeedPart]:
    """Every need with the services behind it, in the order of the vocabulary."""
    grammar, states = view.directory.grammar, view.directory.grammar["coverage_states"]
    for need in grid.needs:
        plane, term = grid.plane(need), grammar["needs"][need]
        found = ((states.label(state), service_links(view, plane.who(state, plane.asked))) for state in SERVED)
        apart = service_links(view, plane.who(None, plane.asked))
        yield NeedPart(term.slug, term.label, need_link(term), tuple(each for each in found if each[1]), apart)


def _table(grid: Grid, planes: list[Plane], severity: int, label: str, grammar: Grammar) -> dict[str, Any]:
    rows = []
    for plane in planes:
        cells = [
            _cell(grid, plane, severity, band, state, grammar)
            for (band, _), state in zip(bands_of(grammar), shown(grid, plane, grammar)[severity], strict=True)
        ]
        rows.append(_row(plane, cells, grammar))
    form = "table-severity" if label else "table-not-graded"
    return _frame(say(form, grammar, severity=lower_first(label)), rows, BOUNDS, grammar)


def _frame(caption: str, rows: list[Any], bounds: tuple[int, ...], grammar: Grammar) -> Cell:
    columns = [term.label for term in grammar["age_bands"]]
    return {"caption": caption, "corner": "Need", "columns": columns, "bounds": bounds, "rows": rows, "fit": True}


def _row(plane: Plane, cells: list[Cell], grammar: Grammar) -> Cell:
    """A row with neighbours alike in one cell, which says for which ages it stands."""
    term, bands, found, at = grammar["needs"][plane.need], bands_of(grammar), [], 0
    for cell, alike in groupby(cells):
        span = len(list(alike))
        found.append({**cell, "span": span, "label": _ages_words(bands[at : at + span], grammar)})
        at += span
    return {"head": term.label, "anchor": f"need-{term.slug}", "cells": found}


def _ages_words(bands: Bands, grammar: Grammar) -> str:
    """Bands of age beside one another: "5 to 15", "65 and over"."""
    (code, ages), oldest = bands[0], bands[-1][1].oldest
    if len(bands) == 1:
        return grammar["age_bands"].label(code)
    form = "ages-over" if oldest == OLDEST else "ages-to"
    return say(form, grammar, **{"from": str(ages.youngest // 12)}, to=str(oldest // 12))


def _cell(grid: Grid, plane: Plane, severity: int, band: str, state: State | None, grammar: Grammar) -> Cell:
    if state is None:
        return {"state": "unasked"}
    if state is not State.COVERED:
        return {"state": str(state)}
    return {"state": "covered", "amount": fewest_open(plane, cells_of_band(grid, plane, severity, band, grammar))}


def fewest_open(plane: Plane, cells: int) -> int:
    """How many open services the ages of a band have at least."""
    return min(len(plane.who(State.COVERED, plane.bit(*place))) for place in plane.places(cells))
