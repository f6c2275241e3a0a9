"""Which column of a table holds what: a mapping, and the file in which a person looks through it."""

import json
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Any

from rightdoor.exchange.tables.fields import FIELDS, OF_A_LIST
from rightdoor.exchange.tables.sheet import Sheet
from rightdoor.exchange.tables.terms import term_code
from rightdoor.model.grammar import Grammar

LEAVE_OUT, UNKNOWN = "leave-out", "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the field that it fills and, in a list, the number of the row of that list.

    `values` give codes for texts that a vocabulary does not have. `why` and `samples` are for whoever looks it through.
    """

    heading: str
    field: str
    number: int = 0
    values: MappingOf[str, str] = made_by(default_factory=dict)
    why: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns; `otherwise` are values of fields for rows in which no column gives one."""

    columns: tuple[Column, ...]
    otherwise: MappingOf[str, str] = made_by(default_factory=dict)
    reviewed: bool = False


def mapping_of(data: MappingOf[str, Any]) -> Mapping:
    """The mapping that a file's data say; the data keep to `schema/table-mapping.schema.json`."""
    columns = tuple(
        Column(
            str(each["column"]),
            each["field"],
            each.get("number", 0),
            each.get("values", {}),
            each.get("why", ""),
            tuple(each.get("samples", ())),
        )
        for each in data["columns"]
    )
    return Mapping(columns, data.get("otherwise", {}), data["reviewed"] == "yes")


def faults(mapping: Mapping, sheet: Sheet, grammar: Grammar) -> tuple[str, ...]:
    """What does not fit the table or the vocabularies, in sentences."""
    return tuple(_faults(mapping, sheet, grammar))


def _faults(mapping: Mapping, sheet: Sheet, grammar: Grammar) -> Iterator[str]:
    filled: set[tuple[str, int]] = set()
    seen: set[str] = set()
    for each in mapping.columns:
        if each.heading not in sheet.headings:
            yield f"The table has no column “{each.heading}”. It has: {', '.join(sheet.headings)}."
        if each.heading in seen:
            yield f"The column “{each.heading}” stands twice in the mapping."
        seen.add(each.heading)
        if each.field != LEAVE_OUT and each.field not in OF_A_LIST and (each.field, each.number) in filled:
            yield f"Two columns fill {each.field}. Leave one of them out: field: {LEAVE_OUT}."
        filled.add((each.field, each.number))
        words = FIELDS[each.field].words if each.field in FIELDS else ""
        for text, code in each.values.items():
            if words and code not in (UNKNOWN, "none stated") and code not in grammar[words]:
                yield f"“{text}” in the column “{each.heading}” is to be {code}, which is not in {words}."
    for code, value in mapping.otherwise.items():
        words = FIELDS[code].words
        if words and term_code(value, grammar[words]) is None:
            yield f"Otherwise, {code} is to be {value}, which is not in {words}."
    if not any(each.field == "name" for each in mapping.columns):
        yield "No column is the name of the service. Say which: field: name."


_HEAD = """\
# Which column of {file} holds what. This is a first guess from headings and contents: look through each line.
# field: what the column holds; leave-out takes nothing of it. The fields are in the documentation, "Import a
# spreadsheet". number: columns of one number make one row of a list, such as a reason and its words.
# values: what a text means, as a code; unknown leaves it out.
# When you have looked through all of it, type reviewed: yes
reviewed: {reviewed}
columns:
"""
_OTHERWISE = """\
# What holds in rows where no column says it. Delete a line that is not true of all of them.
otherwise:
"""


def mapping_text(mapping: Mapping, file: str) -> str:
    """The mapping as the YAML file that a person looks through."""
    text = _HEAD.format(file=" ".join(file.split()), reviewed="yes" if mapping.reviewed else "no")
    for each in mapping.columns:
        text += f"- column: {_quoted(each.heading)}\n  field: {each.field}\n"
        text += f"  number: {each.number}\n" if each.number else ""
        text += "".join(
            ["  values:\n", *(f"    {_quoted(k)}: {_quoted(v)}\n" for k, v in each.values.items())]
            if each.values
            else []
        )
        text += f"  why: {_quoted(each.why)}\n" if each.why else ""
        text += "".join(["  samples:\n", *(f"  - {_quoted(one)}\n" for one in each.samples)] if each.samples else [])
    if mapping.otherwise:
        text += _OTHERWISE + "".join(f"  {code}: {_quoted(value)}\n" for code, value in mapping.otherwise.items())
    return text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
