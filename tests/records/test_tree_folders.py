"""The tree guard does not look into folders without end: each takes time, though it holds nothing."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from rightdoor.records import git, git_tree, tree
from rightdoor.records.git import GitUnable
from rightdoor.records.git_tree import items_of
from rightdoor.records.tree import guard, items_in
from small_project import small_project

WHO = ("-c", "user.name=Volunteer", "-c", "user.email=volunteer@example.org")


def run(folder: Path, *arguments: str, given: str = "") -> str:
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout.strip()


def of_empty_folders(folder: Path, number: int) -> str:
    """A commit whose `directory/services/` holds so many empty folders and no file: a few kilobytes."""
    run(folder, "init", "-q", "-b", "main")
    empty = run(folder, "mktree")
    many = run(folder, "mktree", given="".join(f"040000 tree {empty}\ta{each}\n" for each in range(number)))
    below = run(folder, "mktree", given=f"040000 tree {many}\tservices\n")
    return run(folder, "commit-tree", run(folder, "mktree", given=f"040000 tree {below}\tdirectory\n"), "-m", "Many")


def test_a_commit_of_very_many_empty_folders_is_refused_after_few_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = of_empty_folders(tmp_path, 500)
    asked: list[tuple[str, ...]] = []

    def noted(root: Path, *words: str, **more: Any) -> bytes:
        asked.append(words)
        return git.ask(root, *words, **more)

    monkeypatch.setattr(git_tree, "MOST_FOLDERS", 20)
    monkeypatch.setattr(git_tree, "ask", noted)
    found = guard(items_of(tmp_path, commit))
    assert [(each.file, each.code) for each in found.problems] == [("directory", "file-limits")]
    assert found.problems[0].message == "There are more than 1,000 folders."
    assert found.kept == ()
    assert len(asked) <= 22


def test_a_folder_of_very_many_names_is_not_listed_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = of_empty_folders(tmp_path, 500)
    monkeypatch.setattr(git_tree, "LONGEST_LISTING", 10_000)
    with pytest.raises(GitUnable, match="too long to be about a directory"):
        guard(items_of(tmp_path, commit))


def test_the_same_holds_for_the_files_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small_project(tmp_path)
    assert guard(items_in(project)).problems == ()
    for each in range(20):
        os.mkdir(project / f"directory/services/a{each}")
    monkeypatch.setattr(tree, "MOST_FOLDERS", 20)
    assert [each.message for each in guard(items_in(project)).problems] == ["There are more than 20 folders."]
