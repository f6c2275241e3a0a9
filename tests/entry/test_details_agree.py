"""Telephone numbers, addresses, hours, dates, roles and sentences, sound and not: both languages judge them alike."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from opening_hours import validate

from checks.examples import checks_of_one_file, grammar
from entry.broken import changed
from entry.desk import Desk, placed
from entry.only_the_pull_request import NOT_LISTED, ONLY_THE_PULL_REQUEST
from rightdoor.records.checks.frame import Record
from rightdoor.records.checks.phone_numbers import is_valid, spaced
from rightdoor.records.grammar import judge_source
from rightdoor.records.phone_plan import phone_plan
from rightdoor.records.read import Source, read_source
from rightdoor.records.write import written

WHOLE = Path(__file__).with_name("whole.service.yaml")
KNOWN = frozenset(checks_of_one_file()) - {*ONLY_THE_PULL_REQUEST}

DETAILS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("details.yaml").read_text("utf-8"))

TRIED: tuple[tuple[tuple[str | int, ...], list[str]], ...] = (
    (("contact", "phone"), DETAILS["phones"]),
    (("contact", "text"), DETAILS["phones"]),
    (("contact", "text_relay"), DETAILS["phones"]),
    (("referral", "advice", "phone"), DETAILS["phones"]),
    (("contact", "email"), DETAILS["emails"]),
    (("contact", "website"), DETAILS["urls"]),
    (("contact", "webchat"), DETAILS["urls"]),
    (("waits", 0, "source"), DETAILS["urls"]),
    (("hours",), DETAILS["hours"]),
    (("checked", "by"), DETAILS["roles"]),
    (("checked", "on"), DETAILS["dates"]),
    (("evidence", 0, "seen"), DETAILS["dates"]),
    (("locations", 0, "postcode"), DETAILS["postcodes"]),
    (("summary",), DETAILS["words"]),
    (("criteria", "age", "words"), DETAILS["words"]),
    (("referral", "routes", 0, "note"), [*DETAILS["words"], *DETAILS["phones"], *DETAILS["emails"]]),
    (("name",), DETAILS["words"]),
    (("aliases", 0), DETAILS["ids"]),
    (("type",), ["domestic-abuse-service", "sexual-violence-service", "crisis-line"]),
)


def entries() -> Iterator[dict[str, Any]]:
    """Entries that keep to the grammar: of others the command line says nothing further."""
    data = read_source(WHOLE.read_bytes(), WHOLE.name).data
    for path, values in TRIED:
        for value in values:
            if not judge_source(source_of(entry := changed(data, path, value)), "service"):
                yield entry


def source_of(data: dict[str, Any]) -> Source:
    return read_source(written(data, "service").encode(), "northvale-refuge.yaml")


def test_every_detail_is_judged_alike(desk: Desk) -> None:
    desk.ask("world", {"name": "alone", "world": {"phones": phone_plan()}})
    assert "\n".join(differences(desk, entries())) == ""


def differences(desk: Desk, tried: Iterable[dict[str, Any]]) -> list[str]:
    tried = list(tried)
    told = {"world": "alone", "today": "2026-11-23", "told": {"id": "northvale-refuge", "folder": "northvale"}}
    found = []
    for entry, answer in zip(tried, desk.ask_all("judge", ({"data": each, **told} for each in tried)), strict=True):
        source = source_of(entry)
        record = Record("service", "northvale-refuge.yaml", "northvale-refuge", source)
        checks = [check for code, check in checks_of_one_file().items() if code in KNOWN]
        problems = (each for check in checks for each in check.check_record(record, grammar()))
        python = {
            (each.line, each.column, str(each.level), each.code, each.message, each.tip)
            for each in problems
            if NOT_LISTED not in each.message
        }
        browser = {placed(each, source) for each in answer if each["code"] in KNOWN}
        if python != browser:
            found.append(f"only Python: {sorted(python - browser)} only the browser: {sorted(browser - python)}")
    return found


def test_numbers_of_every_range_are_known_and_spaced_alike(desk: Desk) -> None:
    desk.ask("world", {"name": "alone", "world": {"phones": phone_plan()}})
    chance = random.Random(5)
    starts = DETAILS["starts_of_numbers"]
    ends = ("".join(chance.choices("0123456789", k=chance.randint(5, 10))) for _ in range(4000))
    numbers = [chance.choice(starts) + end for end in ends]
    answers = desk.ask_all("phone", ({"number": each, "world": "alone"} for each in numbers))
    python = [spaced(each) if is_valid(each) else None for each in numbers]
    assert sum(map(bool, python)) > 200
    assert [each for each in zip(numbers, python, answers, strict=True) if each[1] != each[2]] == []


BETWEEN = (" ", " ", " ", ", ", ",", "; ", ";", " || ", "  ", "-", " - ")


def test_hours_that_can_be_read_are_never_refused_in_the_form(desk: Desk) -> None:
    chance = random.Random(3)
    tried = ["".join(_hours(chance)) for _ in range(4000)]
    refused = [hours for hours, fine in zip(tried, desk.ask_all("hours", tried), strict=True) if not fine]
    assert [each for each in refused if validate(each)] == []
    assert len(refused) > 2000


def _hours(chance: random.Random) -> Iterator[str]:
    yield chance.choice(DETAILS["parts_of_hours"])
    for _ in range(chance.randint(0, 4)):
        yield chance.choice(BETWEEN) + chance.choice(DETAILS["parts_of_hours"])


@pytest.mark.parametrize(
    "hours", ["Jan-Mar Mo 10:00-12:00", "week 1-53/2 Fr 10:00-12:00", "easter off", "sunrise-sunset"]
)
def test_hours_by_month_or_sun_are_left_to_the_pull_request(desk: Desk, hours: str) -> None:
    assert desk.ask("hours", hours)
