"""The coverage of an area as a book: a sheet to read first, then a sheet for each of `TABLES`."""

from collections.abc import Iterator
from datetime import date

from rightdoor.coverage.area import AreaCoverage
from rightdoor.coverage.columns import Words
from rightdoor.coverage.table_crisis import crisis_table
from rightdoor.coverage.table_figures import figures_table
from rightdoor.coverage.table_gaps import gaps_table
from rightdoor.coverage.table_grid import grid_table
from rightdoor.coverage.table_services import freshness_table, services_table
from rightdoor.coverage.table_waits import refusals_table, waits_table
from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.model.measure import words_for_date
from rightdoor.model.table import Book, Shaded, Table

TABLES = ("gaps", "grid", "services", "waits", "figures", "crisis", "refusals", "freshness")
"""The tables of a book, in their order; terms of `coverage_files`."""


def book(directory: Directory, found: AreaCoverage, today: date, edition: str) -> Book:
    """Everything that the files of an area say. `edition` names the version of the directory."""
    words, area = Words(directory), directory.areas[found.area]
    title, _ = words.said("title", area=area.name)
    facts: dict[str, str | int | bool] = {
        "area": found.area,
        "area_name": area.name,
        "version": edition,
        "long_wait_weeks": found.long_wait,
        "made_up": area.fictional,
    }
    tables = tuple(_tables(words, found, today))
    return Book(title, found.today, tables, facts, tuple(_first(words, found, edition, tables)))


def _tables(words: Words, found: AreaCoverage, today: date) -> Iterator[Table]:
    yield gaps_table(words, found.area, found.gaps)
    yield grid_table(words, found.grid)
    yield services_table(words, found.grid)
    yield waits_table(words, found.waits)
    yield figures_table(words, found.figures)
    yield crisis_table(words, found.crisis)
    yield refusals_table(words, found.returned)
    yield freshness_table(words, found.grid, today)


def _first(
    words: Words, found: AreaCoverage, edition: str, tables: tuple[Table, ...]
) -> Iterator[tuple[str | Shaded, str]]:
    """What stands on the sheet that is read first."""
    area = words.directory.areas[found.area]
    if area.fictional:
        yield words.said("first-made-up", area=area.name)
    yield words.said("first-area", area=area.name)
    yield words.said("first-day", day=words_for_date(found.today))
    yield words.said("first-edition", edition=edition)
    yield words.said("part-sheets")
    yield from ((table.title, table.note) for table in tables)
    yield words.said("part-states")
    states = words.grammar["coverage_states"]
    yield from ((Shaded(term.label, at), term.description) for at, term in enumerate(states))
    yield words.said("part-reading")
    yield words.said("first-covers")
    yield words.said("first-wait", weeks=str(found.long_wait))
    yield words.said("first-room")
    yield _people(words, area)
    yield words.said("first-empty")
    yield words.said("first-terms")


def _people(words: Words, area: Area) -> tuple[str, str]:
    known = area.population
    if known is None:
        return words.said("first-no-people", area=area.name)
    return words.said("first-people", area=area.name, source=known.source, year=str(known.year))
