"""The id that a name gives, by the vectors that the browser keeps to as well."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rightdoor.records.ids import id_of
from rightdoor.records.read import read_source
from rightdoor.records.walk import LONGEST_ID, is_id

_FILE = Path(__file__).with_name("ids.yaml")
_ROWS = read_source(_FILE.read_bytes(), "ids.yaml").data["ids"]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["id"])
def test_a_name_gives_its_id(row: dict[str, str]) -> None:
    assert id_of(row["name"]) == row["id"]


@given(some.text(max_size=200))
def test_whatever_the_name_what_it_gives_is_an_id_or_nothing(name: str) -> None:
    made = id_of(name)
    assert made == "" or (is_id(made) and len(made) <= LONGEST_ID)


@given(some.text(max_size=200))
def test_an_id_gives_itself(name: str) -> None:
    assert id_of(id_of(name)) == id_of(name)
