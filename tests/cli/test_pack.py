"""`rightdoor pack`: one file for an area, refused in plain words where it cannot be made or would harm something."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.pages import pack as packs
from small_project import service, small_project

SITE = "site_name: Small\ntheme: {name: material}\nplugins: [rightdoor]\n"
NAME = "rightdoor-valeland-2026-11-23.html"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def browser_code(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for the built browser code: what a pack does in a browser is tested there."""
    folder = tmp_path_factory.mktemp("assets")
    for name in (packs.STYLE, packs.SCRIPT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("/* made */\n")
    monkeypatch.setattr(packs, "assets_folder", lambda: folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SITE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["pack", "--today", "2026-11-23", *arguments])


def test_a_pack_is_written_here_under_the_name_of_its_area_and_day(project: Path):
    result = run("valeland")
    assert result.exit_code == 0, result.output
    assert (project / NAME).is_file()
    assert "1 service for Valeland" in result.output
    assert "Do not use it after 23 December 2026." in result.output


def test_out_may_be_a_file_or_a_folder(project: Path):
    (project / "drive").mkdir()
    assert run("valeland", "--out", "drive").exit_code == 0
    assert (project / "drive" / NAME).is_file()
    assert run("valeland", "--out", "drive/ours.html").exit_code == 0
    assert (project / "drive/ours.html").is_file()


def test_an_unknown_area_is_refused_with_the_nearest(project: Path):
    result = run("valland")
    assert result.exit_code == 1
    assert "There is no area valland. Did you mean valeland?" in result.output
    assert "The areas are: valeland." in run("elsewhere-altogether").output


def test_a_directory_with_errors_is_refused_in_the_words_of_check(project: Path):
    (project / "directory/services/national/broken.yaml").write_text(service(status="nonsense"))
    result = run("valeland")
    assert result.exit_code == 1
    assert "broken.yaml" in result.output
    assert "No pack is written, since the records have" in result.output
    assert not list(project.glob("*.html"))


def test_browser_code_that_is_not_built_is_asked_for(project: Path, browser_code: Path):
    (browser_code / packs.SCRIPT).unlink()
    result = run("valeland")
    assert result.exit_code == 1
    assert "The browser code is not built. Type: python scripts/build_browser.py" in result.output


def test_a_project_without_settings_says_which_file_is_missing(project: Path):
    (project / "mkdocs.yml").unlink()
    result = run("valeland")
    assert result.exit_code == 1
    assert "There is no mkdocs.yml" in result.output


def test_an_older_pack_is_written_over(project: Path):
    (project / NAME).write_text("<!doctype html>\n<!-- Rightdoor pack: valeland, 2026-01-01. -->\nold")
    assert run("valeland").exit_code == 0
    assert "2026-11-23" in (project / NAME).read_text()


@pytest.mark.parametrize("there", ["my notes", "<!doctype html>\n<p>About the Rightdoor pack</p>", ""])
def test_a_file_that_is_no_pack_is_left_alone(project: Path, there: str):
    (project / "mine.html").write_text(there)
    result = run("valeland", "--out", "mine.html")
    assert result.exit_code == 1
    assert "mine.html is there already and is not a pack" in result.output
    assert (project / "mine.html").read_text() == there


def test_no_pack_is_written_through_a_link_to_another_file(project: Path):
    (project / "target.html").write_text("<!doctype html>\n<!-- Rightdoor pack: valeland -->")
    (project / "link.html").symlink_to(project / "target.html")
    assert run("valeland", "--out", "link.html").exit_code == 1
    assert (project / "link.html").is_symlink()


def test_a_name_that_no_browser_would_open_is_refused(project: Path):
    result = run("valeland", "--out", "northvale.pdf")
    assert result.exit_code == 1
    assert "does not end in .html" in result.output


def test_a_folder_that_is_not_there_is_named_and_nothing_is_left_behind(project: Path):
    result = run("valeland", "--out", "no/such/pack.html")
    assert result.exit_code == 1
    assert "The pack cannot be written: No such file or directory" in result.output
    assert list(project.glob("**/.*.html.*")) == []


def test_an_old_pack_stands_whole_when_writing_the_new_one_fails(project: Path, monkeypatch: pytest.MonkeyPatch):
    assert run("valeland").exit_code == 0
    before = (project / NAME).read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("valeland")
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert (project / NAME).read_bytes() == before
    assert list(project.glob(f".{NAME}*")) == []


def test_the_same_directory_on_the_same_day_gives_the_same_bytes(project: Path):
    run("valeland", "--out", "one.html")
    run("valeland", "--out", "two.html")
    assert (project / "one.html").read_bytes() == (project / "two.html").read_bytes()


def test_help_says_what_it_writes_and_how_long_it_may_be_used():
    said = CliRunner().invoke(main, ["pack", "--help"]).output
    for words in ("one HTML file", "30 days", "rightdoor-AREA-DATE.html", "nothing else"):
        assert words in said
