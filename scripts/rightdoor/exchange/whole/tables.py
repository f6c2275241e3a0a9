"""The whole directory as tables: a row for each service, and beside it whatever a service lists, a row each.

Flat tables lose the order of lists among one another, the advice line of a referral, and what areas know of their
people; the exact file has them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from rightdoor.exchange.whole import columns, rows
from rightdoor.exchange.whole.chosen import LICENCE, Chosen
from rightdoor.exchange.whole.fields import Field, Form, forms
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service
from rightdoor.model.table import Book, Table
from rightdoor.model.vocabulary import Term

_LISTED: dict[str, Callable[[Service], Iterable[Any]]] = {
    "criteria": rows.criteria,
    "routes": lambda service: service.referral.routes,
    "waits": lambda service: service.waits,
    "locations": lambda service: service.locations,
    "checks": rows.checks,
    "evidence": lambda service: service.evidence,
}
"""What a service lists, by the table that holds it."""

_FIELDS: dict[str, tuple[Field, ...]] = {
    "services": columns.SERVICES,
    "criteria": columns.CRITERIA,
    "routes": columns.ROUTES,
    "waits": columns.WAITS,
    "locations": columns.LOCATIONS,
    "checks": columns.CHECKS,
    "evidence": columns.EVIDENCE,
    "organizations": columns.ORGANIZATIONS,
    "areas": columns.AREAS,
}

TABLES = tuple(_FIELDS)
"""The tables, in the order of the sheets; terms of `data_files`."""

FORMS: dict[str, dict[str, Form]] = {name: forms(fields) for name, fields in _FIELDS.items()}
"""The form of every column, by table and key."""


def book(whole: Chosen, names: Collection[str] = TABLES) -> Book:
    """These tables, with what must be known before they are read."""
    grammar = whole.directory.grammar
    terms = grammar["data_files"]
    standing = tuple(rows.standings(whole))
    tables = tuple(_table(terms[name], _FIELDS[name], tuple(_rows(name, whole, standing)), grammar) for name in names)
    facts: dict[str, str | int | bool] = {"edition": whole.edition, "licence": LICENCE["name"]}
    return Book(terms.label("title"), whole.today, tables, facts, tuple(_said(whole, tables)))


def _rows(name: str, whole: Chosen, standing: tuple[rows.Standing, ...]) -> Iterable[Any]:
    if name in _LISTED:
        return rows.items(standing, _LISTED[name])
    return {"services": standing, "organizations": whole.organizations, "areas": whole.areas}[name]


def _table(term: Term, fields: tuple[Field, ...], found: tuple[Any, ...], grammar: Grammar) -> Table:
    heads = tuple(column for each in fields for column in each.columns(grammar))
    filled = (tuple(value for each in fields for value in each.values(row, grammar)) for row in found)
    return Table(term.code, term.label, heads, tuple(filled), term.description)


def _said(whole: Chosen, tables: tuple[Table, ...]) -> Iterator[tuple[str, str]]:
    """What stands on the sheet that is read first."""
    named = whole.directory.areas[whole.area].name if whole.area else ""
    gaps = {"day": whole.today.isoformat(), "edition": whole.edition, "area": named, **LICENCE}
    for term in whole.directory.grammar["data_files"]:
        if term.code == "part-sheets":
            yield term.label, ""
            yield from ((each.title, each.note) for each in tables)
        elif term.code.startswith("first-") and (whole.area or term.code != "first-area"):
            yield term.label, term.description.format(**gaps)
        elif term.code.startswith("part-"):
            yield term.label, ""
