"""`rightdoor close`: a service is not listed any more. Its file goes, and a row says why and what to use instead.

Where one service is to be used instead, it takes the place of the closed one wherever that was somewhere to go: in
`refer_to`, `if_declined` and `related`. Whatever else names the closed service needs somebody who knows, so nothing is
written until it names another. Only what was reported of it (`refusals/`) and where it was imported from
(`imports/`) stay as they were.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.held import Held, Named, held_records, looks_like, naming
from rightdoor.records.report import one_line
from rightdoor.records.splice import Splice
from rightdoor.records.walk import REFUSALS
from rightdoor.records.yaml_words import written

FILE = "directory/tombstones.yaml"
BEGINNING = (
    "# Services that have closed or must not be listed: why, and what to use instead. The id is never used again.\n"
)
STORIES = (
    "What lies in directory/vignettes are stories that test the directory: each says what somebody made-up is to be "
    "shown. Write there what that person is to be shown once the service has closed."
)
FOLLOWING = frozenset({"refer_to", "if_declined", "related"})


class StillNamed(EditRefused):
    """Records name the service in places that only somebody who knows can change."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The service that closes, why and since when, and what to use instead."""

    id: str
    why: str
    since: date | None = None
    use_instead: tuple[str, ...] = ()


def close(root: Path, closing: Closing) -> tuple[Edit, ...]:
    """What changes where the service closes; `EditRefused` where it cannot be yet."""
    records = held_records(root)
    services = {each.found.id: each for each in records if each.found.kind == "service"}
    _refuse_wrong(closing, services)
    own = services[closing.id]
    named = naming(records, "service", closing.id)
    places = [each for each in named if each.held is not own and each.held.found.kind not in (REFUSALS, "imports")]
    splices = {each.held.file: Splice(each.held.source) for each in places}
    stones = next((each for each in records if each.found.kind == "tombstones"), None)
    left = [each for each in reversed(places) if not _follows(splices[each.held.file], each, closing)]
    if left:
        raise StillNamed(_still_named(closing, left[::-1]))
    if stones:
        splices.setdefault(stones.file, Splice(stones.source))
    edits = [Edit(own.file, own.source.raw, None), _row(closing, own, splices.get(FILE), stones)]
    edits += [
        Edit(file, each.source.raw, splices[file].finished())
        for file, each in ((each.file, each) for each in records)
        if file in splices and file != FILE
    ]
    return tuple(edits)


def _refuse_wrong(closing: Closing, services: dict[str, Held]) -> None:
    if closing.id not in services:
        tip = looks_like(closing.id, services)
        raise EditRefused(f"There is no service {one_line(closing.id)[:80]}.{tip} Nothing is written.")
    for each in closing.use_instead:
        if each == closing.id or each not in services:
            why = "is the service that closes" if each == closing.id else "is not the id of a service"
            tip = "" if each == closing.id else looks_like(each, services.keys() - {closing.id})
            raise EditRefused(
                f"{one_line(each)[:80]} {why}, so nobody can be sent there instead.{tip} Nothing is written."
            )


def _follows(splice: Splice, named: Named, closing: Closing) -> bool:
    """Put what to use instead in the place; False where that is for somebody to decide.

    Places are gone through from the last to the first, so that those that are left keep their index.
    """
    instead = closing.use_instead
    if named.held.file == FILE:
        return _pass_on(splice, named, instead)
    if named.field not in FOLLOWING or len(instead) != 1:
        return False
    listed = splice.data
    for step in named.path[:-1]:
        listed = listed[step]  # type: ignore[index]
    if instead[0] in listed or instead[0] == named.held.found.id:
        splice.remove(named.path)
    else:
        splice.set(named.path, instead[0])
    return True


def _pass_on(splice: Splice, named: Named, instead: Iterable[str]) -> bool:
    """A service that closed earlier led to this one: it leads on to all that are to be used instead of it."""
    _, row, field, _ = named.path
    listed = splice.data["tombstones"][row][field]
    for each in instead:
        if each not in listed:
            splice.append(named.path[:-1], each)
    splice.remove(named.path)
    return True


def _row(closing: Closing, own: Held, splice: Splice | None, stones: Held | None) -> Edit:
    row: dict[str, object] = {"id": closing.id, "name": own.source.data["name"], "why": closing.why}
    row |= {"since": closing.since.isoformat()} if closing.since else {}
    row |= {"use_instead": list(closing.use_instead)} if closing.use_instead else {}
    if splice is None or stones is None:
        lines = "\n    ".join(f"{name}: {written(row[name])}" for name in row)
        return Edit(FILE, None, f"{BEGINNING}tombstones:\n  - {lines}\n".encode())
    splice.append(("tombstones",), row)
    return Edit(FILE, stones.source.raw, splice.finished())


def _still_named(closing: Closing, left: list[Named]) -> str:
    shown = "\n".join(f"  {each.place}  {each.field}" for each in left)
    one = len(closing.use_instead) == 1
    advice = (
        "Each of these needs somebody who knows: put another service there, or take the name out, and close it then."
        if one
        else "Put the service that is right for each of these there, or take the name out, and close it then. "
        "Where one service takes over everything, name only that one with --use-instead."
    )
    stories = any(each.held.found.kind == "vignette" for each in left)
    told = f"\n{STORIES}" if stories else ""
    return f"{closing.id} is still named here, so nothing is written:\n{shown}\n{advice}{told}"
