"""A whole project: every problem at once, the same from a cache or from other processes, and what is left out."""

import gc
import shutil
import threading
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import pytest

from rightdoor.model.problem import Level, Problem
from rightdoor.records import across, workers
from rightdoor.records.cache import FOLDER, Cache, digest_of
from rightdoor.records.load import Loaded, load
from rightdoor.records.processes import can_fork
from small_project import AREA, FILES, ORGANIZATION, SERVICE, service, small_project

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(each.file.rpartition("/")[2], each.line, each.code) for each in problems]


def broken_project(folder: Path) -> Path:
    """One file that cannot be read, one against the grammar, one that is wrong beside others, one stray file."""
    small_project(
        folder,
        valeland_trust="name: 'Valeland Trust\n",
        valeland_line=service(if_only="x"),
        valeland_chat=service(name="Valeland Chat", related="[nowhere-at-all]"),
    )
    (folder / "directory/notes.txt").write_text("x")
    return folder


def test_a_sound_project_becomes_a_directory_without_problems(tmp_path: Path):
    loaded = load(small_project(tmp_path), TODAY)
    assert loaded.problems == ()
    assert (loaded.errors, loaded.warnings, loaded.left_out) == (0, 0, ())
    assert list(loaded.directory.services) == ["valeland-line"]
    assert list(loaded.directory.organizations) == ["valeland-trust"]
    assert list(loaded.directory.areas) == ["valeland"]
    assert {kind: count for kind, count in loaded.counts.items() if count} == {
        "area": 1,
        "organization": 1,
        "service": 1,
    }
    assert loaded.digests == {file: digest_of(text.encode()).hex() for file, text in FILES.items()}


def test_our_own_directory_has_no_unreadable_file(root: Path):
    loaded = load(root, TODAY, cache=False)
    assert [each for each in loaded.problems if each.code.startswith(("yaml", "file", "hidden", "stray"))] == []


def test_problems_of_every_kind_come_at_once_and_in_order(tmp_path: Path):
    loaded = load(broken_project(tmp_path), TODAY)
    found = places(loaded.problems)
    assert loaded.problems == tuple(sorted(loaded.problems))
    assert ("notes.txt", 1, "stray-file") in found
    assert ("valeland-trust.yaml", 1, "yaml-syntax") in found
    assert ("valeland-line.yaml", 18, "unknown-field") in found
    assert ("valeland-chat.yaml", 18, "missing-reference") in found


def test_to_name_a_record_that_cannot_be_read_is_no_second_problem(tmp_path: Path):
    loaded = load(small_project(tmp_path, valeland_trust="name: 'Valeland Trust\n"), TODAY)
    assert places(loaded.problems) == [("valeland-trust.yaml", 1, "yaml-syntax")]
    assert loaded.left_out == (ORGANIZATION,)


def test_keep_going_leaves_out_what_is_wrong_beside_others_too(tmp_path: Path):
    broken_project(tmp_path)
    assert "valeland-chat" in load(tmp_path, TODAY).directory.services
    going = load(tmp_path, TODAY, keep_going=True)
    assert "valeland-chat" not in going.directory.services
    assert SERVICE.replace("line", "chat") in going.left_out
    assert going.problems == load(tmp_path, TODAY).problems


def test_every_problem_of_a_hostile_project_has_a_file_and_a_line(tmp_path: Path):
    small_project(tmp_path, bomb="a: &a [*a]\n", deep="[" * 60_000, zeros="\0" * 500, bidi="name: \u202e\n")
    (tmp_path / "directory/services/national/passwd.yaml").symlink_to("/etc/passwd")
    (tmp_path / "directory/services/national/x..%2f.yaml").write_text("name: x\n")
    loaded = load(tmp_path, TODAY)
    wrong = {each.file.rpartition("/")[2] for each in loaded.problems if each.level is Level.ERROR}
    assert wrong == {"bomb.yaml", "deep.yaml", "zeros.yaml", "bidi.yaml", "passwd.yaml", "x..%2f.yaml"}
    assert all(each.line >= 1 for each in loaded.problems)


def same(one: Loaded, other: Loaded) -> bool:
    return one == other


def test_what_comes_from_the_cache_is_what_was_read(tmp_path: Path):
    broken_project(tmp_path)
    fresh = load(tmp_path, TODAY, cache=False)
    assert not (tmp_path / FOLDER).exists()
    first = load(tmp_path, TODAY)
    assert (tmp_path / FOLDER).is_dir()
    assert same(fresh, first)
    assert same(fresh, load(tmp_path, TODAY))


