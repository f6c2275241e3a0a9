"""A value stands in curly quotation marks, which do not hold it together.

Word processors and phones put “ and ” where " was typed. Curly marks are part of the text like any letter.

Why this matters: the marks are shown to readers, and a comma or a colon between them still cuts the text.

What to type: straight marks, or none.

    name: "Northvale Talking Therapies"
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.checks.sentences import FIELDS as SENTENCES

CODE = "curly-quotes"
LEVEL = Level.ERROR
PAIRS = {"“": "”", "‘": "’", "„": "“"}
FIELDS = (*SENTENCES, "name", "also_known_as", "address", "title", "by", "story", "hours")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Texts that begin and end with curly marks, and have none of them between."""
    for path, text in record.texts(*FIELDS):
        end = PAIRS.get(text[:1])
        if end and text.endswith(end) and not set(text[1:-1]) & {text[0], end}:
            message = f"The curly marks {text[0]} and {end} are part of this text."
            yield problem(record, path, CODE, LEVEL, message, f'Type straight ones: "{text[1:-1]}"')
