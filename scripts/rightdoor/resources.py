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


def prose_folder() -> Path:
    """The hand-written pages for a site that has none of its own."""
    return _find("prose", "docs")


def starter_folder() -> Path:
    """The files with which the repository of a new area begins."""
    return _find("starter", "starter")


def real_folder() -> Path:
    """A folder like `directory/` with the records that are real everywhere, perhaps among others (`real_records`)."""
    return _find("real", "directory")


def real_records(directory: Path) -> list[Path]:
    """Of the files of a `directory/` those about no made-up place: nations, national services, and who runs them."""
    lists = [directory / name for name in ("LICENSE", "tombstones.yaml", "disproved-numbers.yaml")]
    national = sorted((directory / "services" / "national").glob("*.yaml"))
    others = sorted([*(directory / "areas").glob("*.yaml"), *(directory / "organizations").glob("*.yaml")])
    return [*lists, *national, *(each for each in others if "\nfictional: true" not in each.read_text("utf-8"))]


def _find(in_wheel: str, in_checkout: str) -> Path:
    """The folder in the package or else the one in the checkout; FileNotFoundError if neither is there."""
    for folder in (_PACKAGE / in_wheel, _CHECKOUT / in_checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"Rightdoor is not installed whole: neither {_PACKAGE / in_wheel} nor "
        f"{_CHECKOUT / in_checkout} is there. Install it again with pip."
    )
