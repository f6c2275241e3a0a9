"""What a service publishes of whom it takes, as sentences for formats that have no criteria of their own.

The sentences are those of a match (`schema/criteria.yaml`), said of nobody in particular. What nobody has said of age,
severity, place and exclusions is said to be unknown: where a format has only prose, silence would be read as "anybody".
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rightdoor.matching import phrases
from rightdoor.matching.explain import service_words
from rightdoor.model.criteria import AgeLimit, AreaLimit, Row, SeverityLimit, TimeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service

_Limit = AgeLimit | SeverityLimit | AreaLimit | TimeLimit


class Published(NamedTuple):
    """One thing that a service publishes: the code of the criterion, and everything that is said of it.

    `reason` is the code of the row it is about, "" for a limit. `known` is false where the text says that nobody said.
    """

    criterion: str
    text: str
    reason: str = ""
    known: bool = True


def published(service: Service, directory: Directory) -> tuple[Published, ...]:
    """Everything that a service publishes of whom it takes, in the order in which a GP reads it."""
    return (*_limits(service, directory), *_rows(service, directory))


def _limits(service: Service, directory: Directory) -> Iterator[Published]:
    criteria, grammar = service.criteria, directory.grammar
    for code, limit in (("age", criteria.age), ("severity", criteria.severity), ("area", criteria.area)):
        if limit is None:
            yield Published(code, grammar.criteria[code].wording["unknown_service"], known=False)
        else:
            yield _limit(code, limit, directory)
    if criteria.time_since_event is not None:
        yield _limit("time_since_event", criteria.time_since_event, directory)


def _limit(code: str, limit: _Limit, directory: Directory) -> Published:
    said = phrases.fill(directory.grammar.criteria[code].wording["met"], **_gap(limit, directory))
    return Published(code, " ".join((said, *_beside(limit.words, limit.refer_to, directory))))


def _gap(limit: _Limit, directory: Directory) -> dict[str, str]:
    grammar = directory.grammar
    if isinstance(limit, AgeLimit):
        return {"ages": phrases.age_words(limit, grammar)}
    if isinstance(limit, SeverityLimit):
        return {"severities": phrases.severity_words(limit, grammar)}
    if isinstance(limit, AreaLimit):
        return {"area": phrases.area_words(limit, directory)}
    return {"time": phrases.time_words(limit, grammar)}


def _rows(service: Service, directory: Directory) -> Iterator[Published]:
    criteria, said = service.criteria, directory.grammar.criteria
    yield from (_row("only", "met", each, directory) for each in criteria.only)
    yield from (_row("takes_despite", "met", each, directory) for each in criteria.takes_despite)
    yield from (_row("check_first", "not_asked", each, directory) for each in criteria.check_first)
    if criteria.does_not_take is None:
        yield Published("does_not_take", said["exclusions"].wording["not_asked"], known=False)
    elif not criteria.does_not_take:
        yield Published("does_not_take", said["exclusions"].wording["met"])
    yield from (_row("does_not_take", "not_asked", each, directory) for each in criteria.does_not_take or ())
    if criteria.holds_risk and criteria.holds_risk != "none-stated":
        level = phrases.lower_first(directory.grammar["risk_levels"].label(criteria.holds_risk))
        yield Published("risk", phrases.fill(said["risk"].wording["met"], level=level), criteria.holds_risk)


def _row(code: str, form: str, row: Row, directory: Directory) -> Published:
    grammar = directory.grammar
    people = phrases.row_words(row, grammar["groups" if code == "only" else "reasons"], grammar)
    said = phrases.fill(grammar.criteria[code].wording[form], people=people)
    return Published(code, " ".join((said, *_beside_row(row, directory))), row.reason)


def _beside_row(row: Row, directory: Directory) -> Iterator[str]:
    said = directory.grammar.sentences
    yield from _beside(row.words, (), directory)
    if row.how:
        yield phrases.fill(said["how"], how=row.how)
    if row.except_via:
        yield phrases.fill(said["except_via"], who=phrases.who_words(row.except_via, directory.grammar))
    yield from _beside(None, row.refer_to, directory)


def _beside(words: str | None, refer_to: Iterable[str], directory: Directory) -> Iterator[str]:
    """The service's own words, and where else to go."""
    said = directory.grammar.sentences
    if words:
        yield phrases.fill(said["own_words"], words=words)
    if instead := service_words(refer_to, directory, "or"):
        yield phrases.fill(said["refer_instead"], services=instead)
