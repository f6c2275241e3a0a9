"""The text that is pasted into a clinical record: plain signs, short lines, a source, and nobody's data."""

import re
from dataclasses import replace
from pathlib import Path

from pages.street import TODAY, view_of
from rightdoor.pages import refer_sheet_page
from rightdoor.pages.refer_text import BOX, WIDTH, refer_text, wrapped
from rightdoor.pages.refer_values import refer_sheet
from rightdoor.pages.sheets import has_sheets
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder


def texts(root: Path) -> dict[str, str]:
    """The text of every service of this repository that has one."""
    view = View(load(root, TODAY).directory, TODAY, Settings(), theme_folder())
    services = [each for each in view.directory.services.values() if has_sheets(each)]
    return {each.id: refer_text(refer_sheet(view, each), refer_sheet_page.source(view, each)) for each in services}


def test_every_text_has_short_lines_and_plain_signs_and_no_table(root: Path) -> None:
    found = texts(root)
    assert len(found) > 100
    assert WIDTH <= 72
    for service, text in found.items():
        longest = max(text.split("\n"), key=len)
        assert len(longest) <= WIDTH or " " not in longest.strip(), (service, longest)
        assert not re.search("[“”‘’–—…•→\u00a0\t|☐]", text), service


def test_every_text_ends_with_where_and_when_it_was_copied(root: Path) -> None:
    for text in texts(root).values():
        assert re.search(r"\nSource: Rightdoor, as of 23 November 2026\nCopied on:\Z", text)


def test_the_address_of_the_page_is_given_where_the_site_has_one() -> None:
    made = view_of({"this": {}})
    made.settings = replace(made.settings, site_url="https://vale.example.org/")
    service = made.directory.services["this"]
    assert refer_sheet_page.source(made, service).endswith("https://vale.example.org/services/this/")


def test_a_long_line_is_broken_between_words_and_goes_on_under_the_first() -> None:
    words = "People who " + "have waited " * 8
    lines = list(wrapped([f"{BOX} {words}"]))
    assert len(lines) == 2
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[1].startswith("    have") or lines[1].startswith("    waited")
    assert " ".join(" ".join(lines).split()) == f"{BOX} {words}".strip()


def test_a_phone_number_is_never_broken(root: Path) -> None:
    for service, text in texts(root).items():
        assert not re.search(r"\b01632\n|\b01632 960\n", text), service


def test_a_name_in_another_script_stays_as_it_is() -> None:
    made = view_of({"this": {"name": "Tŷ Gobaith – “Hope”"}})
    text = refer_text(refer_sheet(made, made.directory.services["this"]), "x")
    assert text.startswith('Tŷ Gobaith - "Hope"\n')


def test_an_entry_cannot_end_the_field_its_text_stands_in() -> None:
    made = view_of({"this": {"name": "</textarea><script>alert(1)</script>"}})
    body = str(refer_sheet_page.page(made, "this").body)
    assert body.count("</textarea>") == 1
    assert "<script" not in body
