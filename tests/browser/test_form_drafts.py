"""Drafts of the form: each thing that somebody does has its own, and none takes the place of another unsaid."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from browser.conftest import Window
from browser.forming import opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITED = "northvale-talking-therapies"
KEEP = "Keep a draft on this device"


def kept(page: Page) -> set[str]:
    """The names under which something of the form is kept."""
    return {each for each in json.loads(page.evaluate("JSON.stringify(Object.keys(localStorage))")) if "draft" in each}


def drafted(window: Window, fragment: str, summary: str) -> None:
    page = opened(window.page, window.site, fragment)
    page.locator("#f-summary").fill(summary)
    page.get_by_label(KEEP).check()


def test_a_new_entry_and_a_correction_each_keep_their_own_draft(window: Window) -> None:
    drafted(window, "", "A new one.")
    drafted(window, f"#edit={EDITED}", "A correction.")
    page = window.page
    assert kept(page) == {"rightdoor-draft:add", f"rightdoor-draft:edit:{EDITED}"}
    assert opened(page, window.site).locator("#f-summary").input_value() == "A new one."
    assert opened(page, window.site, f"#edit={EDITED}").locator("#f-summary").input_value() == "A correction."
    confirming = opened(page, window.site, f"#confirm={EDITED}")
    assert not confirming.get_by_label(KEEP).is_checked()


def test_whoever_forgets_one_draft_is_told_that_another_is_still_kept(window: Window) -> None:
    drafted(window, f"#edit={EDITED}", "A correction.")
    drafted(window, "", "A new one.")
    page = window.page
    said = page.locator("[data-form-draft]").get_by_role("status")
    page.get_by_label(KEEP).uncheck()
    assert said.inner_text().startswith("The draft is forgotten. Another draft is still kept on this device:")
    assert kept(page) == {f"rightdoor-draft:edit:{EDITED}"}
    opened(page, window.site, f"#edit={EDITED}").get_by_label(KEEP).uncheck()
    assert said.inner_text() == "The draft is forgotten."
    assert kept(page) == set()
