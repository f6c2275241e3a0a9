"""`rightdoor init`: a new area's repository passes the check, makes a site, and holds nothing that is made up."""

import re
import stat
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.records import program
from rightdoor.records.starter import NATIONS, SHARED, Starter, shared_files, site_address, starter_files

PROGRAM = "rightdoor @ git+https://example.org/rightdoor@0123456789012345678901234567890123456789"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def begun(folder: Path, *more: str, area: str = "West Dorset") -> Path:
    """A new repository, in which nothing is left to be asked."""
    done = run("init", folder, "--area", area, "--program", PROGRAM, *more)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def dorset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("init") / "dorset"
    return begun(
        place, "--repository", "https://github.com/Dorset-Doors/directory.git", "--owners", "@anna @dorset/crisis"
    )


def text_of(folder: Path, *endings: str) -> str:
    return "\n".join(each.read_text("utf-8") for each in sorted(folder.rglob("*")) if each.name.endswith(endings))


@pytest.mark.parametrize("nation", NATIONS)
def test_what_it_writes_has_no_error_and_makes_a_site_in_every_nation(tmp_path: Path, nation: str):
    folder = begun(tmp_path / "new", "--nation", nation, area="Mid Vale & St. Anne's")
    done = run("check", "--root", folder, "--format", "json")
    assert '"errors": 0' in done.output
    built = run("build", "--root", folder)
    assert built.exit_code == 0, built.output
    page = (folder / "site/index.html").read_text("utf-8")
    assert "Mid Vale &amp; St. Anne" in page
    for name in ("about", "about-coverage"):
        assert f'href="{name}/"' in page
        assert (folder / f"site/{name}/index.html").is_file()


def test_it_is_in_the_one_style_and_passes_the_guard(dorset: Path):
    assert run("fmt", "--check", "--root", dorset).exit_code == 0
    assert run("guard", dorset).exit_code == 0


def test_nothing_in_it_is_made_up(dorset: Path):
    records = text_of(dorset / "directory", ".yaml")
    assert not re.search(r"^fictional: true|\(fictional\)", records, re.MULTILINE)
    assert "northvale" not in records.lower() and "valeland-icb" not in re.sub(r"^#.*", "", records, flags=re.MULTILINE)
    stated = "\n".join(line for line in records.splitlines() if not line.lstrip().startswith("#"))
    assert "example.org" not in stated and "01632" not in stated
    assert not (dorset / "directory/vignettes").exists()


def test_the_national_services_and_the_disproved_numbers_come_along_unchanged(root: Path, dorset: Path):
    for place in ("services/national", "areas/england.yaml", "disproved-numbers.yaml", "LICENSE"):
        ours, theirs = root / "directory" / place, dorset / "directory" / place
        files = sorted(ours.glob("*")) if ours.is_dir() else [ours]
        for each in files:
            copy = theirs / each.name if ours.is_dir() else theirs
            assert copy.read_bytes() == each.read_bytes()


def test_the_first_entry_is_there_to_be_filled_in_and_nobody_has_checked_it(dorset: Path):
    entry = dorset / "directory/services/west-dorset/west-dorset-carers-assessment.yaml"
    data = yaml.safe_load(entry.read_text("utf-8"))
    assert data["checked"] == {"how": "never"} and data["criteria"]["area"]["areas"] == ["west-dorset"]
    assert "# does_not_take" in entry.read_text("utf-8").replace("#   does", "# does")
    assert "schema/" not in entry.read_text("utf-8"), "a folder of data has no schema/"


def test_it_stands_in_the_lists_of_its_area(tmp_path: Path):
    folder = begun(tmp_path / "new")
    assert run("build", "--root", folder).exit_code == 0
    assert (
        "in West Dorset" in (folder / "site/areas/west-dorset/types/local-authority-assessment/index.html").read_text()
    )


def test_the_site_knows_its_repository_its_address_and_its_area(dorset: Path):
    settings = yaml.safe_load((dorset / "mkdocs.yml").read_text("utf-8"))
    assert settings["site_url"] == "https://dorset-doors.github.io/directory/"
    assert settings["site_name"] == "Right door: West Dorset"
    assert settings["plugins"] == [
        {"rightdoor": {"home_area": "west-dorset", "repository": "https://github.com/Dorset-Doors/directory"}}
    ]


def test_where_the_program_comes_from_is_said_in_one_file(dorset: Path):
    assert (dorset / ".github/requirements.txt").read_text("utf-8").splitlines()[-1] == PROGRAM
    files = {each for each in dorset.rglob("*") if each.is_file() and PROGRAM in each.read_text("utf-8")}
    assert files == {dorset / ".github/requirements.txt"}


