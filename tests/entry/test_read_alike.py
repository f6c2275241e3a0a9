"""What the strict reader refuses, the browser's reader refuses too, with the same code; what it reads, both read."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entry.desk import Desk
from records.some_records import NASTY
from rightdoor.records.read import Unreadable, read_source

SLIPS = {
    "empty": "",
    "only a remark": "# nothing\n",
    "only dashes": "---\n",
    "first line of dashes": "---\na: 1\n",
    "windows": "a: 1\r\nb: 2\r\n",
    "list": "- a\n- b\n",
    "words": "hello\n",
    "number": "12\n",
    "no space": "name:Riverside\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "end of document": "a: 1\n...\n",
    "version": "%YAML 1.1\n---\na: 1\n",
    "handle": "%TAG ! x\n---\na: 1\n",
    "python": "a: !!python/object/apply:os.system [x]\n",
    "tag": "a: !Important thing\n",
    "tag of text": "a: !!str thing\n",
    "label": "a: &x 1\n",
    "label on a group": "a: &x {b: 1}\n",
    "reference": "a: *x\n",
    "label and reference": "a: &x 1\nb: *x\n",
    "merge": "a: {b: 1}\n<<: {c: 1}\n",
    "merge in quotes": '"<<": 1\n',
    "twice": "a: 1\nb: 2\na: 3\n",
    "twice deep inside": "a:\n  - {b: 1, c: 2, b: 3}\n",
    "true for a name": "true: 1\n",
    "number for a name": "1.5: 1\n",
    "null for a name": "null: 1\n",
    "empty name": '"": 1\n',
    "list for a name": "? [a, b]\n: 1\n",
    "group for a name": "a: {{name}}\n",
    "tab": "a:\n\tb: 1\n",
    "tab in text": "a: b\tc\n",
    "escaped tab": 'a: "b\\tc"\n',
    "no-break space": "a: 116\u00a0123\n",
    "lone return": "a: 1\rb: 2\r",
    "escaped override": 'a: "\\u202e"\n',
    "override": "a: b\u202ec\n",
    "byte order mark": "\ufeffa: 1\n",
    "em space at the start": "a: |\n  b\n\u2003 c\n",
    "long number": "a: 12345678901234567\n",
    "many decimals": "a: 0.123456789012345678901\n",
    "deep": f"a: {'[' * 21}{']' * 21}\n",
    "as deep as may be": f"a: {'[' * 19}{']' * 19}\n",
    "many values": f"a: [{','.join('b' * 10_001)}]\n",
    "large": f"a: {'x' * 70_000}\n",
    "open quote": 'name: "Riverside\ntype: x\n',
    "open bracket": "a: [b, c\nd: 1\n",
    "colon in a value": "name: Open: every day\n",
    "further to the right": "a: 1\n  b: 2\n",
    "does not line up": "a:\n  b: 1\n c: 2\n",
    "at sign": "a: @home\n",
    "percent": "a: %5\n",
    "after quotes": 'name: "Mind" in Northvale\n',
    "comma missing": "a: {b: c\nd: 1\n",
    "bad escape": 'a: "C:\\path"\n',
    "names that programs use": "__proto__: {a: b}\nconstructor: x\n",
    "no value": "a:\nb: ~\n",
    "folded": "a: >-\n  b\n  c\n\nd: 'it''s'\n",
    "words that others change": "a: [yes, no, on, off, 10:30, 2026-11-23, 012, 1e3, 0x1F, 1_000, .5, -0, -0.5]\n",
}  # fmt: skip


def python_reads(text: str) -> tuple[Any, set[str]]:
    """The data, or the codes of what is wrong."""
    try:
        return read_source(text.encode(), "a.yaml").data, set()
    except Unreadable as refused:
        return None, {each.code for each in refused.problems}


def browser_reads(desk: Desk, text: str) -> tuple[Any, set[str]]:
    found = desk.ask("read", text)
    return found.get("data"), {each["code"] for each in found.get("problems", ())}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_text_is_read_or_refused_alike(desk: Desk, slip: str) -> None:
    assert browser_reads(desk, SLIPS[slip]) == python_reads(SLIPS[slip])


@pytest.mark.parametrize("text", [f"a: {'[' * 20_000}\n", 'a: "\\ud800"\n'])
def test_what_means_harm_is_refused_by_both_in_whatever_words(desk: Desk, text: str) -> None:
    assert python_reads(text)[1] and browser_reads(desk, text)[1]


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "a: 12345678901234567\n", "1: 2\n", "<<: 1\n"])
def test_what_is_refused_is_said_in_the_same_words(desk: Desk, text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_source(text.encode(), "a.yaml")
    python = [(each.line, each.code, each.message, each.tip) for each in refused.value.problems]
    browser = [
        [each[name] for name in ("line", "code", "message", "tip")] for each in desk.ask("read", text)["problems"]
    ]
    assert browser == [list(each) for each in python]


PIECES = st.sampled_from(
    [*NASTY, "a", "b: ", "- ", "  ", "\n", "\n  ", "\n- ", ": ", "[", "]", "{", "}", ", ", '"', "'", "# "]
)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=8))
def test_no_text_is_read_to_other_data(desk: Desk, pieces: list[str]) -> None:
    text = "".join(["name: A\n", *pieces])
    python, browser = python_reads(text)[0], browser_reads(desk, text)[0]
    assert python is None or browser is None or browser == python
