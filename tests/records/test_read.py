"""The strict reader: what it takes, where things stand, and every hostile or mistaken file it refuses in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records.reading import problems_of, read
from rightdoor.records.read import Mark, Unreadable

RECORD = """\
# The comment above a record is not read.
name: Riverside
needs: [anxiety, depression]
criteria:
  age: {from: 17y9m, words: "Aged 17 years and 9 months or over: all of them."}
  does_not_take:
    - {reason: psychosis}
    - reason: recent-attempt
      within: 4w
description: |
  Two lines,
  kept as they are.
"""


def test_a_record_is_read_as_plain_data():
    assert read(RECORD).data == {
        "name": "Riverside",
        "needs": ["anxiety", "depression"],
        "criteria": {
            "age": {"from": "17y9m", "words": "Aged 17 years and 9 months or over: all of them."},
            "does_not_take": [{"reason": "psychosis"}, {"reason": "recent-attempt", "within": "4w"}],
        },
        "description": "Two lines,\nkept as they are.\n",
    }


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\r\n", "---\na: 1\nb: 2\n", "a: 1\nb: 2", '{"a": 1, "b": 2}'])
def test_windows_line_ends_and_a_first_line_of_dashes_are_fine(text: str):
    assert read(text).data == {"a": 1, "b": 2}


def test_letters_of_any_language_and_emoji_are_fine():
    assert read("name: Caffè Llŷn – “Dŵr” £5 ❤️ 日本\n").data == {"name": "Caffè Llŷn – “Dŵr” £5 ❤️ 日本"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("name",), (2, 7)),
        (("needs", 1), (3, 18)),
        (("criteria", "age", "from"), (5, 15)),
        (("criteria", "does_not_take", 0, "reason"), (7, 16)),
        (("criteria", "does_not_take", 1), (8, 7)),
        (("description",), (10, 14)),
        ((), (2, 1)),
    ],
)
def test_every_value_has_a_place(path: tuple[str | int, ...], place: tuple[int, int]):
    assert read(RECORD).mark(path) == Mark(*place)


def test_a_field_name_has_a_place_of_its_own():
    assert read(RECORD).mark(("criteria", "age"), field=True) == Mark(5, 3)


@pytest.mark.parametrize("path", [("criteria", "age", "to"), ("criteria", "age", "from", "x"), ("needs", 7), ("zzz",)])
def test_what_is_not_there_has_the_place_of_what_is_around_it(path: tuple[str | int, ...]):
    around = path[:2] if path[0] == "criteria" else path[:1]
    source = read(RECORD)
    assert source.mark(path) in (source.mark(around), source.mark((*around, "from")), source.mark(()))


def test_columns_count_letters_and_not_bytes():
    assert read("{é: Llŷn, b: c}\n").mark(("b",)) == Mark(1, 14)


def test_a_field_written_twice_is_refused_and_the_first_is_named():
    (problem,) = problems_of("name: A\ntype: x\nname: B\n")
    assert (problem.line, problem.column, problem.code) == (3, 1, "duplicate-field")
    assert "first is on line 1" in problem.message


def test_a_field_written_twice_deep_inside_is_found():
    (problem,) = problems_of("criteria:\n  - {age: 1, under: 2, age: 3}\n")
    assert (problem.line, problem.column) == (2, 24)


def test_all_that_is_refused_inside_a_file_is_said_at_once():
    found = problems_of("a: &x 1\nb: *x\nc: !!str 1\na: 2\n1: 3\n<<: {d: 1}\ne: 1234567890123456\n")
    assert [each.line for each in found] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.code for each in found] == [
        "yaml-feature",
        "yaml-feature",
        "yaml-feature",
        "duplicate-field",
        "field-name",
        "yaml-feature",
        "number-too-long",
    ]


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("", "empty-file", (1, 1), "empty"),
        ("# nothing\n", "empty-file", (2, 1), "empty"),
        ("---\n", "empty-file", (2, 1), "empty"),
        ("- a\n- b\n", "not-fields", (1, 1), "a list"),
        ("hello\n", "not-fields", (1, 1), "hello"),
        ("12\n", "not-fields", (1, 1), "12"),
        ("a: 1\n---\nb: 2\n", "yaml-feature", (2, 1), "second document"),
        ("%YAML 1.1\n---\na: 1\n", "yaml-feature", (1, 1), "%"),
        ("%TAG ! x\n---\na: 1\n", "yaml-feature", (1, 1), "%"),
        ("%NEW\na: 1\n", "yaml-syntax", (1, 5), "%"),
        ("a: !!python/object/apply:os.system [x]\n", "yaml-feature", (1, 4), "!!python"),
        ("a: !Important thing\n", "yaml-feature", (1, 4), "!Important"),
        ("true: 1\n", "field-name", (1, 1), "true"),
        ("1.5: 1\n", "field-name", (1, 1), "1.5"),
        ("null: 1\n", "field-name", (1, 1), "no name"),
        ('"": 1\n', "field-name", (1, 1), "no name"),
        ("? [a, b]\n: 1\n", "field-name", (1, 3), "a list or a group"),
        ("a: {{name}}\n", "field-name", (1, 5), "a list or a group"),
        ("a:\n\tb: 1\n", "hidden-character", (2, 1), "a tab"),
        ("a: b\tc\n", "hidden-character", (1, 5), "a tab"),
        ("a:\n\u00a0 b: 1\n", "hidden-character", (2, 1), "no-break space"),
        ("a:\u00a0b\n", "hidden-character", (1, 3), "no-break space"),
        ("a: 116\u00a0123\n", "hidden-character", (1, 7), "no-break space"),
        ("a: 1\rb: 2\r", "hidden-character", (1, 5), "U+000D"),
    ],
)
def test_what_yaml_would_allow_is_refused_with_its_place(text: str, code: str, place: tuple[int, int], words: str):
    problem = problems_of(text)[0]
    assert (problem.code, problem.line, problem.column) == (code, *place)
    assert words in problem.message


@pytest.mark.parametrize(
    ("text", "place", "message", "tip"),
    [
        ("name: Open: every day\n", (1, 11), "colon and a space", 'Type: name: "Open: every day"'),
        ("a:\n  - name: Open: daily\n", (2, 15), "colon and a space", 'Type: name: "Open: daily"'),
        ('note: say "yes": always\n', (1, 16), "colon and a space", "Type: note: 'say \"yes\": always'"),
        ("name:Riverside\n", (1, 1), "no space after the colon of name", "Type: name: Riverside"),
        ("a: 1\nname:Riverside\nb: 2\n", (2, 1), "no space after the colon of name", "Type: name: Riverside"),
        ("a: 1\nRiverside House\nb: 2\n", (2, 1), "no field name", "Type the name of the field"),
        ("a: 1\n  b: 2\n", (2, 4), "further to the right", "same column"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "does not line up", "two spaces"),
        ("a: b\n- c\n", (2, 1), "does not line up", "same column"),
        ("a:\n  - b\n  c: d\n", (3, 3), "does not begin with a dash", "Type - and a space"),
        ("a: - b\n", (1, 4), "cannot begin on the line of its field", "a line of its own"),
        ("a: @home\n", (1, 4), "cannot begin with @", 'Type: "@home"'),
        ("a: `code`\n", (1, 4), "cannot begin with `", 'Type: "`code`"'),
        ("a: %5\n", (1, 4), "cannot begin with %", 'Type: "%5"'),
        ("a: **bold**\n", (1, 4), "cannot begin with *", "in quotes"),
        ("a: & b\n", (1, 4), "cannot begin with * or &", "in quotes"),
        ("a: !<x\n", (1, 4), "cannot begin with !", "in quotes"),
        ('name: "Riverside\ntype: x\n', (1, 7), "never closed", "Close it"),
        ('name: "Riverside\ntype: "x"\nb: 2\n', (1, 7), "never closed", "Close it"),
        ("name: 'Riverside\n", (1, 7), "never closed", "Close it"),
        ("name: 'the carers' centre\n", (1, 20), "after the closing quotation mark", "double the quotation mark"),
        ('name: "Mind" in Northvale\n', (1, 14), "after the closing quotation mark", "whole value in quotes"),
        ("a: [x](https://example.org)\n", (1, 7), "after the closing ]", "in quotes"),
        ("a: {x: y} z\n", (1, 11), "after the closing }", "in quotes"),
        ("a: [b, c\nd: 1\n", (1, 4), "list that begins here is not closed", "End it with ]"),
        ("x: 1\na: [b, c\nd: 1\ne: 2\n", (2, 4), "list that begins here", "End it with ]"),
        ('a: {b: "c}\nd: {b: "c"}\n', (1, 8), "never closed", "Close it"),
        ("a: {b: Group #2}\nd: 1\n", (1, 14), "after this # is read", "in quotes"),
        ("a: {b: c\nd: 1\n", (1, 4), "group that begins here is not closed", "End it with }"),
        ("a: [b: c: d]\n", (1, 9), "list is not closed", "comma"),
        ("a: [,]\n", (1, 5), "value is missing", "Write it"),
        ("a: > 65 years\n", (1, 6), "begins with | or >", "in quotes"),
        ('a: "C:\\path"\n', (1, 7), "backslash", "single quotes"),
        ('a: "\\ud800"\n', (1, 7), "no character", "Type the character"),
        ('a: "\\u12"\n', (1, 7), "not whole", "Type the character"),
        ('a: "x\n---\ny"\n', (1, 4), "never closed", "Close it"),
        ("a: 1\n...\nb: 2\n", (3, 1), "does not line up", "same column"),
    ],
)
def test_a_slip_of_the_hand_is_said_in_plain_words(text: str, place: tuple[int, int], message: str, tip: str):
    problem = problems_of(text)[-1]
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", *place)
    assert message in problem.message
    assert tip in problem.tip


PARSER_WORDS = ("token", "scalar", "mapping", "anchor", "alias", "parsing", "scanning", "expected", "stream", "key")


@given(st.text("aé:{}[]-,'\"|>&*!%@`#?~ \n0\\", max_size=40))
@settings(max_examples=400, deadline=None)
def test_no_words_of_the_parser_reach_a_volunteer(text: str):
    try:
        read(text)
    except Unreadable as refused:
        for each in refused.problems:
            quoted = each.message.partition("“")[0]
            assert not [word for word in PARSER_WORDS if f" {word}" in quoted]


def test_a_text_that_begins_with_a_star_is_one_problem_and_not_two():
    (problem,) = problems_of("a: 1\nnote: *weekly meeting\n")
    assert (problem.line, problem.code) == (2, "yaml-feature")
    assert problem.tip.endswith('put it in quotes: "*weekly …"')
