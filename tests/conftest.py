"""Fixtures for every room: the repository's folder, and Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from needs import CHROMIUM_ARGUMENTS, require_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A busy machine is no fault of the code: no example fails for its time, on a laptop as on CI.
settings.register_profile("no-deadline", settings(), deadline=None)
settings.load_profile("no-deadline")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, one for the whole run; a test closes the contexts it opens."""
    path = require_browser()
    from playwright.sync_api import sync_playwright  # a third of a second that most runs need not spend

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own: no cookies, storage or cache of another test."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
