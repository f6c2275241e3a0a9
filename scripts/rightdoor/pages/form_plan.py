"""Makes the form of an entry from its schema, the vocabularies, and `schema/form.yaml`, which says what stands where.

A field that the schema gains is in no step and in no list, and a test fails until somebody has said where it belongs.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import yaml

from rightdoor.model.grammar import Grammar
from rightdoor.pages.form_parts import Either, Field, Group, Option, Part, Place, Rows, Step
from rightdoor.resources import schema_folder

Node = dict[str, Any]

_BY_NAME = {
    "age": "age",
    "years": "age",
    "span": "duration",
    "date": "date",
    "web_address": "url",
    "phone": "phone",
    "email": "email",
    "opening_hours": "hours",
    "id": "ids",
    "own_words": "text",
}
_FEW, _SOME = 8, 14
"""Up to so many answers are all shown, and up to so many need no box to find them by."""
_ONE_CHECK = "check"
_LONG = 400
"""Text that may be as long as this gets several lines."""


class Plan:
    """The steps of the form for one kind of record."""

    def __init__(self, schema: Node, layout: Node, grammar: Grammar) -> None:
        self.schema, self.layout, self.grammar = schema, layout, grammar

    @property
    def file_only(self) -> Mapping[str, str]:
        """The fields that are looked after in the file, each with what it is."""
        return dict(self.layout["file_only"])

    def steps(self) -> tuple[Step, ...]:
        """The steps in their order."""
        return tuple(
            Step(each["id"], each["title"], each["hint"], self.parts(each["fields"]), self.parts(each.get("more", ())))
            for each in self.layout["steps"]
        )

    def parts(self, names: Sequence[str]) -> tuple[Part, ...]:
        """The parts for fields named with dots, in that order."""
        return tuple(self._part(tuple(name.split("."))) for name in names)

    def _part(self, path: Place) -> Part:
        node, needed = self.schema, False
        for name in path:
            needed = name in node.get("required", ())
            node = self._resolved(node["properties"][name])
        return self._made(node, path, path, needed)

    def _made(self, node: Node, name: Place, path: Place, needed: bool) -> Part:
        """The part for a node: `name` is where it stands in the schema, `path` where within its row or the entry."""
        branches = [self._resolved(each) for each in node.get("anyOf", ())]
        if branches and "const" in branches[0]:
            return self._either(node, branches, name, path)
        if "properties" in node:
            label, hint = self._words(node, name)
            return Group(".".join(name), label, hint, tuple(self._of_object(node, name, path)))
        if "properties" in self._item(node):
            return self._rows(node, name, path)
        return self._field(node, branches, name, path, needed)

    def _of_object(self, node: Node, name: Place, path: Place) -> Iterator[Part]:
        """The parts of a group of fields; checks of single groups of facts become rows."""
        checks = [key for key, each in node["properties"].items() if each.get("$ref", "").endswith(f"/{_ONE_CHECK}")]
        for key, each in node["properties"].items():
            if key not in checks and self._in_form((*name, key)):
                asked, whole = key in node.get("required", ()), self._is_needed(name)
                made = self._made(self._resolved(each), (*name, key), (*path, key), asked and whole)
                yield replace(made, needed_with=asked and not whole) if isinstance(made, Field) else made
        if checks:
            yield self._checks(node, checks, name, path)

    def _is_needed(self, name: Place) -> bool:
        """Whether a group must be there, so that what it requires must be filled in."""
        return len(name) == 1 and name[0] in self.schema["required"]

    def _checks(self, node: Node, keys: list[str], name: Place, path: Place) -> Rows:
        called = (*name, "groups")
        label, hint = self._words({"title": "", "description": ""}, called)
        listed = self.grammar["fact_groups"]
        group = Field(
            ".".join((*called, "group")), ("",), "choice", self._said((*called, "group")).get("label", ""),
            needed=True, look="select", options=tuple(self._option(listed[each]) for each in keys),
        )  # fmt: skip
        one = self._resolved(node["properties"][keys[0]])
        inside = tuple(self._row_fields(one, called))
        return Rows(".".join(called), path, label, hint, *self._row_words(called), (group, *inside), keyed=True)

    def _either(self, node: Node, branches: list[Node], name: Place, path: Place) -> Either:
        label, hint = self._words(node, name)
        said = self._said(name)
        none = Option(branches[0]["const"], said["none"], said["none_hint"])
        some = branches[1]
        inside: tuple[Part, ...] = (
            tuple(self._of_object(some, name, path)) if "properties" in some else (self._rows(some, name, path),)
        )
        return Either(".".join(name), path, label, hint, none, said["some"], inside)

    def _rows(self, node: Node, name: Place, path: Place) -> Rows:
        label, hint = self._words(node, name)
        fields = tuple(self._row_fields(self._item(node), name))
        said = self._said(name)
        folded = {each for each in fields if each.path[0] in said.get("fold", ())}
        inside, more = (tuple(each for each in fields if (each in folded) is side) for side in (False, True))
        return Rows(".".join(name), path, label, hint, *self._row_words(name), inside, more, said.get("fold_words", ""))

    def _row_words(self, name: Place) -> tuple[str, str]:
        return self._said(name)["row"], self._said(name)["add"]

    def _row_fields(self, node: Node, name: Place, path: Place = ()) -> Iterator[Field]:
        """The fields of a row; those of groups within it stand on one level."""
        for key, each in node["properties"].items():
            field, within = self._resolved(each), (*path, key)
            if not self._in_form((*name, key)):
                continue
            if "properties" in field:
                yield from self._row_fields(field, (*name, key), within)
            else:
                branches = [self._resolved(one) for one in field.get("anyOf", ())]
                needed = key in node.get("required", ()) and not path
                yield self._field(field, branches, (*name, key), within, needed)

    def _field(self, node: Node, branches: list[Node], name: Place, path: Place, needed: bool) -> Field:
        label, hint = self._words(node, name)
        listed = node if "x-vocabulary" in node else branches[0] if branches else self._item(node)
        for each in listed.get("anyOf", ())[:1]:
            listed = self._resolved(each)
        kind = self._said(name).get("kind") or self._kind(node, branches)
        options = self._options(listed.get("x-vocabulary", ""), name)
        hint = " ".join(each for each in (hint, self.layout["formats"].get(kind, "")) if each)
        return Field(
            ".".join(name), path, kind, label, hint, needed, options,
            look=self._look(kind, len(options), len(path) < len(name)),
            names=self.layout["names"].get(".".join(name), "services") if kind == "ids" else "",
            one=node.get("type") == "string" if kind == "ids" else bool(branches),
            most=node.get("maxLength"),
            whole_years=node.get("x-def") == "years",
            when=self._when(name, path),
        )  # fmt: skip

    def _when(self, name: Place, path: Place) -> tuple[str, ...]:
        said = self._said(name).get("when")
        return (".".join((*path[:-1], said[0])), *said[1:]) if said else ()

    def _kind(self, node: Node, branches: list[Node]) -> str:
        item = self._item(node)
        if "x-vocabulary" in node:
            return "choice"
        if branches or "x-vocabulary" in item:
            return "several"
        if node.get("type") == "array":
            return "codes" if "anyOf" in item else _BY_NAME.get(item.get("x-def", ""), "lines")
        if node.get("type") in ("integer", "number"):
            return "number"
        if node.get("type") == "boolean":
            return "flag"
        free = "text" if "pattern" in node else "area"
        return _BY_NAME.get(node.get("x-def", ""), free)

    @staticmethod
    def _look(kind: str, count: int, in_row: bool) -> str:
        if kind == "choice":
            return "select" if in_row or _FEW < count <= _SOME else "list" if count > _SOME else "radios"
        return "list" if count > _SOME else "boxes"

    def _options(self, vocabulary: str, name: Place) -> tuple[Option, ...]:
        if not vocabulary:
            return ()
        said = self._said(name)
        terms = {term.code: term for term in self.grammar[vocabulary] if term.code not in said.get("skip", ())}
        order = said.get("order", terms)
        return tuple(self._option(terms[code]) for code in order)

    @staticmethod
    def _option(term: Any) -> Option:
        found_by = (*term.synonyms, *term.more.get("clinical", ()))
        return Option(term.code, term.label, term.description, " ".join(found_by))

    def _words(self, node: Node, name: Place) -> tuple[str, str]:
        said = self._said(name)
        return said.get("label", node["title"]), said.get("hint", node.get("description", ""))

    def _said(self, name: Place) -> Mapping[str, Any]:
        """What the layout says of a field, by its name or else by its last word in any place."""
        fields: Mapping[str, Mapping[str, Any]] = self.layout["fields"]
        return {**fields.get(f"*.{name[-1]}", {}), **fields.get(".".join(name), {})}

    def _in_form(self, name: Place) -> bool:
        return ".".join(name) not in self.layout["file_only"]

    def _item(self, node: Node) -> Node:
        return self._resolved(node.get("items", {}))

    def _resolved(self, node: Node) -> Node:
        """A node with what it refers to, and under `x-def` the name of that."""
        if "$ref" not in node:
            return node
        name = node["$ref"].rsplit("/", 1)[1]
        inner = self._resolved(self.schema["$defs"][name])
        return {"x-def": name, **inner, **{key: each for key, each in node.items() if key != "$ref"}}


@cache
def layout() -> Node:
    """What `schema/form.yaml` says: our own file, so a fault in it raises at once."""
    told: Node = yaml.load((schema_folder() / "form.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return told


def plan_of(grammar: Grammar) -> Plan:
    """The plan of the form for a service."""
    schema = json.loads((schema_folder() / "service.schema.json").read_text("utf-8"))
    return Plan(schema, layout(), grammar)


def names_of(parts: Sequence[Part]) -> Iterator[str]:
    """Where each field of some parts stands in the schema."""
    for part in parts:
        yield part.name
        if not isinstance(part, Field):
            yield from names_of(part.inside)
        if isinstance(part, Rows):
            yield from names_of(part.more)
