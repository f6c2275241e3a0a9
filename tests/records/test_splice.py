"""Changing one value of a record leaves every other letter as it was."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.records.read import Source, read_source
from rightdoor.records.spans import parsed
from rightdoor.records.splice import CannotSplice, Splice

ROOT = Path(__file__).resolve().parents[2]
ID = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)


@cache
def shipped() -> tuple[Source, ...]:
    files = sorted((ROOT / "directory").rglob("*.yaml"))
    return tuple(read_source(file.read_bytes(), file.relative_to(ROOT).as_posix()) for file in files)


def source(text: str) -> Source:
    return read_source(text.encode(), "a.yaml")


def changed(text: str, *acts: tuple[Any, ...]) -> str:
    splice = Splice(source(text))
    for act, *given_ in acts:
        getattr(splice, act)(*given_)
    return splice.finished().decode()


def texts(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        return [found for step, each in parts for found in texts(each, (*path, step))]
    return [path] if isinstance(value, str) and "\n" not in value else []


@given(st.data())
def test_another_text_in_any_place_of_any_entry_changes_that_place_only(data: st.DataObject):
    record = data.draw(st.sampled_from(shipped()))
    path = data.draw(st.sampled_from(texts(record.data)))
    new = data.draw(ID)
    before, splice = record.raw.decode(), Splice(record)
    node = parsed(before).at(path)
    splice.set(path, new)
    after = splice.finished().decode()
    assert after.startswith(before[: node.start])
    assert after.endswith(before[node.end :])


@given(st.data())
def test_an_item_or_a_field_that_is_taken_away_takes_nothing_else_along(data: st.DataObject):
    record = data.draw(st.sampled_from(shipped()))
    path = data.draw(st.sampled_from(texts(record.data)))
    splice = Splice(record)
    splice.remove(path)
    if not splice.data:
        return
    kept = set(splice.finished().decode().splitlines())
    lines = record.raw.decode().splitlines()
    gone = [line for line in lines if line not in kept]
    beginning = [line for line in gone if line.lstrip().startswith("#")]
    assert beginning == [], "a comment of its own line stays"


@given(st.data())
def test_what_is_set_and_set_back_is_the_same_to_the_letter(data: st.DataObject):
    record = data.draw(st.sampled_from(shipped()))
    path = data.draw(st.sampled_from(texts(record.data)))
    node = parsed(record.raw.decode()).at(path)
    old: Any = record.data
    for step in path:
        old = old[step]
    splice = Splice(record)
    splice.set(path, "x")
    splice.set(path, old)
    if node.quote not in ('"', "'"):
        return  # a plain text may come back with quotation marks it did not need
    assert read_source(splice.finished(), record.file).data == record.data


def test_a_field_is_added_where_its_kind_of_record_has_it():
    text = "name: A # the name\nsummary: S\nnote: N\n"
    order = ("name", "kind", "summary", "note")
    assert changed(text, ("set", ("kind",), "nhs", order)) == "name: A # the name\nkind: nhs\nsummary: S\nnote: N\n"
    assert changed("a: {x: 1}\n", ("set", ("a", "y"), "b, c")) == 'a: {x: 1, y: "b, c"}\n'


def test_a_text_of_several_lines_before_a_new_field_stays_whole():
    for sign in ("|", "|-", "|+", ">"):
        text = f"name: {sign}\n  one\n\n  two\n\nlast: 1\n"
        after = changed(text, ("set", ("new",), "x", ("name", "new", "last")))
        assert read_source(after.encode(), "a.yaml").data == {**source(text).data, "new": "x"}


def test_quotation_marks_are_kept_where_they_may_be():
    assert changed("a: ['x', \"y\"]\n", ("set", ("a", 0), "z"), ("set", ("a", 1), "w")) == "a: ['z', \"w\"]\n"


def test_line_ends_of_windows_stay():
    after = changed("a: 1\r\nb: 2\r\n", ("set", ("c",), 3), ("remove", ("a",)))
    assert after == "b: 2\r\nc: 3\r\n"


def test_items_of_lists_come_and_go_in_both_styles():
    lined = "a:\n  - x # first\n  - y\nb: 1\n"
    assert changed(lined, ("remove", ("a", 0))) == "a:\n  - y\nb: 1\n"
    assert changed(lined, ("append", ("a",), "z")) == "a:\n  - x # first\n  - y\n  - z\nb: 1\n"
    assert changed(lined, ("insert", ("a",), 0, "w")) == "a:\n  - w\n  - x # first\n  - y\nb: 1\n"
    in_brackets = "a: [x, y] # both\nb: 1\n"
    assert changed(in_brackets, ("remove", ("a", 0))) == "a: [y] # both\nb: 1\n"
    assert changed(in_brackets, ("remove", ("a", 1))) == "a: [x] # both\nb: 1\n"
    assert changed(in_brackets, ("insert", ("a",), 0, "w")) == "a: [w, x, y] # both\nb: 1\n"


def test_the_last_item_takes_its_list_along():
    assert changed("a: [x]\nb: 1\n", ("remove", ("a", 0))) == "b: 1\n"
    assert changed("r:\n  - {reason: x, to: [y]}\n", ("remove", ("r", 0, "to", 0))) == "r:\n  - {reason: x}\n"


def test_a_row_is_written_as_the_rows_around_it():
    row = {"id": "b", "why": "It closed: no money."}
    spread = "t:\n  - id: a\n    why: W\n"
    assert changed(spread, ("append", ("t",), row)) == f'{spread}  - id: b\n    why: "It closed: no money."\n'
    flat = "t:\n  - {id: a, why: W}\n"
    assert changed(flat, ("append", ("t",), row)) == f'{flat}  - {{id: b, why: "It closed: no money."}}\n'


def test_a_field_gets_another_name_and_keeps_its_place():
    splice = Splice(source("a:\n  east: {x: 1}\n  west: {x: 2}\n"))
    splice.rename(("a", "east"), "north")
    assert splice.finished().decode() == "a:\n  north: {x: 1}\n  west: {x: 2}\n"
    assert list(splice.data["a"]) == ["north", "west"]


def test_what_cannot_be_changed_in_place_is_refused_and_nothing_is_lost():
    odd = source("a:\n  -\n    x: 1\n  -\n    x: 2\n")
    splice, before = Splice(odd), deepcopy(odd.data)
    with pytest.raises(CannotSplice, match=r"a\.yaml is written in a way"):
        splice.append(("a",), {"x": 3})
    assert odd.data == before


def test_a_text_that_would_read_otherwise_is_refused():
    splice = Splice(source("a: 1\n"))
    splice.text = "a: 2\n"
    with pytest.raises(CannotSplice):
        splice.finished()
