"""What changed in a service day by day, as whoever refers there wants to know it, and as may be published.

Nothing that was typed by hand is repeated, only that it changed: a number, an address or a sentence that was taken away
was taken away for a reason (docs/decisions/0164-history.md).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from rightdoor.changes.change import Change
from rightdoor.changes.compare import closing, of_service
from rightdoor.changes.speech import Speech
from rightdoor.model.service import Service

_FELT = frozenset({"record", "criteria", "waits", "referral", "contact", "hours"})
"""The groups of facts that make a difference to somebody who refers."""

_UNFELT = ("aliases", "locations", "fictional")
_DECIDING = ("intake", "status")


NEW, CHANGED, GONE = KINDS = ("new", "changed", "closed")
"""What may have happened to a service on a day."""


class Day(NamedTuple):
    """What changed on one day: the moment of the last change (seconds since 1970), and the words.

    `deciding` is the part of it that says whom the service takes. `kind` says whether the service was new that day,
    went, or changed.
    """

    when: int
    said: tuple[str, ...]
    deciding: tuple[str, ...]
    kind: str = CHANGED


def days(speech: Speech, id: str, steps: Iterable[tuple[int, Service | None, Service | None]]) -> Iterator[Day]:
    """The days of one service, from what it was before and after each; a day on which nothing was felt is left out.

    Where both are None it was new, where it is only not there after, it went.
    """
    for when, before, after in steps:
        if before is None or after is None:
            yield Day(when, (_gone(speech, id) if before else speech.say("new"),), (), GONE if before else NEW)
        else:
            # Whether its area is made up is not in a service's own file.
            found = of_service(speech, replace(before, fictional=after.fictional), after)
            said = _words(found, _is_felt)
            if said:
                yield Day(when, said, _words(found, _decides))


def _gone(speech: Speech, id: str) -> str:
    stone = speech.after.tombstones.get(id)
    return closing(speech, stone).short if stone else speech.say("gone")


def _words(found: Iterable[Change], wanted: Callable[[Change], bool]) -> tuple[str, ...]:
    """The words of these changes without anything typed, each once."""
    return tuple(dict.fromkeys(each.short or each.words for each in found if wanted(each)))


def _is_felt(change: Change) -> bool:
    place = change.field.split(".")
    return change.group in _FELT and not any(each in place for each in _UNFELT) and change.code != "wait-still"


def _decides(change: Change) -> bool:
    return change.group == "criteria" or change.field.split(".")[-1] in _DECIDING