def test_a_changed_file_is_read_again(tmp_path: Path):
    small_project(tmp_path)
    load(tmp_path, TODAY)
    small_project(tmp_path, valeland_line=service(name="Another Name"))
    assert load(tmp_path, TODAY).directory.services["valeland-line"].name == "Another Name"


def test_a_file_changed_back_and_forth_at_one_moment_is_not_mistaken(tmp_path: Path):
    """Neither the size nor the time of a file says that it is the same: only its content does."""
    import os

    small_project(tmp_path)
    load(tmp_path, TODAY)
    before = (tmp_path / AREA).stat()
    (tmp_path / AREA).write_text(FILES[AREA].replace("Valeland\n", "Valemand\n"))
    os.utime(tmp_path / AREA, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load(tmp_path, TODAY).directory.areas["valeland"].name == "Valemand"


def test_a_cache_brought_along_by_somebody_else_makes_nothing_sound(tmp_path: Path):
    broken_project(tmp_path)
    fresh = load(tmp_path, TODAY, cache=False)
    planted = Cache(tmp_path, key=b"theirs" * 6, made_for=b"")
    for file, digest in fresh.digests.items():
        planted.keep(file, bytes.fromhex(digest), b"planted")
    planted.write()
    assert same(fresh, load(tmp_path, TODAY))


def test_spoilt_parts_of_the_cache_change_nothing(tmp_path: Path):
    broken_project(tmp_path)
    fresh = load(tmp_path, TODAY)
    for part in (tmp_path / FOLDER).iterdir():
        part.write_bytes(part.read_bytes()[:-1])
    assert same(fresh, load(tmp_path, TODAY))


@pytest.fixture
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ENOUGH", 2)
    monkeypatch.setattr(workers, "ENOUGH_TO_SPAWN", 2)
    monkeypatch.setattr(workers, "_CHUNK", 1)
    monkeypatch.setattr(across, "ENOUGH", 0)


@pytest.mark.usefixtures("few_are_enough")
@pytest.mark.parametrize("forks", [True, False])
def test_other_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forks: bool):
    broken_project(tmp_path)
    alone = load(tmp_path, TODAY, cache=False, jobs=1)
    if not forks:
        monkeypatch.setattr(workers, "can_fork", lambda: False)
    assert same(alone, load(tmp_path, TODAY, cache=False, jobs=2))


@pytest.mark.usefixtures("few_are_enough")
def test_checks_of_where_people_are_sent_are_done_in_a_copy(tmp_path: Path, root: Path):
    shutil.copytree(root / "directory", tmp_path / "directory")
    (tmp_path / "directory/services/national/samaritans.yaml").unlink()
    alone = load(tmp_path, TODAY, cache=False, jobs=1)
    assert "missing-reference" in {each.code for each in alone.problems}
    assert same(alone, load(tmp_path, TODAY, cache=False, jobs=2))


def test_a_process_with_threads_is_not_copied():
    going_on = threading.Event()
    thread = threading.Thread(target=going_on.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        going_on.set()
        thread.join()


@pytest.mark.usefixtures("few_are_enough")
@pytest.mark.parametrize("fault", [BrokenProcessPool("killed"), OSError("no semaphores")])
def test_where_other_processes_cannot_work_this_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
):
    def fail(*_: object) -> None:
        raise fault

    broken_project(tmp_path)
    alone = load(tmp_path, TODAY, cache=False, jobs=1)
    monkeypatch.setattr(workers.ProcessPoolExecutor, "submit", fail)
    assert same(alone, load(tmp_path, TODAY, cache=False, jobs=2))


def test_progress_counts_every_file_once(tmp_path: Path):
    told: list[tuple[int, int]] = []
    load(small_project(tmp_path), TODAY, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_collector_is_left_as_it_was_found(tmp_path: Path):
    small_project(tmp_path)
    assert gc.isenabled()
    load(tmp_path, TODAY)
    assert gc.isenabled()
    gc.disable()
    try:
        load(tmp_path, TODAY)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_empty_directory_is_loaded_as_one(tmp_path: Path):
    (tmp_path / "directory").mkdir()
    loaded = load(tmp_path, TODAY)
    assert (loaded.problems, sum(loaded.counts.values())) == ((), 0)
