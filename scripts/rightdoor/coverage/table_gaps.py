"""The gaps of an area as a table: each in a sentence, and in parts that can be sorted and counted."""

from collections.abc import Iterable, Mapping

from rightdoor.coverage.asked import OLDEST
from rightdoor.coverage.columns import Words
from rightdoor.coverage.gaps import Gap, spoken
from rightdoor.coverage.states import State
from rightdoor.coverage.words import gap_words
from rightdoor.matching.phrases import age_words
from rightdoor.matching.plain import capital
from rightdoor.model.criteria import AgeLimit
from rightdoor.model.measure import AgeRange
from rightdoor.model.table import Kind, Shaded, Table, Value

_PLACES = {state: place for place, state in enumerate(State)}


def gaps_table(words: Words, area: str, found: Iterable[Gap]) -> Table:
    """A row for each gap, the worst first."""
    columns = (
        words.column("sentence", 56),
        words.column("state", 22),
        words.code("state_code"),
        words.column("need", 30),
        words.code("needs_codes"),
        words.column("severity", 22),
        words.code("severity_codes"),
        words.column("age", 20),
        words.code("from_months"),
        words.code("to_months"),
        words.column("situation", 24),
        words.code("situation_code"),
        words.column("people", 10, Kind.NUMBER),
        words.column("about", 20),
        words.column("services", 40),
        words.code("services_codes"),
        words.column("only_for", 36),
        words.code("apart"),
        words.column("looked", 13, Kind.DATE),
        words.column("note", 50),
        words.code("gap"),
    )
    return words.table("gaps", columns, (_row(words, area, each) for each in found))


def _row(words: Words, area: str, gap: Gap) -> Mapping[str, Value]:
    grammar, severities = words.grammar, tuple(each for each in gap.severities if each)
    return {
        "sentence": gap_words(gap, words.directory, area),
        "state": Shaded(grammar["coverage_states"].label(gap.state), _PLACES[gap.state]),
        "state_code": gap.state.value,
        "need": words.labels("needs", spoken(gap.needs, grammar)),
        "needs_codes": gap.needs,
        "severity": words.labels("severity_bands", severities) or words.value("not-graded"),
        "severity_codes": severities or None,
        "age": _ages(words, gap.ages),
        "from_months": gap.ages.youngest,
        "to_months": gap.ages.oldest if gap.ages.oldest < OLDEST else None,
        "situation": grammar["situations"].label(gap.situation) if gap.situation else None,
        "situation_code": gap.situation or None,
        "people": gap.people,
        "about": words.value("shared-out" if gap.about else "exact") if gap.people is not None else None,
        "services": words.names(gap.services) or None,
        "services_codes": gap.services or None,
        "only_for": _only_for(words, gap) or None,
        "apart": words.names(gap.apart) or None,
        "looked": gap.looked.checked if gap.looked else None,
        "note": gap.looked.note if gap.looked else None,
        "gap": gap.id,
    }


def _ages(words: Words, ages: AgeRange) -> str:
    limit = AgeLimit(ages.youngest or None, ages.oldest + 1 if ages.oldest < OLDEST else None)
    return capital(age_words(limit, words.grammar))


def _only_for(words: Words, gap: Gap) -> tuple[str, ...]:
    """Services that would take these people if they were of a group, each with the group."""
    groups = words.grammar["groups"]
    return tuple(f"{words.names((service,))[0]} ({groups.label(group)})" for service, group in gap.only_for)
