"""The gaps of an area as its coverage page tells them: a few that lead it, and the others below."""

from typing import Any, NamedTuple

from rightdoor.coverage.area import AreaCoverage
from rightdoor.coverage.gap_lines import Line, lines
from rightdoor.coverage.gaps import worst
from rightdoor.coverage.words import also_words, gap_more, gap_people, gap_words, how_many_words
from rightdoor.matching.plain import capital
from rightdoor.pages.view import View

LEADING = 5
"""How many gaps the page begins with."""


class GapLine(NamedTuple):
    """A gap in a sentence, what else is known of it, and the other people of whom the same is true."""

    words: str
    more: tuple[str, ...]
    also: str
    people: tuple[str, ...]


def gap_lines(view: View, found: AreaCoverage) -> dict[str, Any]:
    """How many gaps there are, those that lead, and the others, each cause once."""
    by_worst = {each.gap: each for each in lines(found.gaps)}
    first = worst(by_worst, LEADING)
    rest = [line for gap, line in by_worst.items() if gap not in first]
    return {
        "how_many": capital(how_many_words(found.gaps, view.directory.grammar)),
        "worst": [_gap_line(view, found, by_worst[each]) for each in first],
        "others": [_gap_line(view, found, each) for each in rest],
        "number_of_others": sum(1 + len(each.also) for each in rest),
    }


def _gap_line(view: View, found: AreaCoverage, line: Line) -> GapLine:
    directory = view.directory
    return GapLine(
        gap_words(line.gap, directory, found.area),
        gap_more(line.gap, directory, found.area),
        also_words(line, directory),
        tuple(gap_people(each, directory) for each in line.also),
    )
