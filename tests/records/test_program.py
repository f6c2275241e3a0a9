"""Where the program came from: one line for pip, or nothing where others could not reach it."""

import json
import subprocess
from pathlib import Path

import pytest

from rightdoor import __version__
from rightdoor.records import program

COMMIT = "0123456789012345678901234567890123456789"


def noted(monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return text

    monkeypatch.setattr(program, "distribution", lambda name: Installed())


def test_a_program_from_a_package_index_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch):
    noted(monkeypatch, None)
    assert program.requirement() == f"rightdoor=={__version__}"


def test_a_program_from_a_repository_is_named_with_its_commit(monkeypatch: pytest.MonkeyPatch):
    told = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}
    noted(monkeypatch, json.dumps({"url": "https://example.org/r.git", "vcs_info": told}))
    assert program.requirement() == f"rightdoor @ git+https://example.org/r.git@{COMMIT}"


def test_a_program_from_an_address_is_named_with_the_address():
    assert program.of_note({"url": "https://example.org/rightdoor-1.whl", "archive_info": {}}) == (
        "rightdoor @ https://example.org/rightdoor-1.whl"
    )


@pytest.mark.parametrize(
    "address",
    ["https://anna:password@example.org/r", "http://example.org/r", "ssh://git@example.org/r", "https://a.org/r\n-r x"],
)
def test_an_address_that_is_not_for_everybody_is_never_written_down(address: str):
    assert program.of_note({"url": address, "archive_info": {}}) == ""
    assert program.of_note({"url": address, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}) == ""


def test_a_folder_is_named_by_the_repository_that_it_is_a_copy_of(tmp_path: Path):
    assert program.of_note({"url": tmp_path.as_uri(), "dir_info": {}}) == ""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=V", "-c", "user.email=v@example.org"]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "Begin"]):
        subprocess.run([*git, *words], check=True)
    assert program.of_note({"url": tmp_path.as_uri(), "dir_info": {}}) == ""
    subprocess.run([*git, "remote", "add", "origin", "https://example.org/r"], check=True)
    said = program.of_note({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    assert said.startswith("rightdoor @ git+https://example.org/r@") and len(said.rpartition("@")[2]) == 40
