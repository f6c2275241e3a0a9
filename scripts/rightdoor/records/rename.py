"""`rightdoor rename`: a record gets another id. Its file moves, and every record that names it follows.

The former id of a service is kept in `aliases`, so that its old address leads to the new one; that of a discreet
service is not, where it says too much. Ids that had another meaning once are refused: an address never leads elsewhere
than it did.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from rightdoor.records.checks.discreet_address import is_discreet, revealing_words
from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.held import Held, held_records, looks_like, naming, order_of
from rightdoor.records.judge import grammar
from rightdoor.records.opening import read_regular
from rightdoor.records.report import one_line
from rightdoor.records.splice import Splice
from rightdoor.records.walk import KIND_OF_FOLDER, LONGEST_ID, REFUSALS, is_id

RENAMED = ("service", "organization", "area")
SETTINGS = "mkdocs.yml"
_MOST = 1024 * 1024
_OF_AREAS = (REFUSALS, "snapshots")
"""Kinds of record whose files are named for an area."""

_FOLDER_OF = {kind: folder for folder, kind in KIND_OF_FOLDER.items()}


def rename(root: Path, old: str, new: str, kind: str = "") -> tuple[Edit, ...]:
    """What changes where the record `old` is called `new`; `EditRefused` where that cannot be."""
    records = held_records(root)
    held = _meant(records, old, kind)
    _refuse_used(records, held, new)
    splices: dict[str, Splice] = {}
    for named in naming(records, held.found.kind, old):
        splice = splices.setdefault(named.held.file, Splice(named.held.source))
        if named.is_field:
            splice.rename(named.path, new)
        else:
            splice.set(named.path, new)
    if held.found.kind == "service":
        _keep_former(splices.setdefault(held.file, Splice(held.source)), old, new)
    _except(records, splices, held, new)
    edits = list(_moved(records, splices, held, new))
    if held.found.kind == "area":
        edits.extend(_settings(root, old, new))
    return tuple(edits)


def _meant(records: Iterable[Held], old: str, kind: str) -> Held:
    """The record of this id; where two kinds share it, the one that was asked for."""
    found = [each for each in records if each.found.id == old and each.found.kind in ((kind,) if kind else RENAMED)]
    if not found:
        meant = (kind,) if kind else RENAMED
        tip = looks_like(old, [each.found.id for each in records if each.found.kind in meant])
        raise EditRefused(
            f"There is no {kind or 'service, organization or area'} {one_line(old)[:80]}.{tip} Nothing is written."
        )
    if len(found) > 1:
        kinds = " and ".join(f"{'an' if each.found.kind[0] in 'ao' else 'a'} {each.found.kind}" for each in found)
        raise EditRefused(f"{old} is {kinds}. Say which with --kind. Nothing is written.")
    return found[0]


def _refuse_used(records: tuple[Held, ...], held: Held, new: str) -> None:
    kind = held.found.kind
    if not is_id(new):
        example = f"An id has small letters, digits and single hyphens, at most {LONGEST_ID}."
        raise EditRefused(f"{new} cannot be an id. {example} Nothing is written.")
    if new == held.found.id or (kind, new) == ("area", "national"):
        why = "is its id already" if new == held.found.id else "is the folder of services that work everywhere"
        raise EditRefused(f"{new} {why}. Nothing is written.")
    for each in records:
        used = ""
        if each.found.kind == kind and each.found.id == new:
            used = f"is the id of {each.file}"
        elif kind == "service" and each.found.kind == "tombstones":
            rows = [row["id"] for row in each.source.data.get("tombstones", ())]
            used = f"was the id of a service that closed ({each.file})" if new in rows else ""
        elif kind == "service" and each is not held and new in each.source.data.get("aliases", ()):
            used = f"is a former id of {each.file}"
        if used:
            raise EditRefused(f"{new} {used}. An id is never used again: choose another. Nothing is written.")


def _keep_former(splice: Splice, old: str, new: str) -> None:
    """Note the former id; one that is taken up again is no former id any more."""
    if new in splice.data.get("aliases", ()):
        splice.remove(("aliases", splice.data["aliases"].index(new)))
    known = splice.data.get("aliases", ())
    if old in known or (is_discreet(splice.data, grammar()) and says_too_much(old)):
        return
    if known:
        splice.append(("aliases",), old)
    else:
        splice.set(("aliases",), [old], order_of("service"))


def says_too_much(id: str) -> bool:
    """Whether an id holds a word that gives a discreet service away."""
    return not revealing_words(grammar()).isdisjoint(re.findall("[a-z0-9]+", id))


def _except(records: tuple[Held, ...], splices: dict[str, Splice], held: Held, new: str) -> None:
    """The rows of exceptions follow, whether they name the id or the path of a file."""
    old_stem = _stem(held.file)
    for each in records:
        if each.found.kind != "exceptions":
            continue
        for index, row in enumerate(each.source.data.get("exceptions", ())):
            after = _excepted(row.get("record", ""), held, old_stem, new)
            if after != row.get("record"):
                splices.setdefault(each.file, Splice(each.source)).set(("exceptions", index, "record"), after)


def _excepted(record: str, held: Held, old_stem: str, new: str) -> str:
    if record == held.found.id:
        return new
    if record == old_stem:
        return _stem(_new_place(held, held, new))
    inside = f"services/{held.found.id}/"
    return f"services/{new}/{record.removeprefix(inside)}" if _is_area(held) and record.startswith(inside) else record


def _stem(file: str) -> str:
    return file.removeprefix("directory/").removesuffix(".yaml")


def _is_area(held: Held) -> bool:
    return held.found.kind == "area"


def _new_place(each: Held, held: Held, new: str) -> str:
    """Where a record lies afterwards: the record itself under its new name, and what lies in the folder of an area."""
    if each is held:
        return f"{each.file.rpartition('/')[0]}/{new}.yaml"
    inside = f"directory/{_FOLDER_OF['service']}/{held.found.id}/"
    if _is_area(held) and each.found.kind in _OF_AREAS and each.file.endswith(f"/{held.found.id}.yaml"):
        return f"{each.file.rpartition('/')[0]}/{new}.yaml"
    if _is_area(held) and each.file.startswith(inside):
        return f"directory/{_FOLDER_OF['service']}/{new}/{each.file.removeprefix(inside)}"
    return each.file


def _moved(records: tuple[Held, ...], splices: dict[str, Splice], held: Held, new: str) -> Iterable[Edit]:
    for each in records:
        place = _new_place(each, held, new)
        text = splices[each.file].finished() if each.file in splices else each.source.raw
        if place != each.file:
            yield Edit(place, None, text)
            yield Edit(each.file, each.source.raw, None)
        elif text != each.source.raw:
            yield Edit(place, each.source.raw, text)


def _settings(root: Path, old: str, new: str) -> Iterable[Edit]:
    """The settings of the site, where they name the area that the home page is about."""
    try:
        raw = read_regular(root / SETTINGS, _MOST)[0]
    except OSError:
        return
    line = rf"(?m)^(\s+home_area:\s*['\"]?){re.escape(old)}(?=['\"]?\s*(?:#.*)?\r?$)"
    after = re.sub(line.encode(), rb"\g<1>" + new.encode(), raw)
    if after != raw:
        yield Edit(SETTINGS, raw, after)
