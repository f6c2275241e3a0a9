"""A confidential place has an address.

A location says `confidential: true` and gives an address, a postcode or coordinates as well.

Why this matters: somebody who fled there may be found. This cannot be mended later: the history of the directory is
public.

What to type: the name alone. If the address was ever saved, tell the people who run the directory at once, so that
they can take it out of the history.

    locations:
      - {name: Refuge, confidential: true}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "confidential-address"
LEVEL = Level.ERROR
WHERE = ("address", "postcode", "latitude", "longitude")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Where a confidential location is, once for each location; the value itself is never repeated."""
    if record.kind != "service":
        return
    for index, location in enumerate(record.data.get("locations", ())):
        given = [each for each in WHERE if each in location]
        if location.get("confidential") is True and given:
            message = f"This place is confidential, but its {' and '.join(given)} can be read here."
            tip = "Delete it, and tell the people who run the directory so that it leaves the history too."
            yield problem(record, ("locations", index, given[0]), CODE, LEVEL, message, tip)
