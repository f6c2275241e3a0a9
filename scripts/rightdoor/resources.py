"""Where the files that are not Python lie: the grammar, the theme, the browser assets and the hand-written pages.

A wheel holds them inside the package; in a checkout they are folders of the repository, two levels above it.
This module imports nothing of ours, so any room may use it (docs/decisions/0001-layout-and-resources.md).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def schema_folder() -> Path:
    """The grammar: `*.schema.json`, `criteria.yaml` and `vocabularies/`."""
    return _find("schema", "schema")


def theme_folder() -> Path:
    """The templates that are laid over the Material theme, and those of the generated pages."""
    return _find("theme", "docs/.overrides")


def assets_folder() -> Path:
    """Styles, images and, under `javascripts/built/`, the browser code as it is served."""
    return _find("assets", "docs/assets")


def prose_folder() -> Path | None:
    """The hand-written pages for a site that has none; None in a checkout, whose pages are those of its own site."""
    folder = _PACKAGE / "prose"
    return folder if folder.is_dir() else None


def _find(in_wheel: str, in_checkout: str) -> Path:
    """The folder in the package or else the one in the checkout; FileNotFoundError if neither is there."""
    for folder in (_PACKAGE / in_wheel, _CHECKOUT / in_checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"Rightdoor is not installed whole: neither {_PACKAGE / in_wheel} nor "
        f"{_CHECKOUT / in_checkout} is there. Install it again with pip."
    )
