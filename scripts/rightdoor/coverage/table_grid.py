"""The grid as a table: a row for each need and severity, and more where something else about a person changes it."""

from collections.abc import Iterator, Mapping

from rightdoor.coverage.asked import NO_SITUATION, bands_of
from rightdoor.coverage.columns import Words
from rightdoor.coverage.grid import Grid
from rightdoor.coverage.plane import Plane
from rightdoor.coverage.shown import Row, shown
from rightdoor.coverage.states import SERVED, State
from rightdoor.model.table import Column, For, Shaded, Table, Value

_PLACES = {state: place for place, state in enumerate(State)}


def grid_table(words: Words, grid: Grid) -> Table:
    """Every need and severity by band of ages; a situation's rows only where they differ from those without it."""
    return words.table("grid", _columns(words), _rows(words, grid))


def key_of(band: str) -> str:
    """The key of the column of a band of ages."""
    return f"age_{band.replace('-', '_')}"


def _columns(words: Words) -> Iterator[Column]:
    yield words.column("need", 30, readers=For.PEOPLE)
    yield words.column("severity", 17, readers=For.PEOPLE)
    yield words.column("situation", 24, readers=For.PEOPLE)
    yield from (words.code(each) for each in ("need_code", "situation_code", "severity_code"))
    for band in words.grammar["age_bands"]:
        yield words.of_ages(key_of(band.code), "age-band", band.label, For.PEOPLE)
        yield words.of_ages(key_of(band.code) + "_state", "age-band-state", band.label, For.PROGRAMS)
        yield words.of_ages(key_of(band.code) + "_services", "age-band-services", band.label, For.PROGRAMS)


def _rows(words: Words, grid: Grid) -> Iterator[Mapping[str, Value]]:
    bands = _spans(words, grid)
    for need in grid.needs:
        alone = shown(grid, grid.plane(need), words.grammar)
        for plane in _of_need(grid, need):
            states = alone if plane.situation == NO_SITUATION else shown(grid, plane, words.grammar)
            for severity, row in enumerate(states):
                if plane.situation == NO_SITUATION or _differs(row, alone[severity]):
                    yield _row(words, plane, severity, row, bands)


def _differs(row: Row, alone: Row) -> bool:
    """Whether a situation changes any answer; ages that it is not asked about change nothing."""
    return any(here and here is not before for here, before in zip(row, alone, strict=True))


def _of_need(grid: Grid, need: str) -> Iterator[Plane]:
    return (plane for (asked, _), plane in grid.planes.items() if asked == need)


def _spans(words: Words, grid: Grid) -> Mapping[str, tuple[int, ...]]:
    """The places of the spans of ages in each band."""
    return {band: grid.within(ages) for band, ages in bands_of(words.grammar)}


def _row(
    words: Words, plane: Plane, severity: int, row: Row, bands: Mapping[str, tuple[int, ...]]
) -> Mapping[str, Value]:
    code = plane.severities[severity]
    found: dict[str, Value] = {
        "need": words.grammar["needs"].label(plane.need),
        "severity": words.grammar["severity_bands"].label(code) if code else words.value("not-graded"),
        "situation": words.grammar["situations"].label(plane.situation) if plane.situation else None,
        "need_code": plane.need,
        "situation_code": plane.situation or None,
        "severity_code": code or None,
    }
    for (band, spans), state in zip(bands.items(), row, strict=True):
        if state:
            cells = plane.asked & sum(plane.bit(severity, age) for age in spans)
            number = _number(plane, state, cells)
            label = words.grammar["coverage_states"].label(state)
            found[key_of(band)] = Shaded(f"{label} ({number})" if number else label, _PLACES[state])
            found[f"{key_of(band)}_state"] = state.value
            found[f"{key_of(band)}_services"] = number
    return found


def _number(plane: Plane, state: State, cells: int) -> int | None:
    """How many services make a state at every age of a band at once; None where a state is made by none."""
    if state not in SERVED:
        return None
    return sum(not cells & ~part.cells(state) for part in plane.parts)
