"""One generated page, before the theme is put around it, and a kind of pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rightdoor.pages.view import View


@dataclass(frozen=True, slots=True)
class Page:
    """A page as plain values and one piece of safe HTML.

    `address` is the place below the site's root, without a leading slash: `services/samaritans/`, or a file name
    such as `404.html`. `kind` is the part of the site it belongs to (service, organization, area, need…).
    `title`, `description` and the words of `crumbs` and `toc` are plain text: whoever writes them escapes them.
    `body` is safe HTML, made by a template that escapes; it begins with the page's only `<h1>`.
    `crumbs` are (words, address) from the root down to the parent. `toc` are (anchor, words) of its `<h2>` headings.
    `source` is the file that an editor would change, relative to the project; None where there is no one file.
    `area` is the id of the area whose crisis routes the page shows; None shows those of all four nations.
    `discreet` keeps the title out of the window and off the print; `noindex` keeps the page out of search engines.
    `scripts` and `styles` name the bundles of browser code that the page loads (folders of `docs/assets/javascripts/`).
    `feed` is the address of the Atom feed that tells what changes on the page; "" where there is none.
    `data` is an element of data for search engines, which no browser runs; "" where there is none.
    `early` names bundles that run before anything is drawn; `kept` is safe HTML for them, unseen above the strip.
    """

    address: str
    kind: str
    title: str
    description: str
    body: str
    crumbs: tuple[tuple[str, str], ...] = ()
    toc: tuple[tuple[str, str], ...] = ()
    source: str | None = None
    area: str | None = None
    discreet: bool = False
    noindex: bool = False
    scripts: tuple[str, ...] = ("search",)
    styles: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    kept: str = ""
    feed: str = ""
    data: str = ""

    @property
    def file(self) -> str:
        """The file of the site that holds the page."""
        return f"{self.address}index.html" if self.address.endswith("/") or not self.address else self.address

    @property
    def depth(self) -> int:
        """How many folders below the root the page lies."""
        return self.address.count("/")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that browser code loads: its place below the site's root, and its bytes."""

    address: str
    content: bytes

    @property
    def file(self) -> str:
        """The file of the site that holds the data."""
        return self.address


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of pages, or of data files: which there are, and how one is made.

    `keys` yields one key for each page, in a fixed order; it reads `view.whole` and `view.listed`, which note nothing.
    `page` makes the page of one key and nothing else. It reads records through `view.directory` and lists through
    `view.listing`: both note what was read, and a later build makes the page again only if one of those changed.
    """

    name: str
    keys: "Callable[[View], Iterable[str]]"
    page: "Callable[[View, str], Page | DataFile]"


def path_to_root(address: str) -> str:
    """The relative path from a page to the root of the site: `../../` from `services/samaritans/`."""
    return "../" * address.count("/")
