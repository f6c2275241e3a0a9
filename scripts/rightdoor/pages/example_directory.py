"""The made-up directory of the components, as pages read a directory: it has services in every state there is.

It lies beside the components and is read as any other; its day never changes, so that no picture of it grows old.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from rightdoor.model.problem import Level, Problem
from rightdoor.pages.examples import ExamplesFaulty
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder

TODAY = date(2026, 11, 23)
"""The day on which every example is looked at."""

HOME = "examplevale"
"""The area that the examples are about."""

SITE = "https://example.org/"


def components_folder() -> Path:
    """Where the components lie, each in a folder of its own, and `directory/` beside them."""
    return theme_folder() / "components"


def example_view(settings: Settings) -> View:
    """The made-up directory on its day, for a site of these settings; ExamplesFaulty where it has errors."""
    loaded = load(components_folder(), TODAY, cache=False, jobs=1)
    _refuse(loaded.problems)
    ours = replace(settings, site_url=SITE, repository="", home_area=HOME)
    return View(loaded.directory, TODAY, ours, theme_folder())


def _refuse(problems: Iterable[Problem]) -> None:
    """Refuses the first error: an example that breaks our own rules teaches others to."""
    wrong = next((each for each in problems if each.level is Level.ERROR), None)
    if wrong:
        raise ExamplesFaulty(f"{wrong.file}:{wrong.line}: {wrong.message} {wrong.tip}".strip())
