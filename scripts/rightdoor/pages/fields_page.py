"""What each kind of entry may say, and the words it may use: made from the schemas and vocabularies themselves."""

import json
from collections.abc import Iterable
from functools import cache

from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View
from rightdoor.records.field_reference import FieldRow, field_reference
from rightdoor.resources import schema_folder

RECORDS = {
    "service": "A service",
    "organization": "An organisation",
    "area": "An area",
    "vignette": "A story",
    "refusals": "Refused referrals",
    "snapshots": "Coverage by month",
    "statistics": "Talking Therapies figures",
    "imports": "Imported entries",
}


@cache
def fields_of(kind: str) -> tuple[FieldRow, ...]:
    """The fields of a kind of record, from its schema."""
    schema = json.loads((schema_folder() / f"{kind}.schema.json").read_text("utf-8"))
    return field_reference(schema)


@cache
def lists_used() -> tuple[str, ...]:
    """The vocabularies from which some field takes its words, by name."""
    return tuple(sorted({row.vocabulary for kind in RECORDS for row in fields_of(kind) if row.vocabulary}))


def field_keys(view: View) -> Iterable[str]:
    """The kinds of record, the one most often written first."""
    return tuple(RECORDS)


def field_page(view: View, key: str) -> Page:
    """Every field of a kind of record: what it is, what it takes, and an example."""
    address, name = f"fields/{key}/", RECORDS[key]
    body = view.render("fields.html", address, name=name, rows=fields_of(key), others=RECORDS, here=key)
    title = f"{name}: every field of an entry"
    description = f"What may be written about {name[0].lower()}{name[1:]}: what each field means, and what to type."
    return Page(address, "fields", title, description, body)


def word_keys(view: View) -> Iterable[str]:
    """The lists of words that entries use."""
    return lists_used()


def word_page(view: View, key: str) -> Page:
    """The words of one list: what to type, and what people read."""
    address, words = f"fields/words/{key}/", view.directory.grammar[key]
    name = key.replace("_", " ")
    body = view.render("words.html", address, name=name, words=words)
    description = (
        f"The words that an entry may use for its {name}: what to type, what people read, and what each means."
    )
    return Page(address, "fields", f"Words of entries: {name}", description, body)


PAGES = (Kind("fields", field_keys, field_page), Kind("words", word_keys, word_page))
