"""The criteria of services as plain data for the browser's twin of this room.

Everything that can be worked out beforehand is: ages in months, bands as ranks, times in hours, wider areas, wider
words and the clauses that fill gaps. The browser then only compares, so that it cannot mean anything else. An absent
name means that nobody has said; an empty `not` means that somebody looked and the service states no exclusion.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rightdoor.matching import phrases
from rightdoor.matching.area import TIES
from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, Row, SeverityLimit, TimeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service

Data = dict[str, Any]


def criteria_data(criteria: Criteria, directory: Directory) -> Data:
    """Criteria as they are compared: limits as numbers, each with the clause (`say`) that fills its sentences."""
    told = {
        "age": _age(criteria.age, directory.grammar),
        "severity": _severity(criteria.severity, directory.grammar),
        "area": _area(criteria.area, directory),
        "only": _rows(criteria.only, "groups", directory.grammar),
        "time": _time(criteria.time_since_event, directory.grammar),
        "first": _rows(criteria.check_first, "reasons", directory.grammar),
        "despite": _rows(criteria.takes_despite, "reasons", directory.grammar),
        "risk": criteria.holds_risk,
    }
    stated = criteria.does_not_take
    return _said(told) | ({} if stated is None else {"not": _rows(stated, "reasons", directory.grammar)})


def own_words(criteria: Criteria) -> Data:
    """The service's own words: of limits by name, of lists row by row (null for a row without), and how to check."""
    limits = {
        "age": criteria.age,
        "severity": criteria.severity,
        "area": criteria.area,
        "time": criteria.time_since_event,
    }
    lists = {
        "only": criteria.only,
        "not": criteria.does_not_take or (),
        "first": criteria.check_first,
        "despite": criteria.takes_despite,
    }
    own = {name: limit.words for name, limit in limits.items() if limit}
    rows = {name: _some(row.words for row in rows) for name, rows in lists.items()}
    return _said({"own": _said({**own, **rows}), "how": _some(row.how for row in criteria.check_first)})


def ties_of(service: Service) -> list[str]:
    """The ties that decide which rules hold where they differ by area: those that the usual basis asks about."""
    return list(TIES[service.criteria.area.basis if service.criteria.area else "national"])


def sort_key(name: str) -> str | None:
    """The name as lists are sorted by, where that is not simply the name in small letters."""
    return None if name.casefold() == name.lower() else name.casefold()


def _age(limit: AgeLimit | None, grammar: Grammar) -> Data | None:
    if limit is None:
        return None
    return _limit(limit.at_least, limit.below, phrases.age_words(limit, grammar), limit.refer_to)


def _severity(limit: SeverityLimit | None, grammar: Grammar) -> Data | None:
    """Bands by their place in the vocabulary, the highest as the first that is too high."""
    if limit is None:
        return None
    rank = grammar["severity_bands"].rank
    least = rank(limit.lowest) if limit.lowest else None
    below = rank(limit.highest) + 1 if limit.highest else None
    return _limit(least, below, phrases.severity_words(limit, grammar), limit.refer_to)


def _area(limit: AreaLimit | None, directory: Directory) -> Data | None:
    """Where a person must belong; `around` are the wider areas, of which only a part is within the limit."""
    if limit is None:
        return None
    around = dict.fromkeys(wider for area in limit.areas for wider in directory.chain(area)[1:])
    told = {"basis": limit.basis, "areas": list(limit.areas), "around": list(around)}
    return _said(told | {"say": phrases.area_words(limit, directory), "to": list(limit.refer_to)})


def _time(limit: TimeLimit | None, grammar: Grammar) -> Data | None:
    """Hours since the event; "from the first day" is no limit."""
    if limit is None:
        return None
    least = (limit.at_least.hours or None) if limit.at_least else None
    below = limit.at_most.hours + 1 if limit.at_most else None
    return _limit(least, below, phrases.time_words(limit, grammar), limit.refer_to)


def _limit(least: int | None, below: int | None, say: str, to: Iterable[str]) -> Data:
    return _said({"limit": [least, below], "say": say, "to": list(to)})


def _rows(rows: Iterable[Row], words: str, grammar: Grammar) -> list[Data]:
    return [_row(each, words, grammar) for each in rows]


def _row(row: Row, words: str, grammar: Grammar) -> Data:
    """A row of a list; one without a time takes the phrase of its reason, so it need not say one."""
    told = {"r": row.reason, "via": list(row.except_via), "to": list(row.refer_to)}
    if row.within is None:
        return _said(told)
    return _said(told) | {"within": row.within.hours, "say": phrases.row_words(row, grammar[words], grammar)}


def _some(words: Iterable[str | None]) -> list[str | None]:
    """Words row by row, or an empty list where no row has any."""
    found = list(words)
    return found if any(found) else []


def _said(told: Mapping[str, Any]) -> Data:
    return {name: value for name, value in told.items() if value}
