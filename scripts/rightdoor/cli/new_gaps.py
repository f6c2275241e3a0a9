"""The gaps that a change opens, for a terminal and for the page of a workflow run."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rightdoor.records.report import counted

if TYPE_CHECKING:
    from rightdoor.model.directory import Directory

LEADING = 50
"""So many new gaps of an area are said in sentences; a service that nobody can replace may open hundreds."""

_NONE = "No new gap."


class Opened(NamedTuple):
    """The new gaps of one area in sentences, the worst first; None for an area that was not asked about before."""

    area: str
    sentences: tuple[str, ...] | None


def opened_in(
    before: "Directory", after: "Directory", areas: Iterable[str], today: date, weeks: int
) -> tuple[Opened, ...]:
    """The areas that have new gaps, and those that are new themselves."""
    return tuple(each for each in _each(before, after, areas, today, weeks) if each.sentences != ())


def _each(before: "Directory", after: "Directory", areas: Iterable[str], today: date, weeks: int) -> Iterator[Opened]:
    from rightdoor.coverage.gaps import opened
    from rightdoor.coverage.grid import grid
    from rightdoor.coverage.places import areas_asked
    from rightdoor.coverage.words import gap_words

    known = areas_asked(before)
    for area in areas:
        name = after.areas[area].name
        if area not in known:
            yield Opened(name, None)
            continue
        found = opened(after, grid(before, area, today, weeks), grid(after, area, today, weeks))
        yield Opened(name, tuple(gap_words(each, after, area) for each in found))


def as_text(found: Iterable[Opened]) -> str:
    """A line for each area, and one for each gap below it."""
    lines = [line for each in found for line in _lines(each)]
    return "\n".join(lines) or _NONE


def _lines(each: Opened) -> Iterator[str]:
    yield _head(each)
    yield from (f"  - {sentence}" for sentence in (each.sentences or ())[:LEADING])
    yield from (f"  {left}" for left in _left(each))


def as_markdown(found: Iterable[Opened]) -> str:
    """The same for a pull request; nothing in it is markup but ours, since names come from strangers."""
    from rightdoor.changes.report import escaped

    lines = ["## Coverage", ""]
    for each in found:
        lines += [f"**{escaped(_head(each))}**", ""]
        lines += [f"- {escaped(sentence)}" for sentence in (each.sentences or ())[:LEADING]]
        lines += [*(f"- {left}" for left in _left(each)), ""]
    return "\n".join(lines if len(lines) > 2 else [*lines, _NONE, ""])


def _head(each: Opened) -> str:
    if each.sentences is None:
        return f"{each.area} is new here, so there is nothing to compare it with."
    return f"{each.area}: {counted(len(each.sentences), 'new gap')}"


def _left(each: Opened) -> Iterator[str]:
    more = len(each.sentences or ()) - LEADING
    if more > 0:
        yield f"and {more:,} more"


FORMATS = {"text": as_text, "markdown": as_markdown}
