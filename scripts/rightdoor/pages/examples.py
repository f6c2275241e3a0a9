"""The states in which each component is shown: `examples.yml` beside its styles, read strictly.

A file says what the component is for, then its states in the order in which a reader sees them. CONTRIBUTING.md says
how one is written (docs/decisions/0154-components.md).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from rightdoor.pages.links import Link
from rightdoor.pages.site import SiteFaulty
from rightdoor.records.marks import Path as FieldPath
from rightdoor.records.nearest import nearest_word
from rightdoor.records.read import Source, Unreadable, read_source

FILE = "examples.yml"
DIRECTORY = "directory"
"""The folder beside the components that holds their made-up directory."""

AS = ("page", "card", "whole-card", "refer-sheet", "patient-sheet", "pack-entry")
"""As what a service is shown: whose values the arguments of a macro are taken from."""

_KINDS: Mapping[str, tuple[type, str]] = {
    "id": (str, "a word such as not-known"),
    "title": (str, "words"),
    "about": (str, "words"),
    "macro": (str, "the name of a macro"),
    "drawn": (str, "the name of a drawing of components/index.js"),
    "template": (str, "a piece of a template"),
    "page": (str, "a kind of page and its key, such as refer-sheet/example-talking"),
    "around": (str, "what selects it on the page, such as .rd-footer"),
    "service": (str, "the id of an example service"),
    "area": (str, "the id of an example area"),
    "as": (str, f"one of {', '.join(AS)}"),
    "given": (dict, "names with their values"),
    "open": (bool, "true or false"),
    "focus": (str, "what has the keyboard's focus in a photograph, such as button"),
    "narrow": (bool, "true or false"),
    "states": (list, "a list of states"),
}
_WAYS = ("macro", "drawn", "template", "page", "around")
_OF_COMPONENT = ("title", "about", *_WAYS, "as", "states")
_OF_STATE = ("id", "title", "about", *_WAYS, "service", "area", "as", "given", "open", "focus", "narrow")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class ExamplesFaulty(SiteFaulty):
    """An example cannot be shown; the message names the file and the line, and says what to change."""


class Place(NamedTuple):
    """Where a state is written, for messages: the file from the folder of the components, and the line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class State:
    """One state of a component; of `macro`, `drawn`, `template`, `page` and `around` one says how it is drawn.

    `given` are plain values: `values` gives them as templates read them. `narrow` says whether it looks different
    enough on a phone to be photographed there too; `open` opens every fold in it; `focus` selects what has the
    keyboard's focus while it is photographed.
    """

    component: str
    id: str
    title: str
    place: Place
    about: str = ""
    macro: str = ""
    drawn: str = ""
    template: str = ""
    page: str = ""
    around: str = ""
    service: str = ""
    area: str = ""
    shown_as: str = "page"
    given: Mapping[str, Any] = field(default_factory=dict)
    open: bool = False
    focus: str = ""
    narrow: bool = True

    @property
    def box(self) -> str:
        """The id of the element that holds it."""
        return f"{self.component}-{self.id}"

    def values(self) -> dict[str, Any]:
        """What is given, as templates read it."""
        return {name: value_of(each) for name, each in self.given.items()}


@dataclass(frozen=True, slots=True)
class Component:
    """A component by the name of its folder, what it is for, and its states."""

    name: str
    title: str
    about: str
    states: tuple[State, ...]


def value_of(given: Any) -> Any:
    """A value of `examples.yml` as templates read it: a group as an object, a row as a tuple, a day as a date."""
    if isinstance(given, dict):
        parts = {name: value_of(each) for name, each in given.items()}
        return Link(**parts) if {"words", "address"} <= parts.keys() <= set(Link._fields) else SimpleNamespace(**parts)
    if isinstance(given, list):
        return tuple(value_of(each) for each in given)
    return date.fromisoformat(given) if isinstance(given, str) and _DAY.match(given) else given


def read_all(folder: Path) -> tuple[Component, ...]:
    """The components that have examples, by title; ExamplesFaulty for the first thing that is wrong."""
    found = (read(path) for path in sorted(folder.glob(f"*/{FILE}")))
    return tuple(sorted(found, key=lambda each: each.title.casefold()))


def read(path: Path) -> Component:
    """The examples of one component."""
    name = path.parent.name
    try:
        source = read_source(path.read_bytes(), f"{name}/{FILE}")
    except Unreadable as fault:
        first = fault.problems[0]
        raise ExamplesFaulty(f"{first.file}:{first.line}: {first.message} {first.tip}".strip()) from fault
    _check(source, (), source.data, _OF_COMPONENT, needed=("title", "about", "states"))
    states = tuple(_states(source, name))
    return Component(name, source.data["title"], source.data["about"], states)


def _states(source: Source, name: str) -> Iterator[State]:
    usual = {each: source.data[each] for each in (*_WAYS, "as") if each in source.data}
    seen: set[str] = set()
    for at, said in enumerate(source.data["states"]):
        path: FieldPath = ("states", at)
        if not isinstance(said, dict):
            raise _fault(source, path, "A state is a group of fields that begins with - id:")
        _check(source, path, said, _OF_STATE, needed=("id", "title"))
        if not _ID.match(said["id"]) or said["id"] in seen:
            raise _fault(source, (*path, "id"), f"The id {said['id']} is used twice or is not of the form not-known.")
        seen.add(said["id"])
        yield _state(source, path, name, said, usual)


def _state(source: Source, path: FieldPath, name: str, said: dict[str, Any], usual: Mapping[str, str]) -> State:
    ways = {each: said[each] for each in _WAYS if each in said} or {
        each: usual[each] for each in _WAYS if each in usual
    }
    if len(ways) > 1:
        raise _fault(source, path, f"A state is drawn in one way only: take one of {' and '.join(ways)} away.")
    shown_as = said.get("as", usual.get("as", "page"))
    if shown_as not in AS:
        raise _fault(source, (*path, "as"), f"as is {shown_as}. {_meant(shown_as, AS)}")
    rest = {
        each: said[each] for each in ("about", "service", "area", "given", "open", "focus", "narrow") if each in said
    }
    place = Place(source.file, source.mark(path).line)
    ways = ways or {"macro": name.replace("-", "_")}
    return State(name, said["id"], said["title"], place, shown_as=shown_as, **ways, **rest)


def _check(
    source: Source, path: FieldPath, said: Mapping[str, Any], known: tuple[str, ...], needed: tuple[str, ...]
) -> None:
    for name, value in said.items():
        if name not in known:
            raise _fault(source, (*path, name), f"There is no field {name} here. {_meant(name, known)}", field=True)
        kind, words = _KINDS[name]
        if not isinstance(value, kind) or value in ("", []):
            raise _fault(source, (*path, name), f"{name} must be {words}.", field=True)
    missing = [name for name in needed if name not in said]
    if missing:
        raise _fault(source, path, f"The field {missing[0]} is missing here.")


def _meant(word: str, known: tuple[str, ...]) -> str:
    meant = nearest_word(word, known)
    return f"Did you mean {meant}?" if meant else f"It may be one of {', '.join(known)}."


def _fault(source: Source, path: FieldPath, message: str, *, field: bool = False) -> ExamplesFaulty:
    return ExamplesFaulty(f"{source.file}:{source.mark(path, field=field).line}: {message}")
