"""What is said of a service in sentences: whoever writes a format brings the words, for they are not made here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rightdoor.model.service import Service


class Stated(NamedTuple):
    """One thing that a service publishes of whom it takes, in a sentence.

    `criterion` is a field of its criteria, `reason` the code of the row that it is about ("" for a limit). `known` is
    false where the sentence says that nobody has said.
    """

    criterion: str
    sentence: str
    reason: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences about one service.

    `ways` has the words of each of its ways in, in their order. `notices` stand before everything else, `more` behind
    it. `closed` are the sentences about its hours that say when it is closed, `hours` those that no table of hours of
    a week can hold. `waits` has the words of each of its waits; `interpreters` whether there are any.
    """

    eligibility: tuple[Stated, ...] = ()
    ways: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    interpreters: str = ""


Say: TypeAlias = Callable[[Service], Words]
"""What gives the words of a service."""
