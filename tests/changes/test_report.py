"""How changes are told: text, Markdown and JSON, each against a file that people can read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from changes.changing import example, town
from rightdoor.changes.change import Change, Kind
from rightdoor.changes.compare import changes
from rightdoor.changes.report import FORMATS, LONGEST, Compared, as_json, as_markdown, as_text
from rightdoor.model.directory import DisprovedNumber, Tombstone
from rightdoor.model.organization import Organization

HERE = Path(__file__).parent / "examples"
ENDINGS = {"text": "txt", "markdown": "md", "json": "json"}
HOSTILE = (
    "<script>alert(1)</script> & **bold** [here](javascript:alert(1)) ![](https://evil.example/x.png) `code` #12 "
    "@somebody https://evil.example www.evil.example a@evil.example | _x_ ~x~ $x$ \\ \x1b[31m\u202e"
)


def compared() -> Compared:
    """Two towns in which a service, an organization, a closed service and a wrong number differ."""
    stone = Tombstone("old-room", "Old Room", "The grant ended.", use_instead=("lantern",))
    number = DisprovedNumber("01632 960 999", "A misprint.")
    before, after = town(example()), town(example("after"))
    trust = Organization("the-trust", "directory/organizations/the-trust.yaml", "The Vale Trust", "nhs")
    organizations = {**after.organizations, "the-trust": trust}
    after = replace(after, organizations=organizations, tombstones={"old-room": stone}, disproved=(number,))
    unread = (("directory/services/northvale/broken.yaml", "main"),)
    return Compared("main", "the working folder", changes(before, after), unread)


def one(name: str, words: str) -> Compared:
    return Compared("main", "x", [Change(Kind.SERVICE, "id", name, "other", "note", "changed", words)])


@pytest.mark.parametrize("form", FORMATS)
def test_changes_are_told_as_expected(form: str) -> None:
    expected = (HERE / f"told.expected.{ENDINGS[form]}").read_text(encoding="utf-8")
    assert FORMATS[form](compared()).rstrip("\n") + "\n" == expected


def test_that_nothing_has_changed_is_said() -> None:
    nothing = Compared("main", "the working folder", ())
    assert as_text(nothing) == "Nothing that an entry says has changed between main and the working folder."
    assert "Nothing that an entry says has changed" in as_markdown(nothing)
    assert json.loads(as_json(nothing))["changes"] == []


def test_an_entry_s_text_stays_text_in_markdown() -> None:
    """GitHub's Markdown makes links of bare addresses too; none may come of what a stranger wrote."""
    text = as_markdown(one(HOSTILE, HOSTILE))
    html = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"]).render(text)
    assert not any(mark in html for mark in ("<script", "<a ", "<img", "<em>", "<s>", "<table", "<code>"))
    assert html.count("<strong>") == 1
    assert "https://" not in text
    assert "www." not in text
    assert "@" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("words", ["1. one", "- one", "+ one", "# one", "> one", "```", "---", "===", "1) one"])
def test_words_that_look_like_the_beginning_of_a_list_are_no_list(words: str) -> None:
    html = MarkdownIt("commonmark").render(as_markdown(one("Lantern", words)))
    assert html.count("<li>") == 2
    assert not any(f"<{tag}" in html for tag in ("ol", "h1", "blockquote", "pre", "hr"))


def test_a_terminal_obeys_nothing_in_an_entry() -> None:
    assert as_text(one("\x1b]0;x\x07", "a\nb\rc\u202e")).splitlines()[:2] == [r"\x1b]0;x\x07", r"  a b c\u202e"]


def test_a_page_of_changes_that_is_too_long_for_github_is_cut_between_lines() -> None:
    many = [Change(Kind.SERVICE, str(n), f"Service {n}", "other", "note", "changed", "x" * 500) for n in range(1000)]
    text = as_markdown(Compared("main", "x", many))
    assert len(text) < LONGEST + 200
    assert text.endswith("\n\nThe rest is left out: it is too long for this page.\n")
