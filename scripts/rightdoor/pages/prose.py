"""The Markdown of entries as safe HTML: what a stranger writes can be read, and can do nothing else.

Three walls (docs/decisions/0061-entry-markdown.md): a CommonMark reader with raw HTML, images, headings and link
definitions off; an allowlist of elements; and a rule of our own that a link must be wholly `https`, `http`, `mailto`
or `tel`.
"""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

REL = "noopener noreferrer"
TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote"}
HREF = re.compile(
    r"(?:https?://[a-z0-9.-]{1,253}(?::[0-9]{1,5})?(?:[/?#][^\s\"'<>\\]{0,2000})?"
    r"|mailto:[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,253}|tel:\+?[0-9 ()-]{2,30})\Z",
    re.IGNORECASE,
)
"""Where a reader may be sent. The preview of an entry asks the same pattern: it holds to what JavaScript knows."""

# Text without any of these reads the same with and without Markdown, and most descriptions have none.
_MARKS = re.compile(r"[*_`\[\]<>#\\!~&|=]|^\s*(?:[-+]|[0-9]+[.)])|^(?: {4}|\t)|-{2,}| {2}$", re.MULTILINE)


def safe_href(address: str) -> str | None:
    """The address when a reader may be sent there, else None."""
    return address if HREF.match(address) else None


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    """CommonMark without what an entry has no use for."""
    off = ["reference", "image", "heading", "lheading", "html_block", "html_inline", "code", "fence", "hr"]
    return MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": 20}).disable(off)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The attributes that stay: an `href` that keeps our rule, and the `rel` that is added to it."""
    if (tag, name) == ("a", "href"):
        return safe_href(value)
    return value if (tag, name, value) == ("a", "rel", REL) else None


@lru_cache(maxsize=1024)
def prose(text: str) -> Markup:
    """Markdown of an entry as HTML that holds only paragraphs, lists, emphasis, quotations and plain links."""
    if not _MARKS.search(text):
        paragraphs = re.split(r"\n\s*\n", text.strip())
        return Markup("".join(f"<p>{escape(each.strip())}</p>\n" for each in paragraphs if each.strip()))
    clean = nh3.clean(
        _reader().render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=REL,
    )
    return Markup(clean)
