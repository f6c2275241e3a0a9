"""What a command may need to know of the project's `mkdocs.yml` without building anything."""

import re
import tempfile
from pathlib import Path

from rightdoor.pages import theme

_PLAIN = re.compile(r"https?://[!-~]{1,200}\Z")


def repository_of(root: Path) -> str:
    """The address of the project's repository; "" where none is named, or `mkdocs.yml` cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            _, plugin = theme.configured(root, Path(folder) / "site")
        except theme.ThemeUnusable:
            return ""
    named = plugin.config.repository
    return named if _PLAIN.match(named) else ""
