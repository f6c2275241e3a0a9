"""Hours taken apart mean what another reader of OpenStreetMap's form says of them, in every half hour of four weeks."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from rightdoor.model.opening_hours import WEEK, Stretch, Times, times_of

START = datetime(2026, 11, 2)
"""A Monday, before four weeks without a bank holiday."""

MOMENTS = [START + timedelta(minutes=30 * at + 15) for at in range(48 * 28)]
_WRITTEN = re.compile(r"\bhours: (?:\"([^\"]+)\"|([^,}\n]+))")


def is_open(times: Times, at: datetime) -> bool:
    """Whether hours that were taken apart are open at a moment that is no holiday."""
    return any(_within(each, at) for each in (*times.weekly, *times.monthly))


def _within(stretch: Stretch, at: datetime) -> bool:
    clock, before = f"{at:%H:%M}", at - timedelta(days=1)
    if stretch.end > stretch.start:
        return _on(stretch, at) and stretch.start <= clock < stretch.end
    return (_on(stretch, at) and clock >= stretch.start) or (_on(stretch, before) and clock < stretch.end)


def _on(stretch: Stretch, at: datetime) -> bool:
    last = (at + timedelta(days=7)).month != at.month
    nth = {(at.day - 1) // 7 + 1, *([-1] if last else [])}
    return WEEK[at.weekday()] in stretch.days and (not stretch.nth or bool(nth & set(stretch.nth)))


def agrees(text: str) -> bool:
    """Whether both readers say the same; hours with anything that is not taken apart are not compared."""
    times = times_of(text)
    if times.other:
        return True
    theirs = OpeningHours(text, country="GB")
    return [is_open(times, at) for at in MOMENTS] == [theirs.is_open(at) for at in MOMENTS]


def written(root: Path) -> list[str]:
    """All hours of the directory, each once."""
    found = set()
    for file in (root / "directory" / "services").rglob("*.yaml"):
        found |= {(quoted or bare).strip() for quoted, bare in _WRITTEN.findall(file.read_text("utf-8"))}
    return sorted(found)


def test_the_hours_of_every_entry_are_taken_apart_as_another_reader_reads_them(root: Path) -> None:
    texts = written(root)
    assert len(texts) > 30
    assert [text for text in texts if not agrees(text)] == []


CLOCKS = st.sampled_from(["00:00", "07:30", "09:00", "12:00", "13:00", "17:00", "20:30", "24:00"])
NIGHTS = st.sampled_from(["20:30-02:00", "22:00-26:00", "18:00-00:00"])
SPANS = st.one_of(st.tuples(CLOCKS, CLOCKS).filter(lambda span: span[0] < span[1]).map("-".join), NIGHTS)
DAY_PARTS = st.one_of(
    st.sampled_from(WEEK),
    st.tuples(st.sampled_from(WEEK), st.sampled_from(WEEK)).filter(lambda row: row[0] != row[1]).map("-".join),
    st.tuples(st.sampled_from(WEEK), st.sampled_from(["1", "2", "-1", "1,3"])).map(
        lambda part: f"{part[0]}[{part[1]}]"
    ),
)
RULES = st.tuples(st.lists(DAY_PARTS, min_size=1, max_size=3), st.one_of(SPANS, st.just("off"))).map(
    lambda rule: f"{','.join(rule[0])} {rule[1]}"
)


@settings(max_examples=100, deadline=None)
@given(st.lists(RULES, min_size=1, max_size=3).map("; ".join))
def test_any_hours_are_taken_apart_as_another_reader_reads_them_or_not_at_all(text: str) -> None:
    assert agrees(text), text


@pytest.mark.parametrize("text", ["Fr-Sa 20:00-02:00", "Mo-Su 22:00-26:00", "Mo-Fr 09:00-12:00,13:00-17:00", "24/7"])
def test_hours_past_midnight_and_with_a_break_mean_the_same_to_both(text: str) -> None:
    assert not times_of(text).other
    assert agrees(text)
