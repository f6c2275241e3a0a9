"""The issue forms: GitHub takes them, they offer what an entry may hold, and none asks about a patient."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from rightdoor.records.issue_forms import FOLDER, issue_form_files, issue_forms
from rightdoor.resources import schema_folder

FORMS = ("add", "confirm", "correct", "other", "refused")
TYPES = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
RESERVED = {"none", "yes", "no", "true", "false", "on", "off"}


def files() -> Mapping[str, Any]:
    return {path.rpartition("/")[2]: yaml.safe_load(text) for path, text in issue_form_files(schema_folder()).items()}


def form(name: str) -> dict[str, Any]:
    found: dict[str, Any] = files()[f"{name}.yml"]
    return found


def asked(name: str) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in form(name)["body"] if "id" in each}


def test_there_is_a_form_for_each_thing_a_reader_may_want_to_say():
    assert sorted(files()) == sorted([*(f"{name}.yml" for name in FORMS), "config.yml"])


def test_the_forms_of_this_repository_are_fresh(root: Path):
    written = issue_form_files(schema_folder())
    assert {path.name for path in (root / FOLDER).iterdir()} == {path.rpartition("/")[2] for path in written}
    stale = [path for path, text in written.items() if (root / path).read_text("utf-8") != text]
    assert stale == [], "Run: python scripts/write_github.py"


@pytest.mark.parametrize("name", FORMS)
def test_github_would_take_the_form(name: str):
    """The rules of "Common validation errors when creating issue forms", read on 23 November 2026."""
    found = form(name)
    assert len(found["name"]) >= 3 and found["description"].strip()
    assert {each["type"] for each in found["body"]} <= TYPES
    ids = [each["id"] for each in found["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in found["body"] if each["type"] != "markdown"]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[A-Za-z0-9_-]+", each) for each in ids)
    assert len({re.sub(r"\W", "", each).casefold() for each in labels}) == len(labels)


@pytest.mark.parametrize("name", FORMS)
def test_what_may_be_chosen_is_said_once_and_is_never_a_word_that_github_keeps_for_itself(name: str):
    for field in asked(name).values():
        if field["type"] == "dropdown":
            options = field["attributes"]["options"]
            assert options and all(isinstance(each, str) and each.strip() for each in options)
            assert len(set(options)) == len(options)
            assert {each.casefold() for each in options} & RESERVED == set()


@pytest.mark.parametrize("name", FORMS)
def test_every_form_warns_of_patient_details_first_and_asks_for_a_promise_last(name: str):
    body = form(name)["body"]
    assert "Never write anything about a patient" in body[0]["attributes"]["value"]
    assert "call 999" in body[0]["attributes"]["value"]
    assert body[-1]["id"] == "no-patient"
    assert all(each["required"] for each in body[-1]["attributes"]["options"])


def test_nobody_can_write_past_the_forms():
    config = files()["config.yml"]
    assert config["blank_issues_enabled"] is False
    assert "999" in config["contact_links"][0]["name"]


@pytest.mark.parametrize(
    ("name", "field", "vocabulary", "missing"),
    [
        ("add", "type", "service_types", set()),
        ("add", "needs", "needs", set()),
        ("confirm", "how", "checked_how", {"never"}),
        ("correct", "facts", "fact_groups", set()),
        ("refused", "reason", "refusal_reasons", set()),
        ("refused", "referrer", "referral_who", set()),
    ],
)
def test_what_may_be_chosen_is_what_an_entry_may_hold(name: str, field: str, vocabulary: str, missing: set[str]):
    terms = yaml.safe_load((schema_folder() / "vocabularies" / f"{vocabulary}.yaml").read_text("utf-8"))["terms"]
    options = {each.id: each.options for each in issue_forms(schema_folder())[name].fields}[field]
    assert dict(options) == {each["label"]: each["code"] for each in terms if each["code"] not in missing}
    assert asked(name)[field]["attributes"]["options"] == list(options)


def test_a_question_about_a_field_of_an_entry_is_asked_in_the_words_of_the_schema():
    schema = json.loads((schema_folder() / "service.schema.json").read_text("utf-8"))["properties"]
    summary = asked("add")["summary"]["attributes"]
    assert (summary["label"], summary["description"]) == (schema["summary"]["title"], schema["summary"]["description"])


@pytest.mark.parametrize(
    ("name", "fields"), [("correct", {"service", "page"}), ("confirm", {"service"}), ("refused", {"service"})]
)
def test_a_link_can_fill_in_which_service_and_page_it_is_about(name: str, fields: set[str]):
    """GitHub fills a line from the address: `?template=refused.yml&service=northvale-cmht`."""
    lines = {each for each, field in asked(name).items() if field["type"] == "input"}
    assert fields <= lines


def test_a_refusal_is_told_in_codes_and_no_free_text_at_all():
    kinds = {each: field["type"] for each, field in asked("refused").items()}
    assert "textarea" not in kinds.values()
    assert {each for each, kind in kinds.items() if kind == "input"} == {"service", "month", "taken_by"}
