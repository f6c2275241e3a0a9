"""What a page says of itself where it is not open: in a window's title, in a search result, where its link is shared.

A discreet page says the same as every other discreet page, and shows no picture: a list of search results, a history
and a message are read by others too (docs/decisions/0051-theme.md).
"""

from html import escape

from rightdoor.pages.page import Page

TITLE_ROOM = 60
"""Letters of a title that a search result shows before it cuts; more are kept only where a name alone is longer."""

DISCREET_TITLE = "Support service"
"""What a discreet page is called in the window, in the history and on paper."""

DISCREET_DESCRIPTION = (
    "A page of this directory of local services: who may come, how to get in touch, and help in a crisis."
)
"""What is said of a discreet page; it fits every service."""


def shown_title(page: Page) -> str:
    """The title of a page for others to see."""
    return DISCREET_TITLE if page.discreet else page.title


def shown_description(page: Page) -> str:
    """The description of a page for others to see."""
    return DISCREET_DESCRIPTION if page.discreet else page.description


def window_title(title: str, site_name: str) -> str:
    """A title with the name of the site behind it, where there is room and the title does not name it already."""
    whole = f"{title} – {site_name}"
    return title if site_name in title or len(whole) > TITLE_ROOM else whole


def shared(title: str, description: str, address: str, site_name: str, picture: str = "") -> str:
    """What a shared link shows, as escaped `<meta>` elements (https://ogp.me, read 23 November 2026).

    `address` and `picture` are whole addresses, "" where there is none: other programs cannot follow a relative one.
    """
    said = {
        "og:type": "website",
        "og:locale": "en_GB",
        "og:site_name": site_name,
        "og:title": title,
        "og:description": description,
        "og:url": address,
        "og:image": picture,
    }
    lines = [f'<meta property="{name}" content="{escape(words)}">' for name, words in said.items() if words]
    card = "summary_large_image" if picture else "summary"
    return "\n".join((*lines, f'<meta name="twitter:card" content="{card}">'))


def shared_of(page: Page, site_name: str, site_url: str, picture: str) -> str:
    """What a shared link to a generated page shows; nothing for a page that no search may list."""
    if page.noindex:
        return ""
    address = site_url + page.address if site_url else ""
    image = "" if page.discreet else picture
    return shared(shown_title(page), shown_description(page), address, site_name, image)
