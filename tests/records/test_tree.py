"""The tree guard: nothing but ordinary files of the right name, mode and size lies below the directory."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from rightdoor.records import tree
from rightdoor.records.git import GitUnable, commit_of
from rightdoor.records.git_tree import changed_elsewhere, items_of, lay_out
from rightdoor.records.read import MAX_BYTES
from rightdoor.records.tree import Item, elsewhere, guard, items_in
from small_project import FILES, SERVICE, small_project

ORDINARY = stat.S_IFREG | 0o644
LINK = stat.S_IFLNK | 0o777
TEXT = "name: Somebody\n"


def item(path: str, mode: int = ORDINARY, size: int = 100) -> Item:
    return Item(path, mode, size)


def codes(*items: Item) -> set[tuple[str, str]]:
    return {(each.file, each.code) for each in guard(items).problems}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Volunteer", "-c", "user.email=volunteer@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def committed(folder: Path) -> str:
    """The commit of everything in a folder."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Change")
    return git(folder, "rev-parse", "HEAD")


def test_a_directory_of_ordinary_files_passes(project: Path):
    found = guard(items_in(project))
    assert found.problems == ()
    assert {each.path for each in found.kept} == set(FILES)


def test_this_repository_passes(root: Path):
    assert guard(items_in(root)).problems == ()


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (item("directory/areas/valeland.yaml", LINK), "file-kind"),
        (item("directory", LINK), "file-kind"),
        (item("directory/services/national", 0o160000), "file-kind"),
        (item("directory/areas/pipe.yaml", stat.S_IFIFO | 0o644), "file-kind"),
        (item("directory/areas/valeland.yaml", stat.S_IFREG | 0o755), "file-mode"),
        (item("directory/areas/valeland.yaml", stat.S_IFREG | 0o4644), "file-mode"),
        (item("directory/areas/valeland.yaml", size=MAX_BYTES + 1), "file-limits"),
        (item("directory/statistics/figures.yaml", size=MAX_BYTES + 1), "file-limits"),
        (item("directory/areas/.hidden.yaml"), "stray-file"),
        (item("directory/.github/workflows/check.yml"), "stray-file"),
        (item("directory/areas/va le.yaml"), "file-name"),
        (item("directory/areas/vale\u202eland.yaml"), "file-name"),
        (item("directory/areas/vale\nland.yaml"), "file-name"),
        (item("directory/areas/../../etc/passwd"), "stray-file"),
        (item(f"directory/areas/{'a' * 101}"), "file-name"),
        (item("directory/services/national/deeper/valeland-line.yaml"), "stray-file"),
        (item("directory/areas/valeland.html"), "stray-file"),
        (item("directory/areas/Vale_land.yaml"), "file-name"),
        (item("directory/statistics/figures.csv"), "stray-file"),
        (item("directory/index.html"), "stray-file"),
    ],
    ids=lambda each: f"{each.path}-{each.mode:o}" if isinstance(each, Item) else each,
)
def test_whatever_else_lies_there_is_refused_and_the_rest_is_kept(bad: Item, code: str):
    found = guard([item("directory/areas/eastvale.yaml"), bad])
    assert [each.code for each in found.problems] == [code]
    assert [each.path for each in found.kept] == ["directory/areas/eastvale.yaml"]


def test_two_names_that_differ_only_in_capitals_are_refused_also_those_of_folders():
    found = codes(
        item("directory/areas/valeland.yaml"),
        item("directory/areas/Valeland.yaml"),
        item("directory/services/national/a.yaml"),
        item("directory/services/National/b.yaml"),
    )
    assert found == {
        ("directory/areas/Valeland.yaml", "case-only-difference"),
        ("directory/services/National/b.yaml", "case-only-difference"),
    }


def test_a_directory_that_is_missing_is_said_and_not_taken_for_an_empty_one():
    assert codes() == {("directory", "file-kind")}


def test_a_listing_without_end_is_refused_before_it_is_read_to_its_end():
    def endless():
        for number in range(10 * tree.MOST_FILES):
            assert number <= tree.MOST_FILES
            yield item(f"directory/areas/a{number}.yaml")

    assert [each.code for each in guard(endless()).problems] == ["file-limits"]


def test_files_that_are_small_one_by_one_and_huge_together_are_refused():
    many = (item(f"directory/areas/a{number}.yaml", size=MAX_BYTES) for number in range(1025))
    assert [each.code for each in guard(many).problems] == ["file-limits"]


@pytest.mark.skipif(os.name == "nt", reason="Links need rights on Windows.")
def test_a_link_in_a_folder_is_seen_and_never_followed(project: Path):
    (project / "directory/areas/passwords.yaml").symlink_to("/etc/passwd")
    (project / "directory/services/all").symlink_to("/")
    found = guard(items_in(project))
    assert {(each.file, each.code) for each in found.problems} == {
        ("directory/areas/passwords.yaml", "file-kind"),
        ("directory/services/all", "file-kind"),
    }


