"""Makes `Criteria` of the plain data of a record that the grammar has accepted."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, Row, SeverityLimit, TimeLimit
from rightdoor.model.measure import Span, months_of

Data: TypeAlias = Mapping[str, Any]

_span = lru_cache(maxsize=1024)(Span.of)
_months = lru_cache(maxsize=1024)(months_of)


def span(text: str | None) -> Span | None:
    """A length of time, or None where none is written."""
    return None if text is None else _span(text)


def as_tuple(value: Any) -> tuple[str, ...]:
    """A code or a list of codes as a tuple; empty where nothing is written."""
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def criteria_of(data: Data) -> Criteria:
    """The criteria of a service; what is absent stays unknown, `none stated` is an empty list."""
    refused = data.get("does_not_take")
    return Criteria(
        age=_age(data.get("age")),
        severity=_severity(data.get("severity")),
        area=_area(data.get("area")),
        only=_rows(data.get("only")),
        time_since_event=_time(data.get("time_since_event")),
        does_not_take=None if refused is None else () if isinstance(refused, str) else _rows(refused),
        check_first=_rows(data.get("check_first")),
        takes_despite=_rows(data.get("takes_despite")),
        holds_risk=data.get("holds_risk"),
    )


def _age(data: Any) -> AgeLimit | None:
    """Ages in completed months; `to: 25y` takes the whole of that year, so its limit is the 26th birthday."""
    if data is None:
        return None
    if isinstance(data, str):
        return AgeLimit()
    below = _months(data["under"]) if "under" in data else _months(data["to"]) + 12 if "to" in data else None
    at_least = _months(data["from"]) if "from" in data else None
    return AgeLimit(at_least, below, data.get("words"), as_tuple(data.get("refer_to")))


def _severity(data: Any) -> SeverityLimit | None:
    if data is None:
        return None
    if isinstance(data, str):
        return SeverityLimit()
    return SeverityLimit(data.get("from"), data.get("to"), data.get("words"), as_tuple(data.get("refer_to")))


def _area(data: Any) -> AreaLimit | None:
    if data is None:
        return None
    return AreaLimit(data["basis"], tuple(data["areas"]), data.get("words"), as_tuple(data.get("refer_to")))


def _time(data: Any) -> TimeLimit | None:
    if data is None:
        return None
    if isinstance(data, str):
        return TimeLimit()
    return TimeLimit(span(data.get("from")), span(data.get("to")), data.get("words"), as_tuple(data.get("refer_to")))


def _rows(data: Iterable[Data] | None) -> tuple[Row, ...]:
    return tuple(
        Row(
            reason=row["reason"],
            words=row.get("words"),
            refer_to=as_tuple(row.get("refer_to")),
            within=span(row.get("within")),
            except_via=as_tuple(row.get("except_via")),
            how=row.get("how"),
        )
        for row in data or ()
    )
