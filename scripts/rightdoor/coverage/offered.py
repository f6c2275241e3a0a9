"""How help is offered in an area: sessions, languages, access, cost, ways and times, as services say.

Each is counted four ways: the services that say yes, those that rule it out, those of which it is not known, and those
that said it too long ago. Not known and too long ago are never yes (docs/decisions/0174-waits-and-standards.md).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.local import is_fresh, local_services
from rightdoor.coverage.times import at_the_weekend, in_the_evening
from rightdoor.coverage.use import sees_people
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service

PARTS = {
    "sessions": "session_policy",
    "languages": "languages",
    "interpreters": "yes_no_unknown",
    "access": "access",
    "cost": "cost_kinds",
    "delivery": "delivery",
    "times": "access",
}
"""The vocabulary of the codes of each part of `Offered`."""

TIMES = {"evening": in_the_evening, "weekend": at_the_weekend}

Answer = Callable[[Service, str], bool | None]


@dataclass(frozen=True, slots=True)
class Share:
    """The services that offer something, rule it out, have not said, or said it too long ago; ids."""

    code: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    unknown: tuple[str, ...]
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """What the services of an area offer. `services` are those asked about: local, running, seeing people over time.

    `access` has every code, since that nobody says it is news; the others have what any of them says.
    """

    services: tuple[str, ...]
    sessions: tuple[Share, ...]
    languages: tuple[Share, ...]
    interpreters: tuple[Share, ...]
    access: tuple[Share, ...]
    cost: tuple[Share, ...]
    delivery: tuple[Share, ...]
    times: tuple[Share, ...]


def offered(directory: Directory, area: str, today: date) -> Offered:
    """What the services of an area offer."""
    running = (each for each in local_services(directory, area) if each.status == "active")
    asked = tuple(each for each in running if sees_people(each, directory.grammar))

    def shares(part: str, answer: Answer, codes: Iterable[str] = (), every: bool = False) -> tuple[Share, ...]:
        named = codes or directory.grammar[PARTS[part]].terms
        told = (code for code in named if every or any(answer(each, code) for each in asked))
        return tuple(_share(code, asked, answer, directory, today) for code in told)

    return Offered(
        services=tuple(each.id for each in asked),
        sessions=shares("sessions", _has_sessions),
        languages=shares("languages", _speaks, _other_languages(directory)),
        interpreters=shares("interpreters", _has_interpreters, ("yes",), every=True),
        access=shares("access", _has_access, _access_codes(directory), every=True),
        cost=shares("cost", _costs),
        delivery=shares("delivery", _is_given),
        times=shares("times", _is_open, TIMES, every=True),
    )


def _share(code: str, services: Iterable[Service], answer: Answer, directory: Directory, today: date) -> Share:
    """How many services offer one thing. What was said too long ago is neither yes nor no."""
    found: dict[str, list[str]] = {"yes": [], "no": [], "unknown": [], "stale": []}
    for each in services:
        said = answer(each, code)
        if said is None:
            found["unknown"].append(each.id)
        elif not is_fresh(directory, each, _group(each, code), today):
            found["stale"].append(each.id)
        else:
            found["yes" if said else "no"].append(each.id)
    return Share(code, *(tuple(found[each]) for each in ("yes", "no", "unknown", "stale")))


def _group(service: Service, code: str) -> str:
    """The group of facts that an answer stands in."""
    return "hours" if code in TIMES and code not in service.access else "other"


def _access_codes(directory: Directory) -> Iterator[str]:
    return (each for each in directory.grammar["access"].terms if each not in TIMES)


def _other_languages(directory: Directory) -> Iterator[str]:
    return (each for each in directory.grammar["languages"].terms if each != "en")


def _has_sessions(service: Service, code: str) -> bool | None:
    return service.sessions.policy == code if service.sessions else None


def _speaks(service: Service, code: str) -> bool | None:
    """Whether staff speak a language; a list of languages is taken for whole."""
    return code in service.languages.spoken if service.languages.spoken else None


def _has_interpreters(service: Service, code: str) -> bool | None:
    return {"yes": True, "no": False}.get(service.languages.interpreters)


def _has_access(service: Service, code: str) -> bool | None:
    """Services say what they have, never what they lack: what is not said is not known."""
    return True if code in service.access else None


def _costs(service: Service, code: str) -> bool | None:
    return service.cost.kind == code if service.cost else None


def _is_given(service: Service, code: str) -> bool | None:
    """Whether it is given in some way; a list of ways is taken for whole, as the grid does."""
    return code in service.delivery if service.delivery else None


def _is_open(service: Service, code: str) -> bool | None:
    """Whether there is help in the evening or at the weekend: it says so, or its opening hours do."""
    if code in service.access:
        return True
    return TIMES[code](service.hours) if service.hours else None
