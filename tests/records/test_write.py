"""Data written as the text of a record: the strict reader has the same data again, whatever they hold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from records.some_records import KINDS, NASTY, groups, texts
from rightdoor.records.order import fields_of
from rightdoor.records.quoting import scalar
from rightdoor.records.read import read_source
from rightdoor.records.write import written

records = some.sampled_from(KINDS).flatmap(lambda kind: some.tuples(some.just(kind), groups(fields_of(kind))))


def read(text: str) -> dict[str, Any]:
    return read_source(text.encode(), "a.yaml").data


def alike(one: Any, other: Any) -> bool:
    """Whether data are the same to the type: 1 is not 1.0, and not true."""
    return repr(in_any_order(one)) == repr(in_any_order(other))


def in_any_order(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: in_any_order(data[name]) for name in sorted(data)}
    return [in_any_order(each) for each in data] if isinstance(data, list) else data


@given(records)
def test_what_is_written_reads_back_the_same(record: tuple[str, dict[str, Any]]) -> None:
    kind, data = record
    assert alike(read(written(data, kind)), data)


@given(records, some.randoms())
def test_the_order_in_which_fields_were_given_does_not_matter(record: tuple[str, dict[str, Any]], luck: Any) -> None:
    kind, data = record
    known = {name: data[name] for name in data if name in fields_of(kind)}
    shuffled = list(known)
    luck.shuffle(shuffled)
    assert written(known, kind) == written({name: known[name] for name in shuffled}, kind)


@pytest.mark.parametrize("text", NASTY, ids=ascii)
@pytest.mark.parametrize("around", ["{name: X}", "row", "list", "deep"])
def test_every_nasty_text_reads_back_as_typed_wherever_it_stands(text: str, around: str) -> None:
    data = {
        "{name: X}": {"name": text, text or "x": 1},
        "row": {"criteria": {"age": {"from": text, "words": text}}},
        "list": {"needs": ["anxiety", text], "also_known_as": [text]},
        "deep": {"criteria": {"only": [{"reason": "veteran", "words": text, "how": text}, text, [text, [text]]]}},
    }[around]
    assert alike(read(written(data, "service")), data)


@given(texts)
def test_text_on_one_line_is_safe_in_brackets_and_out_of_them(text: str) -> None:
    assert read(f"a: {scalar(text)}\nb: [{scalar(text, brackets=True)}, x]\n") == {"a": text, "b": [text, "x"]}


def test_a_record_without_any_field_is_written() -> None:
    assert written({}, "service") == "{}\n"


def test_fields_stand_in_the_order_of_the_grammar_and_unknown_ones_last() -> None:
    data = {"zebra": 1, "checked": {"by": "volunteer", "how": "never"}, "apple": 2, "type": "x", "name": "X"}
    assert written(data, "service") == ("name: X\ntype: x\nchecked: {how: never, by: volunteer}\nzebra: 1\napple: 2\n")


def test_fields_of_areas_and_rows_are_in_order_as_well() -> None:
    data = {"by_area": {"eastvale": {"intake": "open", "criteria": {"only": [{"words": "X", "reason": "x"}]}}}}
    assert written(data, "service") == (
        'by_area:\n  eastvale:\n    intake: open\n    criteria:\n      only:\n        - {reason: x, words: "X"}\n'
    )


def test_a_list_and_a_row_stand_on_one_line_where_they_fit_in_120_columns() -> None:
    fits = {"needs": ["a" * 50, "b" * 59]}
    assert written(fits, "service") == f"needs: [{'a' * 50}, {'b' * 59}]\n"
    assert len(written(fits, "service").rstrip()) == 120
    long = {"needs": ["a" * 50, "b" * 60]}
    assert written(long, "service") == f"needs:\n  - {'a' * 50}\n  - {'b' * 60}\n"


def test_text_of_several_lines_keeps_its_lines() -> None:
    assert written({"description": "One.\n\nTwo.\n"}, "service") == "description: |\n  One.\n\n  Two.\n"
    assert written({"description": "One.\nTwo."}, "service") == "description: |-\n  One.\n  Two.\n"


def test_blanks_at_the_end_of_a_line_are_kept_in_quotes_where_they_can_be_seen() -> None:
    assert written({"description": "One. \nTwo."}, "service") == 'description: "One. \\nTwo."\n'


def test_a_services_own_words_and_telephone_numbers_are_always_in_quotes() -> None:
    data = {"cost": {"kind": "free", "words": "Free"}, "contact": {"phone": "116 123"}, "checked": {"on": "2026-11-23"}}
    assert written(data, "service") == (
        'cost: {kind: free, words: "Free"}\ncontact: {phone: "116 123"}\nchecked: {on: 2026-11-23}\n'
    )
