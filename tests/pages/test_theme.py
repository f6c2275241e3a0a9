"""The theme is rendered again whenever something that it is made from has changed."""

import shutil
from pathlib import Path

import pytest

from pages.sites import build, project
from rightdoor.pages.theme import key_of


@pytest.mark.parametrize("name", ["about.md", "pages/about.md", "more/pages/about.md"])
def test_an_edit_of_a_hand_written_page_in_any_folder_is_seen(tmp_path: Path, name: str) -> None:
    page = project(tmp_path) / "docs" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# One", encoding="utf-8")
    before = key_of(tmp_path)
    page.write_text("# Two", encoding="utf-8")
    assert key_of(tmp_path) != before


def test_nothing_is_kept_where_pages_or_templates_lie_elsewhere(tmp_path: Path) -> None:
    settings = project(tmp_path) / "mkdocs.yml"
    assert key_of(tmp_path)
    plain = settings.read_text("utf-8")
    for elsewhere in ("docs_dir: prose\n", "theme: {name: material, custom_dir: ours}\n"):
        settings.write_text(plain + elsewhere, encoding="utf-8")
        assert not key_of(tmp_path)


def test_our_own_pages_are_written_out_whole_where_a_site_names_none_of_their_extensions(
    root: Path, tmp_path: Path
) -> None:
    assert "markdown_extensions" not in (project(tmp_path) / "mkdocs.yml").read_text("utf-8")
    for folder in ("safety", "checks", "contribute"):
        shutil.copytree(root / "docs" / folder, tmp_path / "docs" / folder)
    shutil.copy(root / "docs/contribute.md", tmp_path / "docs")
    build(tmp_path)
    page = (tmp_path / "site/safety/index.html").read_text("utf-8")
    assert "!!! warning" not in page
    assert "**Proof.**" not in page and "<strong>Proof.</strong>" in page
