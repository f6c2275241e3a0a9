"""Reading a text as if it were the file of a service, and what every refusal must hold."""

import pytest

from rightdoor.model.problem import Level, Problem
from rightdoor.records.read import Source, Unreadable, read_source

FILE = "directory/services/northvale/riverside.yaml"


def read(text: str | bytes) -> Source:
    """The text as a source; Unreadable when it is refused."""
    return read_source(text.encode() if isinstance(text, str) else text, FILE)


def problems_of(text: str | bytes) -> tuple[Problem, ...]:
    """The problems of a text that is refused, each with a place, a message and a tip."""
    with pytest.raises(Unreadable) as refused:
        read(text)
    for each in refused.value.problems:
        assert each.file == FILE
        assert each.level is Level.ERROR
        assert each.line >= 1
        assert each.column >= 1
        assert each.message
        assert each.tip
    return refused.value.problems
