"""What is seen where everything that serves an area is laid side by side, in sentences."""

from collections.abc import Iterable

from rightdoor.coverage.asked import NOT_GRADED
from rightdoor.coverage.bridges import Bridge
from rightdoor.coverage.cells import range_of
from rightdoor.coverage.contradictions import Clash, Contradiction
from rightdoor.coverage.fragile import Fragile
from rightdoor.coverage.overlaps import Overlap
from rightdoor.coverage.people_words import many_words, names_words, say
from rightdoor.coverage.states import State
from rightdoor.coverage.words import gap_people
from rightdoor.matching.phrases import lower_first
from rightdoor.model.area import KnownGap
from rightdoor.model.directory import Directory
from rightdoor.model.measure import words_for_date

_MORE = {0: "", 1: "-one", 2: "-more"}
"""The form of a sentence by how many more groups of people there are."""


def fragile_words(fragile: Fragile, directory: Directory, area: str) -> str:
    """For whom nobody would be open if a service closed: the worst of the groups, and how many more there are."""
    more = len(fragile.groups) - 1
    told = say(
        f"fragile{_MORE.get(more, _MORE[2])}",
        directory.grammar,
        service=_names((fragile.service,), directory),
        area=directory.areas[area].name,
        people=gap_people(fragile.groups[0], directory),
        number=str(more),
    )
    if not fragile.behind:
        return told
    return f"{told} {say('behind', directory.grammar, services=_names(fragile.behind, directory))}"


def bridge_words(bridge: Bridge, directory: Directory, area: str) -> str:
    """Who is between two steps of care, and what stands there."""
    grammar, people = directory.grammar, bridge.people
    told = say(
        "between",
        grammar,
        area=directory.areas[area].name,
        people=gap_people(people, directory),
        below=_names(bridge.below, directory),
        above=_names(bridge.above, directory),
    )
    form = {State.COVERED: "covered"}.get(people.state, "other") if people.services else "unknown"
    state = lower_first(grammar["coverage_states"].label(people.state))
    return f"{told} {say(f'between-{form}', grammar, services=_names(people.services, directory), state=state)}"


def overlap_words(overlap: Overlap, directory: Directory, area: str) -> str:
    """Which services of one kind are open to the same people, and how many more groups they share."""
    more = len(overlap.groups) - 1
    return say(
        f"overlap{_MORE.get(more, _MORE[2])}",
        directory.grammar,
        services=_names(overlap.services, directory),
        people=gap_people(overlap.groups[0], directory),
        number=str(more),
    )


def contradiction_words(found: Contradiction, directory: Directory, area: str) -> str:
    """Two things that are said at once."""
    grammar = directory.grammar
    covered = found.clash is Clash.COVERED_GAP
    reason = grammar["reasons"].terms.get(found.reason)
    return say(
        found.clash,
        grammar,
        service=_names((found.service,), directory),
        services=_names((found.service, *found.others) if covered else found.others, directory),
        people=_written(found.gap, directory) if found.gap else "",
        date=words_for_date(found.gap.checked) if found.gap else "",
        weeks=str(found.weeks),
        reason=str(reason.more["phrase"]) if reason else "",
    )


def _written(gap: KnownGap, directory: Directory) -> str:
    """The people of a gap that somebody wrote down."""
    return many_words((gap.need,), (gap.severity or NOT_GRADED,), range_of(gap), directory.grammar)


def _names(ids: Iterable[str], directory: Directory) -> str:
    return names_words((directory.services[each].name for each in ids), directory.grammar)
