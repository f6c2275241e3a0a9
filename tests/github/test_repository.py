"""The rest of what GitHub and pre-commit read of this repository: owners, hooks, and what is generated."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from rightdoor.cli import main
from small_project import FILES, SERVICE, small_project


def test_every_file_that_is_made_from_another_is_fresh(root: Path, monkeypatch: pytest.MonkeyPatch):
    import write_github

    stale = [path for path, text in write_github.files(root).items() if (root / path).read_text("utf-8") != text]
    assert stale == [], "Run: python scripts/write_github.py"


def test_every_area_has_a_line_of_its_own_for_whoever_looks_after_it(root: Path):
    rows = (root / ".github/CODEOWNERS").read_text("utf-8")
    folders = [each.name for each in (root / "directory/services").iterdir() if each.is_dir()]
    assert [each for each in folders if f" /directory/services/{each}/ " not in rows] == []
    assert "Criteria and crisis help need two people" in rows


def test_owners_name_only_what_is_there(root: Path):
    places = re.findall(r"^(?:# )?(/\S+) @", (root / ".github/CODEOWNERS").read_text("utf-8"), re.MULTILINE)
    assert places and [each for each in places if not (root / each.strip("/")).exists()] == []


def hooks(root: Path) -> dict[str, dict[str, object]]:
    return {each["id"]: each for each in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def test_pre_commit_is_offered_the_check_the_style_and_the_guard(root: Path):
    assert set(hooks(root)) == {"rightdoor-check", "rightdoor-fmt", "rightdoor-guard"}


@pytest.mark.parametrize("name", ["rightdoor-check", "rightdoor-fmt", "rightdoor-guard"])
def test_a_hook_passes_a_sound_directory(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.chdir(small_project(tmp_path))
    entry = str(hooks(root)[name]["entry"]).split()
    files = [] if hooks(root)[name].get("pass_filenames") is False else list(FILES)
    assert entry[0] == "rightdoor"
    assert CliRunner().invoke(main, [*entry[1:], *files]).exit_code == 0


def test_the_hook_stops_a_commit_with_an_error(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    broken = FILES[SERVICE].replace("intake: open", "intake: sometimes")
    monkeypatch.chdir(small_project(tmp_path, valeland_line=broken))
    entry = str(hooks(root)["rightdoor-check"]["entry"]).split()
    done = CliRunner().invoke(main, entry[1:])
    assert done.exit_code == 1 and "sometimes" in done.output


def test_the_hooks_run_for_every_file_of_the_directory_and_for_no_other(root: Path):
    for hook in hooks(root).values():
        assert re.search(str(hook["files"]), SERVICE)
        assert not re.search(str(hook["files"]), "docs/directory/services/x.yaml")
