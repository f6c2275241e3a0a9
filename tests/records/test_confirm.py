"""To confirm an entry changes who checked it, how and when, and nothing else."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.records.confirm import WAYS, Confirmation, confirm, later_groups
from rightdoor.records.edits import EditRefused
from rightdoor.records.read import Source, read_source
from rightdoor.records.spans import parsed

ROOT = Path(__file__).resolve().parents[2]
GROUPS = ("crisis", "waits", "contact", "hours", "criteria", "referral", "other")
TODAY = date(2026, 11, 23)
ENTRY = """\
# Asked every spring.
name: Valeland Line   # as on its page
checked:
  on: 2026-10-02
  how: provider-phone   # the duty worker
  by: volunteer
  # read on the page
  waits: {on: 2026-11-09, how: published-page}
aliases: [old-line]
"""


@cache
def services() -> tuple[Source, ...]:
    files = sorted((ROOT / "directory/services").rglob("*.yaml"))
    return tuple(read_source(file.read_bytes(), file.relative_to(ROOT).as_posix()) for file in files)


def entry(text: str = ENTRY) -> Source:
    return read_source(text.encode(), "directory/services/national/valeland-line.yaml")


def confirmed(text: str, how: str, on: date = TODAY, by: str = "", *groups: str) -> str:
    after = confirm(entry(text), Confirmation(how, on, by, groups)).after
    assert after is not None
    return after.decode()


def checked(text: str) -> Any:
    return read_source(text.encode(), "a.yaml").data["checked"]


@given(st.data())
def test_no_byte_changes_outside_checked(data: st.DataObject):
    record = data.draw(st.sampled_from(services()))
    groups = tuple(data.draw(st.lists(st.sampled_from(GROUPS), unique=True, max_size=3)))
    by = data.draw(st.sampled_from(["", "volunteer", "link worker"]))
    on = TODAY + timedelta(days=data.draw(st.integers(1, 400)))
    after = confirm(record, Confirmation(data.draw(st.sampled_from(WAYS)), on, by, groups)).after
    assert after is not None
    old, new = record.raw.decode(), after.decode()
    place = parsed(old).at(("checked",))
    assert new.startswith(old[: place.start])
    assert new.endswith(old[place.end :])
    now, before = read_source(after, record.file).data, dict(record.data)
    assert {**now, "checked": 0} == {**before, "checked": 0}


def test_a_check_of_everything_takes_the_place_of_older_checks_and_keeps_every_comment_of_its_own_line():
    assert (
        confirmed(ENTRY, "provider-email")
        == """\
# Asked every spring.
name: Valeland Line   # as on its page
checked:
  on: 2026-11-23
  how: provider-email   # the duty worker
  # read on the page
aliases: [old-line]
"""
    )


def test_facts_that_were_checked_later_keep_their_own_check():
    said = Confirmation("provider-phone", date(2026, 10, 20), "volunteer")
    assert later_groups(entry(), said) == ("waits",)
    assert checked(confirmed(ENTRY, *said[:3]))["waits"] == {"on": "2026-11-09", "how": "published-page"}


def test_a_check_of_some_facts_leaves_the_others_as_they_were():
    after = confirmed(ENTRY, "provider-phone", TODAY, "volunteer", "contact", "hours")
    own = {"on": "2026-11-23", "how": "provider-phone", "by": "volunteer"}
    assert checked(after) == {**checked(ENTRY), "contact": own, "hours": own}
    assert [line for line in ENTRY.splitlines() if line not in after] == []


def test_an_entry_that_nobody_had_checked_gets_a_day_and_a_role():
    after = confirmed("name: A\nchecked: {how: never}\n", "published-page", TODAY, "volunteer")
    assert after == "name: A\nchecked: {how: published-page, on: 2026-11-23, by: volunteer}\n"


def test_the_role_of_an_earlier_check_is_not_taken_for_that_of_this_one():
    assert "by" not in checked(confirmed(ENTRY, "provider-phone"))


def test_an_older_check_never_replaces_a_later_one():
    with pytest.raises(EditRefused, match="was checked on 2026-10-02, which is later than 2026-09-01"):
        confirmed(ENTRY, "provider-phone", date(2026, 9, 1))
    with pytest.raises(EditRefused, match="was checked on 2026-11-09"):
        confirmed(ENTRY, "provider-phone", date(2026, 11, 1), "", "waits")


def test_what_the_entry_says_already_is_said_and_not_written():
    text = "name: A\nchecked: {how: provider-phone, on: 2026-11-23}\n"
    with pytest.raises(EditRefused, match="says this already"):
        confirmed(text, "provider-phone")
