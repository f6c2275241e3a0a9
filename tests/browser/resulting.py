"""The results of the finder in a window, by what was answered."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser.conftest import Window
from needs import require_node

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

READY = "[data-rd-finder][data-ready] .rd-results:not([hidden])"
ADULT = "area=northvale&need=depression&age=34y"
SEVERE = f"{ADULT}&severity=severe&yes=under-secondary-care"
NOBODY = "area=northvale&need=hoarding&age=40y&severity=moderate"
ALL_REFUSE = "area=northvale&need=stress&age=8y&severity=severe-enduring"


def shown(window: Window, answers: str) -> Page:
    """The home page once it shows what these answers come to."""
    window.page.goto("about:blank")
    window.page.goto(f"{window.site}#{answers}")
    window.page.locator(READY).wait_for(state="attached")
    return window.page


def group(page: Page, key: str) -> Locator:
    """One of the three answers: fits, check or refuses."""
    return page.locator(f".rd-group--{key}")


def card(page: Page, service: str) -> Locator:
    """The card of a service by its id."""
    return page.locator(f".rd-match[data-id='{service}']")


def refusals(page: Page) -> Locator:
    """The cards of those who do not take the person, opened."""
    group(page, "refuses").locator("summary").first.click()
    cards = group(page, "refuses").locator(".rd-match")
    cards.first.wait_for()
    return cards


def opened(found: Locator) -> str:
    """The words of a card once it is opened."""
    found.locator(".rd-match__open").click()
    found.locator(".rd-match__body").wait_for()
    return found.inner_text()


def told(*questions: list[Any]) -> list[Any]:
    """What functions of the results without a page answer, run by Node: each is asked by module, name and arguments."""
    script = Path(__file__).with_name("results.mjs")
    done = subprocess.run(
        [require_node(), str(script)], input=json.dumps(questions), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
