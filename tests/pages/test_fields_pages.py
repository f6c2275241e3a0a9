"""Every field and every word of an entry, explained where a volunteer looks."""

import json
from pathlib import Path

import pytest

from pages.street import text_of, view_of
from rightdoor.pages import fields_page
from rightdoor.resources import schema_folder


def test_every_field_that_a_service_must_have_is_marked_as_needed() -> None:
    needed = {row.path[0] for row in fields_page.fields_of("service") if row.needed and len(row.path) == 1}
    assert needed == set(json.loads((schema_folder() / "service.schema.json").read_text())["required"])


@pytest.mark.parametrize("kind", list(fields_page.RECORDS))
def test_every_field_of_the_schema_is_on_the_page_of_its_kind(kind: str) -> None:
    words = text_of(fields_page.field_page(view_of({}), kind).body)
    for name in json.loads((schema_folder() / f"{kind}.schema.json").read_text())["properties"]:
        assert name in words


def test_every_list_that_a_field_names_has_a_page_with_each_of_its_words() -> None:
    view = view_of({})
    for name in fields_page.word_keys(view):
        words = text_of(fields_page.word_page(view, name).body)
        for term in view.whole.grammar[name]:
            assert term.code in words
            assert term.label in words


def test_the_page_that_invites_contributions_leads_to_the_fields(root: Path) -> None:
    assert "../fields/service/" in (root / "docs/contribute.md").read_text()
