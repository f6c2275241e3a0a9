"""Checks a built site by its files alone: `python -m rightdoor.pages.verify site`.

This module imports nothing of ours, so that it cannot share a mistake with what it checks. Every page must begin
with its policy, show help in a crisis, load nothing from another host, run no script of its own, have no id twice,
and every link must lead to a file of the site and to an id that is there.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

CRISIS = '<section class="rd-crisis"'
_POLICY = re.compile(r"<head>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
_CRISIS = re.compile(CRISIS + r'[^>]*>(.*?)</section>', re.DOTALL)
_IDS = re.compile(r' id="([^"]*)"')
_LINKS = re.compile(r' (?:href|src)="([^"]*)"')
_LOADING = re.compile(
    r"<(?:script|link|img|iframe|frame|object|embed|video|audio|source|track|base|use|image)\b[^>]*>", re.I
)
_FOREIGN = re.compile(r"\b(?:src|href|srcset|data|poster|xlink:href)\s*=\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)", re.I)
_DOUBTFUL = re.compile(r"<(?:style|form|iframe|object|embed|base)\b|<[a-z][^<>]*\s(?:on[a-z]+|style)\s*=", re.I)
_ALLOWED = ("https://", "http://", "mailto:", "tel:", "sms:")
_SLOT = "%%rightdoor:"


class Facts(NamedTuple):
    """What one page links to within the site (`services/x/#waits`), the ids it has, and what is wrong with it."""

    links: frozenset[str]
    ids: frozenset[str]
    faults: tuple[str, ...]


def facts_of(name: str, html: str, base: str = "/") -> Facts:
    """The facts of the page that is the file `name` of a site, whose path on its host is `base`."""
    ids = _IDS.findall(html)
    known = frozenset(ids)
    faults = list(_faults(html))
    if len(known) != len(ids):
        faults.append(f"has two elements with the id {next(each for each in ids if ids.count(each) > 1)}")
    links = set()
    folder = dirname(name)
    root = "../" * name.count("/")
    for link in set(_LINKS.findall(html)):
        if link.startswith("#"):
            if len(link) > 1 and unescape(link[1:]) not in known:
                faults.append(f"links to {link}, which is not on the page")
        elif not link.startswith(_ALLOWED):
            links.add(_place(unescape(link).removeprefix(base), root, folder if not link.startswith(base) else ""))
    outside = (link for link in links if link.startswith("..") or ":" in link)
    faults += [f"links to {link}, which leads out of the site" for link in outside]
    return Facts(frozenset(links), known, tuple(faults))


def _faults(html: str) -> Iterable[str]:
    if not _POLICY.search(html, 0, 300):
        yield "does not begin with its security policy"
    crisis = _CRISIS.search(html)
    if crisis is None or not re.sub(r"<[^>]*>|\s", "", crisis[1]):
        yield "does not show help in a crisis"
    if _SLOT in html and _SLOT in re.sub(r"<article.*</article>", "", html, flags=re.DOTALL):
        yield "has a slot that was not filled"
    for tag in _LOADING.findall(html):
        if _FOREIGN.search(tag) and 'rel="canonical"' not in tag and 'src="data:' not in tag:
            yield f"loads something from elsewhere: {tag[:80]}"
        if tag.lower().startswith("<script") and " src=" not in tag:
            yield "holds a script"
    if _DOUBTFUL.search(html):
        yield from _read_closely(html)


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
        if tag in ("style", "iframe", "object", "embed", "base"):
            self.faults.append(f"holds <{tag}>")
        if tag == "form" and dict(attrs).get("action"):
            self.faults.append("holds a form that would be sent somewhere")
        self.faults += [f"has {name}= on <{tag}>" for name, _ in attrs if name.startswith("on") or name == "style"]


def _place(link: str, root: str, folder: str) -> str:
    """A relative link as a place below the site's root; a query is only there to refresh stored copies."""
    path, mark, anchor = link.partition("#")
    path = path.partition("?")[0]
    if root and path.startswith(root) and ".." not in path[len(root) :]:
        path = path[len(root) :]
    else:
        path = normpath(join(folder, path)) + ("/" if path.endswith(("/", ".")) else "")
    path = unquote("" if path in (".", "./", "/") else path.removeprefix("./"))
    return f"{path}{mark}{unquote(anchor)}"


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
    return [
        f"{seen[key]} and {name} differ only in capital letters"
        for name in files
        if (key := name.casefold()) != seen.setdefault(key, name) and seen[key] != name
    ]


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
