"""The theme, rendered once: a page with slots, cut at the slots, and filled by joining.

MkDocs renders one empty page for each depth of folder. Whatever comes out is cut into pieces at the slots, so a
generated page costs one `str.join`, and any other builder that can write the slots could make the shell.
Text put into a slot is never looked at again: an entry that holds the words of a slot stays as it is.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from rightdoor.pages import head
from rightdoor.pages.corrections import NOBODY, corrections
from rightdoor.pages.page import Page, path_to_root

DEPTHS = range(5)
"""How deep generated pages lie: from the home page to `areas/northvale/needs/depression/`."""

PARTS = ("areas", "needs", "a-z", "crisis")
"""The parts of the site that the header leads to, by the first folder of their addresses."""

_SLOT = re.compile(r"%%rightdoor:([a-z-]+)%%")
_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"\b(?:src|type=[\"']?application/(?:ld\+)?json)\b", re.IGNORECASE)
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Site:
    """What the theme says of the whole site, and pages put into their slots."""

    name: str
    url: str = ""
    repository: str = ""
    edit_folder: str = ""
    email: str = ""
    picture: str = ""
    """The whole address of the picture that a shared link shows; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page cut at its slots: text and slot names in turn, beginning and ending with text."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> "Shell":
        """The shell that a rendered page holds."""
        return cls(tuple(_SLOT.split(html)))

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots."""
        return frozenset(self.pieces[1::2])

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with every slot filled; KeyError names a slot that was given nothing."""
        pieces = list(self.pieces)
        pieces[1::2] = [values[name] for name in self.pieces[1::2]]
        return "".join(pieces)

    def with_filled(self, values: Mapping[str, str]) -> "Shell":
        """The shell with the slots filled whose values are the same on every page."""
        pieces = [self.pieces[0]]
        for name, text in zip(self.pieces[1::2], self.pieces[2::2], strict=True):
            if name in values:
                pieces[-1] += values[name] + text
            else:
                pieces += (name, text)
        return Shell(tuple(pieces))


def slot(name: str) -> str:
    """The mark of a slot, as the theme's templates write it."""
    return f"%%rightdoor:{name}%%"


def policy_of(html: str) -> str:
    """The Content-Security-Policy for a page of the empty theme: its own inline scripts and nothing else may run.

    The theme's page must be empty: taking hashes from a page with an entry in it would allow a stranger's script.
    """
    inline = (script for attributes, script in _SCRIPT.findall(html) if not _NOT_RUN.search(attributes))
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline}
    return _POLICY.format(scripts=" ".join(["'self'", *(f"'sha256-{each}'" for each in sorted(hashes))]))


def values_of(
    page: Page,
    site: Site,
    strip: Callable[[str | None, str], str],
    version: str = "",
    contact: Mapping[str, str] = NOBODY,
) -> dict[str, str]:
    """What goes into the slots for a page, each escaped for its place.

    `strip` gives the crisis strip; `version` changes with the styles and scripts, which browsers keep by address;
    `contact` is whom the area of the page names.
    """
    root = path_to_root(page.address)
    return {
        "window-title": escape(head.window_title(head.shown_title(page), site.name)),
        "description": escape(head.shown_description(page)),
        "shared": head.shared_of(page, site.name, site.url, site.picture),
        "canonical": _canonical(page, site) + _feed(page, root) + page.data,
        "robots": '<meta name="robots" content="noindex">' if page.noindex else "",
        "bundles": _bundles(page, root, version),
        "kind": escape(page.kind),
        **{f"current-{part}": _current(page.address, part) for part in PARTS},
        "crisis": page.kept + strip(page.area, root),
        "crumbs": crumbs([(root + address or "./", words) for words, address in page.crumbs]),
        "contents": contents([(f"#{anchor}", words) for anchor, words in page.toc]),
        "body": str(page.body),
        "edit": str(corrections(page, site, contact)),
    }


def _canonical(page: Page, site: Site) -> str:
    """The one address of a page, where the site knows its own."""
    return f'<link rel="canonical" href="{escape(site.url + page.address)}">' if site.url else ""


def _feed(page: Page, root: str) -> str:
    """The feed of a page, as feed readers look for it."""
    if not page.feed:
        return ""
    return f'<link rel="alternate" type="application/atom+xml" title="What changes" href="{escape(root + page.feed)}">'


def _bundles(page: Page, root: str, version: str) -> str:
    """The built styles and scripts that a page loads."""
    place = f"{root}assets/javascripts/built/"
    styles = (f'<link rel="stylesheet" href="{place}{name}.css?v={version}">' for name in page.styles)
    scripts = (f'<script src="{place}{name}.js?v={version}" defer></script>' for name in page.scripts)
    early = (f'<script src="{place}{name}.js?v={version}"></script>' for name in page.early)
    return "\n".join((*styles, *early, *scripts))


def _current(address: str, part: str) -> str:
    """The attribute of a link in the header that leads to the page, or to the part of the site that it is in."""
    if not address.startswith(f"{part}/"):
        return ""
    return f' aria-current="{"page" if address == f"{part}/" else "true"}"'


def crumbs(links: Sequence[tuple[str, str]]) -> Markup:
    """The way from the whole to a page, as addresses and words; nothing where there is none."""
    if not links:
        return Markup()
    return Markup(f'<nav class="rd-crumbs" aria-label="Breadcrumb"><ol>{_links(links)}</ol></nav>')


def contents(links: Sequence[tuple[str, str]]) -> Markup:
    """What is on a page, as addresses and words; nothing where that is one thing."""
    if len(links) < 2:
        return Markup()
    heading = '<h2 id="rd-contents">On this page</h2>'
    return Markup(f'<nav class="rd-contents" aria-labelledby="rd-contents">{heading}<ul>{_links(links)}</ul></nav>')


def _links(links: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<li><a href="{escape(address)}">{escape(words)}</a></li>' for address, words in links)
