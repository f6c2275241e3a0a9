"""The text of a new record: the template with what is known filled in, and every other field waiting as a comment."""

import os
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.ids import id_of
from rightdoor.records.one_line import on_one_line
from rightdoor.records.order import Tree, below, fields_of
from rightdoor.records.quoting import scalar
from rightdoor.records.read import read_source
from rightdoor.records.style import in_style
from rightdoor.records.walk import is_id
from rightdoor.resources import schema_folder

_ABOUT_COPYING = re.compile(r"\A(?:## (?!Lines that begin).*\n)+")
_OWN_FOLDER = re.compile(r"schema/vocabularies/[a-z_]+\.yaml")
_ON_THE_SITE = "the list that the site has below fields/"


class _Piece(NamedTuple):
    """A field of a template: what is said above it, its name, and its own lines without the # of one not in use."""

    said: list[str]
    name: str
    lines: list[str]


def skeleton(kind: str, data: Mapping[str, Any]) -> str:
    """The text of a record of this kind, in the one style, with these data and the other fields of its template."""
    template = _ABOUT_COPYING.sub("", (schema_folder() / "templates" / f"{kind}.yaml").read_text("utf-8"))
    head, _, rest = template.partition("\n\n")
    lines = [*_filled(rest.splitlines(), data, fields_of(kind), 0)]
    text = "\n".join([head, "", *lines]) + "\n"
    return in_style(read_source(text.encode(), f"{kind}.yaml"), kind).decode()


def new_record(kind: str, folder: str, answers: Mapping[str, Any], id: str | None, root: Path) -> Edit:
    """The file of a new record of a project, with what was answered; raises `EditRefused` where it cannot be one.

    `folder` is the id of a service's area, or national; `id` is given where the one of the name will not do.
    """
    made = id if id is not None else id_of(str(answers["name"]))
    if not is_id(made):
        raise EditRefused(f"“{made[:80]}” cannot be an id. Give one with --id: small letters, digits and hyphens.")
    file = f"directory/{kind}s/{f'{folder}/' if folder else ''}{made}.yaml"
    if os.path.lexists(root / file):
        raise EditRefused(f"{file} is there already, and is left as it is. Give another id with --id.")
    data = _settled(answers, folder) if kind == "service" else dict(answers)
    return Edit(file, None, skeleton(kind, data).encode())


def _settled(answers: Mapping[str, Any], folder: str) -> dict[str, Any]:
    """A service with what follows from its answers: nobody has checked it, its area is its folder's."""
    data = {**deepcopy(dict(answers)), "checked": {"how": "never"}}
    area = data.get("criteria", {}).get("area")
    if area:
        area["areas"] = [folder]
    for route in data.get("referral", {}).get("routes", ()):
        route.setdefault("how", "not-stated")
    for place in data.get("locations", ()):
        if place.get("confidential") is False:
            del place["confidential"]
    if data.get("locations") == [{}]:
        del data["locations"]
    return data


def _filled(template: list[str], data: Mapping[str, Any], tree: Tree, column: int) -> Iterator[str]:
    """The lines of a group of a template with these data in it; fields that the template has not come last."""
    shown = set()
    for piece in _pieces(template, column):
        shown.add(piece.name)
        if piece.name not in data:
            yield from (_OWN_FOLDER.sub(_ON_THE_SITE, line) for line in piece.said)
            yield from (line if line.startswith("##") else f"# {line}" for line in piece.lines)
            continue
        yield from [line for line in piece.said if not line] if "schema/" in "".join(piece.said) else piece.said
        yield from _field(piece.name, data[piece.name], below(tree, piece.name), piece.lines[1:], column)
    for name in data:
        if name not in shown:
            yield from _field(name, data[name], below(tree, name), [], column)


def _field(name: str, value: Any, tree: Tree, template: list[str], column: int) -> Iterator[str]:
    """A field with its value; a group also with those of its fields that are not in use, as the template has them."""
    start = f"{' ' * column}{scalar(name)}:"
    waiting = [line for line in template if not line.startswith("##") and not line.lstrip().startswith("-")]
    if isinstance(value, dict) and value and waiting:
        yield start
        yield from _filled(template, value, tree, column + 2)
    else:
        yield f"{start} {on_one_line(value, tree, (name,))}"


def _pieces(template: list[str], column: int) -> Iterator[_Piece]:
    """The fields of a group of a template. What is said of a field begins with ## and stands above it."""
    named = re.compile(rf"(?:# )?{' ' * column}([a-z_]+):(?: |\Z)")
    said: list[str] = []
    at = 0
    while at < len(template):
        found = named.match(template[at])
        if not found:
            said.append(template[at])
            at += 1
            continue
        end = at + 1
        while end < len(template) and _goes_on(template[end], column):
            end += 1
        yield _Piece(
            said, found[1], [line if line.startswith("##") else line.removeprefix("# ") for line in template[at:end]]
        )
        said, at = [], end


def _goes_on(line: str, column: int) -> bool:
    """Whether a line of a template is within the field above it."""
    if line.startswith("##"):
        return line.startswith("##  ") and column == 0
    return line.removeprefix("# ").startswith(" " * (column + 1))
