"""Records for Hypothesis that the grammar accepts: made from its own JSON Schema, so that no field is forgotten.

Words are nasty where the schema lets them be; references point anywhere, for no format looks where they lead.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as some

from records.some_records import texts
from rightdoor.records.characters import refused_in
from rightdoor.records.grammar import decider
from rightdoor.resources import schema_folder

Schema = Mapping[str, Any]


@cache
def schema_of(kind: str) -> Schema:
    """The JSON Schema of a kind of record."""
    found: Schema = json.loads((schema_folder() / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return found


@some.composite
def records(draw: some.DrawFn, kind: str, **fixed: Any) -> dict[str, Any]:
    """The data of a valid record of a kind; `fixed` fields hold what is given."""
    schema = schema_of(kind)
    made = dict(draw(_object(schema, schema, fixed)))
    assume(decider(kind).is_valid(made))
    return made


def _strategy(schema: Schema, root: Schema) -> some.SearchStrategy[Any]:
    if "$ref" in schema:
        *_, name = schema["$ref"].split("/")
        return some.deferred(lambda: _strategy(root["$defs"][name], root))
    if "const" in schema:
        return some.just(schema["const"])
    if "enum" in schema:
        return some.sampled_from(schema["enum"])
    for word in ("oneOf", "anyOf"):
        if word in schema and "properties" not in schema:
            return some.one_of([_strategy({**_but(schema, word), **each}, root) for each in schema[word]])
    return _BY_TYPE[schema.get("type", "object")](schema, root)


def _but(schema: Schema, word: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name != word}


def _text(schema: Schema, _root: Schema) -> some.SearchStrategy[str]:
    pattern, least, most = schema.get("pattern"), schema.get("minLength", 0), schema.get("maxLength", 200)
    if pattern and re.search(pattern, "2026-11-24") and not re.search(pattern, "northvale"):
        return some.dates(min_value=date(2000, 1, 1)).map(str)
    examples = some.sampled_from(schema["examples"]) if schema.get("examples") else some.nothing()
    shaped = some.from_regex(re.compile(pattern, re.ASCII), fullmatch=False) if pattern else texts
    fits = shaped.filter(lambda each: least <= len(each) <= most and _can_be_held(each))
    return examples | fits


def _can_be_held(text: str) -> bool:
    """Whether a file may hold a text: no hidden characters, and no line break at its end."""
    return next(refused_in(text), None) is None and not text.endswith("\n")


def _number(schema: Schema, _root: Schema) -> some.SearchStrategy[float]:
    least, most = schema.get("minimum", -1000), schema.get("maximum", 1000)
    if schema["type"] == "integer":
        return some.integers(int(least), int(most))
    return some.integers(int(least * 1000), int(most * 1000)).map(lambda each: each / 1000)


def _list(schema: Schema, root: Schema) -> some.SearchStrategy[list[Any]]:
    least, most = schema.get("minItems", 0), min(schema.get("maxItems", 3), 3)
    unique = json.dumps if schema.get("uniqueItems") else None
    return some.lists(_strategy(schema["items"], root), min_size=least, max_size=max(least, most), unique_by=unique)


@some.composite
def _object(draw: some.DrawFn, schema: Schema, root: Schema, fixed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    fixed, fields = fixed or {}, schema.get("properties", {})
    needed = [name for name in schema.get("required", ()) if name not in fixed]
    free = [name for name in fields if name not in needed and name not in fixed]
    chosen = draw(some.sets(some.sampled_from(free), max_size=8)) if free else set()
    found = {name: draw(_strategy(fields[name], root)) for name in fields if name in chosen or name in needed}
    more = schema.get("additionalProperties")
    if isinstance(more, dict):
        keys = _strategy({"type": "string", **schema.get("propertyNames", {})}, root)
        least = schema.get("minProperties", 0) if not found else 0
        found |= draw(some.dictionaries(keys, _strategy(more, root), min_size=least, max_size=max(least, 2)))
    return {**found, **fixed}


_BY_TYPE = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": lambda _schema, _root: some.booleans(),
    "array": _list,
    "object": _object,
}
