"""Files of the site that are no pages: styles and scripts, the facts of the build, the sitemap, headers for hosts."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from importlib.metadata import PackageNotFoundError, version

from rightdoor.model.directory import Directory
from rightdoor.pages.target import MARKER, MARKER_TEXT
from rightdoor.pages.theme import files_below
from rightdoor.resources import assets_folder

_SERVED = ("images/", "javascripts/built/")
_NOT_SERVED = ("javascripts/built/build.json", "javascripts/built/pack.")
_OF_COMPONENTS = "javascripts/built/components."
_MAX_ADDRESSES = 50_000


def assets(*, components: bool = True) -> dict[str, bytes]:
    """Our styles, images and built browser code with its licences, by their place in the site.

    What only the page of all components loads is left out where a site has no such page.
    """
    folder = assets_folder()
    left_out = _NOT_SERVED if components else (*_NOT_SERVED, _OF_COMPONENTS)
    found = (name for name in files_below(folder) if name.startswith(_SERVED))
    names = (name for name in found if not name.startswith(left_out))
    return {f"assets/{name}": (folder / name).read_bytes() for name in names}


def version_of(files: Mapping[str, bytes]) -> str:
    """A short word that changes with the contents of files: browsers keep old copies by address."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(f"{name}\0".encode() + hashlib.sha256(files[name]).digest())
    return total.hexdigest()[:8]


def program_version() -> str:
    """The version of Rightdoor; the word `unreleased` where the package is not installed."""
    try:
        return version("rightdoor")
    except PackageNotFoundError:
        return "unreleased"


def build_facts(directory: Directory, today: date, left_out: Iterable[str], pages: int) -> bytes:
    """`data/build.json`: what the site holds and the day it was built on, from which anybody can tell its age."""
    said = {
        "version": program_version(),
        "built_on": today.isoformat(),
        "today": today.isoformat(),
        "services": len(directory.services),
        "organizations": len(directory.organizations),
        "areas": len(directory.areas),
        "pages": pages,
        "left_out": sorted(left_out),
    }
    return (json.dumps(said, indent=2) + "\n").encode()


def sitemaps(site_url: str, files: Iterable[str], edited: Mapping[str, date]) -> dict[str, bytes]:
    """The sitemap, in several files where there are many pages; none without the address of the site.

    `edited` has the day of the last change for the pages of which it is known: only these say one.
    """
    if not site_url:
        return {}
    rows = [_row("url", site_url + _place(name), edited.get(name)) for name in sorted(files, key=_place)]
    parts = [rows[start : start + _MAX_ADDRESSES] for start in range(0, len(rows), _MAX_ADDRESSES)]
    if len(parts) < 2:
        return {"sitemap.xml": _sitemap("urlset", rows)}
    made = {f"sitemap-{number}.xml": _sitemap("urlset", part) for number, part in enumerate(parts, 1)}
    return made | {"sitemap.xml": _sitemap("sitemapindex", (_row("sitemap", site_url + name) for name in made))}


def _place(name: str) -> str:
    """The part of an address that leads to a file."""
    return name.removesuffix("index.html")


def _row(kind: str, address: str, day: date | None = None) -> str:
    said = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{kind}><loc>{escape(address)}</loc>{said}</{kind}>\n"


def _sitemap(kind: str, rows: Iterable[str]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(rows)}</{kind}>\n'.encode()


def headers() -> bytes:
    """`_headers`, for hosts that read it: what a page cannot say of itself."""
    lines = (
        "/*",
        "  Content-Security-Policy: frame-ancestors 'none'",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
        "  Permissions-Policy: geolocation=(), camera=(), microphone=()",
        "/data/*",
        "  Access-Control-Allow-Origin: *",
    )
    return ("\n".join(lines) + "\n").encode()


def fixed_files() -> dict[str, bytes]:
    """What every site holds: the marker by which a later build knows its own folder, and the headers."""
    return {MARKER: MARKER_TEXT, "_headers": headers()}
