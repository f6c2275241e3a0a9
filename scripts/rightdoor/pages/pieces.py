"""Links and phone numbers, which stand dozens of times on every page, and what stands around every page.

They are functions and not macros of a template, because a macro costs ten times as much and they would be a quarter
of the time of a page. Everything in them is escaped.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from rightdoor.pages import shell
from rightdoor.pages.links import Link


def pieces(root: str) -> Mapping[str, Callable[..., Any]]:
    """`link`, `links`, `phone` and the rest for templates of pages whose path to the root of the site is `root`."""

    def link(it: Link) -> Markup:
        """A link to a page of ours with its note, or only its words where there is no page."""
        words = escape(it.words)
        made = Markup(f'<a href="{escape(root + it.address)}">{words}</a>') if it.address else words
        return made + Markup(f' <strong class="rd-shut">({escape(it.note)})</strong>') if it.note else made

    def links(items: Sequence[Link], word: str) -> Markup:
        """Links in a row, with `word` ("and", "or") before the last."""
        made = [link(each) for each in items]
        rest, last = ", ".join(made[:-1]), made[-1] if made else Markup()
        return Markup(f"{rest} {escape(word)} {last}") if rest else last

    return {"link": link, "links": links, "phone": phone, "crumbs": shell.crumbs, "contents": shell.contents}


def phone(number: str, scheme: str = "tel") -> Markup:
    """A number that a phone can call, or with the scheme `sms` send a text to."""
    digits = "".join(each for each in number if each.isascii() and each.isdigit() or each == "+")
    return Markup(f'<a class="rd-phone" href="{scheme}:{digits}">{escape(number)}</a>')
