"""`rightdoor confirm`: somebody asked the service again, and what the entry says is still right.

Only `checked` changes. A check of the whole entry takes the place of checks of single facts that are not later; a check
of some facts (`--group`) leaves the others as they were.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.held import order_of
from rightdoor.records.read import Source
from rightdoor.records.splice import Splice

WAYS = ("published-page", "provider-email", "provider-phone", "provider-signed-off")
"""The ways of checking that confirm something; copying from elsewhere and never having asked do not."""
_PARTS = ("how", "on", "by")


class Confirmation(NamedTuple):
    """How, on which day and in which role somebody asked; `by` "" where that is not said. No groups: everything."""

    how: str
    on: date
    by: str = ""
    groups: tuple[str, ...] = ()


def confirm(source: Source, said: Confirmation) -> Edit:
    """The entry with its `checked` brought up to date; `EditRefused` where something later is known already."""
    splice = Splice(source)
    checked = splice.data["checked"]
    _refuse_older(source.file, checked, said)
    for group in said.groups or ("",):
        _write(splice, group, said)
    for group in [each for each in checked if each not in _PARTS and not said.groups]:
        if _day(checked[group]) <= said.on:
            splice.remove(("checked", group))
    if splice.data == source.data:
        raise EditRefused(f"{source.file} says this already. Nothing is written.")
    return Edit(source.file, source.raw, splice.finished())


def later_groups(source: Source, said: Confirmation) -> tuple[str, ...]:
    """The facts that keep a check of their own, because it is later."""
    checked = source.data["checked"]
    rest = (each for each in checked if each not in _PARTS and not said.groups)
    return tuple(each for each in rest if _day(checked[each]) > said.on)


def _write(splice: Splice, group: str, said: Confirmation) -> None:
    new = {"how": said.how, "on": said.on.isoformat()} | ({"by": said.by} if said.by else {})
    path: tuple[str, ...] = ("checked", group) if group else ("checked",)
    order = order_of("service", "checked")
    if group and group not in splice.data["checked"]:
        splice.set(path, {each: new[each] for each in _as_elsewhere(splice.data["checked"], new)}, order)
        return
    for name, value in new.items():
        splice.set((*path, name), value, order)
    held = splice.data["checked"][group] if group else splice.data["checked"]
    if not said.by and "by" in held:
        splice.remove((*path, "by"))


def _as_elsewhere(checked: Mapping[str, Any], new: Mapping[str, str]) -> Sequence[str]:
    """The parts of a new check in the order in which the entry has them already."""
    known = [each for each in checked if each in new]
    return [*known, *(each for each in new if each not in known)]


def _refuse_older(file: str, checked: Mapping[str, Any], said: Confirmation) -> None:
    held = [checked.get(each, checked) for each in said.groups] or [checked]
    for each in held:
        if _day(each) > said.on:
            raise EditRefused(
                f"{file} was checked on {each['on']}, which is later than {said.on}. Nothing is written. "
                "Give the day of the later check with --on, or leave --on out for today."
            )


def _day(check: Mapping[str, Any]) -> date:
    return date.fromisoformat(check["on"]) if check.get("on") and check.get("how") != "never" else date.min
