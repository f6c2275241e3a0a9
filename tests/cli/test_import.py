"""What every `rightdoor import` says and writes, whatever format it reads."""

import json
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from records.delivered import delivery, service
from rightdoor.cli.importing import bring_in, merging_options, origin_of
from rightdoor.model.draft import Delivery, Lost, Refused
from small_project import small_project

FEED = "https://Directory.example.org/api/services?token=abc#x"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def run(root: Path, given: Delivery, *arguments: str, area: str = "valeland") -> Result:
    """What a sub-command does whose reader delivers this."""

    @click.command()
    @merging_options
    def made(
        area: str,
        source: str | None,
        basis: str | None,
        organization_kind: str | None,
        allow_vanished: bool,
        write: bool,
        output: str,
        today: date,
        root: Path,
    ) -> None:
        origin = origin_of(root, FEED, source, area, basis, "Open Referral UK 3.0")
        bring_in(
            root,
            given,
            origin,
            today,
            write=write,
            allow_vanished=allow_vanished,
            output=output,
            organization_kind=organization_kind,
        )

    own = ["--area", area, "--root", str(root), "--today", "2026-11-23", *arguments]
    return CliRunner().invoke(made, own)


def imports(root: Path) -> list[str]:
    return [each.name for each in (root / "directory/imports").glob("*")]


def test_a_dry_run_is_what_happens_unless_somebody_says_write(root: Path) -> None:
    said = run(root, delivery(service(1)))
    assert said.exit_code == 0
    assert "This was a dry run: 3 files would be written. To write, add --write." in said.output
    assert imports(root) == []


def test_writing_says_the_same_and_how_many_files(root: Path) -> None:
    dry, wet = run(root, delivery(service(1))), run(root, delivery(service(1)), "--write")
    assert wet.output.splitlines()[:-1] == dry.output.splitlines()[:-1]
    assert wet.output.endswith("Written: 3 files.\n")
    assert imports(root) == ["directory-example-org.yaml"]


def test_the_address_is_remembered_without_what_may_be_secret(root: Path) -> None:
    run(root, delivery(service(1)), "--write")
    text = (root / "directory/imports/directory-example-org.yaml").read_text()
    assert "api/services" in text
    assert "token" not in text


def test_totals_come_first_and_everything_is_said(root: Path) -> None:
    lost = Lost("fees", "£5", "Entries have no place for it.")
    first = service(1)
    run(root, delivery(first, service(2)), "--write")
    given = delivery(
        service(1, summary="Another summary."),
        service(2, status="asleep"),
        type(first)("service", "s3", "item 3", service(3).data, "o1", lost=(lost,)),
        refused=(Refused("item 4", "Vale Group 4", "It has no id."),),
        notes=("The source says 31 services, and holds 3.",),
    )
    lines = run(root, given).output.splitlines()
    assert lines[2:9] == [
        "  1 new (1 service, 0 organisations)",
        "  1 changed",
        "  1 unchanged",
        "  0 with something kept as edited or confirmed here",
        "  2 refused",
        "  0 no longer in the source",
        "  1 facts without a place here",
    ]
    text = "\n".join(lines)
    assert "Note: The source says 31 services, and holds 3." in text
    assert "summary: A group for people who feel low. becomes Another summary." in text
    assert "Vale Group 4 (item 4): It has no id." in text
    assert "fees, 1 time: Entries have no place for it. For example: £5" in text


def test_nothing_new_is_said_to_be_nothing(root: Path) -> None:
    run(root, delivery(service(1)), "--write")
    assert run(root, delivery(service(1)), "--write").output.endswith("Nothing to write: all is as it was.\n")


def test_programs_get_all_of_it_as_json(root: Path) -> None:
    said = json.loads(run(root, delivery(service(1), service(2, status="asleep")), "--format", "json").stdout)
    assert said["totals"] == {
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "kept": 0,
        "refused": 1,
        "vanished": 0,
        "lost": 0,
    }
    assert said["written"] is False
    assert [each["done"] for each in said["files"]] == ["written"] * 3


def test_too_many_gone_ends_with_a_failure_and_writes_nothing(root: Path) -> None:
    run(root, delivery(*map(service, range(1, 5))), "--write")
    said = run(root, delivery(service(1, summary="Another summary.")), "--write")
    assert said.exit_code == 1
    assert "more than 20 %" in said.output
    assert run(root, delivery(service(1)), "--write", "--allow-vanished").exit_code == 0


def test_what_a_source_says_cannot_steer_a_terminal(root: Path) -> None:
    said = run(root, delivery(service(1, name="Vale \x1b[2J\u202e group\nNew:")))
    assert "\x1b" not in said.output
    assert "\u202e" not in said.output
    assert "\nNew:" not in said.output.partition("Refused")[2]


def test_many_refused_are_cut_short_for_people(root: Path) -> None:
    refused = tuple(Refused(f"item {each}", "A", "It has no id.") for each in range(100))
    assert "and 60 more; see them all with --format json" in run(root, delivery(service(1), refused=refused)).output


@pytest.mark.parametrize(
    ("arguments", "area", "said"),
    [
        ([], "nowhere", "there is no area nowhere. There are: valeland."),
        (["--basis", "moon"], "valeland", "moon is not one of gp-practice"),
        (["--source", "!!"], "valeland", "give the source a name with --source"),
    ],
)
def test_what_cannot_be_is_said(root: Path, arguments: list[str], area: str, said: str) -> None:
    result = run(root, delivery(service(1)), *arguments, area=area)
    assert result.exit_code == 2
    assert said in result.output
