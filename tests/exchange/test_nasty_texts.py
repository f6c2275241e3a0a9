"""Whatever text the grammar lets an entry hold, what is written of it elsewhere is sound, and the text is in it."""

import json
from datetime import date
from functools import cache, partial
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from changes.changing import Path_, at, example, leaves, town, with_value
from records.some_records import NASTY
from rightdoor.exchange.fhir.bundle import bundle, bundle_text, editions
from rightdoor.exchange.fhir.value_sets import faults
from rightdoor.pages.exchange_words import words_of
from rightdoor.pages.structured import structured
from rightdoor.pages.view import Settings, View
from rightdoor.records.grammar import decider
from rightdoor.resources import theme_folder

TODAY = date(2026, 11, 24)
WORDS = (
    "words",
    "note",
    "name",
    "summary",
    "description",
    "then",
    "how",
    "phone_note",
    "text_note",
    "address",
    "title",
)


@cache
def takes(path: Path_, text: str) -> bool:
    """Whether the grammar lets a text stand in a place."""
    return bool(decider("service").is_valid(with_value(path, text)))


def entry(text: str) -> dict[str, Any]:
    """An entry that says a text wherever it may."""
    data = example()
    for path in leaves(example()):
        if path[-1] in WORDS and len(path) < 5 and takes(path, text):
            at(data, path[:-1])[path[-1]] = text
    return data


@pytest.mark.parametrize("text", NASTY)
def test_a_bundle_with_such_a_text_is_one_that_fhir_takes(text: str) -> None:
    directory = town(entry(text))
    made = bundle(directory, editions(directory), partial(words_of, directory=directory), "x", TODAY)
    assert faults(made) == ()
    assert Bundle.model_validate(json.loads(bundle_text(made)))


@pytest.mark.parametrize("text", NASTY)
def test_the_data_of_a_page_with_such_a_text_is_whole(text: str) -> None:
    data = entry(text)
    directory = town(data)
    view = View(directory, TODAY, Settings(), theme_folder())
    told = structured(view, directory.services["lantern"], False, "x/")
    assert told.count("<") == 2
    read = json.loads(told.partition(">")[2].rpartition("<")[0])
    assert read["name"] == f"{data['name']} (made up)"
    assert read["description"].endswith(data["summary"])


def test_many_of_these_texts_may_stand_in_an_entry() -> None:
    assert sum(entry(text) != example() for text in NASTY) > len(NASTY) // 2
