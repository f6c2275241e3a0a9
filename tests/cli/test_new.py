"""`rightdoor new`: asked at a terminal or told by options, it writes records that the check accepts."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from rightdoor.records.read import read_source
from small_project import SERVICE, small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def run(root: Path, kind: str, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(
        main, ["new", kind, "--root", str(root), "--today", "2026-11-23", *arguments], input=typed
    )


def data(root: Path, file: str) -> dict[str, object]:
    return read_source((root / file).read_bytes(), file).data


ENOUGH = ("--type", "bereavement-service", "--organization", "valeland-trust", "--summary", "Talking after a death.")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rightdoor.cli.dialogue.is_terminal", lambda: True)


def test_options_are_enough_where_nobody_can_be_asked(project: Path):
    result = run(project, "service", "--area", "valeland", "--name", "Vale & Dale", *ENOUGH, "--who", "self")
    file = "directory/services/valeland/vale-and-dale.yaml"
    assert result.exit_code == 0, result.output
    assert f"Written: {file}" in result.stdout
    assert data(project, file) == {
        "name": "Vale & Dale",
        "organization": "valeland-trust",
        "type": "bereavement-service",
        "status": "active",
        "summary": "Talking after a death.",
        "referral": {"routes": [{"who": ["self"], "how": "not-stated"}]},
        "checked": {"how": "never"},
    }


def test_what_was_written_passes_the_check_as_it_stands(project: Path):
    run(project, "service", "--area", "valeland", "--name", "Vale", *ENOUGH)
    run(project, "organization", "--name", "Dale Trust", "--kind", "charity")
    run(project, "area", "--name", "Dale", "--kind", "place", "--within", "valeland")
    result = CliRunner().invoke(main, ["check", "--root", str(project), "--today", "2026-11-23"])
    assert result.exit_code == 0, result.output
    made = str(project / "directory/areas/dale.yaml")
    assert CliRunner().invoke(main, ["fmt", "--check", "--root", str(project), made]).exit_code == 0


def test_what_is_missing_is_named_where_nobody_can_be_asked(project: Path):
    assert "Give --area" in run(project, "service").stderr
    assert "Give --name" in run(project, "service", "--area", "valeland").stderr
    assert "Give --kind" in run(project, "organization", "--name", "X").stderr


def test_a_wrong_answer_in_an_option_ends_the_command(project: Path):
    result = run(project, "service", "--area", "valeland", "--name", "Vale", "--type", "zebra")
    assert result.exit_code == 2
    assert "--type" in result.stderr
    assert run(project, "service", "--area", "nowhere").exit_code == 2


def test_a_file_is_never_written_over(project: Path):
    before = (project / SERVICE).read_bytes()
    result = run(project, "service", "--area", "national", "--name", "Valeland Line", *ENOUGH)
    assert result.exit_code == 1
    assert "there already" in result.stderr
    assert (project / SERVICE).read_bytes() == before


def test_nothing_is_written_that_the_check_would_refuse(project: Path):
    result = run(project, "service", "--area", "valeland", "--name", "Vale", *ENOUGH, "--phone", "12345")
    assert result.exit_code == 2
    assert "is not a UK phone number" in result.stderr
    assert not (project / "directory/services/valeland").exists()


def test_a_limit_beside_the_word_any_is_refused(project: Path):
    ages = ("--age-from", "any", "--age-under", "18y")
    assert run(project, "service", "--area", "valeland", "--name", "Vale", *ENOUGH, *ages).exit_code == 2


def test_at_a_terminal_every_answer_but_the_needed_ones_may_be_left_empty(project: Path, terminal: None):
    typed = "valeland\n\nVale\nhelpline\nvaleland-trust\n\nA line.\n" + "\n" * 30
    result = run(project, "service", typed=typed)
    assert result.exit_code == 0, result.output
    assert set(data(project, "directory/services/valeland/vale.yaml")) == {
        *("name", "organization", "type", "status", "summary", "checked")
    }


def test_at_a_terminal_a_wrong_answer_is_asked_again(project: Path, terminal: None):
    typed = "nowhere\nvaleland\nVale\nzebra\nIAPT\nNobody\n\n?\nValeland Trust\n\nA line.\n" + "\n" * 30
    result = run(project, "service", typed=typed)
    assert result.exit_code == 0, result.output
    assert "nowhere is no area" in result.stderr
    assert "“zebra” is not one of the words" in result.stderr
    assert "valeland-trust: Valeland Trust" in result.stdout
    assert data(project, "directory/services/valeland/vale.yaml")["type"] == "talking-therapies"


def test_at_a_terminal_what_the_check_refuses_is_asked_again_and_no_answer_is_lost(
    project: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        "click.prompt", lambda text, default="", **_: "01632 960 500" if "telephone" in text else default
    )
    given = ("--area", "valeland", "--name", "Vale", *ENOUGH, "--phone", "12345", "--need", "sleep")
    result = run(project, "service", *given)
    assert "is not a UK phone number" in result.stderr
    made = data(project, "directory/services/valeland/vale.yaml")
    assert (made["needs"], made["contact"]) == (["sleep"], {"phone": "01632 960 500"})


def test_an_id_may_be_given_where_the_name_gives_none(project: Path):
    assert run(project, "organization", "--name", "سكينة", "--kind", "charity").exit_code == 1
    assert run(project, "organization", "--name", "سكينة", "--kind", "charity", "--id", "sakinah").exit_code == 0
    assert (project / "directory/organizations/sakinah.yaml").is_file()


def test_an_area_may_be_called_as_people_call_it(project: Path):
    assert run(project, "service", "--area", "Valeland", "--name", "Vale", *ENOUGH).exit_code == 0
    assert (project / "directory/services/valeland/vale.yaml").is_file()
    assert "Did you mean" in run(project, "service", "--area", "Valelnad", "--name", "Vale", *ENOUGH).stderr


def test_an_organisation_without_a_record_is_sent_to_the_command_that_makes_one(project: Path):
    given = ("--type", "helpline", "--organization", "Dale Trust", "--summary", "A line.")
    result = run(project, "service", "--area", "valeland", "--name", "Vale", *given)
    assert result.exit_code == 2
    assert "rightdoor new organization" in " ".join(result.stderr.split())


def test_at_a_terminal_an_organisation_without_a_record_is_made_on_the_way(project: Path, terminal: None):
    organization = "Quite Another\nyes\ncharity\nhttps://example.org/\n"
    typed = f"Valeland\nVale\nhelpline\n{organization}\nA line.\n" + "\n" * 3
    result = run(project, "service", typed=typed)
    assert result.exit_code == 0, result.output
    assert data(project, "directory/organizations/quite-another.yaml") == {
        "name": "Quite Another",
        "kind": "charity",
        "website": "https://example.org/",
        "fictional": True,
    }
    assert data(project, "directory/services/valeland/vale.yaml")["organization"] == "quite-another"


def test_at_a_terminal_one_may_stop_after_what_is_needed_or_go_on(project: Path, terminal: None):
    needed = "valeland\nVale\nhelpline\nvaleland-trust\n\nA line.\n\n"
    stopped = run(project, "service", typed=f"{needed}\n")
    assert stopped.exit_code == 0 and "What do people come with?" not in stopped.stdout
    more = run(project, "service", "--id", "vale-two", typed=f"{needed}yes\nsleep\n" + "\n" * 30)
    assert more.exit_code == 0
    assert data(project, "directory/services/valeland/vale-two.yaml")["needs"] == ["sleep"]


def test_at_a_terminal_another_id_is_asked_for_where_the_file_is_there_already(project: Path, terminal: None):
    given = ("--area", "valeland", "--name", "Vale", *ENOUGH)
    assert run(project, "service", *given, typed="\n" * 9).exit_code == 0
    result = run(project, "service", *given, typed="\n\n\nvale-two\n")
    assert result.exit_code == 0, result.output
    assert (project / "directory/services/valeland/vale-two.yaml").is_file()


def test_what_was_answered_is_shown_where_somebody_breaks_off(project: Path, terminal: None):
    result = run(project, "service", typed="valeland\nVale\n")
    assert result.exit_code == 1
    assert "These were the answers:\n\nname: Vale\n" in result.stderr
