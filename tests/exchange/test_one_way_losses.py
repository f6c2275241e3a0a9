"""Formats that are only written: whatever does not come through is declared, and nothing that does is declared lost."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from changes.changing import Path_, at, example, leaves, town, with_value
from rightdoor.exchange.fhir import losses as of_fhir
from rightdoor.exchange.fhir.bundle import bundle, bundle_text, editions
from rightdoor.exchange.schema_org import losses as of_schema_org
from rightdoor.exchange.whole import losses as of_whole
from rightdoor.exchange.whole.chosen import chosen
from rightdoor.exchange.whole.tables import book
from rightdoor.model.loss import Loss
from rightdoor.pages.exchange_words import words_of
from rightdoor.pages.structured import structured
from rightdoor.pages.view import Settings, View
from rightdoor.resources import theme_folder

TODAY = date(2026, 11, 24)
Write = Callable[[dict[str, Any]], object]


def as_fhir(data: dict[str, Any]) -> object:
    directory = town(data)
    return bundle_text(bundle(directory, editions(directory), partial(words_of, directory=directory), "x", TODAY))


def as_schema_org(data: dict[str, Any]) -> object:
    directory = town(data)
    view = View(directory, TODAY, Settings(), theme_folder())
    return structured(view, directory.services["lantern"], False, "x/")


def as_tables(data: dict[str, Any]) -> object:
    return [each.rows for each in book(chosen(town(data), TODAY)).tables]


FORMATS = {
    "tables": (as_tables, of_whole.LOSSES),
    "fhir": (as_fhir, of_fhir.LOSSES),
    "schema.org": (as_schema_org, of_schema_org.LOSSES),
}


def field(path: Path_) -> str:
    return ".".join(each for each in path if isinstance(each, str))


def is_below(path: Path_, loss: Loss) -> bool:
    return f"{field(path)}.".startswith(f"{loss.field}.")


def comes_through(write: Write, path: Path_) -> bool:
    """Whether another value at a place makes another file."""
    return write(with_value(path, at(example("after"), path))) != write(example())


@pytest.mark.parametrize("name", FORMATS)
def test_every_field_comes_through_or_is_declared_lost(name: str) -> None:
    write, losses = FORMATS[name]
    undeclared = [path for path in leaves(example()) if not any(is_below(path, each) for each in losses)]
    assert undeclared
    assert [field(path) for path in undeclared if not comes_through(write, path)] == []


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_declared_lost_for_good_is_lost_and_what_becomes_something_else_does(name: str) -> None:
    write, losses = FORMATS[name]
    for loss in losses:
        paths = [path for path in leaves(example()) if is_below(path, loss)]
        assert paths, f"{loss.field} is no field of a service"
        found = [comes_through(write, path) for path in paths]
        assert any(found) if loss.becomes else not any(found), loss.field
