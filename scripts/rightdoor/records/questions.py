"""What a new record is asked for: `schema/questions.yaml` says the questions, the schema what may be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from rightdoor.records.grammar import schema
from rightdoor.records.marks import Path
from rightdoor.records.nearest import vocabulary
from rightdoor.resources import schema_folder

NATIONAL = "national"
"""The folder of services that are there for a whole nation."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `words` names the vocabulary and `names` the kind of record that an answer comes from, if any."""

    path: Path
    option: str
    ask: str
    words: str
    several: bool
    yes_or_no: bool
    told: Mapping[str, Any]

    @property
    def needed(self) -> bool:
        """Whether a record cannot be without it."""
        return bool(self.told.get("needed", False))

    @property
    def is_first(self) -> bool:
        """Whether it is asked before somebody may stop."""
        return self.needed or bool(self.usual) or bool(self.told.get("first", False))

    @property
    def usual(self) -> str:
        """What no answer means; mostly nothing."""
        return str(self.told.get("usual", ""))

    @property
    def names(self) -> str:
        """organizations, services or areas where the answer is the id of one."""
        return str(self.told.get("names", ""))

    @property
    def any_at(self) -> Path | None:
        """The field that the word `any` stands in when it is the answer."""
        return path_of(self.told["any"]) if "any" in self.told else None

    def concerns(self, data: Mapping[str, Any], *, national: bool) -> bool:
        """Whether it is worth asking of a record, by its kind and by what was answered before."""
        if (self.told.get("local") and national) or isinstance(value_at(data, self.path[:-1]), str):
            return False
        if value_at(data, path_of(self.told.get("hidden_by", ""))) is True:
            return False
        if value_at(data, path_of(self.told.get("with", ""))) is None:
            return False
        return self._is_of(str(data.get("type", "")))

    def _is_of(self, type: str) -> bool:
        """Whether it is asked of this type of service."""
        types, levels, words = self.told.get("types", ()), self.told.get("levels", ()), vocabulary("service_types")
        if type not in words:
            return True
        asked = not (types or levels) or type in types or words[type].more["level"] in levels
        return asked and type not in self.told.get("except", ())


@cache
def questions(kind: str) -> tuple[Question, ...]:
    """The questions of a kind of record, in their order."""
    told = yaml.load((schema_folder() / "questions.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return tuple(_question(kind, each) for each in told[kind])


def path_of(field: str) -> Path:
    """A dotted place such as `referral.routes.0.how` as a path."""
    return tuple(int(step) if step.isdigit() else step for step in field.split(".") if step)


def value_at(data: Any, path: Path) -> Any:
    """What stands in a place; None where nothing does."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def put(data: dict[str, Any], path: Path, value: Any) -> None:
    """Write a value into a record; groups, and the first row of a list, are made where they are missing."""
    inner: Any = data
    for step, following in zip(path, (*path[1:], None), strict=True):
        last = following is None
        fresh: Any = [] if isinstance(following, int) else {}
        if isinstance(inner, list) and not inner:
            inner.append(fresh)
        elif isinstance(inner, dict) and (last or step not in inner):
            inner[step] = value if last else fresh
        inner = inner[step]


def take_out(data: dict[str, Any], path: Path) -> None:
    """Take a value out of a record, and the groups and rows that are empty without it."""
    around = value_at(data, path[:-1])
    if not isinstance(around, dict | list) or value_at(data, path) is None:
        return
    around.pop(path[-1])  # type: ignore[arg-type]
    if not around and path[:-1]:
        take_out(data, path[:-1])


def choices(question: Question) -> Mapping[str, str]:
    """The codes that may be answered, each with what people read; none where one types freely."""
    return {term.code: term.label for term in vocabulary(question.words)} if question.words else {}


def _question(kind: str, told: Mapping[str, Any]) -> Question:
    whole, path = schema(kind), path_of(told["field"])
    node = whole
    for step in path:
        node = _inner(node, step, whole)
    several = node.get("type") == "array"
    words = (_resolved(node["items"], whole) if several else node).get("x-vocabulary", "")
    return Question(path, told["option"], told["ask"], words, several, node.get("type") == "boolean", told)


def _inner(node: dict[str, Any], step: str | int, whole: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field or row; of several branches, the one that has it."""
    branches = [_resolved(each, whole) for each in node.get("anyOf", (node,))]
    if isinstance(step, int):
        return _resolved(next(each["items"] for each in branches if "items" in each), whole)
    return _resolved(next(each["properties"][step] for each in branches if step in each.get("properties", ())), whole)


def _resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    return {**whole["$defs"][node["$ref"].rsplit("/", 1)[1]], **node} if "$ref" in node else node
