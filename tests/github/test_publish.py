"""Publishing: the site is built from the main branch and handed over; links are tried at night only."""

from pathlib import Path

import pytest
import yaml

from github.running import Run, git, repository
from small_project import SERVICE

# Stands for the one command that uses the network.
LINKS = "import sys\nif sys.argv[1:2] == ['links']:\n    print('Tried the links.')\n    sys.exit(1)\n"


@pytest.fixture(scope="module")
def origin(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = repository(root, tmp_path_factory.mktemp("origin"))
    package = folder / "scripts/rightdoor/cli/__init__.py"
    package.write_text(LINKS + package.read_text("utf-8"))
    git(folder, "commit", "-q", "-a", "-m", "Try no link")
    return folder


def publish(root: Path, origin: Path, folder: Path, event: str) -> Run:
    return Run(folder / "run", origin, event=event).job(root / ".github/workflows/publish.yml", "build")


def test_a_change_of_main_is_built_and_handed_over(root: Path, origin: Path, tmp_path: Path):
    done = publish(root, origin, tmp_path, "push")
    assert done.succeeded, done.said
    assert done.kept == ["site"]
    assert "Valeland Line" in (done.folder / "site/services/valeland-line/index.html").read_text("utf-8")
    assert "Tried the links." not in done.said


def test_at_night_links_are_tried_and_a_broken_one_stops_nothing(root: Path, origin: Path, tmp_path: Path):
    done = publish(root, origin, tmp_path, "schedule")
    assert "Tried the links." in done.said
    assert done.succeeded and done.kept == ["site"], done.said


def test_nothing_is_handed_over_when_an_entry_has_an_error(root: Path, origin: Path, tmp_path: Path):
    text = (origin / SERVICE).read_text("utf-8")
    (origin / SERVICE).write_text(text.replace("intake: open", "intake: sometimes"))
    git(origin, "commit", "-q", "-a", "-m", "Break it")
    done = publish(root, origin, tmp_path, "push")
    assert not done.succeeded and done.kept == []
    assert "The old site is as it was" in done.said


def test_only_the_main_branch_is_put_on_the_web_and_only_after_it_was_built(root: Path):
    jobs = yaml.safe_load((root / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["deploy"]["if"] == "${{ github.ref == 'refs/heads/main' }}"
    assert jobs["deploy"]["environment"]["name"] == "github-pages"
    assert all("run" not in each for each in jobs["deploy"]["steps"]), "what may publish runs nothing of ours"


def test_a_site_is_never_cut_short_by_the_next(root: Path):
    said = yaml.safe_load((root / ".github/workflows/publish.yml").read_text("utf-8"))["concurrency"]
    assert said["cancel-in-progress"] is False
