"""What a volunteer may do, listed for each folder: what to check, whom nobody has said a service takes, and so on.

Everything is plain values that a later build can compare, cut into pages, so that no page grows with the directory.
Broken links are not here: they come from what was asked, not from the records (`to_do_page.py`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from rightdoor.coverage.places import areas_asked
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Service
from rightdoor.pages import standings
from rightdoor.pages.lists import kept, takes_nobody
from rightdoor.pages.to_do_needs import uncovered
from rightdoor.pages.urgent import CALLED

OF_SERVICES = ("due", "never-checked", "criteria", "waits")
TASKS = (*OF_SERVICES, "needs", "links")
"""Codes of the vocabulary `to_do`, in its order."""

SHOWN = 20
"""So many rows of each task stand on the page of a folder; where there are more, a list of its own has them all."""

PER_PAGE = 100

Counts = tuple[int | None, ...]
"""How much there is to do, by task but for links; None for needs where they are not asked about."""


class Row(NamedTuple):
    """A service and what there is to do: codes of criteria, or how checks stand, each with the facts it is about."""

    id: str
    what: tuple[str, ...] = ()
    checks: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Piece(NamedTuple):
    """Some of the rows of a task, and how many there are in all."""

    rows: tuple[Any, ...]
    total: int


@kept
def rows(directory: Directory, today: date) -> Mapping[str, tuple[Any, ...]]:
    """Everything there is to do, under `folder/task`."""
    found: dict[str, list[Any]] = defaultdict(list)
    for key, row in _checks(directory, today):
        found[key].append(row)
    for key, row in _unknown(directory):
        found[key].append(row)
    for area, needs in uncovered(directory, today).items():
        found[f"{area}/needs"] += needs
    return {key: tuple(each) for key, each in found.items() if each}


def firsts(directory: Directory, today: date) -> Mapping[str, Piece]:
    """The first rows of each task, under `folder/task`."""
    return {key: Piece(each[:SHOWN], len(each)) for key, each in rows(directory, today).items()}


def pieces(directory: Directory, today: date) -> Mapping[str, Piece]:
    """The rows of every task that has more than a folder's page shows, under `folder/task/number of the page`."""
    return {
        f"{key}/{number}": Piece(each[start : start + PER_PAGE], len(each))
        for key, each in rows(directory, today).items()
        if len(each) > SHOWN
        for number, start in enumerate(range(0, len(each), PER_PAGE), start=1)
    }


def counts(directory: Directory, today: date) -> Mapping[str, Counts]:
    """How much there is to do in each folder that has entries, and in each area whose needs are asked about."""
    found = rows(directory, today)
    asked = set(areas_asked(directory))
    return {
        folder: (
            *(len(found.get(f"{folder}/{task}", ())) for task in OF_SERVICES),
            len(found.get(f"{folder}/needs", ())) if folder in asked else None,
        )
        for folder in sorted(asked.union(standings.counts(directory, today)))
    }


def folders(directory: Directory, today: date) -> Mapping[str, tuple[str, ...]]:
    """Under `all`: every folder that may have something to do."""
    return {"all": tuple(counts(directory, today))}


def missing_criteria(service: Service) -> tuple[str, ...]:
    """What nobody has said of whom a service takes, under the rules of at least one place; of a line one calls, less.

    Whoever answers a helpline asks no severity and turns nobody away at the door, so that only age and area count.
    """
    called = service.type in CALLED and not service.referral.via
    names = ("age", "area") if called else ("age", "severity", "area", "does_not_take")
    rules = [each.criteria for each in _rules(service)]
    return tuple(name for name in names if any(getattr(each, name) is None for each in rules))


def lacks_wait(service: Service) -> bool:
    """Whether nobody has said how long people wait, of a service in which one waits at all."""
    called = service.type in CALLED and not service.referral.via
    return not called and any(not each.waits for each in _rules(service))


def _rules(service: Service) -> tuple[Service, ...]:
    """The entry under each set of its rules; its own are not used where every area it serves has some."""
    served = service.criteria.area.areas if service.criteria.area else ()
    own = () if served and set(served) <= set(service.by_area) else (service,)
    return (*own, *service.by_area.values())


def _checks(directory: Directory, today: date) -> Iterator[tuple[str, Row]]:
    """What is to be checked: a row for each entry, the worst first, its parts that stand alike together."""
    for folder, found in standings.by_folder(directory, today).items():
        together: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for service_id, part, standing, words in found:
            task = "never-checked" if standing == Standing.NEVER.value else "due"
            together[task, service_id][words].append(part)
        for (task, service_id), stands in together.items():
            yield f"{folder}/{task}", Row(service_id, checks=tuple((each, tuple(stands[each])) for each in stands))


def _unknown(directory: Directory) -> Iterator[tuple[str, Row]]:
    """Services about which nobody has said whom they take, most silent first, or how long people wait."""
    services = sorted(directory.services.values(), key=lambda each: (each.name.casefold(), each.id))
    silent = [(each, missing_criteria(each)) for each in services if each.status != "defunct"]
    for service, missing in sorted(silent, key=lambda each: -len(each[1])):
        if missing:
            yield f"{service.folder}/criteria", Row(service.id, missing)
    for service, _ in silent:
        if lacks_wait(service) and not takes_nobody(service, directory.grammar):
            yield f"{service.folder}/waits", Row(service.id)
