"""The pictures of the README and of the docs are real, small, told in words, and no older than what they show."""

import re
import struct
from pathlib import Path

import pytest

from pictures_shown import COMMAND, older_than_what_they_show, record

LARGEST = {"docs/assets/images": 60_000, ".github/images": 250_000}
"""Bytes: those of the docs are loaded with a page, those of the README by whoever looks at the project."""

WRITTEN = ("README.md", "docs/about.md", "docs/how-it-works.md", "docs/contribute.md")
_IN_MARKDOWN = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<place>[^)\s]+)\)")
_IN_HTML = re.compile(r'<img [^>]*?src="(?P<place>[^"]+)"[^>]*? alt="(?P<words>[^"]*)"')


def images(root: Path) -> list[tuple[str, str]]:
    """The words for each picture that a hand-written page shows, and the picture's file."""
    texts = [(root / name).read_text("utf-8") for name in WRITTEN]
    found = [each for text in texts for form in (_IN_MARKDOWN, _IN_HTML) for each in form.finditer(text)]
    return [(each["words"], each["place"].replace("../assets/", "docs/assets/")) for each in found]


def size_of(webp: bytes) -> tuple[int, int]:
    """The width and height of a picture, from the first frame of its file."""
    assert webp[8:16] == b"WEBPVP8 ", "a picture of another kind than the script saves"
    wide, high = struct.unpack_from("<HH", webp, 26)
    return wide & 0x3FFF, high & 0x3FFF


def test_no_picture_is_older_than_what_it_shows() -> None:
    told = [
        f"{picture} shows what is no longer so: {', '.join(files) or 'the picture is missing'}"
        for picture, files in older_than_what_they_show(record()).items()
    ]
    assert told == [], f"Look at the pages, then take their pictures anew: {COMMAND}"


def test_a_changed_file_makes_the_pictures_that_show_it_old() -> None:
    shown = {"README.md": {"pyproject.toml": "another digest", "docs/gone.css": "0123456789abcdef"}}
    assert older_than_what_they_show(shown) == {"README.md": ["pyproject.toml", "docs/gone.css"]}


def test_every_picture_shows_the_styles_that_all_pages_have() -> None:
    shown = {name: files for name, files in record().items() if name.endswith(".webp")}
    assert len(shown) >= 4
    for name, files in shown.items():
        assert "docs/assets/stylesheets/tokens.css" in files, name
        assert any("/components/" in file for file in files), name


def test_every_picture_that_a_page_shows_is_taken_by_the_script(root: Path) -> None:
    places = [place for _, place in images(root) if not place.endswith(".svg")]
    assert len(places) >= 4
    assert [place for place in places if place not in record()] == []


def test_whoever_sees_no_pictures_is_told_what_each_shows(root: Path) -> None:
    assert [place for words, place in images(root) if len(words.split()) < 8 and not place.endswith(".svg")] == []


def test_a_picture_is_told_its_size_so_that_nothing_moves_when_it_comes(root: Path) -> None:
    sized = re.compile(r'src="(\.\./assets/[^"]+)"([^>]*)>')
    for name in WRITTEN[1:]:
        for place, said in sized.findall((root / name).read_text("utf-8")):
            wide, high = size_of((root / place.replace("../assets/", "docs/assets/")).read_bytes())
            assert f' width="{wide}" height="{high}" loading="lazy" ' in said, f"{name}: {place}"


@pytest.mark.parametrize("folder", LARGEST)
def test_pictures_are_small(root: Path, folder: str) -> None:
    sizes = {name: (root / name).stat().st_size for name in record() if Path(name).parent.as_posix() == folder}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LARGEST[folder]} == {}


def test_the_mark_is_drawn_alike_everywhere(root: Path) -> None:
    drawn = re.compile(r'<(?:path|circle) class="([a-z _-]+)" (?:d|cx)="([^"]+)"')
    of = {
        name: [shape for _, shape in drawn.findall((root / name).read_text("utf-8"))][:4]
        for name in (
            "docs/.overrides/partials/mark.html",
            "docs/assets/images/rightdoor.svg",
            ".github/images/rightdoor.svg",
        )
    }
    assert len(set(map(tuple, of.values()))) == 1, of
