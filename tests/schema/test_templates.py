"""The templates that volunteers copy are valid as they stand, and with every field in use."""

import json
from pathlib import Path

import pytest

from rightdoor.records.grammar import judge_source
from rightdoor.records.read import read_source
from rightdoor.records.walk import KINDS as ALL_KINDS

KINDS = ("service", "organization", "area", "vignette")


def template(root: Path, kind: str) -> str:
    return (root / "schema" / "templates" / f"{kind}.yaml").read_text("utf-8")


def filled(text: str) -> str:
    """The template with every field in use: explanations gone, and the # before each field too."""
    lines = [line for line in text.splitlines() if not line.startswith("##")]
    return "\n".join(line.removeprefix("# ") for line in lines) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_valid_as_it_stands(root: Path, kind: str):
    source = read_source(template(root, kind).encode(), f"{kind}.yaml")
    assert judge_source(source, kind) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_valid_with_every_field_in_use(root: Path, kind: str):
    source = read_source(filled(template(root, kind)).encode(), f"{kind}.yaml")
    assert judge_source(source, kind) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_names_every_field_a_record_may_have(root: Path, kind: str):
    from rightdoor.records.grammar import schema

    shown = read_source(filled(template(root, kind)).encode(), f"{kind}.yaml").data
    assert set(schema(kind)["properties"]) - set(shown) <= {"fictional", "story_date"}


def test_the_editor_knows_the_grammar_of_every_kind_of_record(root: Path):
    told = json.loads((root / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    schemas = {file.name for file in (root / "schema").glob("*.schema.json")}
    assert {each.removeprefix("./schema/") for each in told} == schemas
    assert {f"{kind}.schema.json" for kind in ALL_KINDS} <= schemas
