"""A build that is killed, raced, or finds its own notes damaged leaves the old site whole or makes a whole new one."""

import signal
import time
from pathlib import Path

import pytest

from pages.sites import build, contents, project, start_build
from rightdoor.pages import target as targets
from rightdoor.pages.verify import verify
from small_project import SERVICE, service


@pytest.mark.parametrize("after", [0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8])
def test_a_build_that_is_killed_leaves_the_old_site_whole(tmp_path: Path, after: float) -> None:
    build(project(tmp_path))
    before = contents(tmp_path / "site")
    (tmp_path / SERVICE).write_text(service(name="Valeland Night Line"))
    process = start_build(tmp_path)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    left = contents(tmp_path / "site")
    build(tmp_path)
    finished = contents(tmp_path / "site")
    assert left in (before, finished)
    assert verify(tmp_path / "site") == []
    build(tmp_path, "anew")
    assert finished == contents(tmp_path / "anew")


def test_a_build_stopped_between_two_renames_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project(tmp_path))
    before = contents(tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.build/old")
    (tmp_path / SERVICE).write_text(service(type="nonsense"))
    assert not build(tmp_path).published
    assert contents(tmp_path / "site") == before
    monkeypatch.setattr(targets, "exchange", lambda one, other: False)
    (tmp_path / SERVICE).write_text(service(name="Valeland Day Line"))
    assert build(tmp_path).published
    assert "Valeland Day Line" in (tmp_path / "site/services/valeland-line/index.html").read_text()
    assert not (tmp_path / ".site.build/old").exists()


def test_two_builds_at_once_both_end_and_leave_a_whole_site(tmp_path: Path) -> None:
    project(tmp_path)
    both = [start_build(tmp_path), start_build(tmp_path)]
    said = [each.communicate(timeout=60) for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert verify(tmp_path / "site") == []


def test_a_second_build_that_waits_too_long_says_so(tmp_path: Path) -> None:
    build(project(tmp_path))
    said: list[str] = []
    first, second = targets.Target(tmp_path / "site"), targets.Target(tmp_path / "site")
    with first.locked(said.append), pytest.raises(targets.NotOurs, match="still running after 0 seconds"):
        second.locked(said.append, patience=0.1).__enter__()
    assert said == [f"Another build of {tmp_path / 'site'} is running: waiting for it to end."]


@pytest.mark.parametrize("file", ["memory", "theme/key", "theme/files/404.html", "theme/files/rightdoor-theme.json"])
@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\x00", None])
def test_a_damaged_cache_changes_nothing(tmp_path: Path, file: str, damage: bytes | None) -> None:
    build(project(tmp_path))
    before = contents(tmp_path / "site")
    place = tmp_path / ".site.build" / file
    content = place.read_bytes()
    place.write_bytes(content[: len(content) // 2] if damage is None else damage)
    assert build(tmp_path).published
    assert contents(tmp_path / "site") == before


def test_damaged_notes_of_a_folder_change_nothing(tmp_path: Path) -> None:
    build(project(tmp_path))
    before = contents(tmp_path / "site")
    for note in (tmp_path / ".site.build/notes").iterdir():
        note.write_text(note.read_text().replace("a", "b"))
    assert build(tmp_path).published
    assert contents(tmp_path / "site") == before
