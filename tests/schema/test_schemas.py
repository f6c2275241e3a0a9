"""The schemas: fresh, closed, bounded, explained, and refused by the lint where they would not be."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rightdoor.records import schema_enums
from rightdoor.records.field_reference import field_reference
from rightdoor.records.linear import NotSeenSafe, refuse_slow
from rightdoor.records.schema_lint import lint
from rightdoor.records.vocabularies import load_grammar


def schemas() -> list[Path]:
    return sorted((Path(__file__).parents[2] / "schema").glob("*.schema.json"))


def loaded(file: Path) -> dict[str, Any]:
    return json.loads(file.read_bytes())


every_schema = pytest.mark.parametrize("file", schemas(), ids=lambda file: file.name.removesuffix(".schema.json"))


@every_schema
def test_a_schema_passes_the_lint(file: Path):
    assert lint(loaded(file)) == []


@every_schema
def test_a_schema_is_a_schema_of_draft_2020_12(file: Path):
    Draft202012Validator.check_schema(loaded(file))


@every_schema
def test_codes_in_a_schema_are_those_of_the_vocabularies_and_the_file_is_laid_out_as_written(file: Path, root: Path):
    fresh = schema_enums.written(schema_enums.fill(loaded(file), load_grammar(root / "schema"))) + "\n"
    assert file.read_text("utf-8") == fresh, "Run: python -m rightdoor.records.schema_enums"


@every_schema
def test_every_example_in_a_schema_is_valid(file: Path):
    schema = loaded(file)
    for node in schema_enums.nodes(schema):
        for example in node.get("examples", ()) if isinstance(node.get("title"), str) else ():
            assert Draft202012Validator({**node, "$defs": schema.get("$defs", {})}).is_valid(example), example


def test_what_several_schemas_define_under_one_name_is_the_same_everywhere():
    seen: dict[str, Any] = {}
    records = [file for file in schemas() if file.name.split(".")[0] not in ("vocabulary", "criteria")]
    for file in records:
        for name, node in loaded(file).get("$defs", {}).items():
            assert seen.setdefault(name, node) == node, (file.name, name)


def test_the_command_names_a_schema_that_is_not_fresh(tmp_path: Path, root: Path, monkeypatch, capsys):
    folder = tmp_path / "schema"
    (folder / "vocabularies").mkdir(parents=True)
    for file in (root / "schema" / "vocabularies").glob("*.yaml"):
        (folder / "vocabularies" / file.name).write_bytes(file.read_bytes())
    stale = (root / "schema" / "service.schema.json").read_text("utf-8").replace('"talking-therapies", ', "", 1)
    (folder / "service.schema.json").write_text(stale.replace('"cmht", ', ""), "utf-8")
    monkeypatch.setattr(schema_enums, "schema_folder", lambda: folder)
    assert schema_enums.main(["--check"]) == 1
    assert "service.schema.json is not fresh" in capsys.readouterr().out
    assert schema_enums.main([]) == 0
    assert schema_enums.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"properties": {"a": {"title": "A", "description": "a", "type": "boolean", "titel": 1}}}, "keyword titel"),
        ({"properties": {"a": {"title": "A", "description": "a", "format": "uri"}}}, "keyword format"),
        ({"properties": {"a": {"title": "A", "description": "a", "$ref": "https://example.org/x"}}}, "out of the file"),
        ({"properties": {"a": {"title": "A", "description": "a", "$ref": "other.json"}}}, "out of the file"),
        ({"properties": {"a": {"title": "A", "description": "a", "$ref": "#/$defs/x"}}}, "leads nowhere"),
        ({"properties": {"a": {"title": "A", "type": "boolean"}}}, "no title and description"),
        ({"properties": {"a": {"title": "A", "description": "a", "type": "string"}}}, "no maxLength"),
        ({"properties": {"a": {"title": "A", "description": "a", "type": "array"}}}, "no maxItems"),
        ({"additionalProperties": True}, "lets unknown fields through"),
        ({"properties": {"a": {"title": "A", "description": "a", "pattern": "[a-z]+"}}}, "not anchored"),
        ({"properties": {"a": {"title": "A", "description": "a", "pattern": "^(?:(a+)+)$"}}}, "may be slow"),
        ({"properties": {"a": {"title": "A", "description": "a", "pattern": "^(?:[)$"}}}, "cannot be read"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "not a schema of draft 2020-12"),
    ],
)
def test_the_lint_refuses(change: dict[str, Any], said: str):
    sound = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Thing",
        "type": "object",
        "properties": {},
        "additionalProperties": False,
    }
    assert lint(sound) == []
    assert any(said in flaw.message for flaw in lint({**sound, **change})), lint({**sound, **change})


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+", "(a*)*", "(?:a?)+", "a*a*", "a*b?a*", "(a|ab)*", "(a{1,3})*", "(?:a+){0,3}", "a*(?:b|)a*", "(?:ab*)+b*"]
    + ["[a-z]*[a-z]{0,300}", "[a-c]+(?:x|[b-d]+)", "(?:-[a-z]+)*[a-z]*", r"\d+", ".*x", r"(a)\1", "(?=a)a"],
)
def test_a_pattern_that_is_not_certainly_linear_is_refused(pattern: str):
    with pytest.raises(NotSeenSafe):
        refuse_slow(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "[a-z0-9]+(?:-[a-z0-9]+)*",
        r"[^ \n](?:[^\n]*[^ \n])?",
        "[a-z]+@[a-z]+",
        "(a|b)*",
        "(?:xa*)+(?:ya*)*",
        "(?:ab){2}",
    ],
)
def test_a_pattern_whose_repeats_are_kept_apart_is_let_through(pattern: str):
    refuse_slow(pattern)


def test_the_field_reference_explains_every_field_of_a_service(root: Path):
    schema = loaded(root / "schema" / "service.schema.json")
    rows = {row.path: row for row in field_reference(schema)}
    assert {path[0] for path in rows} == set(schema["properties"])
    assert rows["name",].needed
    assert rows["needs",].vocabulary == "needs"
    assert rows["criteria", "age"].takes == "any, or a group of fields"
    assert rows["criteria", "age", "from"].example == "17y9m"
    assert rows["referral", "routes", "response", "within"].needed
    assert all(row.title and row.description for row in rows.values())


def test_filling_the_codes_changes_nothing_else(root: Path):
    schema = loaded(root / "schema" / "area.schema.json")
    before = deepcopy(schema)
    assert schema_enums.fill(schema, load_grammar(root / "schema")) == before


@pytest.mark.parametrize("kind", ["service", "organization", "area", "vignette", "tombstones", "disproved-numbers"])
def test_every_field_has_an_example_or_a_list_of_words_or_fields_of_its_own(kind: str, root: Path):
    rows = field_reference(loaded(root / "schema" / f"{kind}.schema.json"))
    groups = {row.path[:-1] for row in rows}
    assert [row.path for row in rows if not (row.example or row.vocabulary or row.path in groups)] == []
