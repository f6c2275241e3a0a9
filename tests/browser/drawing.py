"""Draws entries as the form does, in an empty page of the browser, beside their built pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser.conftest import TODAY, served
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.pages import preview_words, service_page
from rightdoor.pages.view import Settings, View
from rightdoor.records.assemble_service import service_of
from rightdoor.records.read import read_source
from rightdoor.resources import theme_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Data = Mapping[str, Any]
REQUIRED = frozenset(("name", "organization", "type", "status", "summary", "checked"))


@dataclass(frozen=True)
class Entry:
    """An entry: where it stands, and exactly what its file holds."""

    file: str
    data: Data

    @property
    def id(self) -> str:
        return Path(self.file).stem

    @property
    def place(self) -> dict[str, str]:
        folder = Path(self.file).parent.name
        return {"id": self.id, "folder": folder, "today": TODAY.isoformat(), "root": "../../"}


class Drawn:
    """What the form draws, and what is built, in the same directory."""

    def __init__(self, page: Page, directory: Directory) -> None:
        self.page = page
        self.view = View(directory, TODAY, Settings(), theme_folder())
        self.words = json.loads(preview_words.file(self.view, "form-words").content)

    def differing(self, entries: Iterable[Entry]) -> list[dict[str, Any]]:
        """For each entry that is drawn otherwise than it is built: its name and what is first different."""
        told = [
            {
                "name": each.id,
                "data": each.data,
                "place": each.place,
                "body": service_page.page(self.view, each.id).body,
            }
            for each in entries
        ]
        found: list[dict[str, Any]] = self.page.evaluate(
            "([told, words]) => differing(told, words)", [told, self.words]
        )
        return found

    def seen(self, data: Any, **place: Any) -> str:
        """What a reader sees of an entry."""
        told = {"data": data, "place": {"today": TODAY.isoformat(), **place}}
        words: str = self.page.evaluate("([told, words]) => seen(told, words)", [told, self.words])
        return words

    def made(self, data: Any) -> dict[str, list[str]]:
        """The elements of a drawn entry and where its links lead."""
        told: dict[str, list[str]] = self.page.evaluate(
            "([told, words]) => made(told, words)", [{"data": data}, self.words]
        )
        return told


@contextmanager
def easel(browser: Browser, root: Path) -> Iterator[Page]:
    """An empty page that holds the code of the preview as it stands in the sources."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/drawn.mjs", lambda route: route.fulfill(path=root / "tests" / "browser" / "drawn.mjs"))
    with served(root / "docs" / "assets" / "javascripts") as (address, _):
        page.goto(f"{address}common/")
        page.evaluate("(address) => import(address)", f"{address}drawn.mjs")
        yield page
    context.close()


def entries_of(root: Path, directory: Directory) -> list[Entry]:
    """Every entry of a directory, as its file holds it."""
    files = (each.file for each in directory.services.values())
    return [Entry(file, read_source((root / file).read_bytes(), file).data) for file in files]


def with_these(directory: Directory, entries: Iterable[Entry]) -> Directory:
    """The directory with these entries among its services, made up where their area is."""
    made = {each.id: service_of(each.file, each.data) for each in entries}
    told = {id: replace(each, fictional=each.fictional or _is_fictional(each, directory)) for id, each in made.items()}
    return replace(directory, services={**directory.services, **told})


def _is_fictional(service: Service, directory: Directory) -> bool:
    return service.folder in directory.areas and directory.areas[service.folder].fictional


def silences(entry: Entry) -> Iterator[Entry]:
    """The entry with one thing of all that it says left unsaid, for each such thing that may be."""
    for number, path in enumerate(paths(entry.data)):
        data = deepcopy(dict(entry.data))
        whole: Any = data
        for part in path[:-1]:
            whole = whole[part]
        del whole[path[-1]]
        changed = Entry(entry.file.replace(".yaml", f"-{number}.yaml"), data)
        if may_be(changed):
            yield changed


def paths(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every part of some data."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, part in parts:
        yield (*at, name)
        yield from paths(part, (*at, name))


def may_be(entry: Entry) -> bool:
    """Whether the model can hold the entry: what it cannot do without is there."""
    if not set(entry.data) >= REQUIRED:
        return False
    try:
        service_of(entry.file, entry.data)
    except (KeyError, TypeError, ValueError):
        return False
    return True
