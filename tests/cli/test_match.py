"""`rightdoor match`: a person's answers on the command line, and what each service's criteria come to."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from small_project import service, small_project


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def match(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["match", "--root", str(root), "--today", "2026-11-23", *arguments])


def test_the_adult_already_under_the_community_team_is_sent_there(root: Path):
    told = (
        "--area northvale --age 34y --need depression --severity severe --flag under-secondary-care=yes --format json"
    )
    result = match(root, *told.split())
    assert result.exit_code == 0
    found = {each["service"]: each for each in json.loads(result.stdout)["matches"]}
    assert found["northvale-talking-therapies"]["outcome"] == "does_not_fit"
    assert "northvale-cmht" in found["northvale-talking-therapies"]["refer_instead"]


def test_text_names_the_service_and_its_id(tmp_path: Path):
    result = match(small_project(tmp_path), "--area", "valeland", "--age", "34y")
    assert result.exit_code == 0
    assert "Valeland Line (valeland-line)" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--area", "valelend"], "valeland"),
        (["--age", "old"], "34y"),
        (["--need", "depresion"], "depression"),
        (["--flag", "under-secondary-care"], "=yes"),
        (["--flag", "=yes"], "no answer"),
        (["--is", "carer=perhaps"], "yes or no"),
        (["--is", "carer=yes", "--is", "carer=no"], "twice"),
        (["--since-event", "3"], "6m"),
        (["--severity", "awful"], "severe"),
        (["--need", "IAPT"], "kind of service (NHS Talking Therapies)"),
        (["--need", "grief"], "bereavement"),
        (["--flag", "cmht=yes"], "under-secondary-care"),
        (["--need", "personal-safety"], "domestic-abuse"),
        (["--need", "qwertyuiop"], "rightdoor words needs"),
    ],
)
def test_an_answer_that_cannot_be_read_ends_with_2_and_advice(tmp_path: Path, arguments: list[str], said: str):
    result = match(small_project(tmp_path), *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_entries_with_errors_are_left_out_and_that_is_said(tmp_path: Path):
    small_project(tmp_path, valeland_chat=service(name="Valeland Chat", age="x"))
    result = match(tmp_path, "--area", "valeland")
    assert "left out" in result.stderr
    assert "valeland-chat" not in result.stdout


def test_a_word_of_crisis_brings_crisis_help_before_the_advice_on_typing(root: Path):
    result = match(root, "--area", "northvale", "--need", "overdose")
    assert result.exit_code == 2
    assert result.stderr.startswith("Crisis help: ")
    assert "Samaritans (116 123)" in result.stderr


def test_made_up_crisis_services_are_marked_among_the_real_numbers(root: Path):
    ending = match(root, "--area", "northvale", "--need", "gambling").stdout.splitlines()[-1]
    assert "Northvale Crisis and Home Treatment Team (01632 960 101) (made up)" in ending
    assert "Samaritans (116 123);" in ending
    assert "Shout 85258 (text the word SHOUT)." in ending


def test_nobody_in_northvale_is_sent_to_southmoor_instead(root: Path):
    told = "--area northvale --age 34y --need depression --severity severe --flag under-secondary-care=yes"
    said = match(root, *told.split()).stdout
    assert not [line for line in said.splitlines() if "Refer instead" in line and "Southmoor" in line]
    assert said.startswith("A mental health team already sees this person, so ask that team first.")


def test_help_names_the_command_that_lists_the_words(tmp_path: Path):
    assert "rightdoor words" in match(small_project(tmp_path), "--help").output
