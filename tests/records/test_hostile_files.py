"""Files that mean harm or come from somewhere strange: each ends in a problem with a place, soon and cheaply."""

import time
import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from records.reading import problems_of, read
from rightdoor.records.read import MAX_BYTES, Unreadable


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\u00ad",
        "\u061c",
        "\u115f",
        "\u180e",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u2060",
        "\u3164",
        "\ufdd0",
        "\ufeff",
        "\ufff9",
        "\ufffd",
        "\ufffe",
        "\uffff",
        "\U0001fffe",
        "\U000e0041",
        "\U000e0100",
        "\U0010ffff",
    ],
)
def test_characters_that_hide_reorder_or_break_are_refused_by_name(character: str):
    for text in (f"name: ab\nnote: a{character}b\n", f"name: é\nnote: é{character}b\n"):
        problem = problems_of(text)[0]
        assert (problem.code, problem.line, problem.column) == ("hidden-character", 2, 8)
        assert f"U+{ord(character):04X}" in problem.message
        assert character not in problem.message + problem.tip


@pytest.mark.parametrize("escape", ["\\u202e", "\\x00", "\\t", "\\e", "\\N", "\\u200b", "\\ufffe", "\\u3164"])
def test_such_a_character_is_refused_when_written_as_an_escape_too(escape: str):
    problem = problems_of(f'name: "a{escape}b"\n')[0]
    assert (problem.code, problem.line, problem.column) == ("hidden-character", 1, 7)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"\xef\xbb\xbfa: 1\n", (1, 1)),
        ("a: 1\n".encode("utf-16"), (1, 1)),
        ("a: 1\n".encode("utf-16-be"), (1, 1)),
        ("a: 1\n".encode("utf-16-le"), (1, 1)),
        ("a: 1\n".encode("utf-32"), (1, 1)),
        (b"a: 1\nb: caf\xe9\n", (2, 7)),
        ("a: é".encode() + b"\xff", (1, 5)),
        (b"a: \xed\xa0\x80\n", (1, 4)),
        (b"a: \xc0\x80\n", (1, 4)),
        (b"\x89PNG\r\n\x1a\n", (1, 1)),
    ],
)
def test_what_is_not_plain_utf_8_is_refused(raw: bytes, place: tuple[int, int]):
    problem = problems_of(raw)[0]
    assert (problem.code, problem.line, problem.column) == ("not-utf-8", *place)
    assert "UTF-8" in problem.tip


def laughs() -> str:
    rows = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [{', '.join(f'*a{n - 1}' for _ in range(9))}]" for n in range(1, 10)]
    return "\n".join(rows)


HOSTILE = {
    "alias bomb": laughs(),
    "brackets": "[" * 60_000,
    "brackets over the limit": "[" * 100_000,
    "braces": "{" * 60_000,
    "braces with names": "a: " + "{a: " * 15_000,
    "mixed": "[{" * 30_000,
    "dashes": "- " * 30_000,
    "dashes within a text": "name: a\n  " + "- " * 30_000 + ":x: b\n",
    "questions": "? " * 30_000,
    "nested lines": "\n".join(" " * depth + "a:" for depth in range(300)),
    "closed": "a: " + "[" * 21 + "]" * 21,
    "many values": "a: [" + "1," * 15_000 + "]",
    "many fields": "".join(f"a{n}: 1\n" for n in range(6_000)) + "b: [" + "1," * 5_000 + "]",
    "many repeats": "a: 1\n" * 12_000,
    "huge text": "a: " + "x" * 1_000_000,
    "huge number": "a: " + "9" * 60_000,
    "huge name": "x" * 60_000 + ":\n- b",
    "no end": '"' + "x" * 60_000,
    "many bad characters": "a: " + "\u202e" * 20_000,
    "many tags": "a: [" + "!!x 1, " * 8_000 + "]",
    "colons": "a:" * 30_000,
    "zip": b"PK\x03\x04" + bytes(range(256)) * 10,
    "nothing but zeros": bytes(60_000),
    "spaces": " " * 60_000 + "a: 1\nb: 2",
    "anchors": "&a " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_in_little_memory(name: str):
    tracemalloc.start()
    began = time.perf_counter()
    found = problems_of(HOSTILE[name])
    took = time.perf_counter() - began
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert 1 <= len(found) <= 51
    assert all(len(each.message) < 300 for each in found)
    assert took < 5
    assert most < 100_000_000


def test_twenty_deep_is_read_and_twenty_one_is_not():
    assert read("a: " + "[" * 19 + "]" * 19).data
    assert problems_of("a: " + "[" * 20 + "]" * 20)[0].code == "file-limits"


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not():
    most = b"a: " + b"x" * (MAX_BYTES - 3)
    assert len(read(most).data["a"]) == MAX_BYTES - 3
    assert problems_of(most + b"x")[0].code == "file-limits"


@given(st.binary(max_size=300))
@settings(max_examples=400, deadline=None)
@example(b"\xff\xfe")
@example(b"%")
@example(b"? ")
@example(b"a: |\xc2\xa0")
def test_any_bytes_are_read_or_refused_and_nothing_else(raw: bytes):
    try:
        source = read(raw)
    except Unreadable as refused:
        assert refused.problems == tuple(sorted(refused.problems))
        assert refused.problems
    else:
        assert isinstance(source.data, dict)
        assert source.mark(()).line >= 1


@given(st.text("abé:{}[]-,'\"|>&*!%@`#?~<=. \r\n012\\xu\u202e", max_size=60))
@settings(max_examples=800, deadline=None)
def test_any_text_is_read_or_refused_and_nothing_else(text: str):
    try:
        source = read(text)
    except Unreadable as refused:
        lines = text.count("\n") + 2
        assert all(1 <= each.line <= lines for each in refused.problems)
    else:
        assert all(isinstance(name, str) for name in source.data)
