"""Waits of an area beside the standards that hold there, as rows of its coverage page."""

from datetime import date
from typing import NamedTuple

from rightdoor.coverage.people_words import say
from rightdoor.coverage.wait_words import against_words, standard_words, weeks_words
from rightdoor.coverage.waits import WaitRow, Waits
from rightdoor.matching.phrases import lower_first
from rightdoor.model.directory import Directory
from rightdoor.pages.links import Link, service_link
from rightdoor.pages.view import View


class WaitLine(NamedTuple):
    """A wait: of which service, between which steps, how long, on which day, and what it says of each standard."""

    service: Link
    steps: str
    weeks: str
    as_of: date
    against: tuple[tuple[str, str], ...]
    over: bool
    fresh: bool


class StandardLine(NamedTuple):
    """A national standard: its name, what it says, and where that is written."""

    name: str
    words: str
    source: str
    url: str


def wait_lines(view: View, waits: Waits) -> tuple[WaitLine, ...]:
    """The longest wait of each service, or the whole way where it is known; those over a standard first."""
    longest: dict[str, WaitRow] = {}
    for row in waits.rows:
        held = longest.get(row.service)
        if held is None or (row.whole, row.weeks) > (held.whole, held.weeks):
            longest[row.service] = row
    ordered = sorted(longest.values(), key=lambda row: (row.over is not True, -row.weeks))
    return tuple(_wait_line(view, row) for row in ordered)


def _wait_line(view: View, row: WaitRow) -> WaitLine:
    steps, grammar = view.directory.grammar["wait_steps"], view.directory.grammar
    standards = grammar["wait_standards"]
    between = {"from": steps.label(row.start), "to": lower_first(steps.label(row.end))}
    return WaitLine(
        service_link(view, row.service),
        say("steps-added-up" if row.whole else "steps", grammar, **between),
        weeks_words(row.weeks),
        row.as_of,
        tuple((standards.label(each.standard), against_words(row, each, grammar)) for each in row.against),
        row.over is True,
        row.fresh,
    )


def standard_lines(directory: Directory, waits: Waits) -> tuple[StandardLine, ...]:
    """The standards that hold here, whether or not any wait stands beside them."""
    grammar = directory.grammar
    terms = (grammar["wait_standards"][each] for each in waits.standards)
    return tuple(
        StandardLine(
            each.label, standard_words(each.code, grammar), str(each.more["source"]), each.more["standard"]["url"]
        )
        for each in terms
    )
