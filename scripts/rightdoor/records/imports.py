"""Brings what another directory delivers into this one: what is new, changed, kept, refused, and the files to write.

Every draft is judged like any entry: one with an error is refused with its reason, and the others go in. Nothing is
ever deleted, and copying confirms nothing: an imported entry says that it was copied from another directory.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from rightdoor.model.draft import Delivery
from rightdoor.model.problem import Level, Problem
from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.grammar import judge_source
from rightdoor.records.held import Held, held_records
from rightdoor.records.imported import Gone, Imported
from rightdoor.records.imports_merging import Merging
from rightdoor.records.imports_record import Known, Origin, record_edits
from rightdoor.records.report import one_line
from rightdoor.records.trial import trial

MOST_GONE = 0.2
"""Where more than this share of a source's entries is gone, the source is more likely broken than they are closed."""
MOST_DRAFTS = 15_000
_LONGEST = 300


def merge(
    root: Path,
    delivery: Delivery,
    origin: Origin,
    today: date,
    *,
    known: Mapping[str, str] | None = None,
    organization_kind: str | None = None,
    allow_vanished: bool = False,
) -> Imported:
    """What the delivery would do to the project; nothing is written. EditRefused where it cannot be compared at all.

    `known` are services of this directory by the id that the source gives them, such as those it once had from here.
    `organization_kind` is the kind of organizations of which the source does not say it.
    """
    if len(delivery.drafts) > MOST_DRAFTS:
        raise EditRefused(f"The source has {len(delivery.drafts):,} entries; at most {MOST_DRAFTS:,} are taken in.")
    records = held_records(root)
    _held_against_the_grammar(records)
    today = _day(records, origin.area, today)
    merging = Merging(records, origin, today, known or {}, organization_kind)
    merging.refused.extend(delivery.refused)
    merging.take_all(delivery.drafts)
    warnings = _judge(root, merging, today)
    gone = _gone(merging, delivery) if delivery.whole else ()
    done = Imported(
        origin,
        tuple(merging.entries.values()),
        tuple(merging.refused),
        gone,
        tuple(sorted(merging.reused)),
        delivery.notes,
        warnings,
        delivery.facts,
    )
    stopped = "" if allow_vanished else _stopped(gone, merging)
    if stopped:
        return replace(done, stopped=stopped)
    return replace(done, edits=_edits(merging, today))


_LEANED_ON = frozenset({"area", "imports", "organization", "service", "tombstones"})


def _held_against_the_grammar(records: Iterable[Held]) -> None:
    """EditRefused where a record with which the source is compared is itself not as it has to be."""
    for each in records:
        if each.found.kind not in _LEANED_ON:
            continue
        broken = [fault for fault in judge_source(each.source, each.found.kind) if fault.level is Level.ERROR]
        if broken:
            place = f"{each.file}:{broken[0].line}"
            raise EditRefused(
                f"{place} is not as it has to be: {one_line(broken[0].message)} Nothing is written. "
                "Mend it first; rightdoor check says how."
            )


def _day(records: Iterable[Held], area: str, today: date) -> date:
    """Today; in a made-up area, whose story stands still, the day of its story."""
    areas = {each.found.id: each.source.data for each in records if each.found.kind == "area"}
    seen: set[str] = set()
    while isinstance(area, str) and area in areas and area not in seen:
        seen.add(area)
        if isinstance(told := areas[area].get("story_date"), str):
            return min(today, date.fromisoformat(told))
        area = areas[area].get("within", "")
    return today


def _edits(merging: Merging, today: date) -> tuple[Edit, ...]:
    """The entries to write and the record of the import; none where all is as it was."""
    entries = tuple(merging.edits.values())
    if not merging.remembered:
        return entries
    rows = record_edits(merging.records, merging.origin, merging.remembered.values(), today, touched=bool(entries))
    return tuple(each for each in (*entries, *rows) if each.before != each.after)


def _judge(root: Path, merging: Merging, today: date) -> tuple[str, ...]:
    """Refuse each draft in which the check would find an error, until none is left; what it would warn of."""
    while merging.edits:
        found = trial(root, (*merging.edits.values(), *_only_entries(merging, today)), today).new
        errors = [each for each in found if each.level is Level.ERROR]
        files = {each.file for each in merging.edits.values()}
        ours = {each.file for each in errors} & files
        if not errors:
            return tuple(_warning(each) for each in found if each.file in files)
        if not ours:
            raise EditRefused(f"Nothing is written: the check would find {_warning(errors[0])}")
        for file in sorted(ours):
            merging.refuse_file(file, _why(each for each in errors if each.file == file))
    return ()


def _only_entries(merging: Merging, today: date) -> tuple[Edit, ...]:
    """The record of the import as it would be with what is taken so far, to be judged with it."""
    rows = record_edits(merging.records, merging.origin, merging.remembered.values(), today, touched=True)
    return tuple(rows) if merging.remembered else ()


def _why(errors: Iterable[Problem]) -> str:
    said = " ".join(islice(dict.fromkeys(each.message for each in errors), 3))
    return one_line(said)[:_LONGEST]


def _warning(problem: Problem) -> str:
    return one_line(f"{problem.file}: {problem.message}")[:_LONGEST]


def _gone(merging: Merging, delivery: Delivery) -> tuple[Gone, ...]:
    """Entries of this source that it does not have any more, and that are still here."""
    there = {(each.kind, each.source_id) for each in delivery.drafts}
    refused = {each.name for each in delivery.refused}
    found = []
    for key, row in merging.before.items():
        data = merging.data_of(row.kind, row.id)
        if key not in there and data is not None and data.get("name") not in refused:
            found.append(Gone(row.kind, row.id, str(data.get("name", row.id))))
    return tuple(sorted(found, key=lambda each: (each.kind, each.id)))


def _stopped(gone: tuple[Gone, ...], merging: Merging) -> str:
    """Why nothing may be written, where too many services are gone; "" otherwise."""
    services = [each for each in merging.before.values() if _is_here(merging, each)]
    lost = sum(each.kind == "service" for each in gone)
    if not lost or lost <= MOST_GONE * len(services):
        return ""
    return (
        f"{lost:,} of the {len(services):,} services from this source are not in it any more, which is more than 20 %. "
        "The source may be broken. Nothing is written. If they really are gone, use --allow-vanished."
    )


def _is_here(merging: Merging, row: Known) -> bool:
    return row.kind == "service" and merging.data_of(row.kind, row.id) is not None
