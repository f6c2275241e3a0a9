"""The cache: a wrong, cut, foreign or older one changes nothing but time."""

import marshal
import os
from pathlib import Path

import pytest

from rightdoor.records import cache as module
from rightdoor.records.cache import FOLDER, Cache, digest_of, open_cache

KEY = b"k" * 32
FILE = "directory/areas/northvale.yaml"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the key that is not the tester's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home


def kept(root: Path, packed: bytes = b"sound", key: bytes = KEY, made_for: bytes = b"1") -> Path:
    """The part that holds one entry."""
    cache = Cache(root, key=key, made_for=made_for)
    cache.keep(FILE, digest_of(b"name: A"), packed)
    cache.write()
    (part,) = (root / FOLDER).iterdir()
    return part


def found(root: Path, raw: bytes = b"name: A", key: bytes | None = KEY, made_for: bytes = b"1") -> bytes | None:
    return Cache(root, key=key, made_for=made_for).find(FILE, digest_of(raw))


def test_an_unchanged_file_is_found(tmp_path: Path):
    kept(tmp_path)
    assert found(tmp_path) == b"sound"


def test_a_changed_file_is_not_found(tmp_path: Path):
    kept(tmp_path)
    assert found(tmp_path, raw=b"name: B") is None


def test_another_file_with_the_same_content_is_not_found(tmp_path: Path):
    kept(tmp_path)
    cache = Cache(tmp_path, key=KEY, made_for=b"1")
    assert cache.find("directory/areas/eastvale.yaml", digest_of(b"name: A")) is None


def test_another_grammar_or_version_finds_nothing(tmp_path: Path):
    kept(tmp_path)
    assert found(tmp_path, made_for=b"2") is None


def test_a_cache_signed_by_another_computer_is_not_believed(tmp_path: Path):
    kept(tmp_path, packed=b"planted", key=b"x" * 32)
    assert found(tmp_path) is None


def test_a_cache_without_a_key_reads_and_writes_nothing(tmp_path: Path):
    kept(tmp_path)
    assert found(tmp_path, key=None) is None
    empty = Cache(tmp_path / "other", key=None, made_for=b"1")
    empty.keep(FILE, digest_of(b""), b"")
    empty.write()
    assert not (tmp_path / "other").exists()


def test_a_part_cut_short_anywhere_is_not_used(tmp_path: Path):
    part = kept(tmp_path)
    whole = part.read_bytes()
    for length in range(len(whole)):
        part.write_bytes(whole[:length])
        assert found(tmp_path) is None


def test_a_part_with_any_one_bit_turned_is_not_used(tmp_path: Path):
    part = kept(tmp_path)
    whole = part.read_bytes()
    for at in range(len(whole)):
        part.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert found(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 1_000, marshal.dumps({FILE: (b"", b"planted")})])
def test_a_part_that_is_something_else_is_not_used(tmp_path: Path, content: bytes):
    kept(tmp_path).write_bytes(content)
    assert found(tmp_path) is None


def test_a_part_that_is_a_link_or_a_pipe_is_not_opened(tmp_path: Path):
    part = kept(tmp_path)
    part.rename(tmp_path / "elsewhere")
    part.symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path) is None
    part.unlink()
    os.mkfifo(part)
    assert found(tmp_path) is None


def test_a_cache_folder_that_is_a_link_is_neither_read_nor_written(tmp_path: Path):
    (tmp_path / "elsewhere" / "cache").mkdir(parents=True)
    (tmp_path / ".rightdoor").symlink_to("elsewhere")
    cache = open_cache(tmp_path)
    cache.keep(FILE, digest_of(b""), b"")
    cache.write()
    assert list((tmp_path / "elsewhere" / "cache").iterdir()) == []


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path):
    (tmp_path / ".rightdoor").write_text("a file in the way")
    cache = open_cache(tmp_path)
    cache.keep(FILE, digest_of(b""), b"x")
    cache.write()
    assert cache.find(FILE, digest_of(b"")) is None


def test_a_full_disk_leaves_the_old_part_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    kept(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "replace", full)
    kept(tmp_path, packed=b"newer")
    monkeypatch.undo()
    assert found(tmp_path) == b"sound"
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_files_that_are_gone_leave_the_cache_with_the_next_change_beside_them(tmp_path: Path):
    part = kept(tmp_path)
    neighbours = (f"directory/areas/a{number}.yaml" for number in range(1_000))
    other = next(each for each in neighbours if module._part_of(each) == module._part_of(FILE))
    cache = Cache(tmp_path, key=KEY, made_for=b"1")
    assert cache.find(other, b"") is None
    cache.keep(other, b"", b"y")
    cache.write()
    assert found(tmp_path) is None
    assert part.exists()


def test_only_parts_that_changed_are_written(tmp_path: Path):
    part = kept(tmp_path)
    os.utime(part, (1, 1))
    cache = Cache(tmp_path, key=KEY, made_for=b"1")
    packed = cache.find(FILE, digest_of(b"name: A"))
    assert packed is not None
    cache.keep(FILE, digest_of(b"name: A"), packed)
    cache.write()
    assert part.stat().st_mtime == 1


def test_the_key_is_made_once_and_is_the_users_own(tmp_path: Path, own_home: Path):
    for packed in (b"first", b"second"):
        cache = open_cache(tmp_path)
        cache.keep(FILE, digest_of(b""), packed)
        cache.write()
    assert open_cache(tmp_path).find(FILE, digest_of(b"")) == b"second"
    assert (own_home / "rightdoor" / "key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("key", [b"", b"short", b"k" * 33])
def test_a_key_that_is_not_one_means_no_cache(tmp_path: Path, own_home: Path, key: bytes):
    (own_home / "rightdoor").mkdir()
    (own_home / "rightdoor" / "key").write_bytes(key)
    cache = open_cache(tmp_path)
    cache.keep(FILE, digest_of(b""), b"x")
    cache.write()
    assert not (tmp_path / FOLDER).exists()


def test_a_home_that_cannot_be_written_means_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    cache = open_cache(tmp_path)
    cache.keep(FILE, digest_of(b""), b"x")
    cache.write()
    assert not (tmp_path / FOLDER).exists()
