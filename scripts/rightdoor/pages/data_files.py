"""The whole directory as files of the site, in `data/v1/`: their places and forms are kept (decision 0199).

Those that take long to make, the workbook and the tables of what services list, are written by `rightdoor export`.
"""

from collections.abc import Iterator

from rightdoor.exchange.delimited import csv_of
from rightdoor.exchange.whole.chosen import KINDS, Chosen, chosen
from rightdoor.exchange.whole.envelope import schema_kind, schema_text
from rightdoor.exchange.whole.lines import json_of, ndjson_of
from rightdoor.exchange.whole.tables import book
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View
from rightdoor.records.grammar import schema

FOLDER = "data/v1/"
NAMES = ("services.json", "services.ndjson", "services.csv", "schema.json")


def keys(_view: View) -> Iterator[str]:
    """A key for each file: its name."""
    yield from NAMES


def whole_of(view: View) -> Chosen:
    """Everything, put together once for all files; whoever asks for it has read every record."""
    view.note("services", "*")
    view.note("organizations", "*")
    return view.once(("whole-directory",), lambda: chosen(view.whole, view.today))


def content(view: View, name: str) -> bytes:
    """The bytes of a file."""
    whole = whole_of(view)
    return view.once(("whole-directory", name), lambda: _made(whole, name))


def file(view: View, key: str) -> DataFile:
    """The file of one name."""
    return DataFile(f"{FOLDER}{key}", content(view, key))


def _made(whole: Chosen, name: str) -> bytes:
    if name == "schema.json":
        return schema_text({schema_kind(each): schema(schema_kind(each)) for each in KINDS.values()})
    if name == "services.csv":
        return csv_of(book(whole, ("services",)), "services")
    return json_of(whole) if name == "services.json" else ndjson_of(whole)


DATA = (Kind("data-files", keys, file),)
"""The kind of these files."""
