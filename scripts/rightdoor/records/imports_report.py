"""What an import would do or has done, in lines for people or as data for programs: the totals first."""

from collections.abc import Iterable, Iterator
from typing import Any

from rightdoor.records.imported import Entry, FieldChange, Imported
from rightdoor.records.report import counted, one_line
from rightdoor.records.yaml_words import written

MOST = 40
_LONGEST = 90


def report_lines(done: Imported, *, wrote: bool) -> Iterator[str]:
    """The report in lines; `wrote` says whether the files are written already."""
    yield f"{done.origin.name}, for {done.origin.area}" + (
        f": {done.facts['format']}" if "format" in done.facts else ""
    )
    yield ""
    yield from _totals(done)
    for each in done.notes:
        yield f"  Note: {one_line(each)}"
    yield from _group("New", (f"{_named(each)}" for each in done.new))
    yield from _group("Changed", (line for each in done.changed for line in _fields(each, each.changes, "becomes")))
    kept = (line for each in done.kept for line in _fields(each, each.kept, "stays; the source now says"))
    yield from _group("Kept as edited or confirmed here", kept)
    refused = (f"{one_line(each.name)} ({one_line(each.place)}): {one_line(each.why)}" for each in done.refused)
    yield from _group("Refused", refused)
    gone = (f"{_short(each.name)} ({each.id})" for each in done.vanished)
    yield from _group("No longer in the source, and left as they are", gone)
    yield from _group("Organisations that are here already", (f"{_short(name)} ({id})" for name, id in done.reused))
    yield from _group("Without a place here, so left out", _lost(done))
    yield from _group("Worth a look", map(one_line, done.warnings))
    yield ""
    yield _end(done, wrote=wrote)


def report_data(done: Imported, *, wrote: bool) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "source": done.origin.name,
        "area": done.origin.area,
        "facts": dict(done.facts),
        "written": wrote,
        "stopped": done.stopped,
        "totals": {name: number for name, number, _ in _numbers(done)},
        "notes": list(done.notes),
        "new": [_entry(each) for each in done.new],
        "changed": [_entry(each) for each in done.changed],
        "unchanged": [each.id for each in done.unchanged],
        "kept": [_entry(each) for each in done.kept],
        "refused": [{"place": each.place, "name": each.name, "why": each.why} for each in done.refused],
        "vanished": [{"kind": each.kind, "id": each.id, "name": each.name} for each in done.vanished],
        "reused": [{"name": name, "id": id} for name, id in done.reused],
        "warnings": list(done.warnings),
        "files": [{"file": each.file, "done": each.done} for each in done.edits],
    }


def _numbers(done: Imported) -> Iterator[tuple[str, int, str]]:
    services = sum(each.kind == "service" for each in done.new)
    made = f" ({counted(services, 'service')}, {counted(len(done.new) - services, 'organisation')})" if done.new else ""
    yield "new", len(done.new), f"new{made}"
    yield "changed", len(done.changed), "changed"
    yield "unchanged", len(done.unchanged), "unchanged"
    yield "kept", len(done.kept), "with something kept as edited or confirmed here"
    yield "refused", len(done.refused), "refused"
    yield "vanished", len(done.vanished), "no longer in the source"
    yield "lost", sum(len(each.lost) for each in done.entries), "facts without a place here"


def _totals(done: Imported) -> Iterator[str]:
    width = max(len(f"{number:,}") for _, number, _ in _numbers(done))
    for _, number, words in _numbers(done):
        yield f"  {number:>{width},} {words}"


def _group(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and at most so many lines; nothing where there is none."""
    found = list(lines)
    if not found:
        return
    yield ""
    yield f"{title}:"
    yield from (f"  {each}" for each in found[:MOST])
    if len(found) > MOST:
        yield f"  and {len(found) - MOST:,} more; see them all with --format json"


def _fields(entry: Entry, changes: tuple[FieldChange, ...], words: str) -> Iterator[str]:
    yield _named(entry)
    for each in changes:
        yield f"  {each.field}: {_value(each.here)} {words} {_value(each.there)}"


def _lost(done: Imported) -> Iterator[str]:
    """What is left out, by field and reason, with how often and one example."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in done.entries:
        for lost in each.lost:
            found.setdefault((lost.field, lost.why), []).append(lost.value)
    for (field, why), values in sorted(found.items()):
        yield f"{one_line(field)}, {counted(len(values), 'time')}: {one_line(why)} For example: {_short(values[0])}"


def _end(done: Imported, *, wrote: bool) -> str:
    if done.stopped:
        return done.stopped
    if not done.edits:
        return "Nothing to write: all is as it was."
    files = counted(len(done.edits), "file")
    return f"Written: {files}." if wrote else f"This was a dry run: {files} would be written. To write, add --write."


def _named(entry: Entry) -> str:
    return f"{_short(entry.name)} ({entry.kind} {entry.id}, {one_line(entry.place)})"


def _value(value: Any) -> str:
    return "nothing" if value is None else _short(written(value))


def _short(text: str) -> str:
    line = one_line(str(text))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _entry(each: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": each.kind, "id": each.id, "name": each.name, "source_id": each.source_id}
    row |= {"place": each.place, "changes": _changes(each.changes), "kept": _changes(each.kept)}
    return row | {"lost": [{"field": one.field, "value": one.value, "why": one.why} for one in each.lost]}


def _changes(changes: tuple[FieldChange, ...]) -> list[dict[str, Any]]:
    return [{"field": each.field, "here": each.here, "source": each.there} for each in changes]
