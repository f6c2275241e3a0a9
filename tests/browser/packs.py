"""Offline packs written for the tests, and windows that open them from the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser.conftest import NOON, TELL_OF_STOPPED, TODAY, Window, watched
from rightdoor.pages import pack

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Packs = Callable[..., AbstractContextManager[Window]]


def drive(root: Path, folder: Path) -> Path:
    """A folder with packs, whose name is as awkward as those of shared drives."""
    place = folder / "Team folder #1 & more"
    place.mkdir()
    for area in ("northvale", "southmoor"):
        report = pack.write(root, area, place, TODAY)
        assert report.file, report.message
    return place


def address(folder: Path, area: str = "northvale") -> str:
    """The pack of an area, as a browser names a file."""
    return (folder / f"rightdoor-{area}-2026-11-23.html").as_uri()


def opener(browser: Browser, folder: Path) -> Packs:
    """Opens a pack in a window of its own whose clock stands some days after it was made."""

    @contextmanager
    def opened(days: int = 0, fragment: str = "", area: str = "northvale", **how: Any) -> Iterator[Window]:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | how))
        scripts = how.get("java_script_enabled", True)
        if scripts:
            context.clock.set_fixed_time(NOON + timedelta(days=days))
            context.add_init_script(TELL_OF_STOPPED)
        window = watched(context, address(folder, area), scripts)
        window.page.goto(address(folder, area) + fragment)
        if scripts:
            window.page.locator("[data-rd-finder][data-ready]").wait_for(state="attached")
        yield window
        context.close()

    return opened
