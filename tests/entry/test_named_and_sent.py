"""Ids, files, addresses and characters: what an entry is called, where it goes and what may not stand in it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entry.desk import Desk
from records.some_records import NASTY
from rightdoor.records.characters import name_of, refused_in
from rightdoor.records.ids import id_of
from rightdoor.records.read import read_source

VECTORS = Path(__file__).parents[1] / "records/ids.yaml"
FILE = "directory/services/northvale/riverside.yaml"
WORLD = {"repository": {"new": "https://example.org/rightdoor/new/main"}, "email": "corrections@example.org"}
MANY = settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_name_gives_its_id(desk: Desk) -> None:
    rows = read_source(VECTORS.read_bytes(), "ids.yaml").data["ids"]
    assert desk.ask_all("id", [row["name"] for row in rows]) == [row["id"] for row in rows]


@MANY
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_whatever_the_name_both_languages_give_the_same_id(desk: Desk, name: str) -> None:
    assert desk.ask("id", name) == id_of(name)


def test_an_entry_has_its_file_by_its_kind_and_folder(desk: Desk) -> None:
    data = {"name": "St Anne's Café"}
    assert desk.ask("file", {"kind": "service", "data": data, "folder": "northvale"}) == (
        "directory/services/northvale/st-annes-cafe.yaml"
    )
    assert desk.ask("file", {"kind": "organization", "data": data}) == "directory/organizations/st-annes-cafe.yaml"


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_the_address_of_a_new_file_holds_its_name_and_its_text(desk: Desk, text: str) -> None:
    new, letter = desk.ask("addresses", {"world": WORLD, "file": FILE, "text": text})
    assert parse_qs(urlsplit(new).query, keep_blank_values=True) == {"filename": [FILE], "value": [text]}
    assert new.startswith("https://example.org/rightdoor/new/main?") and "#" not in new
    body = parse_qs(urlsplit(letter).query)["body"][0]
    assert body.replace("\r\n", "\n") == f"{FILE}\n\n{text}".replace("\r\n", "\n")


@pytest.mark.parametrize("letter", ["a", "é", " ", "😀"])
def test_an_address_is_never_longer_than_the_host_takes(desk: Desk, letter: str) -> None:
    asked = ({"world": WORLD, "file": FILE, "text": letter * length} for length in range(0, 8000, 250))
    addresses = [new for new, _ in desk.ask_all("addresses", asked)]
    assert any(addresses) and not all(addresses)
    assert all(len(each.encode()) <= 7500 for each in addresses if each)


def test_a_letter_that_is_too_long_asks_to_attach_the_file(desk: Desk) -> None:
    _, letter = desk.ask("addresses", {"world": WORLD, "file": FILE, "text": "x" * 5000})
    assert "attach%20the%20file%20riverside.yaml" in letter
    assert len(letter) < 2000


@pytest.mark.parametrize("world", [{}, {"repository": None, "email": ""}, {"repository": {}}])
def test_a_site_without_repository_and_mailbox_has_no_addresses(desk: Desk, world: dict[str, object]) -> None:
    assert desk.ask("addresses", {"world": world, "file": FILE, "text": "a: 1\n"}) == [None, None]


def test_a_host_that_takes_no_text_in_an_address_is_not_sent_any(desk: Desk) -> None:
    world = {"repository": {"new": "https://gitlab.example.org/a/b/-/new/main"}}
    assert desk.ask("addresses", {"world": world, "file": FILE, "text": "a: 1\n"}) == [None, None]


EVERY = [
    chr(code) for code in (*range(0xD800), *range(0xE000, 0x11000), *range(0x1FFF0, 0x20000), *range(0xE0000, 0xE1010))
]


def test_the_same_characters_are_refused(desk: Desk) -> None:
    python = [bool(list(refused_in(f"a{each}b"))) for each in EVERY]
    browser = [bool(found) for found in desk.ask_all("characters", (f"a{each}b" for each in EVERY))]
    assert [each for each in zip(EVERY, python, browser, strict=True) if each[1] != each[2]] == []
    assert sum(python) > 4000


def test_a_refused_character_has_the_same_name(desk: Desk) -> None:
    # The browser knows no names of Unicode; what nobody types stands in one word for all.
    refused = [each for each in EVERY if list(refused_in(f"a{each}b")) and not 0xE0020 <= ord(each) <= 0xE007F]
    assert desk.ask_all("named", refused) == [name_of(each) for each in refused]


def test_what_pasting_brings_along_is_made_clean_and_what_changes_the_reading_is_left(desk: Desk) -> None:
    data = {
        "summary": "116\u00a0123\u200b and\tmore\r\n",
        "needs": ["a\u2009b"],
        "note": "a\u202eb",
        "weeks": 4,
        "x": None,
    }
    assert desk.ask("clean", data) == {
        "summary": "116 123 and more\n",
        "needs": ["a b"],
        "note": "a\u202eb",
        "weeks": 4,
        "x": None,
    }
    problems = desk.ask("judge", {"data": {"note": "a\u202eb"}, "today": "2026-11-23"})
    said = [(each["path"], each["message"]) for each in problems if each["code"] == "hidden-character"]
    assert said == [(["note"], "This value holds U+202E (right-to-left override).")]


@MANY
@given(st.text(max_size=30).filter(lambda text: not any(0xD800 <= ord(each) < 0xE000 for each in text)))
def test_the_form_says_of_every_character_that_the_reader_would_refuse(desk: Desk, text: str) -> None:
    problems = desk.ask("judge", {"data": {"note": text}, "today": "2026-11-23"})
    said = sorted(each["message"] for each in problems if each["code"] == "hidden-character")
    assert said == sorted(f"This value holds {each.name}." for each in refused_in(text))
