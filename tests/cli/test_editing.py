"""`rightdoor confirm`, `due`, `rename`, `close` and `refused`: what they write, what they say, and when they do not."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.cli.confirm import GROUPS
from rightdoor.records.confirm import WAYS
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder
from small_project import SERVICE, service, small_project

ROOT = Path(__file__).resolve().parents[2]
OTHER = service(name="Other Line", type="helpline").replace("960 111", "960 112")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def run(root: Path, command: str, *arguments: str) -> Result:
    own = ["--root", str(root), "--today", "2026-11-23"]
    return CliRunner().invoke(main, [*command.split(), *arguments, *own])


def files(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in (root / "directory").rglob("*.yaml")}


def test_to_confirm_says_the_file_and_what_was_confirmed(tmp_path: Path):
    result = run(small_project(tmp_path), "confirm valeland-line --how provider-email --by volunteer")
    assert (result.exit_code, result.output) == (
        0,
        f"Changed: {SERVICE}\nEverything: confirmed by email, 2026-11-23, by volunteer.\n",
    )
    assert "checked: {how: provider-email, on: 2026-11-23, by: volunteer}" in (tmp_path / SERVICE).read_text()


def test_only_some_facts_may_be_confirmed(tmp_path: Path):
    result = run(small_project(tmp_path), "confirm valeland-line --how provider-phone --group hours --group contact")
    assert "Opening hours, Contact: confirmed by phone, 2026-11-23." in result.output


def test_ways_and_facts_are_those_of_the_vocabularies():
    grammar = load_grammar(schema_folder())
    assert set(GROUPS) == set(grammar["fact_groups"].terms)
    assert set(WAYS) == grammar["checked_how"].terms.keys() - {"never", "other-directory"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("valeland-lien", "--how", "provider-phone"), "Did you mean valeland-line?"),
        (("former-line", "--how", "provider-phone"), "former-line is a former id. Type valeland-line"),
        (("closed-line", "--how", "provider-phone"), "closed-line is not listed any more. It closed."),
        (("valeland-line", "--how", "never"), "'never' is not one of"),
        (("valeland-line", "--how", "provider-phone", "--on", "yesterday"), "is not a day"),
        (
            ("valeland-line", "--how", "provider-phone", "--on", "2026-12-24"),
            "Invalid value for --on: 2026-12-24 is still",
        ),
        (
            ("valeland-line", "--how", "provider-phone", "--by", "Jane Smith"),
            "Invalid value for --by: “Jane Smith” looks like a name and not like a role",
        ),
    ],
)
def test_what_cannot_be_confirmed_is_said_and_nothing_is_written(tmp_path: Path, arguments: tuple[str, ...], said: str):
    root = small_project(tmp_path, valeland_line=service(aliases="[former-line]"))
    stone = "tombstones:\n  - {id: closed-line, name: Closed Line, why: It closed.}\n"
    (root / "directory/tombstones.yaml").write_text(stone)
    before = files(root)
    result = run(root, "confirm", *arguments)
    assert result.exit_code in (1, 2)
    assert said in " ".join(result.output.split())
    assert "Mend that first" not in result.output
    assert files(root) == before


def test_an_entry_that_is_a_link_is_not_written_through(tmp_path: Path):
    root = small_project(tmp_path / "project")
    outside = tmp_path / "outside.yaml"
    shutil.move(root / SERVICE, outside)
    (root / SERVICE).symlink_to(outside)
    before = outside.read_bytes()
    assert run(root, "confirm valeland-line --how provider-phone").exit_code != 0
    assert outside.read_bytes() == before


def test_to_rename_says_every_file(tmp_path: Path):
    result = run(small_project(tmp_path), "rename valeland-line vale-line")
    assert sorted(result.output.splitlines()) == [
        "Changed: directory/areas/valeland.yaml",
        "Removed: directory/services/national/valeland-line.yaml",
        "Written: directory/services/national/vale-line.yaml",
    ]
    assert run(tmp_path, "check").exit_code == 0


def test_owners_that_still_name_an_area_are_told(tmp_path: Path):
    root = small_project(tmp_path)
    (root / ".github").mkdir()
    (root / ".github/CODEOWNERS").write_text("/directory/services/valeland/ @example/valeland\n")
    assert ".github/CODEOWNERS still names valeland" in run(root, "rename valeland vale --kind area").output


def test_to_close_says_what_was_done_and_the_check_is_content(tmp_path: Path):
    root = small_project(tmp_path, other_line=OTHER)
    result = run(root, "close other-line --use-instead valeland-line --why", "It closed.", "--since", "2026-10-31")
    assert sorted(result.output.splitlines()) == [
        "Removed: directory/services/national/other-line.yaml",
        "Written: directory/tombstones.yaml",
    ]
    assert run(root, "check").exit_code == 0


def test_a_service_that_closes_later_is_not_closed_yet(tmp_path: Path):
    root = small_project(tmp_path, other_line=OTHER)
    result = run(root, "close other-line --why", "It closes.", "--since", "2027-01-01")
    assert result.exit_code == 2
    assert "2027-01-01 is still to come. Set status and intake of the entry until then." in result.output


def test_a_change_that_would_break_another_entry_is_not_made(tmp_path: Path):
    root = small_project(tmp_path, other_line=OTHER)
    story = "name: A\nanswers: {area: valeland, needs: [suicidal-thoughts]}\n"
    story += "expect:\n  at_least_one_open_to: {types: [helpline]}\n"
    (root / "directory/vignettes").mkdir()
    (root / "directory/vignettes/story.yaml").write_text(story)
    assert run(root, "check").exit_code == 0
    before = files(root)
    result = run(root, "close other-line --why", "It closed.")
    assert result.exit_code == 1
    assert "vignette-failed" in result.output
    assert "Nothing is written: the check would find what is said above." in result.output
    assert files(root) == before


def test_what_is_due_is_listed_and_an_area_that_is_not_there_is_said(tmp_path: Path):
    root = small_project(tmp_path, valeland_line=service(checked="{how: never}"))
    assert "Never checked\n  valeland-line  Valeland Line (fictional)" in run(root, "due").output
    assert run(root, "due --area valeland --format markdown").output == ""
    assert "there is no folder mars. There are: national." in run(root, "due --area mars").output
    assert (
        "is not a number of days or weeks. Type it like this: 30 (days), 30d or 4w."
        in run(root, "due --within soon").output
    )
    assert (
        '"due_on": "2026-11-29"'
        in run(
            small_project(tmp_path, valeland_line=service(checked="{how: provider-phone, on: 2026-10-30}")),
            "due --within 1w --format json",
        ).output
    )


def test_a_number_alone_is_a_number_of_days(tmp_path: Path):
    root = small_project(tmp_path, valeland_line=service(checked="{how: provider-phone, on: 2026-10-30}"))
    assert run(root, "due --within 30").output == run(root, "due --within 30d").output != run(root, "due").output


def test_an_overdue_crisis_line_stops_the_build_and_is_due_and_can_be_confirmed(tmp_path: Path):
    root = small_project(tmp_path, valeland_line=service(checked="{how: provider-phone, on: 2026-08-01}"))
    assert "crisis-overdue" in run(root, "check").output
    assert "crisis route" in run(root, "due").output
    assert run(root, "confirm valeland-line --how provider-phone").exit_code == 0
    assert run(root, "check").exit_code == 0


def test_a_refused_referral_is_counted(tmp_path: Path):
    root = small_project(tmp_path)
    report = "--service valeland-line --month 2026-09 --reason too-complex --referrer gp --taken-by nobody"
    counted = "1 report counted for Valeland Line, September 2026: too complex or too severe for it.\n"
    counted += "No count under five is ever shown.\n"
    assert run(root, f"refused add {report}").output == f"Written: directory/refusals/2026/national.yaml\n{counted}"
    assert run(root, f"refused add {report}").output == f"Changed: directory/refusals/2026/national.yaml\n{counted}"
    assert "count: 2}" in (root / "directory/refusals/2026/national.yaml").read_text()
    assert run(root, "check").exit_code == 0


def test_who_referred_may_be_misnamed_and_the_code_is_said(tmp_path: Path):
    report = "--service valeland-line --month 2026-09 --reason too-complex --referrer doctor"
    result = run(small_project(tmp_path), f"refused add {report}")
    assert result.exit_code == 1
    assert "“doctor” is no referrer. Did you mean gp?" in result.output


def test_a_report_comes_from_options_or_from_an_issue_and_never_from_both(tmp_path: Path):
    root = small_project(tmp_path)
    (tmp_path / "issue.md").write_text("She cried.")
    from_issue = ("--from-issue", str(tmp_path / "issue.md"))
    assert "The issue says “She cried.”" in run(root, "refused add", *from_issue).output
    assert "not both" in run(root, "refused add --month 2026-09", *from_issue).output
    assert "Say at least --service, --month and --reason" in run(root, "refused add --month 2026-09").output
    (tmp_path / "issue.md").write_bytes(b"\xff\xfe")
    assert "is not text in UTF-8" in run(root, "refused add", *from_issue).output


def test_the_commands_hold_on_the_real_directory(tmp_path: Path):
    shutil.copytree(ROOT / "directory", tmp_path / "directory")
    assert run(tmp_path, "confirm northvale-cmht --how provider-phone --by volunteer").exit_code == 0
    assert run(tmp_path, "rename northvale-cmht northvale-community-team").exit_code == 0
    assert "northvale-community-team" in (tmp_path / "directory/refusals/2026/northvale.yaml").read_text()
    assert run(tmp_path, "close northvale-haven --use-instead northvale-the-loft --why", "It closed.").exit_code == 0
    assert run(tmp_path, "check").exit_code == 0
