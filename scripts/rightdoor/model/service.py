"""A service: what is offered, to whom, how one gets there, and who last confirmed it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rightdoor.model.criteria import Criteria
from rightdoor.model.measure import Span

NATIONAL = "national"
"""The folder of services of whole nations."""


@dataclass(frozen=True, slots=True)
class SendWith:
    """Something a referral must come with: a code of `referral_requires`, perhaps not older than `max_age`."""

    what: str
    max_age: Span | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """When the service answers: `to` is the step reached, `within` the time, `word` the service's own word for it."""

    to: str
    within: Span
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """One way in: who may refer, and how. Codes of `referral_who` and `referral_how`."""

    who: tuple[str, ...]
    how: str
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    text: str | None = None
    hours: str | None = None
    response: Response | None = None
    send_with: tuple[SendWith, ...] = ()
    patient_must_opt_in: Span | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """Whom a referrer may ask before referring, such as a duty worker."""

    who: tuple[str, ...]
    phone: str | None = None
    email: str | None = None
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """How a person reaches the service. `via` is a gate: the one service through which it is reached."""

    via: str | None = None
    routes: tuple[Route, ...] = ()
    advice: Advice | None = None
    if_declined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait in weeks between two steps (codes of `wait_steps`), on the day it was true."""

    start: str
    end: str
    weeks: int
    as_of: date
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Sessions:
    """How many sessions are offered: a code of `session_policy`, numbers where stated, what happens then."""

    policy: str
    at_least: int | None = None
    at_most: int | None = None
    then: str | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What it costs the person: a code of `cost_kinds`, and the amount in the service's words."""

    kind: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Public ways to reach the service; numbers in their spaced form."""

    phone: str | None = None
    phone_note: str | None = None
    text: str | None = None
    text_note: str | None = None
    text_relay: str | None = None
    email: str | None = None
    website: str | None = None
    webchat: str | None = None


@dataclass(frozen=True, slots=True)
class Languages:
    """Languages spoken (BCP 47 codes); `interpreters` is yes, no or unknown."""

    spoken: tuple[str, ...] = ()
    interpreters: str = "unknown"


@dataclass(frozen=True, slots=True)
class Location:
    """A place where the service is given; a confidential one never has an address."""

    name: str | None = None
    address: str | None = None
    postcode: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page that states facts: which fact groups it covers, its address, when it was last seen or dated."""

    covers: tuple[str, ...]
    url: str
    title: str
    seen: date | None = None
    dated: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """When a fact group was last confirmed, and how (a code of `checked_how`); `by` is a role, never a name."""

    how: str
    on: date | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The check that covers everything, and those that cover one fact group."""

    overall: Check
    groups: Mapping[str, Check] = field(default_factory=dict)

    def of(self, group: str) -> Check:
        """The check that stands for a fact group."""
        return self.groups.get(group, self.overall)


@dataclass(frozen=True, slots=True)
class Service:
    """One service. Lists hold codes of the vocabularies; None and empty mean that nobody has said."""

    id: str
    file: str
    name: str
    organization: str
    type: str
    status: str
    summary: str
    folder: str
    intake: str = "unknown"
    also_known_as: tuple[str, ...] = ()
    description: str | None = None
    needs: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    criteria: Criteria = field(default_factory=Criteria)
    referral: Referral = field(default_factory=Referral)
    related: tuple[str, ...] = ()
    waits: tuple[Wait, ...] = ()
    sessions: Sessions | None = None
    cost: Cost | None = None
    contact: Contact = field(default_factory=Contact)
    hours: str | None = None
    languages: Languages = field(default_factory=Languages)
    access: tuple[str, ...] = ()
    locations: tuple[Location, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    checked: Checked = field(default_factory=lambda: Checked(Check("never")))
    by_area: Mapping[str, "Service"] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    note: str | None = None
    fictional: bool = False

    def may_serve(self, places: frozenset[str]) -> bool:
        """Whether any of these areas is among those served, or may be, since the service has not said which it serves.

        One that has not said may serve the area in whose folder it lies; a national one may serve any.
        """
        stated = self.criteria.area
        if stated is None:
            return self.folder == NATIONAL or self.folder in places
        return not places.isdisjoint(stated.areas)

    def in_area(self, *areas: str) -> "Service":
        """The service as it stands in the first of these areas for which its rules differ; itself where none has."""
        return self.by_area.get(self.ruled_in(*areas), self)

    def ruled_in(self, *areas: str) -> str:
        """The first of these areas for which its rules differ; "" where there is none."""
        return next((area for area in areas if area in self.by_area), "")
