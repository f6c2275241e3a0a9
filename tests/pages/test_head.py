"""What a page says of itself in a window's title and where its link is shared."""

from pathlib import Path

import pytest

from pages.sites import build, project
from rightdoor.pages.head import DISCREET_DESCRIPTION, shared, shared_of, window_title
from rightdoor.pages.page import Page

PICTURE = "https://example.org/assets/images/social.png"


def page(**fields: object) -> Page:
    given = {
        "address": "services/x/",
        "kind": "service",
        "title": "X",
        "description": "It helps.",
        "body": "<h1>X</h1>",
    }
    return Page(**{**given, **fields})  # type: ignore[arg-type]


def site_with(folder: Path, more: str) -> str:
    """A page of a site whose settings have further lines."""
    settings = project(folder) / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    report = build(folder)
    assert report.published, report.message
    return (folder / "site/areas/valeland/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Crisis", "Crisis – Valeland"),
        ("Valeland: mental health services", "Valeland: mental health services"),
        (
            "A name of a service that is nearly sixty letters long: it",
            "A name of a service that is nearly sixty letters long: it",
        ),
    ],
)
def test_the_name_of_the_site_stands_behind_a_title_where_it_is_new_and_fits(title: str, shown: str) -> None:
    assert window_title(title, "Valeland") == shown


def test_what_is_shared_is_escaped() -> None:
    written = shared('"><script>', "<b>", "", "&")
    assert "<script>" not in written and "<b>" not in written and 'content="&amp;"' in written


def test_without_the_address_of_the_site_no_picture_and_no_address_is_named() -> None:
    written = shared_of(page(), "Valeland", "", "")
    assert "og:image" not in written and "og:url" not in written
    assert 'content="summary"' in written


def test_with_the_address_of_the_site_both_are_whole_addresses() -> None:
    written = shared_of(page(), "Valeland", "https://example.org/", PICTURE)
    assert f'<meta property="og:image" content="{PICTURE}">' in written
    assert '<meta property="og:url" content="https://example.org/services/x/">' in written
    assert 'content="summary_large_image"' in written


def test_a_discreet_page_is_shared_under_a_neutral_name_without_a_picture() -> None:
    written = shared_of(page(title="Refuge", description="Abuse", discreet=True), "V", "https://example.org/", PICTURE)
    assert "Refuge" not in written and "Abuse" not in written and PICTURE not in written
    assert DISCREET_DESCRIPTION in written


def test_a_page_that_no_search_may_list_shows_nothing_where_it_is_shared() -> None:
    assert shared_of(page(noindex=True), "V", "https://example.org/", PICTURE) == ""


def test_our_picture_holds_our_name_so_a_site_of_another_name_does_not_show_it(tmp_path: Path) -> None:
    assert "og:image" not in site_with(tmp_path, "site_url: https://example.org/\n")


def test_a_site_may_name_a_picture_of_its_own(tmp_path: Path) -> None:
    settings = project(tmp_path) / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("{today:", "{picture: assets/ours.png, today:")
    settings.write_text(f"{text}site_url: https://example.org/sub/\n", encoding="utf-8")
    assert build(tmp_path).published
    html = (tmp_path / "site/areas/valeland/index.html").read_text("utf-8")
    assert '<meta property="og:image" content="https://example.org/sub/assets/ours.png">' in html


def test_a_site_called_rightdoor_shows_our_picture_once_it_has_an_address(tmp_path: Path) -> None:
    settings = project(tmp_path) / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("site_name: Valeland", "site_name: Rightdoor")
    settings.write_text(f"{text}site_url: https://example.org/\n", encoding="utf-8")
    assert build(tmp_path).published
    for name in ("index.html", "areas/valeland/index.html"):
        html = (tmp_path / "site" / name).read_text("utf-8")
        assert f'<meta property="og:image" content="{PICTURE}">' in html
    assert (tmp_path / "site/assets/images/social.png").is_file()


def test_a_site_with_an_icon_of_its_own_does_not_show_ours_on_a_phone(tmp_path: Path) -> None:
    html = site_with(tmp_path, "")
    assert 'rel="apple-touch-icon"' in html
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("font: false", "font: false, favicon: assets/own.svg")
    settings.write_text(text, encoding="utf-8")
    (tmp_path / "docs/assets").mkdir(parents=True, exist_ok=True)
    (tmp_path / "docs/assets/own.svg").write_text("<svg/>")
    assert build(tmp_path).published
    html = (tmp_path / "site/areas/valeland/index.html").read_text("utf-8")
    assert 'rel="icon"' in html and "own.svg" in html and "apple-touch-icon" not in html
