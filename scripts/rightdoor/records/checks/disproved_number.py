"""A number that was shown to be wrong has come back.

The number is in the ledger `directory/disproved-numbers.yaml`, with the reason: misprinted, given up, somebody else's,
or in dispute between two sources.

Why this matters: wrong numbers are copied from page to page for years. Once found out, one must never return.

What to type: the right number, checked with the service; or nothing, if nobody knows it. If the number has become right
again, take it out of the ledger and say in the commit who confirmed it.

    contact:
      phone: "01632 960 110"
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.numbers import numbers, numbers_in_prose
from rightdoor.records.checks.phone_numbers import TEXT_RELAY, digits_of

CODE = "disproved-number"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Numbers of the ledger, in a field or in a sentence."""
    ledger = {digits_of(each.number): each for each in directory.disproved}
    if not ledger:
        return
    for each in (*numbers(directory, context), *numbers_in_prose(directory, context)):
        found = ledger.get(each.digits) or ledger.get(each.digits.removeprefix(TEXT_RELAY))
        if found:
            message = f"The number {each.text} is known to be wrong. {found.why}"
            tip = "Type the right number, or leave it out until somebody has checked."
            yield problem_in(context, each.file, each.path, CODE, LEVEL, message, tip)
