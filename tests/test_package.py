"""What is given to others: the wheel holds all that a build needs, and works where there is only somebody's data."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from needs import require_node

TODAY = "2026-11-23"


def make(root: Path, target: str, folder: Path) -> Path:
    """The archive that hatchling makes of the checkout: `target` is `wheel` or `sdist`."""
    require_node()
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("rightdoor-*"))


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(root, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which Python finds the unpacked wheel, and not the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return {**os.environ, "PYTHONPATH": str(folder)}


@pytest.fixture
def somebody(root: Path, tmp_path: Path) -> Path:
    """A folder that holds only `directory/` and `mkdocs.yml`."""
    shutil.copytree(root / "directory", tmp_path / "directory")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def rightdoor(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from rightdoor.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_grammar_the_theme_and_the_browser_code(wheel: Path):
    names = set(names_in(wheel))
    assert {
        "rightdoor/schema/service.schema.json",
        "rightdoor/schema/criteria.yaml",
        "rightdoor/schema/vocabularies/needs.yaml",
        "rightdoor/theme/main.html",
        "rightdoor/assets/javascripts/built/search.js",
        "rightdoor/assets/javascripts/built/licences/minisearch.txt",
        "rightdoor/schema/issue_forms.yaml",
        "rightdoor/starter/.github/workflows/check.yml",
        "rightdoor/starter/gitignore",
        "rightdoor/real/services/national/samaritans.yaml",
        "rightdoor/real/areas/england.yaml",
        "rightdoor-0.1.0.dist-info/licenses/LICENSE",
    } <= names


def test_the_wheel_holds_nothing_else(wheel: Path):
    names = names_in(wheel)
    tops = {name.split("/")[0] for name in names}
    scripts = [name for name in names if name.startswith("rightdoor/assets/javascripts/") and "/built/" not in name]
    assert tops == {"rightdoor", "rightdoor-0.1.0.dist-info"}
    assert scripts == []
    assert [name for name in names if name.endswith((".pyc", ".orig", "~"))] == []


def test_the_wheel_holds_no_made_up_place(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        real = [name for name in archive.namelist() if name.startswith("rightdoor/real/")]
        assert len(real) > 50
        assert [name for name in real if b"\nfictional: true" in archive.read(name)] == []
    assert {name.split("/")[2] for name in real} <= {
        "LICENSE", "areas", "disproved-numbers.yaml", "organizations", "services", "tombstones.yaml",
    }  # fmt: skip


def test_two_wheels_are_the_same_bytes(root: Path, wheel: Path, tmp_path: Path):
    assert make(root, "wheel", tmp_path).read_bytes() == wheel.read_bytes()


def test_the_source_archive_holds_the_sources_of_the_browser_code(root: Path, tmp_path: Path):
    with tarfile.open(make(root, "sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", "scripts/build_browser.py", "package-lock.json", ".npmrc"} <= names
    assert {"docs/assets/javascripts/search/index.js", "directory/LICENSE", "tests/test_package.py"} <= names
    assert not [name for name in names if "node_modules" in name or "javascripts/built" in name]


def test_an_installed_wheel_is_what_runs(installed: dict[str, str], somebody: Path):
    code = "from rightdoor.resources import *; print(schema_folder(), theme_folder(), assets_folder())"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=somebody, env=installed, capture_output=True, text=True, check=True)
    package = Path(installed["PYTHONPATH"]).resolve() / "rightdoor"
    assert done.stdout.split() == [str(package / name) for name in ("schema", "theme", "assets")]


def test_an_installed_wheel_checks_a_folder_that_holds_only_data(installed: dict[str, str], somebody: Path):
    done = rightdoor(installed, somebody, "check", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_installed_wheel_builds_the_site_of_a_folder_that_holds_only_data(installed: dict[str, str], somebody: Path):
    done = rightdoor(installed, somebody, "build", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = ("index.html", "404.html", "crisis/index.html", "services/northvale-talking-therapies/index.html")
    pages += ("about/index.html", "safety/index.html", "privacy/index.html", "checks/never-checked/index.html")
    files = (*pages, "assets/javascripts/built/search.js", "assets/javascripts/built/licences/minisearch.txt")
    assert [name for name in files if not (somebody / "site" / name).is_file()] == []
    assert not (somebody / "site" / "assets" / "javascripts" / "search").exists()


def test_an_installed_wheel_begins_a_repository_that_has_no_error_and_makes_a_site(
    installed: dict[str, str], tmp_path: Path
):
    done = rightdoor(installed, tmp_path, "init", "dorset", "--area", "West Dorset")
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "dorset"
    assert (folder / ".github/requirements.txt").read_text("utf-8").splitlines()[-1] == "rightdoor==0.1.0"
    done = rightdoor(installed, folder, "check")
    assert done.returncode == 0 and "0 errors, " in done.stdout, done.stdout + done.stderr
    done = rightdoor(installed, folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "in West Dorset" in (folder / "site/services/west-dorset-carers-assessment/index.html").read_text("utf-8")
    assert (folder / "site/about/index.html").is_file()
