"""What the real entries may claim: nobody has phoned these services, so every date and every quotation is earned."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rightdoor.records.read import read_source

FOLDER = Path(__file__).resolve().parent.parent / "directory" / "services" / "national"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def entry(request: pytest.FixtureRequest) -> dict[str, Any]:
    file: Path = request.param
    return read_source(file.read_bytes(), file.name).data


def quotations(value: Any) -> Iterator[str]:
    """Every text that stands in a field `words`, which pages show in quotation marks as the service's own."""
    rows = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and "words" in value:
        yield value["words"]
    for each in rows:
        yield from quotations(each)


def test_there_are_real_entries():
    assert len(FILES) >= 30


def test_no_words_are_put_into_the_mouth_of_a_service_whose_page_nobody_copied(entry: dict[str, Any]):
    assert not list(quotations(entry.get("criteria", {})))


def test_a_day_of_checking_is_the_day_of_a_page_that_covers_those_facts(entry: dict[str, Any]):
    checked = entry["checked"]
    assert checked["how"] == "never", "some facts of every entry come from pages that show no day"
    for group, check in checked.items():
        if isinstance(check, dict):
            assert check["how"] == "published-page"
            days = {page.get("dated") for page in entry["evidence"] if group in page["covers"]}
            assert check["on"] in days
            assert date.fromisoformat(check["on"])


def test_every_entry_names_the_pages_its_facts_come_from(entry: dict[str, Any]):
    assert entry["evidence"]


def test_nobody_is_sent_to_a_page_that_sells_what_harms_them_or_furniture(entry: dict[str, Any]):
    hosts = [urlsplit(page["url"]).hostname or "" for page in entry["evidence"]]
    assert not [host for host in hosts if any(word in host for word in ("bet", "casino", "poker", "furniture"))]
