"""Waits and refused referrals as tables."""

from collections.abc import Iterable, Iterator, Mapping

from rightdoor.coverage.columns import Words
from rightdoor.coverage.returned import NOT_KNOWN, ReturnedInFolder
from rightdoor.coverage.wait_words import against_words, standard_words
from rightdoor.coverage.waits import WaitRow, Waits
from rightdoor.model.refusal import NOBODY
from rightdoor.model.table import Kind, Table, Value


def waits_table(words: Words, found: Waits) -> Table:
    """A row for each published wait, the longest first, and then one for each service that publishes none."""
    columns = (
        words.column("service", 38),
        words.column("id", 30),
        words.column("from", 18),
        words.column("to", 18),
        words.column("weeks", 9, Kind.NUMBER),
        words.column("as_of", 14, Kind.DATE),
        words.column("standing", 24),
        words.code("standing_code"),
        words.column("known", 22),
        words.column("standard", 50),
        words.column("against", 60),
        words.column("source", 42),
    )
    unpublished = (*found.unpublished, *found.unpublished_national)
    rows = (*(_wait(words, row) for row in found.rows), *_unpublished(words, unpublished))
    return words.table("waits", columns, rows)


def _wait(words: Words, row: WaitRow) -> Mapping[str, Value]:
    steps = words.grammar["wait_steps"]
    return {
        "service": words.names((row.service,))[0],
        "id": row.service,
        "from": steps.label(row.start),
        "to": steps.label(row.end),
        "weeks": row.weeks,
        "as_of": row.as_of,
        "standing": words.value(row.standing.value),
        "standing_code": row.standing.value,
        "known": words.value("added-up" if row.whole else "published"),
        "standard": tuple(standard_words(each.standard, words.grammar) for each in row.against) or None,
        "against": tuple(against_words(row, each, words.grammar) for each in row.against) or None,
        "source": row.source,
    }


def _unpublished(words: Words, services: Iterable[str]) -> Iterator[Mapping[str, Value]]:
    for id in services:
        yield {"service": words.names((id,))[0], "id": id, "known": words.value("not-published")}


def refusals_table(words: Words, found: ReturnedInFolder | None) -> Table:
    """What may be said of refused referrals: by service, by reason, by who referred, by who took them in the end."""
    columns = (
        words.column("counted", 22),
        words.column("name", 38),
        words.column("id", 26),
        words.column("at_least", 9, Kind.NUMBER),
        words.column("first_month", 12),
        words.column("last_month", 12),
        words.column("reason", 34),
        words.column("instead", 36),
    )
    return words.table("refusals", columns, _refusals(words, found) if found else ())


def _refusals(words: Words, found: ReturnedInFolder) -> Iterator[Mapping[str, Value]]:
    first, last = found.services[0].first, found.services[0].last
    for each in found.services:
        reason = words.grammar["refusal_reasons"].label(each.reason) if each.reason else None
        instead = words.names(each.consider) or None
        row = _counted(words, "of-service", each.service, words.names((each.service,))[0], each.least)
        yield {**row, "first_month": first, "last_month": last, "reason": reason, "instead": instead}
    said = (
        ("of-reason", found.reasons, words.grammar["refusal_reasons"].label),
        ("of-referrer", found.referrers, words.grammar["referral_who"].label),
        ("of-taker", found.taken_by, lambda id: words.value("nobody") if id == NOBODY else words.names((id,))[0]),
    )
    for counted, rows, label in said:
        for code, least in rows:
            name = words.value("not-said") if code == NOT_KNOWN else label(code)
            yield {**_counted(words, counted, code or None, name, least), "first_month": first, "last_month": last}


def _counted(words: Words, counted: str, id: str | None, name: str, least: int) -> dict[str, Value]:
    return {"counted": words.value(counted), "name": name, "id": id, "at_least": least}
