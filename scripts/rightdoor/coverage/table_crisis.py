"""The crisis routes of an area as a table, in the order in which its pages show them."""

from collections.abc import Iterator, Mapping

from rightdoor.coverage.columns import Words
from rightdoor.coverage.crisis import Crisis
from rightdoor.matching.phrases import age_words
from rightdoor.matching.plain import capital
from rightdoor.model.table import Kind, Table, Value


def crisis_table(words: Words, found: Crisis) -> Table:
    """A row for each route, also for those that do not run."""
    columns = (
        words.column("place", 8, Kind.NUMBER),
        words.column("service", 38),
        words.column("id", 30),
        words.column("named_by", 20),
        words.column("running", 12),
        words.column("intake", 22),
        words.column("hours", 24),
        words.column("always", 14),
        words.column("takes_age", 22),
        words.column("standing", 24),
        words.code("standing_code"),
        words.column("on", 14, Kind.DATE),
    )
    return words.table("crisis", columns, _rows(words, found))


def _rows(words: Words, found: Crisis) -> Iterator[Mapping[str, Value]]:
    grammar = words.grammar
    for each in found.routes:
        yield {
            "place": each.place,
            "service": words.names((each.service,))[0],
            "id": each.service,
            "named_by": words.directory.areas[found.named_by].name,
            "running": _yes(words, each.running),
            "intake": grammar["intake"].label(each.intake),
            "hours": each.hours,
            "always": None if each.always is None else _yes(words, each.always),
            "takes_age": capital(age_words(each.ages, grammar)) if each.ages else None,
            "standing": words.value(each.standing.value),
            "standing_code": each.standing.value,
            "on": each.checked_on,
        }


def _yes(words: Words, true: bool) -> str:
    return words.grammar["yes_no_unknown"].label("yes" if true else "no")
