"""One cause, one message: what is only the consequence of another problem at the same place is not said."""

from collections.abc import Iterable

from rightdoor.model.problem import Problem

BASIC = frozenset({"phone-not-valid", "personal-contact", "email-not-valid", "url-not-safe"})
"""A detail that is no detail, or is a person's own, has to go, whether or not it is made up."""
CONSEQUENCE = "made-up-detail"


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that go when a more basic one at their place is put right."""
    found = list(problems)
    basic = {(each.file, each.line, each.column) for each in found if each.code in BASIC}
    return [each for each in found if each.code != CONSEQUENCE or (each.file, each.line, each.column) not in basic]
