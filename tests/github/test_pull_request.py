"""A pull request on GitHub: the program of the main branch says what it thinks of the data of the change.

Each test makes a pull request, runs the steps of `.github/workflows/check.yml` as they stand, and looks at the job's
page, its annotations and whether it is green.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.test_history import PLACE, TEAM
from github.running import Run, git, pull_request, repository
from small_project import AREA, FILES, SERVICE

NEW = "directory/services/national/valeland-bereavement.yaml"
MARKER = "something of the change was run"


@pytest.fixture(scope="module")
def origin(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(root, tmp_path_factory.mktemp("origin"))


@pytest.fixture
def check(root: Path, origin: Path, tmp_path: Path) -> Callable[[Callable[[Path], None]], Run]:
    def run(change: Callable[[Path], None]) -> Run:
        pull_request(origin, change)
        return Run(tmp_path / "run", origin).job(root / ".github/workflows/check.yml", "directory")

    return run


def changed(before: str, after: str) -> str:
    """The entry of the crisis line with other words in it."""
    assert before in FILES[SERVICE]
    return FILES[SERVICE].replace(before, after)


def put(folder: Path, file: str, text: str) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text)


def test_a_good_change_is_green_says_in_words_what_changes_and_keeps_the_pages(check):
    def change(folder: Path) -> None:
        put(folder, SERVICE, changed("age: any", "age: {from: 18y}"))

    done = check(change)
    assert done.succeeded, done.said
    assert "0 errors, " in done.summary
    assert "## Coverage\n\nNo new gap.\n" in done.summary
    assert "**Valeland Line**\n  - no longer takes people under 18" in done.summary
    assert "python3 -m http.server" in done.summary
    assert done.kept == ["site"]
    assert "aged 18 and over" in (done.folder / "site/services/valeland-line/index.html").read_text("utf-8").lower()


def test_a_change_with_mistakes_is_red_and_each_is_shown_in_its_line_and_on_the_page_of_the_run(check):
    def change(folder: Path) -> None:
        put(
            folder,
            SERVICE,
            changed("age: any", "age: {from: 65y, under: 18y}").replace("intake: open", "intake: sometimes"),
        )

    done = check(change)
    assert done.outcomes["check"] == "failure" and done.outcomes["take"] == "success"
    assert f"::error file={SERVICE},line=" in done.said
    assert "sometimes" in done.summary and "Rightdoor: " in done.summary
    assert done.outcomes["build"] == "skipped" and done.kept == []


@pytest.mark.skipif(os.name == "nt", reason="Links need rights on Windows.")
@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("directory/areas/passwords.yaml", "/etc/passwd"),
        ("directory/services/national/settings.yaml", "../../../mkdocs.yml"),
        ("directory/services/all", "/"),
    ],
)
def test_a_link_in_the_directory_is_refused_and_never_followed(check, place: str, target: str):
    def change(folder: Path) -> None:
        (folder / place).symlink_to(target)

    done = check(change)
    assert done.outcomes["take"] == "failure"
    assert f"::error file={place}" in done.said and "This is a link to another place" in done.summary
    assert "<h2>Files that are not taken: 1 error" in done.summary
    assert done.outcomes["check"] == "success", "the rest of the change is checked all the same"
    assert "root:" not in done.said + done.summary and "plugins" not in done.said + done.summary
    assert not os.path.lexists(done.folder / "project" / place)
    assert done.kept == []


@pytest.mark.skipif(os.name == "nt", reason="Links need rights on Windows.")
def test_a_directory_that_is_itself_a_link_ends_in_a_sentence(check):
    def change(folder: Path) -> None:
        git(folder, "rm", "-rq", "directory")
        (folder / "directory").symlink_to("/etc")

    done = check(change)
    assert done.outcomes["take"] == "failure" and not done.succeeded
    assert "This is a link to another place" in done.said
    assert "Traceback" not in done.said


def test_a_change_to_the_program_and_its_settings_is_said_and_nothing_of_it_is_run(check, tmp_path: Path):
    trap = f"open({str(tmp_path / 'trap')!r}, 'w').write({MARKER!r})\n"

    def change(folder: Path) -> None:
        put(folder, "scripts/rightdoor/__init__.py", f'{trap}__version__ = "9"\n')
        put(folder, "scripts/rightdoor/cli/__init__.py", trap)
        put(folder, "mkdocs.yml", "site_name: Evil\nhooks: [evil.py]\nplugins: [rightdoor]\n")
        put(folder, "evil.py", trap)
        put(folder, "sitecustomize.py", trap)
        put(folder, ".github/requirements.txt", "./pull-request\n")
        put(folder, "schema/service.schema.json", "{}")
        put(folder, SERVICE, changed("for everybody", "that anybody may phone"))

    done = check(change)
    assert done.succeeded, done.said
    assert not (tmp_path / "trap").exists()
    assert "also changes 7 files outside directory/" in done.summary
    assert "scripts/rightdoor/__init__.py" in done.summary and "Somebody has to read" in done.summary
    page = (done.folder / "site/services/valeland-line/index.html").read_text("utf-8")
    assert "anybody may phone" in page and "Evil" not in page


def test_a_file_that_is_marked_as_a_program_is_refused(check):
    def change(folder: Path) -> None:
        (folder / AREA).chmod(0o755)
        git(folder, "update-index", "--chmod=+x", AREA)

    done = check(change)
    assert done.outcomes["take"] == "failure"
    assert f"::error file={AREA}" in done.said and "marked as a program" in done.summary


def test_names_of_files_are_never_run_nor_read_as_markup(check):
    names = ("$(touch trap).yaml", "`touch trap`.yaml", "<img src=x onerror=alert(1)>.yaml", "a\n::error::b.yaml")

    def change(folder: Path) -> None:
        for name in names:
            put(folder, f"directory/areas/{name}", "name: Somewhere\nkind: place\n")
            put(folder, f"elsewhere/{name}", "text")

    done = check(change)
    assert not done.succeeded
    assert not list(done.folder.rglob("trap"))
    assert "<img" not in done.summary and "\n::error::b" not in done.said


def test_a_new_entry_is_named_as_new(check):
    def change(folder: Path) -> None:
        text = changed("Valeland Line", "Valeland Bereavement").replace("crisis-line", "helpline")
        put(folder, NEW, text.replace("960 111", "960 222").replace("suicidal-thoughts", "bereavement"))

    done = check(change)
    assert "Valeland Bereavement" in done.summary and "new" in done.summary.lower()


def test_a_change_that_shuts_the_only_team_is_green_with_a_warning_that_says_who_has_nobody_now(check, origin: Path):
    place, team = "directory/areas/vale.yaml", "directory/services/vale/vale-team.yaml"
    put(origin, place, PLACE)
    put(origin, team, TEAM)
    git(origin, "add", "-A", "-f")
    git(origin, "commit", "-q", "-m", "Begin Vale")

    def change(folder: Path) -> None:
        put(folder, team, TEAM.replace("intake: open", "intake: paused"))

    try:
        done = check(change)
    finally:
        git(origin, "rm", "-rqf", place, team)
        git(origin, "commit", "-q", "-m", "End Vale")
    assert done.succeeded, done.said
    assert "::warning::This opens a gap in coverage." in done.said
    assert "## Coverage\n\n**Vale: 1 new gap**\n\n- Nobody in Vale is known to be open to people " in done.summary
