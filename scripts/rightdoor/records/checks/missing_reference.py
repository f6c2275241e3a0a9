"""A record names another record that does not exist.

The name is an organization, an area or a service in `organization`, `refer_to`, `related`, `via`, `if_declined`,
`areas`, `crisis_routes`, `front_door`, `within`, `commissioned_by`, `use_instead`, a vignette, a row of refused
referrals, or the folder of a service. There is no file of that name. Perhaps it is misspelt, is a former id, or belongs
to a service that closed.

Why this matters: "refer instead to" leads nowhere just when somebody has been turned away.

What to type: the id of the record, which is its file name without `.yaml`. The tip says the nearest one. An
organization or an area that has no record yet is written first, from its template below `schema/templates/`. In
`directory/tombstones.yaml`, delete the name of a service that you have deleted, or the whole row.

    refer_to: [northvale-crisis-team]
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.references import TOMBSTONES, Reference, references
from rightdoor.records.grammar_forms import Form, put_right

CODE = "missing-reference"
LEVEL = Level.ERROR
MOST_SUGGESTIONS = 50
SHORTEST_PART = 4


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """References to records that are not there."""
    records: dict[str, Mapping[str, Any]] = {
        "service": directory.services,
        "organization": directory.organizations,
        "area": directory.areas,
    }
    nearest = _Nearest(records)
    for each in references(directory, context):
        for index, id in enumerate(each.ids):
            if id not in records[each.kind] and (each.kind, id) not in context.broken:
                said = _said(directory, each, id, nearest, context)
                yield problem_in(context, each.file, each.place(index), CODE, LEVEL, *said)


def _said(
    directory: Directory, reference: Reference, id: str, nearest: "_Nearest", context: Context
) -> tuple[str, str]:
    """What is wrong with a reference that leads nowhere, and what to type."""
    kind = reference.kind
    if kind == "service" and id in (former := context.once("former ids", lambda: _former_ids(directory))):
        return f"{id} is a former id.", f"Type: {former[id]}"
    if kind == "service" and id in directory.tombstones:
        gone = directory.tombstones[id]
        tip = f"Type: {gone.use_instead[0]}" if gone.use_instead else "Delete it, or name another service."
        return f"The service {id} is not listed any more. {gone.why}", tip
    meant = nearest.found(kind, id)
    if reference.file == TOMBSTONES:
        message = f"The row of {reference.owner} says to use {id} instead, but there is no service {id}."
        return message, meant or "Delete the name from use_instead; or, if the row is not yours, the whole row."
    return f"There is no {kind} {id}.", meant or _write_first(kind, id)


def _write_first(kind: str, id: str) -> str:
    if kind == "service":
        return "Write the record of this service first, or delete the name here."
    return f"Write directory/{kind}s/{id}.yaml first, from schema/templates/{kind}.yaml, or delete the name here."


def _former_ids(directory: Directory) -> dict[str, str]:
    return {alias: service.id for service in directory.services.values() for alias in service.aliases}


class _Nearest:
    """Finds the id most like a misspelt one among those that share a part with it, so that it stays quick."""

    def __init__(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        self._records = records
        self._by_part: dict[str, dict[str, list[str]]] = {}
        self._by_name: dict[str, dict[str, str]] = {}
        self._left = MOST_SUGGESTIONS

    def found(self, kind: str, id: str) -> str:
        """The question whether another id was meant; empty where none is like it."""
        self._left -= 1
        named = self._named(kind).get(id)
        found = get_close_matches(id, self._alike(kind, id), 5, 0.7) if self._left >= 0 and not named else []
        meant = named or next((each for each in found if _differ_little(id, each)), None)
        if kind == "organization" and not meant and self._left >= 0 and len(id) >= SHORTEST_PART:
            holding = [each for each in self._alike(kind, id) if f"-{id}-" in f"-{each}-" or f"-{each}-" in f"-{id}-"]
            meant = min(holding, key=lambda each: (abs(len(each) - len(id)), each), default=None)
        return f"Did you mean {meant}?" if meant else ""

    def _named(self, kind: str) -> dict[str, str]:
        """The ids by names, written as ids are: a name typed in place of an id is known by it."""
        if kind not in self._by_name:
            names = self._by_name[kind] = {}
            for id, record in self._records[kind].items():
                for name in (record.name, *getattr(record, "also_known_as", ())):
                    names.setdefault(put_right(name, Form.ID) or "", id)
        return self._by_name[kind]

    def _alike(self, kind: str, id: str) -> list[str]:
        if len(self._records[kind]) <= 500:
            return list(self._records[kind])
        if kind not in self._by_part:
            parts = self._by_part[kind] = {}
            for each in self._records[kind]:
                for part in each.split("-"):
                    parts.setdefault(part, []).append(each)
        shared = sorted((self._by_part[kind].get(part, []) for part in id.split("-")), key=len)
        return [each for ids in shared if len(ids) <= 500 for each in ids][:1000]


def _differ_little(id: str, other: str) -> bool:
    """Whether two ids are alike also without the parts they share, which are often only the name of a place."""
    ours, theirs = id.split("-"), other.split("-")
    for end in (0, -1):
        while ours and theirs and ours[end] == theirs[end]:
            del ours[end], theirs[end]
    return not ours or not theirs or bool(get_close_matches("-".join(ours), ["-".join(theirs)], 1, 0.7))
