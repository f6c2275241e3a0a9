"""Writes the codes of the vocabularies into the JSON Schemas, so that each list of codes is kept in one place.

A node with `"x-vocabulary": "needs"` gets the codes of `schema/vocabularies/needs.yaml` as its `enum`. Run
`python -m rightdoor.records.schema_enums` after changing a vocabulary; `--check` only says what is not fresh.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

WIDTH = 120


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema, itself first."""
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from nodes(each)


def fill(schema: dict[str, Any], grammar: Grammar) -> dict[str, Any]:
    """The schema with its enumerations set from the vocabularies; KeyError for a vocabulary that is not there."""
    for node in nodes(schema):
        if "x-vocabulary" in node:
            node["enum"] = list(grammar[node["x-vocabulary"]].terms)
    return schema


def written(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON as our schemas are laid out: what fits on a line, after the `before` letters of its name, stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + before + len(line) < WIDTH or not isinstance(value, dict | list):
        return line
    inner, end = " " * (indent + 2), "\n" + " " * indent
    if isinstance(value, dict):
        named = ((f"{json.dumps(name)}: ", each) for name, each in value.items())
        parts = [inner + name + written(each, indent + 2, len(name)) for name, each in named]
        return "{\n" + ",\n".join(parts) + end + "}"
    if all(isinstance(each, str) for each in value):
        return "[\n" + _wrapped(value, inner) + end + "]"
    return "[\n" + ",\n".join(inner + written(each, indent + 2) for each in value) + end + "]"


def main(arguments: Sequence[str]) -> int:
    """Rewrite the schemas that are not fresh, or with `--check` name them; 1 when one is not fresh."""
    folder = schema_folder()
    grammar = load_grammar(folder)
    stale = 0
    for file in sorted(folder.glob("*.schema.json")):
        old = file.read_text("utf-8")
        new = written(fill(json.loads(old), grammar)) + "\n"
        if new == old:
            continue
        stale = 1
        if "--check" in arguments:
            print(f"{file.name} is not fresh. Run: python -m rightdoor.records.schema_enums")
        else:
            file.write_text(new, "utf-8", newline="\n")
            print(f"{file.name} written")
    return stale if "--check" in arguments else 0


def _wrapped(words: list[str], inner: str) -> str:
    lines = [inner]
    for each in words:
        word = json.dumps(each, ensure_ascii=False) + ", "
        if len(lines[-1]) + len(word) > WIDTH:
            lines.append(inner)
        lines[-1] += word
    return "\n".join(line.rstrip() for line in lines).rstrip(",")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
