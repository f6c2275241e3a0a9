"""The shortest time since the event is longer than the longest, so nobody fits.

The two ends of `time_since_event` are the wrong way round. Lengths of time are compared in hours: four weeks
(`4w`) are shorter than one month (`1m`), and twelve months are one year.

Why this matters: a bereaved person is always too early or too late, and is turned away whenever they ask.

What to type: the shorter time after `from` and the longer one after `to`.

    criteria:
      time_since_event: {from: 6m, to: 2y}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import hours_of
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.criteria_fields import limits_of
from rightdoor.records.checks.frame import Record, problem

CODE = "time-range-reversed"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Ends of a service's time since the event that are the wrong way round."""
    if record.kind != "service":
        return
    for path, limit in limits_of(record, "time_since_event"):
        shortest, longest = limit.get("from"), limit.get("to")
        if shortest and longest and hours_of(shortest) > hours_of(longest):
            message = f"The shortest time since the event ({shortest}) is longer than the longest one ({longest})."
            tip = f"Type: time_since_event: {{from: {longest}, to: {shortest}}}"
            yield problem(record, (*path, "from"), CODE, LEVEL, message, tip)
