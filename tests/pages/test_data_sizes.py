"""What the data of an area weighs: the budget of the finder, on text as varied as that of this repository."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path

import pytest

from pages.pouring import poured
from pages.street import TODAY, view
from rightdoor.pages import browser_data
from rightdoor.pages.browser_table import table
from rightdoor.pages.view import View
from rightdoor.records.load import load

AREAS = ("northvale", "eastvale", "southmoor")


@pytest.fixture(scope="module")
def seen(root: Path) -> View:
    return view(load(root, TODAY).directory)


def weight(value: object) -> int:
    """Bytes of a file when it is sent, squeezed as a server does."""
    return len(gzip.compress(browser_data.as_text(value).encode(), 6, mtime=0))


def test_the_facts_of_500_services_weigh_at_most_60_kilobytes(seen: View) -> None:
    files = [browser_data.told(seen, f"area/{area}") for area in AREAS]
    records = list({each["id"]: each for file in files for each in file["services"]}.values())
    text = " ".join(each.summary for each in seen.whole.services.values())
    many = poured(records, 500, sorted(set(re.findall(r"[A-Za-z]{4,9}", text))))
    many.sort(key=lambda each: (each["type"], each["id"]))
    file = {**browser_data.packed(seen, "area/northvale"), "services": table(many)}
    assert weight(file) <= 60_000, f"{weight(file) / 500:.0f} bytes a service"
    assert weight(file) < 0.75 * weight({**file, "services": many})


def test_every_practice_of_england_weighs_at_most_150_kilobytes_and_only_for_whoever_types_one(seen: View) -> None:
    chance = random.Random(1)
    words = sorted(set(re.findall(r"[A-Z][a-z]{3,9}", " ".join(each.name for each in seen.whole.services.values()))))
    kinds = ("Surgery", "Medical Centre", "Practice", "Health Centre", "Group Practice")
    areas = [f"{chance.choice(words).lower()}-{chance.choice(words).lower()}" for _ in range(150)]
    practices = [
        (f"{chance.choice(words)} {chance.choice(words)} {chance.choice(kinds)}", f"NV{at // 3}", areas[at // 44])
        for at in range(6500)
    ]
    assert weight({"districts": {}, "practices": practices}) <= 150_000


def test_what_every_page_loads_at_once_is_small(seen: View) -> None:
    assert weight(browser_data.packed(seen, "areas")) <= 2_000
    assert weight(browser_data.packed(seen, "vocabulary")) <= 16_000
    assert weight(browser_data.packed(seen, "matching")) <= 16_000
