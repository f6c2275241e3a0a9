"""The versions of each service, from git: what changed from day to day, as services to compare.

A version that cannot be read as a service, for whatever reason, is passed over as if it had never been: somebody's
mistake, or worse, must not stop a build years later (docs/decisions/0164-history.md). To know which versions there
are is quick; to read them is not, so it is done for those alone that somebody wants to compare.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.records import git
from rightdoor.records.assemble_service import service_of
from rightdoor.records.grammar import decider
from rightdoor.records.log import State, states
from rightdoor.records.read import MAX_BYTES, Unreadable, read_source

MOST = 20
"""So many days on which a service changed are looked at, the latest."""

_SAYS_NOTHING = ("checked", "evidence")
Line: TypeAlias = tuple[State, ...]
"""The last state of a service on each day on which its file changed, oldest first."""


class Step(NamedTuple):
    """What one day made of a service; both are None where it was new, `after` is None where it went.

    `when` is the moment of the day's last change, in seconds since 1970. A day on which only checks and sources changed
    is left out.
    """

    when: int
    before: Service | None
    after: Service | None


@dataclass(frozen=True, slots=True)
class Versions:
    """The line of each service by its id, those of services that have gone among them.

    `lacking` says in a sentence why nothing is known, "" where it is.
    """

    lines: Mapping[str, Line] = field(default_factory=dict)
    lacking: str = ""


def versions(root: Path, directory: Directory, today: date) -> Versions:
    """Which versions of its services a project has, as far as git knows them."""
    try:
        found = states(root)
    except git.GitUnable as fault:
        return Versions(lacking=str(fault))
    lines = {id: _days(line, today) for id, line in _joined(found, directory)}
    return Versions({id: line for id, line in sorted(lines.items()) if len(line) > 1 or line[0].blob})


def steps(root: Path, lines: Mapping[str, Line]) -> dict[str, tuple[Step, ...]]:
    """When each of these services was new, and the steps between its versions; GitUnable where they cannot be read."""
    wanted = {state.blob for line in lines.values() for state in _compared(line) if state.blob}
    contents = git.blobs(root, sorted(wanted), MAX_BYTES)
    data = {blob: _data_of(raw) for blob, raw in contents.items()}
    return {id: tuple(_steps(id, line, data)) for id, line in lines.items()}


def last_of(root: Path, lines: Mapping[str, Line]) -> dict[str, Service]:
    """What each of these services was when it was last there, as far as that can be read."""
    last = {id: state for id, line in lines.items() for state in line if state.blob}
    contents = git.blobs(root, sorted({state.blob for state in last.values()}), MAX_BYTES)
    read = {id: _service(id, state, _data_of(contents.get(state.blob))) for id, state in last.items()}
    return {id: service for id, service in read.items() if service}


def _joined(found: Mapping[str, list[State]], directory: Directory) -> Iterator[tuple[str, list[State]]]:
    """The states of each service with those it had under former ids, and of those that are no longer there."""
    former = {
        alias: service.id
        for service in directory.services.values()
        for alias in service.aliases
        if alias in found and alias not in directory.services
    }
    for id in found:
        if id not in former:
            own = [each for alias, now in former.items() if now == id for each in found[alias] if each.blob]
            yield id, sorted((*own, *found[id]), key=lambda each: each.when) if own else found[id]


def _days(line: Iterable[State], today: date) -> Line:
    """The last state of each day; a commit from the future counts as of today."""
    end = int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()) + 86_399
    clamped = (each._replace(when=min(max(each.when, 0), end)) for each in line)
    return tuple(list(states)[-1] for _, states in groupby(clamped, key=lambda each: each.when // 86_400))


def _compared(line: Line) -> Line:
    """The states that are read and compared; a service that stands as it was entered is not read again."""
    return line[-MOST - 1 :] if len(line) > 1 else ()


def _data_of(raw: bytes | None) -> dict[str, Any] | None:
    """What a file says; None where it is no entry by the grammar of today."""
    try:
        data = read_source(raw or b"", "").data
    except Unreadable:
        return None
    return data if decider("service").is_valid(data) else None


def _steps(id: str, line: Line, read: Mapping[str, dict[str, Any] | None]) -> Iterator[Step]:
    """When it was new, and the steps between the versions that can be read."""
    if line[0].blob:
        yield Step(line[0].when, None, None)
    before: tuple[dict[str, Any], Service] | None = None
    for state in _compared(line):
        if before and not state.blob:
            yield Step(state.when, before[1], None)
            before = None
        data = read.get(state.blob)
        service = _service(id, state, data)
        if data is None or service is None:
            continue
        if before and (_said(before[0]) != _said(data) or before[1].folder != service.folder):
            yield Step(state.when, before[1], service)
        before = data, service


def _said(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in data.items() if name not in _SAYS_NOTHING}


def _service(id: str, state: State, data: Mapping[str, Any] | None) -> Service | None:
    """The service that a file holds; None where it has a day that is in no calendar."""
    try:
        return service_of(f"directory/services/{state.folder}/{id}.yaml", data) if data is not None else None
    except ValueError:
        return None
