"""What the browser writes, the strict reader reads back: whatever it holds, and with every remark that was there."""

import json
import random
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from entry.broken import at, places
from entry.desk import Desk
from records.some_records import NASTY, groups
from rightdoor.records.order import fields_of
from rightdoor.records.read import read_source
from rightdoor.records.write import written

WHOLE = Path(__file__).with_name("whole.service.yaml")
MANY = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(text: str) -> dict[str, Any]:
    return read_source(text.encode(), "a.yaml").data


def alike(one: Any, other: Any) -> bool:
    """Whether data are the same as JSON has them, which knows one kind of number: 1.0 is 1, but 1 is not true."""
    return json.dumps(_whole(one), sort_keys=True) == json.dumps(_whole(other), sort_keys=True)


def _whole(data: Any) -> Any:
    if isinstance(data, float) and data.is_integer():
        return int(data)
    if isinstance(data, dict):
        return {name: _whole(each) for name, each in data.items()}
    return [_whole(each) for each in data] if isinstance(data, list) else data


def shipped(root: Path) -> list[tuple[str, str]]:
    """The text of every service and organization that is shipped, with its kind."""
    folders = {"service": "services", "organization": "organizations"}
    return [
        (kind, file.read_text("utf-8"))
        for kind, folder in folders.items()
        for file in sorted((root / "directory" / folder).rglob("*.yaml"))
    ]


def test_every_entry_is_written_as_the_command_line_writes_it(desk: Desk, root: Path) -> None:
    entries = [(kind, read(text)) for kind, text in shipped(root)]
    answers = desk.ask_all("write", ({"data": data, "told": {"kind": kind}} for kind, data in entries))
    assert answers == [written(data, kind) for kind, data in entries]


def test_every_entry_is_read_as_the_command_line_reads_it(desk: Desk, root: Path) -> None:
    texts = [text for _, text in shipped(root)]
    assert desk.ask_all("read", texts) == [{"data": read(text)} for text in texts]


def test_an_entry_in_which_nothing_changed_stays_as_it_is(desk: Desk, root: Path) -> None:
    told = [(text, {"data": read(text), "told": {"kind": kind, "original": text}}) for kind, text in shipped(root)]
    assert desk.ask_all("write", (asked for _, asked in told)) == [text for text, _ in told]


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_every_nasty_text_reads_back_as_typed_wherever_it_stands(desk: Desk, text: str) -> None:
    data = {
        "name": text,
        "needs": ["anxiety", text],
        "criteria": {"age": {"from": text, "words": text}, "only": [{"reason": "veteran", "words": text}, text]},
        # A browser puts names that are whole numbers first, and the grammar has none.
        "contact": {"phone": text, "x" if text.isdigit() else text or "x": text},
    }
    found = desk.ask("write", {"data": data})
    assert alike(read(found), data)
    assert desk.ask("read", found) == {"data": data}
    assert found == written(data, "service")


@MANY
@given(groups(fields_of("service")))
def test_whatever_an_entry_holds_is_read_back(desk: Desk, data: dict[str, Any]) -> None:
    text = desk.ask("write", {"data": data})
    assert alike(read(text), data)
    assert alike(desk.ask("read", text)["data"], data)


@MANY
@given(groups(fields_of("service")))
def test_whatever_is_changed_in_an_entry_is_read_back(desk: Desk, data: dict[str, Any]) -> None:
    text = desk.ask("write", {"data": data, "told": {"original": with_remarks(WHOLE.read_text("utf-8"))}})
    assert alike(read(text), data)


def with_remarks(text: str) -> str:
    """The text with a remark above and beside every line, but inside texts of several lines."""
    lines, number, inside = [], 0, False
    for line in text.splitlines():
        inside = inside and (not line or line.startswith("  "))
        if not inside:
            number += 1
            lines.append(f"{' ' * (len(line) - len(line.lstrip()))}# above {number:03}.")
            line += "" if line.endswith("|") else f"  # beside {number:03}."
        inside = inside or line.endswith("|")
        lines.append(line)
    return "\n".join(lines) + "\n"


def changes(chance: random.Random, data: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """A copy of an entry with a few values replaced, taken away, added or moved."""
    copy = deepcopy(data)
    for _ in range(chance.randint(1, 4)):
        path = chance.choice(list(places(copy)))
        holder, step = at(copy, path[:-1]), path[-1]
        doing = chance.random()
        if doing < 0.4:
            holder[step] = deepcopy(chance.choice([at(other, each) for each in places(other)]))
        elif doing < 0.6 and len(holder) > 1:
            del holder[step]
        elif isinstance(holder, list):
            holder.insert(chance.randint(0, len(holder)), deepcopy(chance.choice(holder)))
        else:
            new = chance.choice(list(other))
            copy.setdefault(new, deepcopy(other[new]))
    return copy


def test_an_entry_in_the_one_style_keeps_it_whatever_is_changed(desk: Desk, root: Path) -> None:
    chance = random.Random(11)
    entries = [read(text) for kind, text in shipped(root) if kind == "service"]
    tried = [(data, changes(chance, data, chance.choice(entries))) for data in chance.choices(entries, k=600)]
    told = ({"data": new, "told": {"original": written(old, "service")}} for old, new in tried)
    answers = desk.ask_all("write", told)
    assert [
        each for each in zip(answers, (written(new, "service") for _, new in tried), strict=True) if each[0] != each[1]
    ] == []


def test_what_is_changed_leaves_every_remark_and_every_other_line(desk: Desk) -> None:
    text = with_remarks(WHOLE.read_text("utf-8"))
    data = read(text)
    tried = [(path, value) for path in places(data) for value in ("paused # x", 12)]
    for path, value in tried:
        new = deepcopy(data)
        at(new, path[:-1])[path[-1]] = value
        found = desk.ask("write", {"data": new, "told": {"original": text}})
        assert read(found) == new
        assert remarks(found) == remarks(text)
        others = [line for name in text.splitlines() if (line := name) and not line.startswith((" ", f"{path[0]}:"))]
        assert not [line for line in others if line not in found.splitlines()]


def test_a_field_that_is_added_or_goes_leaves_every_other_remark(desk: Desk) -> None:
    text = with_remarks(WHOLE.read_text("utf-8"))
    data = read(text)
    for name in data:
        new = {each: value for each, value in data.items() if each != name}
        without = desk.ask("write", {"data": new, "told": {"original": text}})
        assert read(without) == new
        assert remarks(without) <= remarks(text)
        again = desk.ask("write", {"data": data, "told": {"original": without}})
        assert read(again) == data
        assert list(read(again)) == list(data)
        assert remarks(again) == remarks(without)


def remarks(text: str) -> set[str]:
    return set(re.findall(r"# (?:above|beside) [0-9]{3}\.", text))


def test_windows_line_ends_stay(desk: Desk) -> None:
    text = "name: A\r\ntype: cmht\r\nnote: B\r\n"
    found = desk.ask("write", {"data": {"name": "A", "note": "C", "intake": "open"}, "told": {"original": text}})
    assert found == "name: A\r\nintake: open\r\nnote: C\r\n"


def test_a_text_that_cannot_be_read_is_written_anew(desk: Desk) -> None:
    assert desk.ask("write", {"data": {"name": "A"}, "told": {"original": "name: ["}}) == "name: A\n"
