"""Every component looks in every state as it did when its photographs were taken, light and dark and on a phone.

Where a change is meant, `python scripts/photograph.py` takes them again, and the new pictures are looked at in review.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

import likeness
import photograph
import photographed
from needs import require_browser, require_node
from rightdoor.pages.example_directory import components_folder
from rightdoor.pages.examples import read_all

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COMPONENTS = [each.name for each in read_all(components_folder())]
versions: list[str] = []
TAKE_AGAIN = "Where this is meant, type: python scripts/photograph.py"


@pytest.fixture(scope="module")
def taken(browser: Browser) -> dict[str, Image.Image]:
    """What every component looks like now, by the name of its photograph."""
    require_node()
    found: dict[str, Image.Image] = {}
    with photographed.site() as address:
        steady = browser.browser_type.launch(executable_path=require_browser(), args=photographed.ARGUMENTS)
        for way in photographed.WAYS:
            found |= photographed.take(steady, address, way)
        versions.append(f"Chromium {steady.version}")
        steady.close()
    return found


@pytest.fixture(scope="module")
def differing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for pictures of what differs."""
    return tmp_path_factory.mktemp("photographs")


@pytest.mark.parametrize("component", COMPONENTS)
def test_it_looks_as_it_did(component: str, taken: dict[str, Image.Image], differing: Path) -> None:
    told = []
    for name, picture in taken.items():
        if name.split("/")[0] == component:
            found = likeness.difference(photograph.KEPT / f"{name}.png", picture)
            told += [f"{name}: {found.words}"] if found else []
            if found:
                place = differing / name
                place.parent.mkdir(exist_ok=True)
                picture.save(f"{place}.now.png")
                found.picture.save(f"{place}.differs.png")
    said = f"{component} looks different; pictures of it are in {differing}. {TAKE_AGAIN} {component}"
    assert not told, "\n".join((said, other_browser(), *told))


def other_browser() -> str:
    """A word where the photographs were taken with another version of the browser."""
    note = photograph.KEPT / photograph.TAKEN_WITH
    before = note.read_text().strip() if note.is_file() else ""
    return f"The photographs were taken with {before}; this is {versions[0]}." if before not in ("", *versions) else ""


def test_every_photograph_is_of_a_state_that_is_there(taken: dict[str, Image.Image]) -> None:
    kept = {f"{file.parent.name}/{file.stem}" for file in photograph.KEPT.glob("*/*.png")}
    assert kept - taken.keys() == set(), TAKE_AGAIN


def test_the_photographs_stay_small() -> None:
    assert sum(file.stat().st_size for file in photograph.KEPT.glob("*/*.png")) < 3_000_000


def picture(ground: str = "#ffffff", words: str = "#182527", at: int = 20) -> Image.Image:
    """A sheet with a few words on it."""
    made = Image.new("RGB", (400, 120), ground)
    ImageDraw.Draw(made).text((at, 40), "Does not take people with psychosis", fill=words)
    return made


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "kept.png"
    file.write_bytes(likeness.png_of(likeness.reduced(picture())))
    return file


def test_the_same_picture_is_seen_as_the_same(kept: Path) -> None:
    assert likeness.difference(kept, picture()) is None


SEEN = {
    "another colour of the words": picture(words="#5c1f4e"),
    "a slightly warmer ground": picture(ground="#fdf4e1"),
    "words that stand elsewhere": picture(at=24),
    "no words": picture(words="#ffffff"),
    "another size": picture().crop((0, 0, 400, 119)),
}


@pytest.mark.parametrize("what", SEEN)
def test_a_change_of_look_is_seen_and_shown(what: str, kept: Path) -> None:
    found = likeness.difference(kept, SEEN[what])
    assert found is not None
    assert found.picture.size == SEEN[what].size


def test_a_hair_of_difference_at_the_edge_of_a_letter_is_not(kept: Path) -> None:
    now = picture()
    now.putpixel((21, 47), (120, 120, 120))
    assert likeness.difference(kept, now) is None


def test_a_photograph_that_was_never_taken_is_missed(tmp_path: Path) -> None:
    found = likeness.difference(tmp_path / "never.png", picture())
    assert found is not None
    assert found.words == "there is no photograph of it"


def test_photographs_are_kept_where_the_look_differs_and_taken_away_where_the_state_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photograph, "KEPT", tmp_path)
    both = {"chip/one.light": picture(), "chip/two.light": picture(words="#5c1f4e")}
    everything = frozenset({"chip"})
    assert photograph.keep(both, everything) == ["chip/one.light", "chip/two.light"]
    assert photograph.keep(both, everything) == []
    assert photograph.keep(both | {"chip/one.light": picture(at=30)}, frozenset({"door"})) == []
    assert photograph.keep({"chip/one.light": picture()}, everything) == ["chip/two.light (taken away)"]
    assert sorted(path.name for path in (tmp_path / "chip").iterdir()) == ["one.light.png"]