def test_a_commit_is_judged_like_the_folder_it_was_made_of(project: Path):
    os.symlink("/etc/passwd", project / "directory/areas/passwords.yaml")
    (project / SERVICE).chmod(0o755)
    commit = committed(project)
    found = guard(items_of(project, commit))
    assert {(each.file, each.code) for each in found.problems} == {
        ("directory/areas/passwords.yaml", "file-kind"),
        (SERVICE, "file-mode"),
    }


def test_what_is_sound_in_a_commit_is_written_byte_for_byte_as_ordinary_files(project: Path, tmp_path: Path):
    raw = b"name: Caf\xc3\xa9\r\n\x00# no line end"
    (project / "directory/areas/eastvale.yaml").write_bytes(raw)
    (project / ".gitattributes").write_text("*.yaml text eol=crlf filter=evil\n")
    (project / "directory/areas/passwords.yaml").symlink_to("/etc/passwd")
    commit = committed(project)
    target = tmp_path / "target"
    lay_out(project, guard(items_of(project, commit)).kept, target)
    written = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    assert written == {*FILES, "directory/areas/eastvale.yaml"}
    assert (target / "directory/areas/eastvale.yaml").read_bytes() == git_blob(project, "areas/eastvale.yaml")
    assert {path.stat().st_mode & 0o111 for path in target.rglob("*") if path.is_file()} == {0}


def git_blob(project: Path, name: str) -> bytes:
    command = ["git", "-C", str(project), "cat-file", "blob", f"HEAD:directory/{name}"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_a_commit_without_a_directory_is_said(tmp_path: Path):
    (tmp_path / "README.md").write_text(TEXT)
    commit = committed(tmp_path)
    assert [each.code for each in guard(items_of(tmp_path, commit)).problems] == ["file-kind"]


@pytest.mark.parametrize("revision", ["--help", "-h", "nothing", "", "HEAD:directory", "$(touch evil)", "HEAD\n--all"])
def test_a_revision_that_is_no_commit_is_refused_and_never_taken_for_an_option(project: Path, revision: str):
    committed(project)
    with pytest.raises(GitUnable):
        commit_of(project, revision)
    assert not (project / "evil").exists()


def test_a_project_may_lie_in_a_folder_of_a_repository(tmp_path: Path):
    project = small_project(tmp_path / "north")
    commit = committed(tmp_path)
    assert {each.path for each in items_of(project, commit)} == set(FILES)
    (tmp_path / "README.md").write_text(TEXT)
    (project / "directory/areas/valeland.yaml").write_text(TEXT)
    assert list(changed_elsewhere(project, commit, committed(tmp_path))) == ["README.md"]


def test_a_small_commit_that_holds_the_same_folder_a_billion_times_is_refused_at_once(tmp_path: Path):
    """A tree of ten names for one tree of ten names, ten deep: ten thousand million files in two kilobytes."""
    git(tmp_path, "init", "-q", "-b", "main")
    blob = made(tmp_path, "hash-object", "-w", "--stdin", given=TEXT)
    entry = f"100644 blob {blob}"
    for _ in range(10):
        rows = "".join(f"{entry}\ta{number}\n" for number in range(10))
        entry = f"040000 tree {made(tmp_path, 'mktree', given=rows)}"
    top = made(tmp_path, "mktree", given=f"{entry}\tdirectory\n")
    commit = made(tmp_path, "-c", "user.name=V", "-c", "user.email=v@example.org", "commit-tree", top, "-m", "Bomb")
    found = guard(items_of(tmp_path, commit))
    assert found.kept == () and {each.code for each in found.problems} == {"stray-file"}
    assert len(found.problems) == 1000


def made(folder: Path, *arguments: str, given: str = "") -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout.strip()


def test_what_a_pull_request_changes_outside_the_directory_is_named(project: Path):
    before = committed(project)
    (project / "scripts").mkdir()
    (project / "scripts/evil.py").write_text("print()\n")
    (project / "directory/areas/valeland.yaml").write_text(TEXT)
    after = committed(project)
    names = changed_elsewhere(project, before, after)
    assert list(names) == ["scripts/evil.py"]
    assert "a file outside directory/: scripts/evil.py. Nothing of it was used here" in elsewhere(names)
    assert elsewhere([]) == ""


def test_of_many_files_outside_the_directory_only_some_are_named():
    assert "12 files outside directory/: a0, a1, " in elsewhere([f"a{number}" for number in range(12)])
    assert "a9 and more. Nothing of them" in elsewhere([f"a{number}" for number in range(12)])
