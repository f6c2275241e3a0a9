"""The rendered theme: the hand-written pages, one shell for each depth, and what `mkdocs.yml` says of the site.

MkDocs and the theme take 0.4 s to import and run, so their output is kept and used again while nothing they read
has changed. A kept theme is only used when every file of it is, byte for byte, what was written.
"""

import hashlib
import json
import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rightdoor.pages.shell import DEPTHS, Shell, Site
from rightdoor.resources import assets_folder, prose_folder, theme_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from rightdoor.pages.plugin import RightdoorPlugin

NOTE = "rightdoor-theme.json"
NOT_PROSE = "/decisions/"
"""What in a checkout lies beside the hand-written pages; a wheel holds only the pages."""

_PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "Pygments", "tinycss2")


class ThemeUnusable(Exception):
    """The theme cannot be rendered; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder of rendered files, and what is needed to fill them."""

    folder: Path
    site: Site
    home_area: str
    components: bool

    @classmethod
    def read(cls, folder: Path) -> "Theme":
        """The theme that was rendered into a folder."""
        said = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        return cls(folder, Site(**said["site"]), said["home_area"], said["components"])

    @property
    def base(self) -> str:
        """The path of the site on its host, as the page for missing addresses needs it."""
        return urlsplit(self.site.url).path or "/"

    def shells(self) -> dict[int, str]:
        """The shell of each depth, as rendered."""
        return {depth: (self.folder / shell_file(depth)).read_text(encoding="utf-8") for depth in DEPTHS}

    def files(self) -> Iterator[str]:
        """Every file that goes into the site, in order: hand-written pages and what lies beside them."""
        hidden = {NOTE, *(shell_file(depth) for depth in DEPTHS)}
        return (name for name in files_below(self.folder) if name not in hidden)

    def styles_and_scripts(self) -> dict[str, bytes]:
        """Those that lie beside the pages, by name: the theme's stylesheet, and what a site adds."""
        return {name: (self.folder / name).read_bytes() for name in self.files() if name.endswith((".css", ".js"))}

    def missing_page(self) -> Shell:
        """The page for missing addresses."""
        return Shell.of((self.folder / "404.html").read_text(encoding="utf-8"))


def shell_file(depth: int) -> str:
    """Where the shell of a depth lies in the theme's folder: as deep as the pages made from it."""
    return "rightdoor-shell/" * depth + "rightdoor-shell.html"


def note_theme(folder: Path, site: Site, home_area: str, *, components: bool) -> None:
    """Writes down, beside the rendered files, what is needed to fill them."""
    said = {"site": asdict(site), "home_area": home_area, "components": components}
    (folder / NOTE).write_text(json.dumps(said, sort_keys=True), encoding="utf-8")


def ready(root: Path, kept: Path) -> Theme:
    """The theme of the project at `root`: the one in `kept`, if it still holds, or else a new one put there."""
    key = key_of(root)
    if key and _read_key(kept) == (key, digest_of_files(kept / "files")):
        return Theme.read(kept / "files")
    shutil.rmtree(kept, ignore_errors=True)
    (kept / "files").mkdir(parents=True)
    render(root, kept / "files")
    (kept / "key").write_text(f"{key}\n{digest_of_files(kept / 'files')}", encoding="utf-8")
    return Theme.read(kept / "files")


def render(root: Path, folder: Path) -> None:
    """Lets MkDocs render the hand-written pages and the shells of the project at `root` into `folder`."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    config, plugin = configured(root, folder)
    try:
        plugin.render_only()
        build(config)
    except MkDocsException as failure:
        raise ThemeUnusable(f"MkDocs cannot render the pages: {failure}") from failure


def configured(root: Path, folder: Path) -> "tuple[MkDocsConfig, RightdoorPlugin]":
    """What `mkdocs.yml` says of the project at `root`, whose pages would be rendered into `folder`."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from rightdoor.pages.plugin import RightdoorPlugin

    if not (root / "mkdocs.yml").is_file():
        raise ThemeUnusable(f"There is no mkdocs.yml in {root}. Type: rightdoor init")
    ours = {"docs_dir": str(prose_folder()), "exclude_docs": NOT_PROSE}
    given = {} if (root / "docs").is_dir() else ours
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), **given)
    except MkDocsException as failure:
        raise ThemeUnusable(f"MkDocs cannot render the pages: {failure}") from failure
    plugin = config.plugins.get("rightdoor")
    if not isinstance(plugin, RightdoorPlugin):
        raise ThemeUnusable("mkdocs.yml does not name the plugin. Type under `plugins:`: - rightdoor")
    return config, plugin


def key_of(root: Path) -> str:
    """One hash of everything the rendered theme depends on; empty where that cannot be known."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    if any(word in text for word in ("!ENV", "INHERIT", "hooks:", "docs_dir", "custom_dir")):
        return ""
    total = hashlib.sha256(f"{root}\0{platform.python_version()}\0{text}".encode())
    total.update("".join(version(package) for package in _PACKAGES).encode())
    built = assets_folder() / "javascripts" / "built"
    for folder in (root / "docs", prose_folder(), theme_folder(), built, Path(__file__).parent):
        for name in files_below(folder):
            if not name.startswith(("assets/javascripts/", "__pycache__/")):
                total.update(f"{name}\0".encode() + hashlib.sha256((folder / name).read_bytes()).digest())
    return total.hexdigest()


def digest_of_files(folder: Path) -> str:
    """One hash of the names and bytes of all files below a folder."""
    total = hashlib.sha256()
    for name in files_below(folder):
        total.update(f"{name}\0".encode() + hashlib.sha256((folder / name).read_bytes()).digest())
    return total.hexdigest()


def files_below(folder: Path) -> list[str]:
    """The regular files below a folder, by relative name with forward slashes, sorted; links are left out."""
    found = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        inside = Path(place).relative_to(folder).as_posix()
        found += [name if inside == "." else f"{inside}/{name}" for name in names if not Path(place, name).is_symlink()]
    return sorted(found)


def _read_key(kept: Path) -> tuple[str, ...]:
    try:
        return tuple((kept / "key").read_text(encoding="utf-8").split("\n"))
    except (OSError, ValueError):
        return ()
