"""The page that shows every component in every state, and the data from which browser code draws some of them there.

It is for whoever changes the look, and what the photographs of the tests are taken of: a site has it only where
`mkdocs.yml` says `components: true` (docs/decisions/0154-components.md).
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from rightdoor.model.directory import Directory
from rightdoor.pages import browser_data
from rightdoor.pages.example_directory import components_folder, example_view
from rightdoor.pages.example_drawn import drawn
from rightdoor.pages.examples import State, read_all
from rightdoor.pages.page import DataFile, Kind, Page
from rightdoor.pages.theme import files_below
from rightdoor.pages.view import View

ADDRESS = "about/components/"
DATA = "data/components.json"
TITLE = "Components"
DESCRIPTION = "Every part that the pages of this site are made of, in every state it can be in."


class Shown(NamedTuple):
    """A state with what is drawn of it."""

    state: State
    html: Markup


def stamps(directory: Directory, today: date) -> Mapping[str, str]:
    """One text that differs whenever an example or a record of the made-up directory does: both are files of ours."""
    folder, total = components_folder(), hashlib.sha256()
    for name in files_below(folder):
        total.update(f"{name}\0".encode() + hashlib.sha256((folder / name).read_bytes()).digest())
    return {"examples": total.hexdigest()}


def keys(view: View) -> Iterable[str]:
    """One page, where the site wants it."""
    return ("components",) if view.settings.components else ()


def page(view: View, key: str) -> Page:
    """The page with every state of every component."""
    from rightdoor.pages.kinds import KINDS

    view.listing(stamps, "examples")
    examples, kinds = _examples(view), {kind.name: kind for kind in KINDS}
    components = read_all(components_folder())
    sections = [
        (each, tuple(Shown(state, drawn(examples, kinds, state, ADDRESS)) for state in each.states))
        for each in components
    ]
    return Page(
        address=ADDRESS,
        kind="components",
        title=TITLE,
        description=DESCRIPTION,
        body=view.render("components.html", ADDRESS, sections=sections, data=DATA),
        toc=tuple((each.name, each.title) for each in components),
        noindex=True,
        scripts=("search", "components"),
        styles=("components",),
    )


def data(view: View, key: str) -> DataFile:
    """What browser code draws from: every file of the made-up directory that a finder would read, in one."""
    view.listing(stamps, "examples")
    examples = _examples(view)
    told = {name: browser_data.packed(examples, name) for name in browser_data.keys(examples)}
    return DataFile(DATA, f"{browser_data.as_text(told)}\n".encode())


def _examples(view: View) -> View:
    return view.once(("examples",), lambda: example_view(view.settings))


PAGES = (Kind("components", keys, page), Kind("components-data", keys, data))
