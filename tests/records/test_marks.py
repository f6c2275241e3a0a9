"""Places found quickly, from the lines of one outer field, are the places found by reading the whole file."""

from pathlib import Path

import pytest

from rightdoor.records.marks import find, places
from rightdoor.records.opening import open_record
from rightdoor.records.walk import walk

TRICKY = [
    "a: 1\nb:\n- x\n- {y: z}\nc: |\n  b: not me\n\n  nor me\nd: 4\n",
    "# first\n---\na:\n  b: 1\n# between\n  c: 2\nd: {e: [1, 2]}\n",
    "\"a\": 1\n'b': {c: 1}\nd-e_f: x\n",
    "{a: 1, b: {c: [2, 3]}}\n",
    "a: [b,\nc]\nd: {e: 1,\nf: 2}\ng: h\n",
    "é: 1\nabc: {é: 2, b: 3}\n",
    "a: 1\r\nb:\r\n  c: 2\r\n",
    "a:\n\n\n  b: 1\n...\n",
    "aa: 1\na: 2\naaa: {a: 3}\n",
]


@pytest.mark.parametrize("text", TRICKY)
def test_the_quick_place_of_every_part_of_an_awkward_file_is_its_place(text: str):
    raw = text.encode()
    for path, place in places(raw).items():
        assert find(raw, path, field=False) == place.value
        assert find(raw, path, field=True) == place.field


def test_the_quick_place_of_every_part_of_our_own_records_is_its_place(root: Path):
    for found in walk(root).found[::5]:
        raw, _ = open_record(root, found.file)
        assert raw is not None
        for path, place in places(raw).items():
            assert find(raw, path, field=True) == place.field
            assert find(raw, path, field=False) == place.value


def test_a_part_that_is_not_there_has_the_place_of_what_is_around_it():
    raw = b"a: 1\nb:\n  c: {d: 2}\n"
    assert find(raw, ("b", "c", "x", "y"), field=True) == (3, 3)
    assert find(raw, ("x",), field=False) == (1, 1)
    assert find(raw, (), field=False) == (1, 1)
