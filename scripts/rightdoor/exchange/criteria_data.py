"""Criteria as plain data, in the form and the order of a YAML record."""

from typing import Any, TypeAlias

from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, Row, SeverityLimit, TimeLimit
from rightdoor.model.measure import Span

Data: TypeAlias = dict[str, Any]

ANY = "any"
NONE_STATED = "none stated"


def criteria_data(criteria: Criteria) -> Data:
    """The criteria of a service; what nobody has said is left out, no stated exclusion is `none stated`."""
    refused = criteria.does_not_take
    return filled(
        age=criteria.age and _age(criteria.age),
        severity=criteria.severity and _severity(criteria.severity),
        area=criteria.area and _area(criteria.area),
        only=_rows(criteria.only),
        time_since_event=criteria.time_since_event and _time(criteria.time_since_event),
        does_not_take=None if refused is None else _rows(refused) or NONE_STATED,
        check_first=_rows(criteria.check_first),
        takes_despite=_rows(criteria.takes_despite),
        holds_risk=criteria.holds_risk,
    )


def filled(**values: Any) -> Data:
    """The values that say something: without those that are None or hold nothing; tuples as lists."""
    plain = {name: list(each) if isinstance(each, tuple) else each for name, each in values.items()}
    return {name: each for name, each in plain.items() if each is not None and each not in ([], {})}


def age_text(months: int | None) -> str | None:
    """An age limit as it is written: "18y", "17y9m", "9m"."""
    if months is None:
        return None
    years, rest = divmod(months, 12)
    return f"{years}y{rest}m" if years and rest else f"{rest}m" if rest else f"{years}y"


def _span_text(span: Span | None) -> str | None:
    return span.text if span else None


def _limits(limit: AgeLimit | SeverityLimit | TimeLimit, **edges: Any) -> Data | str:
    """The edges of a limit with its words and where to go instead; `any` where it has none of them."""
    return filled(**edges, words=limit.words, refer_to=limit.refer_to) or ANY


def _age(limit: AgeLimit) -> Data | str:
    return _limits(limit, **{"from": age_text(limit.at_least), "under": age_text(limit.below)})


def _severity(limit: SeverityLimit) -> Data | str:
    return _limits(limit, **{"from": limit.lowest, "to": limit.highest})


def _time(limit: TimeLimit) -> Data | str:
    return _limits(limit, **{"from": _span_text(limit.at_least), "to": _span_text(limit.at_most)})


def _area(limit: AreaLimit) -> Data:
    return filled(basis=limit.basis, areas=limit.areas, words=limit.words, refer_to=limit.refer_to)


def _rows(rows: tuple[Row, ...]) -> list[Data]:
    return [
        filled(
            reason=row.reason,
            words=row.words,
            within=_span_text(row.within),
            except_via=row.except_via,
            how=row.how,
            refer_to=row.refer_to,
        )
        for row in rows
    ]
