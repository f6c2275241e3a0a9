"""What a service's published criteria come to for one person, and the services of a directory in the order shown.

The outcome table (design, "Matching: one meaning, three readers"): anything not met, it does not fit; else anything
to check or that the service has never said, check first; else anything not asked, it fits so far; else it meets the
published criteria. A closed intake, a gate and old facts never change an outcome: they are flags, said beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rightdoor.matching.answers import PLACES
from rightdoor.matching.area import TIES
from rightdoor.matching.judge import Reason, judge
from rightdoor.matching.operators import State
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service

DATED = ("criteria", "contact")
"""The fact groups without which nobody should be referred, so that their age is said beside every match."""

FIRST_SEEN = ("assessment", "first-appointment", "treatment")
"""The steps at which somebody first sees the person: the soonest of them is the wait that orders a list."""

_NO_WAIT_KNOWN = 10**6


class Outcome(StrEnum):
    """What the published criteria come to, best first."""

    MEETS = "meets_published_criteria"
    FITS = "fits_so_far"
    CHECK = "check_first"
    DOES_NOT_FIT = "does_not_fit"


SHOWN = {Outcome.MEETS: 0, Outcome.FITS: 0, Outcome.CHECK: 1, Outcome.DOES_NOT_FIT: 2}
"""The groups in which outcomes are shown. To meet every criterion and to fit so far are one: whoever publishes fewer
criteria meets them sooner, and is no better a place for that."""


@dataclass(frozen=True, slots=True)
class Match:
    """One service for one person. `flags` are codes such as `intake:paused`, `via:<id>`, `stale:criteria`."""

    service: Service
    outcome: Outcome
    reasons: tuple[Reason, ...]
    flags: tuple[str, ...] = ()

    @property
    def instead(self) -> tuple[str, ...]:
        """The services to go to instead, as the service names them for what is not met, else for any refusal."""
        named = [each for reason in self.reasons if reason.state is State.NOT_MET for each in reason.refer_to]
        shut = self.outcome is Outcome.DOES_NOT_FIT
        return tuple(dict.fromkeys(named or (self.service.referral.if_declined if shut else ())))


def match(service: Service, answers: Answers, directory: Directory, today: date) -> Match:
    """The match of one service as it stands, relevant or not."""
    reasons = judge(service.criteria, answers, directory)
    return Match(service, outcome_of(each.state for each in reasons), reasons, _flags(service, directory, today))


def match_all(directory: Directory, answers: Answers, today: date) -> tuple[Match, ...]:
    """The services that are about what was asked, where it was asked: best group first, then as `_order` says."""
    found = [match(each, answers, directory, today) for each in relevant(directory, answers)]
    return tuple(sorted(found, key=lambda each: _order(each, answers, directory, today)))


def relevant(directory: Directory, answers: Answers) -> Iterator[Service]:
    """Services for one of the needs (or a broader one) that may serve an answered area, as they stand there.

    A need is relevance, not a criterion: a service for something else is not listed as one that does not take.
    """
    needs = {wider for need in answers.needs for wider in directory.grammar["needs"].with_broader(need)}
    places = places_of(answers, directory)
    for each in directory.services.values():
        service = where_asked(each, answers, directory)
        if service.status == "defunct" or (needs and needs.isdisjoint(service.needs)):
            continue
        if not answers.areas or service.may_serve(places):
            yield service


def places_of(answers: Answers, directory: Directory) -> frozenset[str]:
    """Every area that was answered, and those it lies within."""
    return frozenset(wider for area in answers.areas.values() for wider in directory.chain(area) or (area,))


def outcome_of(states: Iterable[State]) -> Outcome:
    """The one table that combines the states of all criteria."""
    found = set(states)
    if State.NOT_MET in found:
        return Outcome.DOES_NOT_FIT
    if found & {State.CHECK, State.UNKNOWN_SERVICE}:
        return Outcome.CHECK
    return Outcome.FITS if State.NOT_ASKED in found or not found else Outcome.MEETS


def where_asked(service: Service, answers: Answers, directory: Directory) -> Service:
    """The service under the rules of the person's area: by the ties its own basis asks about, if any was answered."""
    if not service.by_area:
        return service
    basis = service.criteria.area.basis if service.criteria.area else "national"
    ties = [tie for tie in TIES[basis] if tie in answers.areas] or [tie for tie in PLACES if tie in answers.areas]
    areas = [wider for tie in ties for wider in directory.chain(answers.areas[tie])]
    return service.in_area(*areas)


def _flags(service: Service, directory: Directory, today: date) -> tuple[str, ...]:
    found = [f"status:{service.status}"] if service.status != "active" else []
    if service.intake != "open":
        found.append(f"intake:{service.intake}")
    if service.referral.via:
        found.append(f"via:{service.referral.via}")
    for group in DATED:
        fresh = directory.freshness(service, group, today)
        if not fresh.relied_on:
            found.append(f"stale:{group}")
        elif fresh.standing is Standing.OVERDUE:
            found.append(f"overdue:{group}")
    return tuple(found)


def takes_referrals(intake: str, grammar: Grammar) -> bool | None:
    """Whether an intake means that referrals are taken now; None where nobody has said."""
    return None if intake == "unknown" else bool(grammar["intake"][intake].more["takes_referrals"])


def _order(
    found: Match, answers: Answers, directory: Directory, today: date
) -> tuple[int, int, int, bool, int, int, str, str]:
    """The group shown, open before unknown before closed, made for the need, for anybody, fresh, the wait, the name.

    A service for one group (students, veterans) stands behind those for anybody until it is asked whether the person is
    one of them.
    """
    service = found.service
    taking = takes_referrals(service.intake, directory.grammar) if service.status == "active" else False
    standing = directory.freshness(service, "criteria", today).standing
    waits = [wait.weeks for wait in service.waits if wait.start == "referral" and wait.end in FIRST_SEEN]
    return (
        SHOWN[found.outcome],
        {True: 0, None: 1, False: 2}[taking],
        int(set(answers.needs).isdisjoint(service.needs)),
        any(each.criterion == "only" and each.state is State.NOT_ASKED for each in found.reasons),
        list(Standing).index(standing),
        min(waits, default=_NO_WAIT_KNOWN),
        service.name.casefold(),
        service.id,
    )
