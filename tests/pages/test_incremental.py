"""A build after an edit gives the very site that a build from nothing gives: the real directory, edited often."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pages.sites import build, contents


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A copy of the repository's records, built twice so that both folders of the site are warm."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(root / "directory", folder / "directory")
    shutil.copy(root / "mkdocs.yml", folder)
    settings = (folder / "mkdocs.yml").read_text()
    (folder / "mkdocs.yml").write_text(settings[: settings.index("# Hand-written pages only")])
    build(folder, keep_going=True)
    build(folder, keep_going=True)
    return folder


def replaced(name: str, pattern: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        [file] = (root / "directory").rglob(name)
        before = file.read_text()
        after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
        assert after != before
        file.write_text(after)

    return edit


def removed(name: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        [file] = (root / "directory").rglob(name)
        file.unlink()

    return edit


EDITS = {
    "a new name": replaced("northvale-talking-therapies.yaml", "^name: .*", "name: Northvale Talking Rooms"),
    "a new number of a crisis line": replaced("shout.yaml", "^summary: .*", "summary: Text, at any hour."),
    "the list is closed": replaced("northvale-living-well.yaml", "^intake: .*", "intake: waiting-list-closed"),
    "an organization is called otherwise": replaced(
        "organizations/samaritans.yaml", "^name: .*", "name: The Samaritans"
    ),
    "a service that others send people to is closed": replaced("northvale-cmht.yaml", "^intake: .*", "intake: paused"),
    "another need": replaced("northvale-haven.yaml", r"^needs: \[", "needs: [anxiety, "),
    "an area is called otherwise": replaced("southmoor.yaml", "^name: .*", "name: South Moor"),
    "a service goes": removed("northvale-older-adults.yaml"),
    "a former name": replaced("northvale-cmht.yaml", "^status: .*", "status: active\naliases: [northvale-old-team]"),
}


def test_a_build_of_what_is_already_there_makes_no_page(built: Path) -> None:
    build(built, keep_going=True)
    assert build(built, keep_going=True).written == 0


def test_a_link_says_that_a_list_has_closed_as_soon_as_that_entry_is_edited(built: Path) -> None:
    sending = built / "site/services/northvale-talking-therapies/index.html"
    replaced("northvale-cmht.yaml", "^intake: .*", "intake: open")(built)
    build(built, keep_going=True)
    link = r'services/northvale-cmht/">[^<]*</a>( <strong class="rd-shut">[^<]*)?'
    assert not re.search(link, sending.read_text())[1]  # type: ignore[index]
    replaced("northvale-cmht.yaml", "^intake: .*", "intake: waiting-list-closed")(built)
    build(built, keep_going=True)
    assert "(waiting list closed)" in re.search(link, sending.read_text())[1]  # type: ignore[index]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_build_after_an_edit_is_the_same_as_a_build_from_nothing(built: Path, edit: Callable[[Path], None]) -> None:
    edit(built)
    report = build(built, keep_going=True)
    fresh = build(built, "fresh", keep_going=True)
    assert report.published and 0 < report.written <= report.pages
    assert fresh.written == fresh.pages
    assert contents(built / "site") == contents(built / "fresh")
    shutil.rmtree(built / "fresh")
    (built / ".fresh.build/memory").unlink()


def test_a_build_on_another_day_is_the_same_as_one_from_nothing(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    monkeypatch.setattr("pages.sites.TODAY", date(2027, 3, 1))
    build(built, keep_going=True)
    build(built, "fresh", keep_going=True)
    assert contents(built / "site") == contents(built / "fresh")
