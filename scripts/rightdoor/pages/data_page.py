"""The page about the data: each file of the whole directory, what it holds and for whom, and where the others are."""

from collections.abc import Iterable
from typing import NamedTuple

from rightdoor.coverage.places import areas_asked
from rightdoor.exchange.whole.chosen import LICENCE
from rightdoor.pages import open_referral_files, table_template
from rightdoor.pages.data_files import FOLDER, NAMES, content, whole_of
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ADDRESS = "data/"
TITLE = "The data of this directory"
DESCRIPTION = (
    "Every service of this directory as files for other programs: JSON, NDJSON and CSV, free to use, with dates."
)
FEEDS = ("new", "changed", "closed")
_STEP, _UNITS = 1_000, ("bytes", "kB", "MB")


class Offered(NamedTuple):
    """A file as the page offers it."""

    address: str
    name: str
    size: str
    term: str


def keys(_view: View) -> Iterable[str]:
    """One page."""
    return ("data",)


def page(view: View, _key: str) -> Page:
    """The page, with the files as they are today."""
    whole = whole_of(view)
    files = [Offered(f"{FOLDER}{name}", name, size_words(len(content(view, name))), _code(name)) for name in NAMES]
    body = view.render(
        "data.html",
        ADDRESS,
        files=files,
        terms=view.directory.grammar["data_files"],
        whole=whole,
        licence=LICENCE,
        feeds=FEEDS,
        coverage=bool(areas_asked(view.directory)),
        template=table_template.ADDRESS,
        open_referral=open_referral_files.ADDRESS,
    )
    return Page(ADDRESS, "data", TITLE, DESCRIPTION, body, crumbs=(("Home", ""),))


def size_words(size: int) -> str:
    """How large a file is: "237 kB"."""
    amount, unit = float(size), 0
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount, unit = amount / _STEP, unit + 1
    return f"{amount:.1f}\u00a0{_UNITS[unit]}" if unit and amount < 10 else f"{amount:.0f}\u00a0{_UNITS[unit]}"


def _code(name: str) -> str:
    return f"file-{name.replace('.', '-')}"


PAGES = (Kind("data", keys, page),)
"""The kind of this page."""
