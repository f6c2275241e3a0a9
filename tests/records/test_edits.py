"""Changes to files are made all or not at all, and never through a link."""

import os
from pathlib import Path
from typing import IO, Any

import pytest

from rightdoor.records.edits import Edit, EditRefused, write_edits


def project(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def held(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text() for file in files}


def test_files_are_changed_written_and_removed_together(tmp_path: Path):
    root = project(tmp_path, a="1", b="2")
    edits = [Edit("a.yaml", b"1", b"one"), Edit("b.yaml", b"2", None), Edit("new/c.yaml", None, b"three")]
    write_edits(root, edits)
    assert held(root) == {"a.yaml": "one", "new/c.yaml": "three"}
    assert [each.done for each in edits] == ["changed", "removed", "written"]


def test_a_file_that_was_changed_meanwhile_stops_everything(tmp_path: Path):
    root = project(tmp_path, a="1", b="somebody else's")
    with pytest.raises(EditRefused, match=r"b\.yaml was changed meanwhile"):
        write_edits(root, [Edit("a.yaml", b"1", b"one"), Edit("b.yaml", b"2", b"two")])
    assert held(root) == {"a.yaml": "1", "b.yaml": "somebody else's"}


def test_a_file_that_should_be_new_is_never_overwritten(tmp_path: Path):
    root = project(tmp_path, a="mine")
    with pytest.raises(EditRefused, match=r"a\.yaml is there already"):
        write_edits(root, [Edit("a.yaml", None, b"x")])
    assert held(root) == {"a.yaml": "mine"}


@pytest.mark.parametrize("place", ["link.yaml", "behind/a.yaml", "../outside.yaml"])
def test_nothing_is_written_through_a_link_or_out_of_the_project(tmp_path: Path, place: str):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_text("secret")
    root = tmp_path / "root"
    root.mkdir()
    (root / "link.yaml").symlink_to(outside / "a.yaml")
    (root / "behind").symlink_to(outside)
    with pytest.raises(EditRefused, match="is a link or lies behind one"):
        write_edits(root, [Edit(place, b"secret", b"x")])
    assert (outside / "a.yaml").read_text() == "secret"


def test_what_was_done_is_undone_when_a_later_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = project(tmp_path, a="1", b="2")
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "z.yaml":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    edits = [Edit("a.yaml", b"1", b"one"), Edit("new/y.yaml", None, b"y"), Edit("z.yaml", None, b"z")]
    with pytest.raises(EditRefused, match="Nothing is written: No space left on device"):
        write_edits(root, edits)
    assert held(root) == {"a.yaml": "1", "b.yaml": "2"}
    assert not (root / "new").exists()


def test_where_even_undoing_fails_each_file_is_named_as_new_or_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = project(tmp_path, a="1", b="2", c="3", d="4")
    replace, unlink, write = Path.replace, Path.unlink, os.fdopen
    full: list[object] = []

    def replaced(self: Path, target: Path) -> Path:
        if target.name == "d.yaml":
            full.append(target)
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    def opened(handle: int, mode: str) -> IO[Any]:
        if full and len(full) < 3:
            full.append(handle)
            os.close(handle)
            raise OSError(28, "No space left on device")
        return write(handle, mode)

    def unlinked(self: Path, missing_ok: bool = False) -> None:
        if self.name == "y.yaml":
            raise OSError(13, "Permission denied", str(self))
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(Path, "unlink", unlinked)
    monkeypatch.setattr(os, "fdopen", opened)
    changes = [Edit(f"{name}.yaml", was.encode(), b"new") for name, was in zip("abcd", "1234", strict=True)]
    with pytest.raises(EditRefused) as refused:
        write_edits(root, [Edit("new/y.yaml", None, b"y"), *changes])
    assert held(root) == {"a.yaml": "1", "b.yaml": "new", "c.yaml": "new", "d.yaml": "4", "new/y.yaml": "y"}
    assert str(refused.value).startswith("This stopped half-way and could not all be undone: No space left on device (")
    assert "New: new/y.yaml (written), b.yaml (changed), c.yaml (changed). As before: a.yaml, d.yaml." in str(
        refused.value
    )


def test_what_cannot_be_tidied_up_does_not_hide_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def denied(self: Path, *_: object, **__: object) -> Path:
        raise OSError(13, "Permission denied", str(self))

    for name in ("replace", "unlink", "rmdir"):
        monkeypatch.setattr(Path, name, denied)
    with pytest.raises(EditRefused, match="Nothing is written: Permission denied"):
        write_edits(tmp_path, [Edit("new/y.yaml", None, b"y")])


def test_folders_that_become_empty_go_and_others_stay(tmp_path: Path):
    (tmp_path / "old").mkdir()
    project(tmp_path / "old", a="1", b="2")
    write_edits(tmp_path, [Edit("old/a.yaml", b"1", None)])
    assert (tmp_path / "old").is_dir()
    write_edits(tmp_path, [Edit("old/b.yaml", b"2", None)])
    assert not (tmp_path / "old").exists()


def test_new_files_can_be_read_by_everybody_whatever_the_mask(tmp_path: Path):
    mask = os.umask(0o077)
    try:
        write_edits(tmp_path, [Edit("a.yaml", None, b"1")])
    finally:
        os.umask(mask)
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o644
