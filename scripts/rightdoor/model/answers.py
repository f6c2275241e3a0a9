"""What has been told of a person: only what criteria ask, nothing that identifies anybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rightdoor.model.measure import AgeRange, Span


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers so far; what is absent was not asked.

    `areas` maps practice, home, work-or-study, cared-for or where-death-occurred to an area id.
    `flags` maps a code of `reasons` to "yes", "no" or the Span since it last happened.
    `people` maps a code of `groups` (carer, veteran…) to True or False.
    `since_event` is the time since the event (a death); `route` a code of `referral_who`.
    """

    needs: tuple[str, ...] = ()
    age: AgeRange | None = None
    severity: str | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str | Span] = field(default_factory=dict)
    since_event: Span | None = None
    route: str | None = None
    people: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """Whom an expectation is about: services of these types or these ids."""

    types: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vignette:
    """A story with an expected answer: an acceptance test of the directory, written by a clinician.

    `never_fits`: none of these may come out as fitting. `at_least_one`: at least one of these must fit so far or
    meet the criteria. `at_least_one_open_to` accepts "check first" too. `refers_to`: each of these services must be
    named as a place to go instead.
    """

    id: str
    file: str
    name: str
    answers: Answers
    never_fits: Expectation | None = None
    at_least_one: Expectation | None = None
    at_least_one_open_to: Expectation | None = None
    refers_to: tuple[str, ...] = ()
