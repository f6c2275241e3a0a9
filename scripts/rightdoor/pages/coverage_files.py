"""The coverage of an area as files: a workbook, JSON, and each table as CSV.

Each file names the day and an edition: a fingerprint of everything that the area's coverage is made of. So two files of
one edition say the same, and a file changes only when something in it may have (docs/decisions/0179-files.md).
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rightdoor.coverage.area import AreaCoverage
from rightdoor.coverage.places import areas_asked
from rightdoor.coverage.tables import TABLES, book
from rightdoor.exchange.delimited import csv_of
from rightdoor.exchange.plain_data import json_of
from rightdoor.exchange.workbook import workbook_of
from rightdoor.model.directory import Directory
from rightdoor.model.table import Book
from rightdoor.pages.coverage_front_rows import address_of
from rightdoor.pages.covered import coverage_of, read_for_coverage
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View

WORKBOOK, DATA_FILE = "workbook", "data"
NAMES = (WORKBOOK, DATA_FILE, *TABLES)
"""The files of an area; terms of `coverage_files`."""

FORMS = {".xlsx": "Excel", ".json": "JSON", ".csv": "CSV"}


class Download(NamedTuple):
    """A file of an area: where it lies, what it is called, its form, and what it holds."""

    address: str
    title: str
    form: str
    says: str


def downloads(view: View, area: str) -> tuple[Download, ...]:
    """The files of an area, the workbook first."""
    terms = view.directory.grammar["coverage_files"]
    return tuple(
        Download(_address(area, name), terms.label(name), FORMS[_ending(name)], terms[name].description)
        for name in NAMES
    )


def edition(directory: Directory, area: str, today: date) -> str:
    """A short word that changes with the day, and with anything that the area's coverage is made of."""
    made_of = (read_for_coverage(directory, today)[area], today)
    return hashlib.sha256(repr(made_of).encode()).hexdigest()[:12]


def keys(view: View) -> Iterator[str]:
    """A key for each file, area by area: a process that makes several then works each area out only once."""
    for area in areas_asked(view.whole):
        yield from (f"{area}/{name}" for name in NAMES)


def file(view: View, key: str) -> DataFile:
    """The file of one key."""
    area, _, name = key.partition("/")
    found = coverage_of(view, area)
    told = view.once(("coverage-book", area), lambda: _book(view, found))
    made = {WORKBOOK: workbook_of, DATA_FILE: json_of}.get(name)
    return DataFile(_address(area, name), made(told) if made else csv_of(told, name))


def _book(view: View, found: AreaCoverage) -> Book:
    return book(view.whole, found, view.today, edition(view.whole, found.area, view.today))


def _address(area: str, name: str) -> str:
    part = f"-{name}" if name in TABLES else ""
    return f"{address_of(area)}{area}-coverage{part}{_ending(name)}"


def _ending(name: str) -> str:
    return {WORKBOOK: ".xlsx", DATA_FILE: ".json"}.get(name, ".csv")


DATA = (Kind("coverage-files", keys, file),)
