"""The JSON Schema of the exact file: what stands around the records, and in it the schemas of the records themselves.

It stands by itself: every `$ref` leads to a place in the same document.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from rightdoor.exchange.whole.chosen import FORMAT, KINDS, VERSION

Schema: TypeAlias = dict[str, Any]

_AN_ID = {"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"}
_A_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_KEPT_IN_LISTS = {"closed": "tombstones"}


def schema_kind(record: str) -> str:
    """The kind of YAML file whose schema a record keeps to."""
    return _KEPT_IN_LISTS.get(record, record)


def envelope_schema(schemas: Mapping[str, Schema]) -> Schema:
    """The schema of the whole file, from those of the YAML files by kind (`schema_kind`)."""
    defined = {record: _record(record, schemas[schema_kind(record)]) for record in KINDS.values()}
    lists = {
        kind: {"type": "array", "items": {"$ref": f"#/$defs/{record}"}, "description": f"Every {record} by id."}
        for kind, record in KINDS.items()
    }
    properties = {**_head(), **lists}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A directory of mental health services",
        "description": (
            "Everything that a directory holds on one day, as its entries say it. What is left out is not known; it "
            "never means yes or no. Later files of this version may have more properties."
        ),
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name != "area"],
        "$defs": defined,
    }


def schema_text(schemas: Mapping[str, Schema]) -> bytes:
    """The schema as a file."""
    return (json.dumps(envelope_schema(schemas), ensure_ascii=False, indent=1) + "\n").encode()


def _head() -> dict[str, Schema]:
    counts = {kind: {"type": "integer", "minimum": 0} for kind in KINDS}
    text = {"type": "string", "minLength": 1}
    return {
        "format": {"const": FORMAT, "description": "What this file is."},
        "version": {"const": VERSION, "description": "The version of its form."},
        "edition": {**text, "description": "A word that changes when a record does, and only then."},
        "date": {**_A_DAY, "description": "The day on which the records stood so."},
        "licence": {
            "description": "On what terms the records may be used.",
            "type": "object",
            "properties": {"name": text, "url": text},
            "required": ["name", "url"],
        },
        "area": {**_AN_ID, "description": "The area of which this is a part; services stand as they are there."},
        "counts": {
            "description": "How many records of each kind follow.",
            "type": "object",
            "properties": counts,
            "required": list(counts),
        },
    }


def _record(record: str, schema: Schema) -> Schema:
    """The schema of a record with its id, and every reference led to its new place."""
    moved: Schema = _moved(schema, f"#/$defs/{record}/$defs/")
    moved.pop("$schema", None)
    if record == "closed":
        row: Schema = moved["properties"]["tombstones"]["items"]
        return {**row, "$defs": moved["$defs"]}
    own = {"id": {**_AN_ID, "description": "What other records call it: the name of its file."}}
    if record == "service":
        own["folder"] = {**_AN_ID, "description": "The area or nation in whose folder it is kept."}
    moved["properties"] = {**own, **moved["properties"]}
    moved["required"] = [*own, *moved.get("required", ())]
    return moved


def _moved(part: Any, place: str) -> Any:
    if isinstance(part, dict):
        return {name: _moved_ref(each, place) if name == "$ref" else _moved(each, place) for name, each in part.items()}
    return [_moved(each, place) for each in part] if isinstance(part, list) else part


def _moved_ref(ref: Any, place: str) -> Any:
    return ref.replace("#/$defs/", place, 1) if isinstance(ref, str) else _moved(ref, place)
