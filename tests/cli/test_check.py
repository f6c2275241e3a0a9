"""`rightdoor check`: exit codes, formats, PATH, and what it leaves alone."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from rightdoor import __version__
from rightdoor.cli import main
from rightdoor.cli.check import LONG_RUN
from small_project import ORGANIZATION, SERVICE, service, small_project

BROKEN = "name: 'Valeland Trust\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2026-11-23", *arguments])


def test_a_sound_directory_ends_with_0(tmp_path: Path):
    result = check(small_project(tmp_path))
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings in 3 records\n")


def test_warnings_alone_end_with_0(tmp_path: Path):
    (small_project(tmp_path) / SERVICE).chmod(0o755)
    result = check(tmp_path)
    assert result.exit_code == 0
    assert result.output.endswith("0 errors, 1 warning in 3 records\n")


def test_an_error_ends_with_1_and_says_where_what_and_what_to_do(tmp_path: Path):
    result = check(small_project(tmp_path, valeland_trust=BROKEN))
    assert result.exit_code == 1
    assert result.output == (
        f"{ORGANIZATION}:1:7  error  yaml-syntax\n"
        "  A quotation mark is opened here and never closed.\n"
        "  Close it at the end of the value.\n"
        "  Why this matters: docs/checks/yaml-syntax\n"
        "\n"
        "1 error, 0 warnings in 3 records\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xml"],
        ["--today", "yesterday"],
        ["--today", "2026-02-30"],
        ["--nonsense"],
        ["/etc/passwd"],
        ["directory/not-there.yaml"],
    ],
)
def test_a_command_used_wrongly_ends_with_2(tmp_path: Path, arguments: list[str]):
    assert check(small_project(tmp_path), *arguments).exit_code == 2


def test_a_folder_that_is_no_project_ends_with_2(tmp_path: Path):
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "There is no folder “directory”" in result.output


def test_a_path_narrows_what_is_shown_while_all_is_checked(tmp_path: Path):
    small_project(tmp_path, valeland_trust=BROKEN, valeland_chat=service(name="Chat", related="[nowhere-at-all]"))
    one = check(tmp_path, str(tmp_path / ORGANIZATION))
    assert one.exit_code == 1
    assert "yaml-syntax" in one.output
    assert "missing-reference" not in one.output
    assert "1 error, 0 warnings in 1 record\n" in one.stdout
    folder = check(tmp_path, str(tmp_path / "directory/services"))
    assert "missing-reference" in folder.output
    assert "yaml-syntax" not in folder.output
    sound = check(tmp_path, str(tmp_path / "directory/areas"))
    assert sound.exit_code == 0
    assert "more in files that were not asked about" in sound.stderr
    everything = check(tmp_path, str(tmp_path))
    assert everything.stdout == check(tmp_path).stdout


def test_a_path_is_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    small_project(tmp_path, valeland_trust=BROKEN)
    monkeypatch.chdir(tmp_path / "directory/organizations")
    assert check(Path("../.."), "valeland-trust.yaml").exit_code == 1
    assert check(Path("../.."), "../areas").exit_code == 0


def test_an_id_finds_its_file(tmp_path: Path):
    small_project(tmp_path, valeland_trust=BROKEN, valeland_chat=service(name="Chat", related="[nowhere-at-all]"))
    by_id, by_file = check(tmp_path, "valeland-trust"), check(tmp_path, str(tmp_path / ORGANIZATION))
    assert (by_id.exit_code, by_id.stdout) == (1, by_file.stdout)
    assert check(tmp_path, "valeland-nothing").exit_code == 2


def test_a_folder_whose_name_begins_alike_is_another(tmp_path: Path):
    small_project(tmp_path)
    (tmp_path / "directory/services/national-two").mkdir()
    (tmp_path / "directory/services/national-two/x.yaml").write_text("name: [\n")
    assert check(tmp_path, str(tmp_path / "directory/services/national")).exit_code == 0


def test_national_entries_that_nobody_has_checked_are_counted_in_one_line_unless_asked_for(tmp_path: Path):
    lines = {f"line_{each}": service(name=f"Line {each}", type="helpline", checked="{how: never}") for each in "abc"}
    small_project(tmp_path, **lines)
    whole = check(tmp_path).stdout
    assert "3 national entries: nobody has checked them." in whole and "Nobody has checked this entry." not in whole
    asked = check(tmp_path, str(tmp_path / "directory/services/national")).stdout
    assert asked.count("Nobody has checked this entry.") == 3 and "national entries" not in asked
    assert whole.splitlines()[-1] == asked.splitlines()[-1].replace("in 4 records", "in 6 records").replace(
        "in 3 records", "in 6 records"
    )
    assert check(tmp_path, "--format", "json").stdout.count("Nobody has checked this entry.") == 3
    assert check(tmp_path, "--format", "github").stdout.count("Nobody has checked this entry.") == 3


def test_json_is_json_and_nothing_else(tmp_path: Path):
    result = check(small_project(tmp_path, valeland_trust=BROKEN), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"][0]["file"] == ORGANIZATION


def test_junit_is_xml_and_nothing_else(tmp_path: Path):
    result = check(small_project(tmp_path, valeland_trust=BROKEN), "--format", "junit")
    assert ElementTree.fromstring(result.stdout).get("failures") == "1"


def test_github_gets_annotations_and_the_full_list_in_the_job_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = check(small_project(tmp_path, valeland_trust=BROKEN), "--format", "github")
    assert result.stdout.startswith(f"::error file={ORGANIZATION},line=1,col=7,title=yaml-syntax::")
    assert summary.read_text().startswith("before\n<h2>Rightdoor: 1 error")
    assert "never closed" in summary.read_text()


def test_nothing_but_the_report_is_printed_when_piped(tmp_path: Path):
    small_project(tmp_path)
    for number in range(LONG_RUN):
        (tmp_path / f"directory/organizations/o{number}.yaml").write_text("name: A\nkind: nhs\nfictional: true\n")
    done = subprocess.run(
        [sys.executable, "-m", "rightdoor", "check", "--root", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_checking_imports_neither_the_site_builder_nor_the_matching_of_pages(tmp_path: Path):
    small_project(tmp_path)
    program = (
        "import sys\nfrom rightdoor.cli import main\n"
        f"main(['check', '--root', {str(tmp_path)!r}], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'material', 'jinja2', 'rich')])\n"
        "print([name for name in sys.modules if name.startswith('rightdoor.pages')])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == ["[]", "[]"]


@pytest.mark.parametrize("arguments", [["--version"], ["-h"], ["check", "--help"], ["match", "-h"], ["build", "-h"]])
def test_help_and_version_are_given(arguments: list[str]):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert arguments != ["--version"] or __version__ in result.output


def test_a_check_from_a_folder_of_the_project_finds_the_project_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    small_project(tmp_path, valeland_trust=BROKEN)
    monkeypatch.chdir(tmp_path / "directory/organizations")
    result = CliRunner().invoke(main, ["check", "--today", "2026-11-23", "valeland-trust.yaml"])
    assert result.exit_code == 1
    assert result.output.startswith(f"{ORGANIZATION}:1:7")


def test_a_project_that_was_named_is_not_looked_for_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(small_project(tmp_path) / "directory/organizations")
    assert CliRunner().invoke(main, ["check", "--root", "."]).exit_code == 2
