"""Every field that an entry may have is compared: whichever changes, something is said, in words and not in codes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from changes.changing import GRAMMAR, Path_, at, example, leaves, told, with_value, without
from rightdoor.changes.change import Change

REQUIRED = {"name", "organization", "type", "status", "summary", "checked"}
PARTS = sorted(
    {path[:size] for path in leaves(example()) for size in range(1, len(path) + 1)},
    key=lambda path: [str(each) for each in path],
)
LABELS = " ".join(
    f"{term.label} {term.more.get('phrase', '')}".casefold()
    for vocabulary in GRAMMAR.vocabularies.values()
    for term in vocabulary
)
CODES = {
    code
    for vocabulary in GRAMMAR.vocabularies.values()
    for code in vocabulary.terms
    if "-" in code and code not in LABELS
}


def name_of(path: Path_) -> str:
    return ".".join(map(str, path))


def optional(path: Path_) -> bool:
    """Whether an entry may leave a part out and still be one."""
    needed = {"reason", "basis", "areas", "who", "how", "to", "within", "from", "weeks", "as_of", "policy", "kind"}
    needed |= {"covers", "url", "title", "on", "confidential"}  # not confidential is the same as not said
    return path[0] != "checked" and name_of(path) not in REQUIRED and path[-1] not in needed and len(path) < 5


def in_plain_words(found: tuple[Change, ...]) -> list[str]:
    """What is wrong with the words of changes: codes, gaps, values of a program."""
    wrong = []
    for each in found:
        text = re.sub(r"https?://\S+|“[^”]*”|\S+@\S+", "", f"{each.words} | {each.short}")
        wrong += [text for code in CODES if re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", text)]
        wrong += [text for sign in ("{", "}", "None", "()", "True", "False", "Span(") if sign in text]
    return wrong


def test_the_example_has_every_field_of_the_schema(root: Path) -> None:
    schema = json.loads((root / "schema" / "service.schema.json").read_text())
    names = {each for path in leaves(example()) for each in path if isinstance(each, str)}
    known = {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", {})}
    checks = set(schema["$defs"]["checked"]["properties"])
    assert known - checks - names == set()


@pytest.mark.parametrize("path", list(leaves(example())), ids=name_of)
def test_a_single_changed_field_is_said(path: Path_) -> None:
    other = at(example("after"), path)
    assert other != at(example(), path)
    found = told(example(), with_value(path, other))
    assert found
    assert in_plain_words(found) == []
    assert {each.id for each in found} == {"lantern"}


@pytest.mark.parametrize("path", [path for path in PARTS if optional(path)], ids=name_of)
def test_a_field_that_goes_or_comes_is_said(path: Path_) -> None:
    for before, after in ((example(), without(path)), (without(path), example())):
        found = told(before, after)
        assert found
        assert in_plain_words(found) == []


LISTS: list[tuple[Path_, Any]] = [
    (("also_known_as",), "Another"),
    (("needs",), "panic"),
    (("therapies",), "ipt"),
    (("delivery",), "group"),
    (("access",), "bsl"),
    (("related",), "second-team"),
    (("languages", "spoken"), "ur"),
    (("referral", "if_declined"), "second-team"),
    (("referral", "routes", 0, "who"), "self"),
    (("referral", "routes", 0, "send_with"), {"what": "blood-tests", "max_age": "4w"}),
    (("referral", "advice", "who"), "professional"),
    (("criteria", "area", "areas"), "eastvale"),
    (("criteria", "age", "refer_to"), "second-team"),
    (("criteria", "only"), {"reason": "veteran"}),
    (("criteria", "does_not_take"), {"reason": "psychosis"}),
    (("criteria", "check_first"), {"reason": "psychosis"}),
    (("criteria", "takes_despite"), {"reason": "pregnancy"}),
    (("criteria", "does_not_take"), {"reason": "recent-attempt", "words": "Again."}),
    (("referral", "routes"), {"who": ["self"], "how": "phone", "phone": "01632 960 009"}),
    (("waits",), {"from": "assessment", "to": "treatment", "weeks": 1, "as_of": "2026-09-01"}),
    (("locations",), {"name": "The Barn", "confidential": True}),
    (("evidence",), {"covers": ["waits"], "url": "https://example.org/more", "title": "More"}),
    (("aliases",), "older-lantern"),
]


@pytest.mark.parametrize(("path", "more"), LISTS, ids=lambda value: name_of(value) if isinstance(value, tuple) else "")
def test_a_list_that_grows_shrinks_or_is_put_in_another_order_is_said(path: Path_, more: Any) -> None:
    longer = with_value(path, [*at(example(), path), more])
    turned = with_value(path, [more, *at(example(), path)])
    for before, after in ((example(), longer), (longer, example()), (longer, turned)):
        found = told(before, after)
        assert found
        assert in_plain_words(found) == []


def test_every_field_of_an_area_s_own_rules_is_said() -> None:
    after = with_value(("by_area", "eastvale"), {"intake": "paused", "criteria": {"age": {"from": "16y"}}})
    assert [each.words for each in told(example(), after)][0] == "in Eastvale: now takes people aged 16 to 17"
