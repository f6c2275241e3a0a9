"""A phone number is written without spaces.

The number is right, but its digits run together. Short numbers are left alone.

Why this matters: people read numbers from a screen or a printed sheet and type them into a phone. In groups they make
fewer mistakes, and the NHS service manual asks for it (as of August 2026: "spaced, for example 020 7450 4000").

What to type: the number with the spaces of the tip, or as the service itself groups it.

    contact: {phone: "01632 960 110"}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.checks.phone_numbers import is_valid, spaced

CODE = "phone-not-spaced"
LEVEL = Level.WARNING
LONGEST_RUN = 8


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Valid numbers of which too many digits run together."""
    for path, number in record.texts("phone", "text"):
        if max(map(len, number.split()), default=0) > LONGEST_RUN and is_valid(number):
            message = f"The number {number} is written without spaces."
            yield problem(record, path, CODE, LEVEL, message, f"Type: {spaced(number)}")
