"""The drafts of a source on their way to becoming entries: each has its id, its file, and what is taken of it."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rightdoor.model.draft import Draft, Refused
from rightdoor.records.comments import comments_of
from rightdoor.records.edits import Edit
from rightdoor.records.held import Held
from rightdoor.records.ids import id_of
from rightdoor.records.imported import Entry, FieldChange
from rightdoor.records.imports_exact import why_unsound
from rightdoor.records.imports_fields import compared, confirmed_here, flat, put
from rightdoor.records.imports_new import evidence_with, settled
from rightdoor.records.imports_record import Known, Origin, digest, known_of
from rightdoor.records.walk import FOLDER, LONGEST_ID
from rightdoor.records.write import written

_CLOSED = "It was taken out of this directory, so it is not taken in again."
_NO_ID = "What the source calls it cannot be written down: it is empty, too long or holds hidden characters."
_TWICE = "The source has its id twice, so only the first is taken in."
_NOBODY = "It does not say which organisation runs it."


@dataclass(slots=True)
class Merging:
    """What is known so far; `edits`, `entries` and `origins` are by kind and id."""

    records: tuple[Held, ...]
    origin: Origin
    today: date
    known: Mapping[str, str]
    organization_kind: str | None
    held: dict[tuple[str, str], Held] = field(default_factory=dict)
    before: dict[tuple[str, str], Known] = field(default_factory=dict)
    remembered: dict[tuple[str, str], Known] = field(default_factory=dict)
    edits: dict[tuple[str, str], Edit] = field(default_factory=dict)
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    reused: set[tuple[str, str]] = field(default_factory=set)
    runs: dict[str, str] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    ours: set[str] = field(default_factory=set)
    by_name: dict[str, str] = field(default_factory=dict)
    by_number: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look over what is here already."""
        self.held = {(each.found.kind, each.found.id): each for each in self.records}
        self.before = known_of(self.records, self.origin)
        self.remembered = dict(self.before)
        self.taken = {"service": set(), "organization": set()}
        for (kind, id), each in self.held.items():
            if kind in self.taken:
                self.taken[kind] |= {id, *each.source.data.get("aliases", ())}
            if kind == "organization":
                self._index(id, each.source.data)
            if kind == "tombstones":
                self.taken["service"] |= {row["id"] for row in each.source.data["tombstones"]}
        for row in self.before.values():
            self.taken[row.kind].add(row.id)
        self.ours = {row.id for row in self.before.values() if row.kind == "service"}

    def data_of(self, kind: str, id: str) -> dict[str, Any] | None:
        """What a record here holds; None where there is none."""
        found = self.held.get((kind, id))
        return found.source.data if found else None

    def take_all(self, drafts: Iterable[Draft]) -> None:
        """Take the organizations, then the services that they run; an organization that runs none here is left."""
        seen: set[tuple[str, str]] = set()
        organizations: dict[str, Draft] = {}
        services = []
        for each in drafts:
            if not _ID.match(each.source_id):
                self._refuse(each, _NO_ID)
            elif (each.kind, each.source_id) in seen:
                self._refuse(each, _TWICE)
            elif each.exact and (why := why_unsound(each)):
                self._refuse(each, why)
            elif each.kind == "organization":
                organizations[each.source_id] = each
            else:
                services.append(each)
            seen.add((each.kind, each.source_id))
        for each in services:
            runner = self._runner(each, organizations)
            if isinstance(runner, str):
                self._take(each, settled(each, self.origin) | {"organization": runner})
            else:
                self.refused.append(runner)
        self._drop_idle()

    def refuse_file(self, file: str, why: str) -> None:
        """Refuse the draft of which this file was made, and where it is an organization all that it runs."""
        key = next((key for key, each in self.edits.items() if each.file == file), None)
        if key is None:  # it went with the organization that runs it
            return
        draft, id = self.drafts[key], key[1]
        self._drop(key)
        self._refuse(draft, why)
        if key[0] == "organization" and key not in self.held:
            for other in [each for each in self.edits if self._is_run_by(each, id)]:
                service = self.drafts[other]
                self._drop(other)
                self._refuse(service, f"The organisation that runs it is refused: {why}")
        self._drop_idle()

    def _is_run_by(self, key: tuple[str, str], id: str) -> bool:
        return key[0] == "service" and self.runs.get(key[1]) == id

    def _drop(self, key: tuple[str, str]) -> None:
        """Leave a record as it was."""
        del self.edits[key]
        entry = self.entries.pop(key)
        there = key[0], entry.source_id
        if key[0] == "service":
            self.runs.pop(key[1], None)
        if there in self.before:
            self.remembered[there] = self.before[there]
        else:
            self.remembered.pop(there, None)

    def _drop_idle(self) -> None:
        """Leave out new organizations of which no service goes in."""
        running = set(self.runs.values())
        for key in [each for each in self.edits if each[0] == "organization"]:
            if key not in self.held and key[1] not in running:
                self._drop(key)

    def _runner(self, draft: Draft, organizations: Mapping[str, Draft]) -> str | Refused:
        """The id of the organization that runs a service, made where it is not here yet; or why there is none."""
        wanted = organizations.get(draft.organization or "")
        if wanted is None:
            own = self.data_of("service", self._id_known(draft) or "")
            return str(own["organization"]) if own else Refused(draft.place, _name(draft), _NOBODY)
        data = settled(wanted, self.origin)
        id = self._id_known(wanted)
        if id is None and (same := self._same(data)):
            self.reused.add((str(data["name"]), same))
            return same
        if id and ("organization", id) in self.entries:
            return id
        if "kind" not in data:
            kind = "charity" if data.get("identifiers", {}).get("charity") else self.organization_kind
            if not kind and id and (own := self.data_of("organization", id)):
                kind = own["kind"]
            if not kind:
                why = f"The source does not say what kind of organisation {_name(wanted)} is. Say it with {_OPTION}."
                return Refused(draft.place, _name(draft), why)
            data["kind"] = kind
        made = self._take(wanted, data)
        return made or Refused(draft.place, _name(draft), "The organisation that runs it is not listed here any more.")

    def _take(self, draft: Draft, data: dict[str, Any]) -> str | None:
        """Compare a draft with what is here, or make it anew; its id, None where it is closed here."""
        id = self._id_known(draft) or self._left_over(draft, data)
        if id is None:
            return self._make(draft, data)
        held = self.held.get((draft.kind, id))
        if held is None:
            self._refuse(draft, _CLOSED)
            return None
        known = self.before.get((draft.kind, draft.source_id), Known(draft.kind, id, draft.source_id))
        changes, kept, digests = compared(held.source.data, known.fields, data)
        self._note(draft, id, data, digests, changes, kept)
        after = put(held.source.data, changes)
        if draft.kind == "service":
            self.runs[id] = str(after["organization"])
        if changes:
            if draft.kind == "service" and not confirmed_here(after):
                after["checked"] = {"how": "other-directory", "on": self.today.isoformat()}
                after |= evidence_with(after, draft, self.today)
            text = written(after, draft.kind, comments_of(held.source.raw))
            self.edits[draft.kind, id] = Edit(held.file, held.source.raw, text.encode("utf-8", "replace"))
        return id

    def _make(self, draft: Draft, data: dict[str, Any]) -> str | None:
        id = self._new_id(draft)
        if not id:
            self._refuse(draft, "It has no name of which an id can be made.")
            return None
        self.taken[draft.kind].add(id)
        self._note(draft, id, data, {name: digest(each) for name, each in flat(data).items()}, new=True)
        whole = deepcopy(data)
        folder = f"services/{self.origin.area}" if draft.kind == "service" else "organizations"
        if draft.kind == "service":
            whole["checked"] = {"how": "other-directory", "on": self.today.isoformat()}
            whole |= evidence_with(whole, draft, self.today)
        else:
            self._index(id, data)
            if self._is_made_up():
                whole["fictional"] = True
        text = written(whole, draft.kind).encode("utf-8", "replace")
        self.edits[draft.kind, id] = Edit(f"{FOLDER}/{folder}/{id}.yaml", None, text)
        return id

    def _is_made_up(self) -> bool:
        """Whether the area is, or lies in one that is: then whoever runs its services is made up too."""
        seen: set[str] = set()
        id: Any = self.origin.area
        while isinstance(id, str) and id not in seen and (data := self.data_of("area", id)):
            seen.add(id)
            if data.get("fictional") is True:
                return True
            id = data.get("within")
        return False

    def _note(
        self,
        draft: Draft,
        id: str,
        data: Mapping[str, Any],
        digests: Mapping[str, str],
        changes: tuple[FieldChange, ...] = (),
        kept: tuple[FieldChange, ...] = (),
        *,
        new: bool = False,
    ) -> None:
        key = draft.kind, id
        self.drafts[key] = draft
        self.entries[key] = Entry(
            draft.kind, id, str(data["name"]), draft.source_id, draft.place, new, changes, kept, draft.lost
        )
        row = {name: digests[name] for name in sorted(digests) if digests[name]}
        self.remembered[draft.kind, draft.source_id] = Known(draft.kind, id, draft.source_id, row)
        if draft.kind == "service":
            self.runs[id] = str(data["organization"])
            self.ours.add(id)

    def _id_known(self, draft: Draft) -> str | None:
        """The id here of what was imported before, or of a service that is ours by the id the source gives it."""
        if row := self.remembered.get((draft.kind, draft.source_id)):
            return row.id
        return self.known.get(draft.source_id) if draft.kind == "service" else None

    def _left_over(self, draft: Draft, data: Mapping[str, Any]) -> str | None:
        """A service that says the very same: written by an import that was cut off before it could remember it."""
        id = draft.id or id_of(_name(draft))
        held = self.held.get(("service", id)) if draft.kind == "service" else None
        if held is None or id in self.ours or flat(held.source.data) != flat(data):
            return None
        return id

    def _same(self, data: Mapping[str, Any]) -> str | None:
        """An organization of the same registered number or name that is here already."""
        for each in data.get("identifiers", {}).items():
            if each in self.by_number:
                return self.by_number[each]
        return self.by_name.get(str(data.get("name", "")).casefold())

    def _index(self, id: str, data: Mapping[str, Any]) -> None:
        for name in (data.get("name", ""), *data.get("also_known_as", ())):
            self.by_name.setdefault(str(name).casefold(), id)
        for each in data.get("identifiers", {}).items():
            self.by_number.setdefault(each, id)

    def _new_id(self, draft: Draft) -> str:
        """An id that is not in use and never was: what a record of ours was called, or one of its name.

        Where that is in use it goes on with the area, and then with a number.
        """
        kind, plain = draft.kind, draft.id or id_of(_name(draft))
        if not plain or plain not in self.taken[kind]:
            return plain
        for end in (self.origin.area, *map(str, range(2, 20_000))):
            made = f"{plain[: LONGEST_ID - len(end) - 1].rstrip('-')}-{end}"
            if made not in self.taken[kind] and len(made) <= LONGEST_ID:
                return made
        return ""

    def _refuse(self, draft: Draft, why: str) -> None:
        self.refused.append(Refused(draft.place, _name(draft), why))


_OPTION = "--organization-kind"
_ID = re.compile(r"[^\s](?:[^\x00-\x1f\x7f]{0,198}[^\s])?\Z")


def _name(draft: Draft) -> str:
    return str(draft.data.get("name") or draft.source_id)
