"""`rightdoor build` and `serve`: exit codes and words; what a build does is tested with the pages."""

import socket
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.pages import publish, serve
from rightdoor.pages.publish import BuildRefused, Report
from small_project import ORGANIZATION, service, small_project

SITE = "site_name: Small\ntheme: {name: material}\nplugins: [rightdoor]\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def site_project(folder: Path, **changes: str) -> Path:
    small_project(folder, **changes)
    (folder / "mkdocs.yml").write_text(SITE)
    return folder


def run(command: str, root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root), "--today", "2026-11-23", *arguments])


def test_a_sound_directory_is_built_into_the_folder_site(tmp_path: Path):
    result = run("build", site_project(tmp_path))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "site/services/valeland-line/index.html").is_file()


def test_out_is_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "project").mkdir()
    site_project(tmp_path / "project")
    monkeypatch.chdir(tmp_path)
    assert run("build", Path("project"), "--out", "public").exit_code == 0
    assert (tmp_path / "public/index.html").is_file()


def test_a_broken_directory_is_refused_in_the_words_of_check_and_the_old_site_stays(tmp_path: Path):
    run("build", site_project(tmp_path))
    before = (tmp_path / "site/index.html").read_bytes()
    site_project(tmp_path, valeland_trust="name: 'Valeland Trust\n")
    built, checked = run("build", tmp_path), run("check", tmp_path)
    assert built.exit_code == 1
    assert checked.stdout.partition("\n\n")[0] in built.stdout
    assert ORGANIZATION in built.stdout
    assert (tmp_path / "site/index.html").read_bytes() == before


def test_keep_going_builds_without_what_is_broken_and_says_so(tmp_path: Path):
    result = run("build", site_project(tmp_path, valeland_chat="name: [\n"), "--keep-going")
    assert result.exit_code == 0, result.output
    assert "valeland-chat.yaml" in result.output
    assert (tmp_path / "site/services/valeland-line/index.html").is_file()
    assert not (tmp_path / "site/services/valeland-chat").exists()


@pytest.mark.parametrize(
    "broken",
    [
        {"valeland_line": service(status="nonsense")},
        {"valeland_line": service(checked="{how: provider-phone, on: 2020-01-01}", fictional="false")},
        {"valeland": "name: Valeland\nkind: nation\nnonsense: 1\n"},
    ],
    ids=["its record is broken", "it is overdue", "the area that names it is broken"],
)
def test_no_site_is_built_without_crisis_help_not_even_to_keep_going(tmp_path: Path, broken: dict[str, str]):
    run("build", site_project(tmp_path))
    before = (tmp_path / "site/index.html").read_bytes()
    result = run("build", site_project(tmp_path, **broken), "--keep-going")
    assert result.exit_code == 1
    assert "crisis help would be missing" in result.output
    assert (tmp_path / "site/index.html").read_bytes() == before


def test_a_folder_with_somebodys_files_is_refused_with_1_and_a_sentence(tmp_path: Path):
    (site_project(tmp_path) / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_text("mine")
    result = run("build", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert (tmp_path / "site/thesis.txt").read_text() == "mine"


def test_build_hands_on_what_it_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    told: list[object] = []

    def build(root: Path, out: Path, today: date, **options: object) -> Report:
        told.extend((root, out, today, options["keep_going"], options["jobs"]))
        return Report((), True, 1, 2, 2, "Done.")

    monkeypatch.setattr(publish, "build", build)
    result = run("build", site_project(tmp_path), "--keep-going", "--jobs", "3")
    assert (result.exit_code, result.output) == (0, "Done.\n")
    assert told == [tmp_path, Path("site"), date(2026, 11, 23), True, 3]


def test_serve_hands_on_what_it_was_told_and_says_why_it_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    told: list[object] = []

    def show(*arguments: object) -> None:
        told.extend(arguments)
        raise BuildRefused("The port is taken.")

    monkeypatch.setattr(serve, "serve", show)
    result = run("serve", site_project(tmp_path), "--port", "8001")
    assert told == [tmp_path, "127.0.0.1", 8001, date(2026, 11, 23)]
    assert (result.exit_code, result.stderr) == (1, "Error: The port is taken.\n")


def test_serve_says_that_the_port_is_taken(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        result = run("serve", site_project(tmp_path), "--port", str(other.getsockname()[1]))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Nothing can be shown at 127.0.0.1:")


@pytest.mark.parametrize(
    "arguments", [["build", "--jobs", "0"], ["serve", "--port", "99999"], ["serve", "--port", "x"]]
)
def test_a_number_out_of_range_ends_with_2(tmp_path: Path, arguments: list[str]):
    assert run(arguments[0], site_project(tmp_path), *arguments[1:]).exit_code == 2
