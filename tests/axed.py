"""axe looks at a page: its script is run by the browser's own tools, so the page's policy need not allow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = f"{Axe().axe_script};0"

# What was found in order is a thousand times as long as what was not, and would be carried out of the page each time.
WRONG = "async (options) => (await axe.run(options)).violations"


def violations(page: Page, **options: Any) -> list[dict[str, Any]]:
    """What axe finds wrong, by the options of its own `axe.run`."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(WRONG, {"resultTypes": ["violations"]} | options)
    return found
