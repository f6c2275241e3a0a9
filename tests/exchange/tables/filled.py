"""Tables as somebody fills them in, and what comes of them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rightdoor.exchange.tables.drafts import drafts
from rightdoor.exchange.tables.guessing import guess
from rightdoor.exchange.tables.reading import read_table
from rightdoor.exchange.tables.sheet import Sheet
from rightdoor.model.draft import Delivery, Draft
from rightdoor.model.grammar import Grammar
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

GRAMMAR: Grammar = load_grammar(schema_folder())
WORDS = {"name": "A service", "description": "Somebody to talk to."}


def text_of(rows: Iterable[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def sheet_with(*rows: Mapping[str, str]) -> Sheet:
    """A sheet of rows, each with a name and a description unless it says otherwise."""
    headings = list(dict.fromkeys([*WORDS, *(each for row in rows for each in row)]))
    whole = [{**WORDS, **row} for row in rows]
    return read_table(text_of([headings, *([row.get(each, "") for each in headings] for row in whole)]), "list.csv")


def delivered(*rows: Mapping[str, str], merge: bool = False) -> Delivery:
    sheet = sheet_with(*rows)
    return drafts(sheet, guess(sheet, GRAMMAR), GRAMMAR, "northvale", merge=merge)


def services(delivery: Delivery) -> list[Draft]:
    return [each for each in delivery.drafts if each.kind == "service"]


def organizations(delivery: Delivery) -> list[Draft]:
    return [each for each in delivery.drafts if each.kind == "organization"]


def service(row: Mapping[str, str]) -> dict[str, Any]:
    """The data of the one service that a row gives."""
    return dict(services(delivered(row))[0].data)


def lost(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """What of a row is not taken: the place, and what stands there."""
    return [(each.field, each.value) for each in services(delivered(row))[0].lost]
