"""Hatchling's hook: builds the browser code, then puts the grammar, the theme and the assets into the wheel.

A hook and not `force-include` in pyproject.toml, for two reasons: the sources of the browser code stay out of the
wheel, and an editable install gets no copies that would hide later edits in the checkout.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RightdoorBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is made, plain or editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds what is not fresh; `version` is `standard` or `editable`."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "scripts"))
        import build_browser

        try:
            build_browser.build(root)
        except build_browser.BuildFailed as failure:
            sys.exit(str(failure))
        if version == "standard":
            build_data["force_include"].update(files_for_wheel(root, build_browser.JAVASCRIPTS, build_browser.BUILT))


def files_for_wheel(root: Path, javascripts: Path, built: Path) -> dict[str, str]:
    """Each file to add to a wheel and its place there: the folders below but for the browser code's sources."""
    places = {
        "schema": "schema",
        "docs/.overrides": "theme",
        "docs/assets": "assets",
        "docs": "prose",
        "starter": "starter",
    }
    files = {}
    for folder, place in places.items():
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            source_only = javascripts in inside.parents and built not in inside.parents
            if path.is_file() and not source_only and not _is_left_out(inside, place):
                files[str(path)] = f"rightdoor/{place}/{path.relative_to(root / folder).as_posix()}"
    return files | _real_records(root)


def _real_records(root: Path) -> dict[str, str]:
    """The national services and what they need, with which `rightdoor init` begins."""
    from rightdoor.resources import real_records

    directory = root / "directory"
    return {str(path): f"rightdoor/real/{path.relative_to(directory).as_posix()}" for path in real_records(directory)}


def _is_left_out(inside: Path, place: str) -> bool:
    """Python's caches; and of the pages, what the wheel has as theme or assets, and the decisions."""
    return "__pycache__" in inside.parts or (
        place == "prose" and inside.parts[1] in {".overrides", "assets", "decisions"}
    )
