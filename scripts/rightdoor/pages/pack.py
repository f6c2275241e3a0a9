"""The offline pack: the directory of one area and the working finder, in one dated file for a shared drive.

Everything it needs stands in it: it asks for no other file, runs no module, and its policy names its own two scripts by
their hashes. What it says of its age is decided by `pack/old.js`, since only the reader's clock knows it
(docs/decisions/0147-the-offline-pack.md).
"""

import base64
import hashlib
import re
import tempfile
import zlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from markupsafe import Markup

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.pages import browser_data, pack_entries, pack_file, theme
from rightdoor.pages.area_page import crisis_notes, front_door
from rightdoor.pages.crisis_strip import help_of
from rightdoor.pages.pack_data import pack_data
from rightdoor.pages.pack_file import PackRefused
from rightdoor.pages.view import Settings, View
from rightdoor.pages.wording import counted, date_words
from rightdoor.records.load import load
from rightdoor.records.nearest import nearest_word
from rightdoor.resources import assets_folder, theme_folder

LASTS = 30
"""For how many days a pack may be used, counted from the day it was made."""

STYLE = "javascripts/built/pack.css"
SCRIPT = "javascripts/built/pack.js"
_POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_ENDS = re.compile(r"<(?=/script|!--|script)", re.IGNORECASE)
"""What would end a script early, or begin another in it, where it stands in the text of a script of ours."""


@dataclass(frozen=True, slots=True)
class Report:
    """How it went: all problems of the records, and a sentence for a person; `file` is None where none was written."""

    problems: tuple[Problem, ...]
    services: int
    file: Path | None
    message: str


def write(root: Path, area: str, out: Path | None, today: date) -> Report:
    """Writes the pack of an area of the project at `root`; PackRefused where it cannot be made or written.

    `out` is a file, or a folder for a file of the usual name. Errors in records are in the report, and then no file is
    written: the rule of a build.
    """
    loaded = load(root, today)
    services = len(loaded.directory.services)
    if loaded.errors:
        errors = sum(problem.level is Level.ERROR for problem in loaded.problems)
        said = f"No pack is written, since the records have {errors} error{'s' * (errors != 1)}."
        return Report(tuple(loaded.problems), services, None, said)
    refuse_unknown(area, loaded.directory)
    place = pack_file.place(out, f"rightdoor-{area}-{today.isoformat()}.html")
    view = View(loaded.directory, today, settings_of(root), theme_folder())
    content = html_of(view, area).encode()
    pack_file.write(place, content)
    return Report(tuple(loaded.problems), services, place, _message(loaded.directory, area, place, len(content), today))


def _message(directory: Directory, area: str, place: Path, size: int, today: date) -> str:
    until = date_words(today + timedelta(days=LASTS))
    number = counted(len(directory.services_for(area)), "service")
    weight = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size // 1000} KB"
    return f"{place} holds {number} for {directory.areas[area].name} in {weight}. Do not use it after {until}."


def refuse_unknown(area: str, directory: Directory) -> None:
    """PackRefused for an area that is not there, with the one that was probably meant."""
    if area in directory.areas:
        return
    meant = nearest_word(area, directory.areas)
    tip = f"Did you mean {meant}?" if meant else f"The areas are: {', '.join(sorted(directory.areas))}."
    raise PackRefused(f"There is no area {area}. {tip}")


def settings_of(root: Path) -> Settings:
    """What `mkdocs.yml` says of the site; PackRefused where it cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            config, plugin = theme.configured(root, Path(folder) / "site")
        except theme.ThemeUnusable as fault:
            raise PackRefused(str(fault)) from fault
    return Settings(config.site_name, config.site_url or "")


def html_of(view: View, area: str) -> str:
    """The whole file: the same directory on the same day gives the same text."""
    style, script = (_asset(STYLE), _asset(SCRIPT))
    script = _ENDS.sub(r"\\x3c", script)
    data = packed(browser_data.as_text(pack_data(view, area)))
    values = _values(view, area) | {
        "policy": _POLICY.format(script=_hash(script), style=_hash(style)),
        "style": Markup(style),
        "script": Markup(script),
        "data": data,
    }
    return str(Markup(view.environment("").get_template("pack.html").render(values)))


def _values(view: View, area: str) -> dict[str, Any]:
    contents = pack_entries.contents(view, area)
    return {
        "area": view.directory.areas[area],
        "mark": Markup(pack_file.MARK),
        "made_on": view.today,
        "until": view.today + timedelta(days=LASTS),
        "front_door": front_door(view, area),
        "crisis": help_of(view, area),
        "crisis_notes": crisis_notes(view, area),
        **contents,
    }


def _asset(*names: str) -> str:
    """The text of our own files, one after the other, with plain line ends: a browser hashes them so."""
    folder = assets_folder()
    missing = next((name for name in names if not (folder / name).is_file()), None)
    if missing:
        raise PackRefused("The browser code is not built. Type: python scripts/build_browser.py")
    return "\n".join((folder / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in names)


def packed(text: str) -> str:
    """Text in a seventh of the bytes, in letters that mean nothing to HTML; `pack/unpack.js` reads it."""
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
