"""Which files each picture of the site shows, and what they held when it was taken (`scripts/make_pictures.py`).

`.github/images/pictures.json` says it. What a picture shows is read from the page itself: the general styles, and the
styles and templates of every component that has a class in the picture.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ".github/images/pictures.json"
COMMAND = ".venv/bin/python scripts/make_pictures.py"
GENERAL = ("tokens.css", "fonts.css", "base.css", "layout.css")
_BEGINS = re.compile(r"^\s*\.(rd-[a-z0-9_-]+)", re.MULTILINE)
"""The class with which a rule begins: it names what the rule is about, or what stands around that."""

Shown = Mapping[str, Mapping[str, str]]
"""For each picture the files it shows, and a digest of each."""


def record() -> Shown:
    """What is written down of the pictures."""
    file = ROOT / RECORD
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


def write(shown: Shown) -> None:
    """Writes down what the pictures show."""
    (ROOT / RECORD).write_text(json.dumps(shown, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def digests(files: Iterable[str]) -> dict[str, str]:
    """What files hold just now, in sixteen letters each; "" where there is none."""
    return {name: _digest(ROOT / name) for name in sorted(set(files))}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else ""


def files_behind(classes: Iterable[str], *more: str) -> list[str]:
    """The files behind a page with these classes; `more` are those that no class tells of."""
    names, folder = set(classes), ROOT / "docs/.overrides/components"
    found = [ROOT / "docs/assets/stylesheets" / name for name in GENERAL]
    for sheet in sorted(folder.glob("*/*.css")):
        if names.intersection(_BEGINS.findall(sheet.read_text("utf-8"))):
            found += (sheet, *sheet.parent.glob("*.html"))
    return sorted({*more, *(path.relative_to(ROOT).as_posix() for path in found)})


def older_than_what_they_show(shown: Shown) -> dict[str, list[str]]:
    """The pictures that show something as it no longer is, each with the files that have changed or are gone."""
    found = {}
    for picture, files in shown.items():
        now = digests(files)
        changed = [name for name, digest in files.items() if now[name] != digest]
        if changed or not (ROOT / picture).is_file():
            found[picture] = changed
    return found
