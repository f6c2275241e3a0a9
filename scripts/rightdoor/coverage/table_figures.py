"""Published figures of NHS Talking Therapies in an area as a table: as they were published, never added or divided."""

from collections.abc import Iterable, Iterator, Mapping

from rightdoor.coverage.columns import Words
from rightdoor.coverage.funnel import Funnel, figure_of
from rightdoor.model.statistics import Period
from rightdoor.model.table import Kind, Table, Value


def figures_table(words: Words, found: Iterable[Funnel]) -> Table:
    """A row for each measure of each month or quarter, the latest first; of the place and then of each provider."""
    columns = (
        words.column("provider", 38),
        words.code("provider_id"),
        words.column("of_place", 26),
        words.code("of_place_id"),
        words.column("first_month", 12),
        words.column("last_month", 12),
        words.column("measure", 38),
        words.column("measure_code", 12),
        words.column("figure", 12, Kind.NUMBER),
        words.column("unit", 12),
        words.column("known", 26),
        words.column("at_least_standard", 14, Kind.NUMBER),
        words.column("england", 12, Kind.NUMBER),
        words.column("source", 42),
    )
    return words.table("figures", columns, (row for each in found for row in _of_funnel(words, each)))


def _of_funnel(words: Words, funnel: Funnel) -> Iterator[Mapping[str, Value]]:
    whose: dict[str, Value] = {
        "provider": funnel.organization_name or words.value("all-providers"),
        "provider_id": funnel.organization or None,
        "of_place": funnel.area_name or words.value("all-places"),
        "of_place_id": funnel.area or None,
        "source": funnel.source,
    }
    latest = funnel.period
    for period in (latest, *(each for each in reversed(funnel.trend) if each != latest)):
        for row in _of_period(words, period):
            code = str(row["measure_code"]).lower()
            england = funnel.england.values.get(code) if funnel.england and period == latest else None
            yield {**whose, **row, "england": england}


def _of_period(words: Words, period: Period) -> Iterator[dict[str, Value]]:
    for term in words.grammar["talking_therapies"]:
        figure = figure_of(period, term.code)
        state = "withheld" if figure.withheld else "published" if figure.value is not None else "not-published"
        yield {
            "first_month": period.first,
            "last_month": period.last,
            "measure": term.label,
            "measure_code": term.code.upper(),
            "figure": figure.value,
            "unit": words.value(f"unit-{term.more['measured']}"),
            "known": words.value(state),
            "at_least_standard": term.more.get("at_least"),
        }
