"""Words that grow old: what a page says of a fact today, and what a browser is to say when it is opened later.

A built site may be read long after it was built. So the words for every later rung of the ladder stand beside
today's, as attributes, and `common/ageing.js` puts those of the reader's day in their place: Python writes them all.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from rightdoor.model.freshness import COPIED, Freshness, Standing
from rightdoor.model.service import Service
from rightdoor.pages.templates import escaped
from rightdoor.pages.view import View

RUNGS = (Standing.CURRENT, Standing.DUE, Standing.OVERDUE, Standing.NOT_CONFIRMED)
"""The rungs that a fact goes down with time; one that nobody confirmed, or that was copied, does not move."""

Say = Callable[[Freshness], str]


class Aged(NamedTuple):
    """What is said of a fact today, how it stands, and attributes for the element that holds just those words."""

    words: str
    standing: str
    marks: Markup


def aged(view: View, service: Service, group: str, say: Say) -> Aged:
    """What `say` gives for one part of an entry, today and on each later rung."""
    stands = view.directory.freshness(service, group, view.today)
    words, standing = say(stands), stands.standing.value
    marks = [f' data-{name}="{escaped(value)}"' for name, value in _later(view, service, group, stands, say)]
    return Aged(words, standing, Markup("".join((f' data-standing="{standing}"', *marks, "" if words else " hidden"))))


def _later(view: View, service: Service, group: str, stands: Freshness, say: Say) -> Iterator[tuple[str, str]]:
    if stands.on is None or stands.how == COPIED or stands.standing not in RUNGS:
        return
    said, changes = say(stands), []
    for rung in RUNGS[RUNGS.index(stands.standing) + 1 :]:
        words = say(replace(stands, standing=rung))
        if words != said:
            changes.append((rung.value, words))
        said = words
    if not changes:
        return
    told_on = story_date(view, service)
    yield "checked-on", stands.on.isoformat()
    yield "checked-how", stands.how
    yield "checked-limit", str(view.directory.grammar["fact_groups"][group].more["days"])
    if told_on:
        yield "story-date", told_on.isoformat()
    yield from changes


def story_date(view: View, service: Service) -> date | None:
    """The day on which a made-up service is told, from which its facts are measured; None where it grows old."""
    told_on = view.directory.today_for(service, date.max)
    return None if told_on == date.max else told_on