def test_everybody_who_looks_after_something_is_named(dorset: Path):
    rows = [line for line in (dorset / ".github/CODEOWNERS").read_text("utf-8").splitlines() if line[:1] in "*/"]
    assert "/directory/services/west-dorset/ @anna @dorset/crisis" in rows
    assert "/directory/areas/ @anna @dorset/crisis" in rows
    assert all(line.endswith(" @anna @dorset/crisis") for line in rows if line)


def test_it_has_the_workflows_and_issue_forms_of_this_repository(dorset: Path):
    for path, text in shared_files().items():
        assert (dorset / path).read_text("utf-8") == text
    assert set(SHARED) <= set(shared_files())


def test_its_readme_says_what_to_do_next_and_no_word_is_left_to_be_filled_in(dorset: Path):
    readme = (dorset / "README.md").read_text("utf-8")
    assert "What to do next" in readme and readme.count("\n") < 50
    assert "directory/services/west-dorset/west-dorset-carers-assessment.yaml" in readme
    assert not re.search(r"@[A-Z_]+@", text_of(dorset, "README.md", "mkdocs.yml"))
    assert "First say in" not in readme


def test_where_nobody_can_say_where_the_program_comes_from_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def nowhere(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(program, "distribution", nowhere)
    done = run("init", tmp_path / "new", "--area", "Dorset")
    before, _, after = done.output.partition("written to")
    assert before.startswith("Nobody but this computer knows") and '--program "rightdoor @ git+https://' in before
    assert "Nobody else can run it yet" in after
    assert re.search(r"To look at it on this computer, type: cd \S+/new && \S*rightdoor serve\n", after)
    readme = (tmp_path / "new/README.md").read_text("utf-8")
    assert "First say in" in readme and ".venv/bin/rightdoor serve`." in readme
    assert run("check", "--root", tmp_path / "new").exit_code == 0
    lines = (tmp_path / "new/.github/requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == []


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    done = run("init", tmp_path, "--area", "Dorset")
    assert done.exit_code == 2 and "is not empty" in done.output
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled_with_ordinary_files(tmp_path: Path):
    (tmp_path / "new").mkdir()
    folder = begun(tmp_path / "new")
    modes = {stat.S_IMODE(each.stat().st_mode) & 0o111 for each in folder.rglob("*") if each.is_file()}
    assert modes == {0}
    assert [each.name for each in tmp_path.iterdir()] == ["new"], "nothing is left beside it"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--area", "../evil"),
        ("--area", "a\nb: c"),
        ("--area", '": evil'),
        ("--area", "  "),
        ("--area", "England"),
        ("--area", "Null"),
        ("--area", "2026"),
        ("--area", "National"),
        ("--area", "a" * 61),
        ("--area", "Dorset", "--repository", "javascript:alert(1)"),
        ("--area", "Dorset", "--repository", "https://example.org/a\nhooks: [evil.py]"),
        ("--area", "Dorset", "--repository", "https://token@example.org/a"),
        ("--area", "Dorset", "--owners", "everybody"),
        ("--area", "Dorset", "--owners", "@anna\n* @eve"),
        ("--area", "Dorset", "--program", "rightdoor\n--index-url https://example.org"),
        ("--area", "Dorset", "--program", "-r /etc/passwd"),
        (),
    ],
    ids=" ".join,
)
def test_what_cannot_be_right_is_refused_and_nothing_is_written(tmp_path: Path, arguments: tuple[str, ...]):
    done = run("init", tmp_path / "new", *arguments)
    assert done.exit_code == 2 and "Traceback" not in done.output
    assert list(tmp_path.iterdir()) == []


def test_refresh_writes_the_workflows_and_issue_forms_anew_and_nothing_else(tmp_path: Path):
    folder = begun(tmp_path / "new")
    (folder / ".github/workflows/check.yml").write_text("name: Old\n")
    (folder / "README.md").write_text("Our own words.\n")
    done = run("init", "--refresh", folder)
    assert done.output == "Written: .github/workflows/check.yml\n"
    assert (folder / "README.md").read_text() == "Our own words.\n"
    assert "Everything is as this version" in run("init", "--refresh", folder).output


def test_refresh_writes_through_no_link(tmp_path: Path):
    folder = begun(tmp_path / "new")
    (folder / ".github/workflows/check.yml").unlink()
    (folder / ".github/workflows/check.yml").symlink_to(tmp_path / "elsewhere")
    done = run("init", "--refresh", folder)
    assert done.exit_code == 1 and "is a link" in done.output
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/Anna/doors", "https://anna.github.io/doors/"),
        ("https://github.com/anna/anna.github.io", "https://anna.github.io/"),
        ("https://gitlab.com/anna/doors", ""),
        ("https://github.com/anna", ""),
        ("", ""),
    ],
)
def test_github_shows_a_repository_at_an_address_that_is_known(repository: str, address: str):
    assert site_address(repository) == address


def test_the_same_area_always_gives_the_same_files():
    assert starter_files(Starter("Dorset")) == starter_files(Starter("Dorset"))
