"""Everything that a browser could keep of a visit, or tell others about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

KEPT = """async () => JSON.stringify([
    location.href, document.title, document.cookie, document.referrer, history.state, window.name,
    Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases(), await caches.keys()])"""


def kept(page: Page) -> str:
    """What stands in the address, the title, the history and every storage."""
    return str(page.evaluate(KEPT))


def sent(requests: list[Request]) -> list[str]:
    """What each request told the server: its address, its headers and its body."""
    return [f"{each.method} {each.url} {each.all_headers()} {each.post_data or ''}" for each in requests]
