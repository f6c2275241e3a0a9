"""The template for spreadsheets, as a file of the site."""

from collections.abc import Iterator

from rightdoor.exchange.tables.template import template
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View

ADDRESS = "data/rightdoor-template.xlsx"


def keys(_view: View) -> Iterator[str]:
    """The one file."""
    yield ""


def file(view: View, _key: str) -> DataFile:
    """The workbook."""
    return DataFile(ADDRESS, template(view.directory.grammar))


DATA = (Kind("table-template", keys, file),)
