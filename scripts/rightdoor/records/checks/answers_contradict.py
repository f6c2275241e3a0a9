"""The answers of a story contradict each other, or cannot be understood.

A file in `directory/vignettes/` tells of a person. Two of its answers cannot both be true, for example an `area` and
another place for the GP practice; or one of them cannot be read as an answer.

Why this matters: nobody can say what the directory should answer, so the story tests nothing.

What to type: one of the two. Choosing an `area` says where the GP practice is; other places go into `areas`.

    answers: {area: northvale, areas: {home: eastvale}, age: 34y}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "answers-contradict"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Answers of a story that are no answers."""
    if record.kind != "vignette":
        return
    from rightdoor.matching.answers import answers_from

    try:
        answers_from(record.data["answers"])
    except ValueError as fault:
        yield problem(record, ("answers",), CODE, LEVEL, str(fault), "Type one answer to each question.")
