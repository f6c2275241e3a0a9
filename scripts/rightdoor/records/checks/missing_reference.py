"""A record names another record that does not exist.

The name is an organization, an area or a service in `organization`, `refer_to`, `related`, `via`, `if_declined`,
`areas`, `crisis_routes`, `front_door`, `within`, `commissioned_by`, `use_instead`, a vignette, or the folder of a
service. There is no file of that name. Perhaps it is misspelt, is a former id, or belongs to a service that closed.

Why this matters: "refer instead to" leads nowhere just when somebody has been turned away.

What to type: the id of the record, which is its file name without `.yaml`. The tip says the nearest one.

    refer_to: [northvale-crisis-team]
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.references import references

CODE = "missing-reference"
LEVEL = Level.ERROR
MOST_SUGGESTIONS = 50


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """References to records that are not there."""
    records: dict[str, Mapping[str, Any]] = {
        "service": directory.services,
        "organization": directory.organizations,
        "area": directory.areas,
    }
    former: dict[str, str] | None = None
    nearest = _Nearest(records)
    for each in references(directory, context):
        known = records[each.kind]
        for index, id in enumerate(each.ids):
            if id in known or (each.kind, id) in context.broken:
                continue
            if former is None:
                former = {alias: service.id for service in directory.services.values() for alias in service.aliases}
            message, tip = f"There is no {each.kind} {id}.", nearest.tip(each.kind, id)
            if each.kind == "service" and id in former:
                message, tip = f"{id} is a former id.", f"Type: {former[id]}"
            elif each.kind == "service" and id in directory.tombstones:
                gone = directory.tombstones[id]
                message = f"The service {id} is not listed any more. {gone.why}"
                tip = f"Type: {gone.use_instead[0]}" if gone.use_instead else "Delete it, or name another service."
            yield problem_in(context, each.file, each.place(index), CODE, LEVEL, message, tip)


class _Nearest:
    """Finds the id most like a misspelt one among those that share a part with it, so that it stays quick."""

    def __init__(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        self._records = records
        self._by_part: dict[str, dict[str, list[str]]] = {}
        self._left = MOST_SUGGESTIONS

    def tip(self, kind: str, id: str) -> str:
        """What to type instead."""
        self._left -= 1
        found = get_close_matches(id, self._alike(kind, id), 5, 0.7) if self._left >= 0 else []
        for each in found:
            if _differ_little(id, each):
                return f"Did you mean {each}?"
        return f"Write the record of this {kind} first, or delete the name here."

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
