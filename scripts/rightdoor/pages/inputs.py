"""What every page reads: the program, the templates, the grammar, the areas, broken links, the settings and the day."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from rightdoor.pages.theme import files_below
from rightdoor.pages.view import View
from rightdoor.resources import schema_folder, theme_folder

PACKAGES = ("jinja2", "markupsafe", "markdown-it-py", "nh3", "opening-hours-py", "phonenumbers", "xlsxwriter")
"""The packages whose version may change what a page says."""


def fingerprint_of_all(view: View, digests: Mapping[str, str], around: object) -> str:
    """One fingerprint of what every page reads; `around` is what the theme puts around each, as plain values."""
    total = hashlib.sha256()
    components = theme_folder() / "components"
    for folder in (Path(__file__).parent.parent, theme_folder() / "pages", components, schema_folder()):
        for name in files_below(folder):
            if not name.endswith(".pyc") and (folder != components or name.endswith(".html")):
                total.update(f"{name}\0".encode() + hashlib.sha256((folder / name).read_bytes()).digest())
    said = (
        platform.python_version(),
        [version(package) for package in PACKAGES],
        sorted((file, digest) for file, digest in digests.items() if "/areas/" in file),
        repr(view.whole.tombstones),
        repr(view.whole.disproved),
        repr(view.asked),
        view.today.isoformat(),
        asdict(view.settings),
        around,
    )
    total.update(json.dumps(said).encode())
    return total.hexdigest()
