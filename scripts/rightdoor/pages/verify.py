"""Checks a built site by its files alone: `python -m rightdoor.pages.verify site`.

This module imports nothing of ours, so that it cannot share a mistake with what it checks. Every page must begin
with its policy, show help in a crisis, load nothing from another host, run no script of its own, have no id twice,
and every link must lead to a file of the site and to an id that is there.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

_START = "<!doctype html>"
_POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
_CRISIS = '<section class="rd-crisis"'
_NUMBER = re.compile(r"[0-9]{3}")
_TAGS = re.compile(r"<[a-zA-Z][^>]*>")
_IDS = re.compile(r' id="([^"]*)"')
_HREFS = re.compile(r' href="([^"]*)"')
_SOURCES = re.compile(r' src="([^"]*)"')
_SHAPE = re.compile(r"<([a-z][a-z0-9]*)((?: [a-z][a-zA-Z:-]*=?)*) ?/?>\Z")
_FOREIGN = re.compile(r"\b(?:src|href|srcset)\s*=\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9/_#-]*(?:\.[a-z0-9]+)?\Z")
_ALLOWED = ("https://", "http://", "mailto:", "tel:", "sms:")
_HARMLESS = frozenset(
    re.findall(
        r"\S+",
        """
        a abbr address article aside b blockquote body br button caption cite code col colgroup dd del details dfn div
        dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i input ins kbd label
        legend li main mark meta nav noscript ol optgroup option output p pre q s samp section select small span strong
        sub summary sup table tbody td template textarea tfoot th thead time title tr u ul var wbr
        circle desc g line path polygon polyline rect svg text
        """,
    )
)
# Data for search engines, which no browser runs: exactly this, and nothing else that is not a file of ours.
_DATA = '<script type="application/ld+json">'
_LOADS = frozenset(("script", "link", "img"))
_NEVER = ("style=", "action=", "formaction=", "srcdoc=", "background=", "xlink:href=")


class Facts(NamedTuple):
    """What one page links to within the site (`services/x/#waits`), the ids it has, and what is wrong with it."""

    links: frozenset[str]
    ids: frozenset[str]
    faults: tuple[str, ...]


def facts_of(name: str, html: str, base: str = "/") -> Facts:
    """The facts of the page that is the file `name` of a site, whose path on its host is `base`."""
    whole = facts_of_part(name, html, frozenset(), base)
    return whole._replace(faults=(*_faults_around(html), *whole.faults))


def facts_of_part(name: str, html: str, ids_around: frozenset[str], base: str = "/") -> Facts:
    """The facts of the part of a page that differs from page to page, given the ids in what stands around it."""
    ids = _IDS.findall(html)
    known = ids_around.union(ids)
    faults = list(_faults(html))
    if len(known) != len(ids) + len(ids_around):
        twice = next(each for each in ids if ids.count(each) > 1 or each in ids_around)
        faults.append(f"has two elements with the id {twice}")
    links = set()
    root = "../" * name.count("/")
    for link in {*_HREFS.findall(html), *_SOURCES.findall(html)}:
        if link.startswith("#"):
            if len(link) > 1 and unescape(link[1:]) not in known:
                faults.append(f"links to {link}, which is not on the page")
        elif not link.startswith(_ALLOWED):
            under = root and link.startswith(root)
            place = _place_from_root(link[len(root) :]) if under else _place(link, name, base)
            links.add(place)
            if place.startswith("..") or ":" in place:
                faults.append(f"links to {place}, which leads out of the site")
    return Facts(frozenset(links), known, tuple(faults))


def _faults_around(html: str) -> Iterable[str]:
    """What is wrong with the parts of a page that are the same on many."""
    head = html.find("<head>")
    if not html.startswith(_START) or not html[head + 6 : head + 200].lstrip().startswith(_POLICY):
        yield "does not begin with its security policy"
    if not _shows_crisis(html):
        yield "does not show help in a crisis"


def _faults(html: str) -> Iterable[str]:
    """What is wrong with the tags of a page: the cheap tests first, since thousands of pages pass them all."""
    tags = set(_TAGS.findall(html))
    shapes = "".join("\0".join(tags).split('"')[::2]).split("\0")
    verdicts = set(map(_verdict, set(shapes)))
    if "loads" in verdicts:
        yield from (fault for tag in sorted(tags) for fault in _faults_of_loading(tag))
    if "doubtful" in verdicts or len(shapes) != len(tags):
        yield from _read_closely(html)


@lru_cache(maxsize=10_000)
def _verdict(shape: str) -> str:
    """What a tag without the values of its attributes is; anything but a few well-known shapes is doubtful."""
    found = _SHAPE.match(shape)
    attributes = found[2].split() if found else []
    if found is None or any(each.startswith("on") or each in _NEVER for each in attributes):
        return "doubtful"
    return "loads" if found[1] in _LOADS else "harmless" if found[1] in _HARMLESS else "doubtful"


def _shows_crisis(html: str) -> bool:
    """Whether the page has the section of crisis help, with a number in it."""
    start = html.find(_CRISIS)
    end = html.find("</section>", start)
    return 0 <= start < end and bool(_NUMBER.search(re.sub(r"<[^>]*>", " ", html[start:end])))


@lru_cache(maxsize=10_000)
def _faults_of_loading(tag: str) -> tuple[str, ...]:
    """What is wrong with a tag that loads something; the same few stand on every page."""
    if not tag.startswith(("<script", "<link", "<img")) or tag == _DATA:
        return ()
    if tag.startswith("<script") and " src=" not in tag:
        return ("holds a script",)
    foreign = _FOREIGN.search(tag) and 'rel="canonical"' not in tag and 'src="data:' not in tag
    return (f"loads something from elsewhere: {tag[:80]}",) if foreign else ()


def _read_closely(html: str) -> list[str]:
    """The slow and exact way, for pages in which something looks doubtful but may be harmless text."""
    reader = _Reader()
    reader.feed(html)
    return reader.faults


class _Reader(HTMLParser):
    """Finds elements and attributes that would run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what our pages never have."""
        if tag not in _HARMLESS | _LOADS:
            self.faults.append(f"holds <{tag}>")
        if tag in _LOADS:
            written = "".join(f' {name.lower()}="{value}"' for name, value in attrs)
            self.faults += _faults_of_loading(f"<{tag}{written}>")
        names = (name for name, _ in attrs if name.startswith("on") or f"{name}=" in _NEVER)
        self.faults += [f"has {name}= on <{tag}>" for name in names]


@lru_cache(maxsize=100_000)
def _place_from_root(path: str) -> str:
    """A link from the root of the site as a place there."""
    return path if _PLAIN.match(path) else _normal(path)


def _place(link: str, name: str, base: str) -> str:
    """A link on the page `name` as a place below the site's root."""
    if link.startswith(base):
        return _normal(link[len(base) :])
    return _normal(join(dirname(name), link))


