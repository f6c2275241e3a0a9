"""The mildest severity is higher than the most severe, so nobody fits.

The two ends of `severity` are the wrong way round. The order of the words is that of
`schema/vocabularies/severity_bands.yaml`, mildest first.

Why this matters: no answer lies between the two ends, so every patient is told that the service is not for them.

What to type: the milder word after `from` and the more severe one after `to`.

    criteria:
      severity: {from: mild, to: moderate}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.criteria_fields import limits_of
from rightdoor.records.checks.frame import Record, problem

CODE = "severity-range-reversed"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Ends of a service's severity that are the wrong way round."""
    if record.kind != "service":
        return
    bands = grammar["severity_bands"]
    for path, limit in limits_of(record, "severity"):
        lowest, highest = limit.get("from", ""), limit.get("to", "")
        if lowest in bands and highest in bands and bands.rank(lowest) > bands.rank(highest):
            message = f"The mildest severity ({lowest}) is more severe than the highest one ({highest})."
            tip = f"Type: severity: {{from: {highest}, to: {lowest}}}"
            yield problem(record, (*path, "from"), CODE, LEVEL, message, tip)
