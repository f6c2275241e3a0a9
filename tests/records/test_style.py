"""Files brought into the one style: no fact and no comment is lost, and doing it again changes nothing."""

import random
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as some

from records.some_records import KINDS, groups
from records.test_write import alike
from rightdoor.model.problem import Problem
from rightdoor.records import style
from rightdoor.records.comments import texts_of
from rightdoor.records.edits import Edit
from rightdoor.records.order import fields_of
from rightdoor.records.read import Unreadable, read_source
from rightdoor.records.style import in_style
from rightdoor.records.walk import walk
from rightdoor.records.write import written

ROOT = Path(__file__).resolve().parents[2]


def styled(text: str | bytes, kind: str = "service") -> str:
    raw = text.encode() if isinstance(text, str) else text
    return in_style(read_source(raw, "a.yaml"), kind).decode()


REMARKS = ("# a", "#", "##  b", "# needs: [anxiety]", "#   age: any", "# - {reason: x}", '# "c"', "# it's: {", "", "  ")


@some.composite
def commented(draw: some.DrawFn) -> tuple[str, str]:
    """A file as somebody might have written it: any layout, comments and blank lines anywhere, CRLF or LF."""
    kind = draw(some.sampled_from(KINDS))
    data = draw(groups(fields_of(kind)))
    assume(data)
    text = written(data, kind) if draw(some.booleans()) else _by_hand(data, draw(some.randoms()))
    luck: random.Random = draw(some.randoms())
    text = _with_remarks(text, luck, draw(some.integers(0, 8)))
    return kind, text.replace("\n", "\r\n") if draw(some.integers(0, 3)) == 0 else text


def _by_hand(data: dict[str, Any], luck: random.Random) -> str:
    layout = {"default_flow_style": luck.choice([True, False, None]), "indent": luck.choice([2, 3, 4])}
    default = luck.choice([None, '"', "'", "|", ">"])
    dumped: str = yaml.safe_dump(
        data, sort_keys=False, allow_unicode=True, width=luck.choice([20, 80]), default_style=default, **layout
    )
    return re.sub(r"!!\S+ ", "", dumped)


def _with_remarks(text: str, luck: random.Random, times: int) -> str:
    """The same data with comments put in: any that would change what is read is left out again."""
    for _ in range(times):
        lines = text.split("\n")
        at, remark = luck.randrange(len(lines)), luck.choice(REMARKS)
        if luck.random() < 0.4 and remark.startswith("#"):
            lines[at] += luck.choice([" ", "   "]) + remark
        else:
            lines.insert(at, " " * luck.choice([0, 0, 0, 1, 2, 3, 4, 6]) + remark)
        if _same(text, "\n".join(lines)):
            text = "\n".join(lines)
    return text


def _same(one: str, other: str) -> bool:
    try:
        return alike(read_source(one.encode(), "a").data, read_source(other.encode(), "a").data)
    except Unreadable:
        return False


def _said(raw: bytes) -> list[str]:
    """Every comment, found another way: in what lies between the tokens of PyYAML's own scanner."""
    text, at, found = raw.decode(), 0, []
    for token in [*yaml.scan(text), None]:
        end = token.start_mark.index if token else len(text)
        found += re.findall(r"#[^\r\n]*", text[at:end])
        at = max(at, token.end_mark.index if token else end)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            found += re.findall(r"\A[^\n]*?(#[^\r\n]*)", text[token.start_mark.index : at])
    return sorted(each.rstrip() for each in found)


@given(commented())
def test_no_fact_and_no_comment_is_lost_and_once_more_changes_nothing(file: tuple[str, str]) -> None:
    kind, text = file
    try:
        source = read_source(text.encode(), "a.yaml")
    except Unreadable:
        assume(False)
    once = in_style(source, kind)
    assert alike(read_source(once, "a.yaml").data, source.data)
    assert _said(once) == _said(source.raw) == sorted(texts_of(source.raw))
    assert in_style(read_source(once, "a.yaml"), kind).decode() == once.decode()
    assert b"\r\n" not in once


CASES = sorted(path for path in (Path(__file__).parent / "style").glob("*.yaml") if ".expected" not in path.name)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_file_written_by_hand_becomes_as_expected(case: Path) -> None:
    assert styled(case.read_bytes()) == case.with_suffix(".expected.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_is_expected_is_in_the_one_style_itself(case: Path) -> None:
    expected = case.with_suffix(".expected.yaml").read_bytes()
    assert styled(expected) == expected.decode()


def test_the_shipped_directory_is_in_the_one_style() -> None:
    not_styled = [each for each in style.styled(ROOT, walk(ROOT).found) if not _as_it_is(each)]
    assert not_styled == [], "run: rightdoor fmt"


@pytest.mark.parametrize("template", sorted((ROOT / "schema/templates").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_templates_are_in_the_one_style(template: Path) -> None:
    assert styled(template.read_bytes(), template.stem) == template.read_text(encoding="utf-8")


def _as_it_is(each: Edit | Problem) -> bool:
    return isinstance(each, Edit) and each.before == each.after


def test_a_template_may_be_filled_in_anywhere_and_each_unused_field_keeps_its_place() -> None:
    template = (ROOT / "schema/templates/service.yaml").read_text(encoding="utf-8")
    filled = template.replace("# cost: {kind: free-nhs}\n", "") + "cost: {kind: free}\n"
    lines = styled(filled).splitlines()
    at = lines.index("cost: {kind: free}")
    assert lines[at - 1].startswith("# sessions: ")
    assert sorted(filled.splitlines()) == sorted(lines)


def test_a_comment_moves_with_the_field_below_it() -> None:
    assert styled("type: x\n# its name\nname: X # true\n") == "# its name\nname: X  # true\ntype: x\n"


def test_what_is_said_of_the_whole_file_stays_at_its_top() -> None:
    assert styled("# All of it.\n\ntype: x\nname: X\n") == "# All of it.\n\nname: X\ntype: x\n"


def test_line_ends_of_windows_become_ordinary_ones() -> None:
    text = 'type: x\n# a\nname: "X"\ndescription: |\n  One.\n  Two.\nneeds: [sleep]  # b\n'
    assert styled(text.replace("\n", "\r\n")) == styled(text)


def test_blank_lines_between_fields_stay_but_never_two_together() -> None:
    assert styled("\n\nname: X\n\n\n\ntype: x\n\n\n") == "name: X\n\ntype: x\n"


def test_a_comment_inside_a_list_in_brackets_gives_each_item_a_line() -> None:
    assert styled("needs: [a, # first\n  b]\n") == "needs:\n  - a  # first\n  - b\n"


def test_a_sign_in_quotes_or_within_a_word_is_no_comment() -> None:
    assert texts_of(b"a: \"x # y\" # z\nb: c#d\ne: |\n  # f\n# g\nh: 'it''s # i'\n") == ["# z", "# g"]


def test_many_comments_in_a_large_file_take_no_time() -> None:
    text = "".join(f"x{number}: 1 # {number}\n# {number}\n" for number in range(2_000))
    start = time.perf_counter()
    styled(text)
    assert time.perf_counter() - start < 5


def test_a_file_is_refused_where_a_fact_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "written", lambda *_: "name: Y\n")
    with pytest.raises(style.NotStyled):
        styled("name: X\n")


def test_a_file_is_refused_where_a_comment_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "written", lambda *_: "name: X\n")
    with pytest.raises(style.NotStyled):
        styled("name: X # why\n")


def test_a_file_with_a_name_too_long_for_yaml_is_left_alone() -> None:
    with pytest.raises(style.NotStyled):
        styled(f"? {'x' * 2000}\n: 1\n")
