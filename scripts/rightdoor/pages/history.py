"""The past of each service and the latest changes of each area, from git, for pages and feeds.

What was worked out is kept for the next build, by the versions it stands on and every name it may say: to read old
versions takes longer than to make pages.
"""

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from heapq import nsmallest
from pathlib import Path
from typing import NamedTuple

from rightdoor.changes.days import KINDS, Day, days
from rightdoor.changes.speech import Speech
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.pages import lists
from rightdoor.records.cache import open_cache
from rightdoor.records.git import GitUnable
from rightdoor.records.versions import Line, last_of, steps, versions

ROWS_AT_MOST = 10
"""Of so many days a page tells, the latest."""

ENTRIES_AT_MOST = 50
"""So many of the latest changes of an area are told."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a service's past, latest day first: when it was entered, and what changed on which day.

    `name`, `places` (the areas it served, and that of its folder) and whether it is `discreet` are as they were last;
    `gone` is a service no longer listed. `edited` is the day of the last change of its entry, felt or not.
    """

    name: str
    places: tuple[str, ...]
    discreet: bool
    gone: bool
    entered: date
    edited: date
    days: tuple[Day, ...]


class Entry(NamedTuple):
    """What changed in one service of an area on one day."""

    service: str
    past: Past
    day: Day

    @property
    def at(self) -> datetime:
        """The moment of the day's last change, in UTC."""
        return moment(self.day.when)


@dataclass(frozen=True, slots=True)
class History:
    """The past of each service by id, and the latest changes of each area by its id, latest first.

    `kinds` are the latest changes of the whole directory, by what happened (`changes.days.KINDS`). `lacking` says why
    nothing is known, "" where it is.
    """

    pasts: Mapping[str, Past] = field(default_factory=dict)
    areas: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    kinds: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    lacking: str = ""

    def of(self, key: str) -> object:
        """What a page may read under a key: `areas/` and an area's id, `kinds/` and a kind, or a service's id."""
        part, _, name = key.partition("/")
        known: Mapping[str, object] = {"areas": self.areas, "kinds": self.kinds}.get(part, self.pasts)
        return self.lacking, known.get(name or key)


UNKNOWN = History(lacking="It was not asked for.")
"""The history of a site that nobody asked git about."""


class ForPage(NamedTuple):
    """The days on which whom a service takes changed, latest first, and when it was entered; None for not known."""

    changed: tuple[tuple[date, tuple[str, ...]], ...]
    entered: date | None


def for_page(past: Past | None) -> ForPage:
    """What the page of a service tells of its past."""
    known = past.days if past else ()
    rows = tuple((moment(each.when).date(), each.deciding) for each in known if each.deciding)[:ROWS_AT_MOST]
    return ForPage(rows, past.entered if past else None)


def moment(when: int) -> datetime:
    """A moment by its seconds since 1970, in UTC: days are counted alike on every machine."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=when)


def history(root: Path, directory: Directory, today: date) -> History:
    """The history of the services of the project at `root`, in the words of today's directory."""
    found = versions(root, directory, today)
    try:
        gone = last_of(root, {id: line for id, line in found.lines.items() if id not in directory.services})
        speech = Speech(replace(directory, services=gone), directory)
        told = _told(root, speech, found.lines)
    except GitUnable as fault:
        return History(lacking=str(fault))
    pasts = dict(_pasts(speech, found.lines, told))
    return History(pasts, dict(_by_area(pasts, directory, today)), _by_kind(pasts), found.lacking)


def _told(root: Path, speech: Speech, lines: Mapping[str, Line]) -> Mapping[str, tuple[Day, ...]]:
    """The days of each service, oldest first: as they are kept, or else from its versions."""
    kept, names = open_cache(root, name="history"), _names(speech)
    digests = {id: hashlib.sha256(names + repr(line).encode()).digest() for id, line in lines.items()}
    packed = {id: known for id, line in lines.items() if (known := kept.find(id, digests[id]))}
    for id, found in steps(root, {id: line for id, line in lines.items() if id not in packed}).items():
        packed[id] = marshal.dumps([tuple(each) for each in days(speech, id, found)])
    for id, known in packed.items():
        kept.keep(id, digests[id], known)
    kept.write()
    return {id: tuple(Day(*each) for each in marshal.loads(known)) for id, known in packed.items()}


def _names(speech: Speech) -> bytes:
    """Everything that is named in words beside what the versions say."""
    now, before = speech.after, speech.before
    records = (now.services, now.organizations, now.areas, before.services)
    said = ([(id, each.name) for id, each in part.items()] for part in records)
    return hashlib.sha256(repr((list(said), sorted(now.tombstones.items()))).encode()).digest()


def _pasts(
    speech: Speech, lines: Mapping[str, Line], told: Mapping[str, tuple[Day, ...]]
) -> Iterator[tuple[str, Past]]:
    for id, line in lines.items():
        here = speech.after.services.get(id)
        last = here or speech.before.services.get(id)
        if last:
            entered, edited = (moment(line[at].when).date() for at in (0, -1))
            discreet, places = lists.is_discreet(last, speech.grammar), _places(last, speech.after)
            yield id, Past(last.name, places, discreet, here is None, entered, edited, told[id][::-1])


def _places(service: Service, directory: Directory) -> tuple[str, ...]:
    areas = (service.folder, *lists.may_serve(service, directory))
    return tuple(each for each in dict.fromkeys(areas) if each in directory.areas)


def _by_area(pasts: Mapping[str, Past], directory: Directory, today: date) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The latest changes of the services that serve each area, and of those it has lost."""
    if not pasts:
        return
    gone: dict[str, list[str]] = defaultdict(list)
    for id, past in pasts.items():
        for place in past.places if past.gone else ():
            gone[place].append(id)
    for area, ids in lists.by_area(directory, today).items():
        lost = {id for place in directory.chain(area) for id in gone[place]}
        known = ((id, pasts[id]) for id in (*ids, *lost) if id in pasts)
        found = (Entry(id, past, day) for id, past in known for day in past.days)
        yield area, tuple(nsmallest(ENTRIES_AT_MOST, found, key=_latest))


def _by_kind(pasts: Mapping[str, Past]) -> dict[str, tuple[Entry, ...]]:
    """The latest changes of all services, by what happened."""
    found: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    for id, past in pasts.items():
        for day in past.days:
            found[day.kind].append(Entry(id, past, day))
    return {kind: tuple(nsmallest(ENTRIES_AT_MOST, each, key=_latest)) for kind, each in found.items()}


def _latest(entry: Entry) -> tuple[int, str, str]:
    return -entry.day.when, entry.past.name.casefold(), entry.service
