"""What a service publishes about whom it takes. `None` always means that nobody has said."""

from dataclasses import dataclass

from rightdoor.model.measure import Span


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """Ages taken, in completed months: `at_least` is included, `below` is not; both None after `any`."""

    at_least: int | None = None
    below: int | None = None
    words: str | None = None
    refer_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeverityLimit:
    """Severity bands taken, as codes of `severity_bands`, both ends included; both None after `any`."""

    lowest: str | None = None
    highest: str | None = None
    words: str | None = None
    refer_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaLimit:
    """Where the person must belong: `basis` is a code of `area_basis`, `areas` are area ids."""

    basis: str
    areas: tuple[str, ...]
    words: str | None = None
    refer_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """How long since the event (usually a death) a service asks for; ends included."""

    at_least: Span | None = None
    at_most: Span | None = None
    words: str | None = None
    refer_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list of criteria: a reason, the service's own words, and where to go instead.

    `reason` is a code of `reasons` (or of `groups` in `only`). `within` narrows it to something that happened
    at most so long ago. `except_via` are codes of `referral_who` by which the service does take the person.
    `how` says how to find out (for "check first").
    """

    reason: str
    words: str | None = None
    refer_to: tuple[str, ...] = ()
    within: Span | None = None
    except_via: tuple[str, ...] = ()
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Criteria:
    """Everything published about whom a service takes.

    A limit that is None was never stated. A list that is None was never stated; an empty `does_not_take`
    means that somebody looked and the service states no exclusion.
    """

    age: AgeLimit | None = None
    severity: SeverityLimit | None = None
    area: AreaLimit | None = None
    only: tuple[Row, ...] = ()
    time_since_event: TimeLimit | None = None
    does_not_take: tuple[Row, ...] | None = None
    check_first: tuple[Row, ...] = ()
    takes_despite: tuple[Row, ...] = ()
    holds_risk: str | None = None
