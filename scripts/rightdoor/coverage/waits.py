"""How long people wait in an area, stage by stage, beside the standards that national bodies state.

A published wait is one number of one service; a standard is mostly of a share of people. So a wait can be longer than a
standard, or not, but it never proves that a standard is met, and where the two do not measure the same thing that is
said (docs/decisions/0174-waits-and-standards.md). A wait that was not confirmed lately says nothing of today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rightdoor.coverage.use import sees_people
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import months_of
from rightdoor.model.service import Service, Wait
from rightdoor.model.vocabulary import Term

FRESH = (Standing.CURRENT, Standing.DUE)
"""The standings of a fact that may still be believed."""

ADULT = 18 * 12
"""A standard for the young is none of a service whose youngest people are this old, in months."""

_FIRST = "referral"


class Measures(StrEnum):
    """How what a wait measures lies to what a standard measures."""

    SAME = "same"
    PART = "part"
    MORE = "more"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Against:
    """A wait beside a standard: whether it is longer; None where the two do not tell.

    `sure` is False where the standard is one of the service only if something is so that no entry says.
    """

    standard: str
    measures: Measures
    over: bool | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class WaitRow:
    """A wait of a service between two steps; `whole` where it is added up from the service's own stages.

    `as_of` is the day it was true, of the oldest stage where there are several.
    """

    service: str
    start: str
    end: str
    weeks: int
    as_of: date
    standing: Standing
    against: tuple[Against, ...] = ()
    whole: bool = False
    source: str | None = None

    @property
    def fresh(self) -> bool:
        """Whether the wait may still be believed."""
        return self.standing in FRESH

    @property
    def over(self) -> bool | None:
        """Whether it is longer than any standard; None where it is stale or no standard tells for sure."""
        told = [each.over for each in self.against if each.sure and each.over is not None] if self.fresh else []
        return any(told) if told else None

    @property
    def may_be_over(self) -> bool:
        """Whether it is longer than a standard that may be one of the service."""
        return self.fresh and any(each.over for each in self.against)


@dataclass(frozen=True, slots=True)
class Waits:
    """The waits of an area, those of the service with the longest first, and the services that publish none.

    `unpublished` are those of the area and around it that see people; nationwide ones stand apart. `standards` are the
    codes of those that hold here.
    """

    rows: tuple[WaitRow, ...]
    unpublished: tuple[str, ...]
    unpublished_national: tuple[str, ...]
    standards: tuple[str, ...]

    @property
    def over(self) -> tuple[str, ...]:
        """The services with a wait longer than a standard of theirs; each once."""
        return tuple(dict.fromkeys(row.service for row in self.rows if row.over))

    @property
    def may_be_over(self) -> tuple[str, ...]:
        """The services with a wait longer than a standard that may be theirs, and longer than none that is."""
        sure = self.over
        return tuple(dict.fromkeys(row.service for row in self.rows if row.may_be_over and row.service not in sure))


def waits(directory: Directory, area: str, today: date) -> Waits:
    """The waits of the services that run in an area."""
    running = [each for each in directory.services_for(area) if each.status == "active"]
    silent = [each for each in running if not each.waits and sees_people(each, directory.grammar)]
    standards = standards_in(directory, area)
    rows = [_rows(each, standards, directory, today) for each in running if each.waits]
    rows.sort(key=lambda own: -max(row.weeks for row in own))
    return Waits(
        tuple(row for own in rows for row in own),
        tuple(each.id for each in silent if each.folder != "national"),
        tuple(each.id for each in silent if each.folder == "national"),
        tuple(each.code for each in standards),
    )


def standards_in(directory: Directory, area: str) -> tuple[Term, ...]:
    """The standards that hold in an area, in the order of the vocabulary."""
    around = set(directory.chain(area))
    return tuple(each for each in directory.grammar["wait_standards"] if around.intersection(each.more["areas"]))


def _rows(service: Service, standards: Iterable[Term], directory: Directory, today: date) -> list[WaitRow]:
    """The waits of one service in the order of the steps, with the whole way where it has stages."""
    standing = directory.freshness(service, "waits", today).standing
    own = _own(standards, service)
    whole = _whole(service.waits, directory.grammar)
    found = [*((each, False) for each in service.waits), *([(whole, True)] if whole else [])]
    steps = directory.grammar["wait_steps"]
    found.sort(key=lambda each: (each[1], steps.rank(each[0].start), steps.rank(each[0].end)))
    return [
        WaitRow(
            service=service.id,
            start=wait.start,
            end=wait.end,
            weeks=wait.weeks,
            as_of=wait.as_of,
            standing=standing,
            against=tuple(_against(wait, own, service, whole if wait is not whole else None, directory.grammar)),
            whole=added,
            source=wait.source,
        )
        for wait, added in found
    ]


def _whole(stages: Iterable[Wait], grammar: Grammar) -> Wait | None:
    """The way from the referral as far as stages follow on from one another; None where there is only one."""
    rank, at, way = grammar["wait_steps"].rank, _FIRST, []
    while following := [each for each in stages if each.start == at and rank(each.end) > rank(at)]:
        way.append(max(following, key=lambda each: rank(each.end)))
        at = way[-1].end
    if len(way) < 2:
        return None
    sources = {each.source for each in way}
    source = sources.pop() if len(sources) == 1 else None
    return Wait(_FIRST, at, sum(each.weeks for each in way), min(each.as_of for each in way), source)


def _own(standards: Iterable[Term], service: Service) -> list[Term]:
    """The standards of such a service; those that may be its own only where none is for sure."""
    found = [each for each in standards if _is_of(each, service)]
    sure = [each for each in found if "only_if" not in each.more["standard"]]
    return sure or found


def _is_of(standard: Term, service: Service) -> bool:
    """Whether a standard is one of such a service; where it is of the young, the service must say it takes them."""
    said = standard.more["standard"]
    if service.type not in said["kinds"] or ("needs" in said and not set(said["needs"]).intersection(service.needs)):
        return False
    age = service.criteria.age
    return "under" not in said or (age is not None and (age.at_least or 0) < ADULT)


def _against(
    wait: Wait, standards: Iterable[Term], service: Service, whole: Wait | None, grammar: Grammar
) -> Iterator[Against]:
    """A wait beside each standard that it tells anything of; a stage says nothing where the whole way is known."""
    for each in standards:
        said = each.more["standard"]
        measures = _measures(wait, said["from"], said["to"], grammar)
        if measures is None or "urgent" in said:
            continue
        longer = wait.weeks > said["weeks"]
        if measures is Measures.PART and whole and not longer:
            continue
        sure, tells = "only_if" not in said, measures is Measures.SAME or longer is (measures is Measures.PART)
        if _takes_older(service, said.get("under")):
            yield Against(each.code, Measures.OTHERS, None, sure)
        elif sure or tells:
            yield Against(each.code, measures, longer if tells else None, sure)


def _measures(wait: Wait, start: str, end: str, grammar: Grammar) -> Measures | None:
    """How the steps of a wait lie to those of a standard; None where they share no way, or neither holds the other."""
    rank = grammar["wait_steps"].rank
    begins, ends = rank(wait.start) - rank(start), rank(wait.end) - rank(end)
    if begins == 0 and ends == 0:
        return Measures.SAME
    if begins >= 0 and ends <= 0:
        return Measures.PART
    return Measures.MORE if begins <= 0 and ends >= 0 else None


def _takes_older(service: Service, under: str | None) -> bool:
    age = service.criteria.age
    return bool(under and age and (age.below is None or age.below > months_of(under)))