def _normal(link: str) -> str:
    """A place without detours, escapes and query: a query is only there to refresh stored copies.

    A fragment with "=" holds answers for browser code and names no place on the page.
    """
    path, mark, anchor = unescape(link).partition("#")
    mark, anchor = ("", "") if "=" in anchor else (mark, anchor)
    path = path.partition("?")[0]
    plain = normpath(path) if path else ""
    folder = path.endswith(("/", "/.", "..")) or path == "."
    place = "" if plain == "." else unquote(plain) + "/" * folder
    return f"{place}{mark}{unquote(anchor)}"


def file_of(path: str) -> str:
    """The file that a host sends for a path of the site."""
    return f"{path}index.html" if path.endswith("/") or not path else path


def broken_links(links: Mapping[str, str], files: Iterable[str], folder: Path) -> list[str]:
    """What is wrong with links (each with a page that has it) in a site of these files."""
    names = set(files)
    ids: dict[str, frozenset[str]] = {}
    faults = []
    for link, page in sorted(links.items()):
        path, _, anchor = link.partition("#")
        name = file_of(path)
        if name not in names:
            faults.append(f"{page} links to {path or 'the home page'}, which is not in the site")
        elif anchor and name.endswith(".html"):
            if name not in ids:
                ids[name] = frozenset(map(unescape, _IDS.findall((folder / name).read_text(encoding="utf-8"))))
            if anchor not in ids[name]:
                faults.append(f"{page} links to {link}, but that page has no #{anchor}")
    return faults


def alike(files: Iterable[str]) -> list[str]:
    """Files whose names differ only in small and capital letters: some systems would keep one of them."""
    seen: dict[str, str] = {}
    pairs = ((seen.setdefault(name.casefold(), name), name) for name in files)
    return [f"{one} and {other} differ only in capital letters" for one, other in pairs if one != other]


def verify(folder: Path, base: str = "/") -> list[str]:
    """Everything that is wrong with the site in a folder; `base` is its path on the host."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    faults = [f"there is no {name}" for name in ("index.html", "404.html") if name not in files] + alike(files)
    faults += [f"{path} is not a plain file" for path in folder.rglob("*") if path.is_symlink()]
    pages = {name: (folder / name).read_text(encoding="utf-8") for name in files if name.endswith(".html")}
    faults += [f"{name} {fault}" for name, html in pages.items() for fault in facts_of(name, html, base).faults]
    return faults + broken_links(links_of(files, folder, base), files, folder)


def links_of(files: Iterable[str], folder: Path, base: str = "/") -> dict[str, str]:
    """Every link within a site, with the first page that has it."""
    links: dict[str, str] = {}
    for name in sorted(files):
        if name.endswith(".html"):
            facts = facts_of(name, (folder / name).read_text(encoding="utf-8"), base)
            links |= dict.fromkeys(facts.links - links.keys(), name)
    return links


def main() -> int:
    """Checks the folder named on the command line; 1 if anything is wrong."""
    faults = verify(Path(sys.argv[1]), *sys.argv[2:3])
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) or "Nothing is wrong with the site.\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
