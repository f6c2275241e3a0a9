"""Dates, numbers, waits and sessions as the pages say them, and words that no page of ours uses."""

import re
from datetime import date
from pathlib import Path

import pytest

from pages.street import GRAMMAR, text_of
from rightdoor.matching.phrases import lower_first
from rightdoor.model.service import Sessions, Wait
from rightdoor.pages import wording


def test_a_date_is_a_day_a_month_in_words_and_a_year() -> None:
    assert wording.date_words(date(2026, 8, 14)) == "14 August 2026"


@pytest.mark.parametrize(
    ("typed", "said"), [("2021-07-16", "16 July 2021"), ("June 2023", "June 2023"), ("2021-13-40", "2021-13-40")]
)
def test_a_date_that_a_page_shows_is_put_in_words_only_when_it_is_one(typed: str, said: str) -> None:
    assert wording.typed_date(typed) == said


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_choices_are_joined_as_people_write_them(parts: list[str], said: str) -> None:
    assert wording.joined(parts, "or") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Open to all", "open to all"),
        ("NHS", "NHS"),
        ("LGBT+ people", "LGBT+ people"),
        ("A&E", "A&E"),
        ("e-RS", "e-RS"),
    ],
)
def test_a_label_inside_a_sentence_keeps_its_abbreviations(text: str, said: str) -> None:
    assert lower_first(text) == said


def test_one_is_not_many() -> None:
    assert [wording.counted(n, "service") for n in (0, 1, 1200)] == ["0 services", "1 service", "1,200 services"]


def test_an_address_is_read_without_its_scheme() -> None:
    assert wording.link_words("https://www.example.org/help/") == "example.org/help"


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        (Sessions("up-to", None, 12), "Up to 12 sessions"),
        (Sessions("range", 6, 12), "6 to 12 sessions"),
        (Sessions("fixed-number", 1, 1), "1 session"),
        (Sessions("open-ended"), "Open-ended"),
        (Sessions("range", 6, None), "At least 6 sessions"),
    ],
)
def test_sessions_are_numbers_where_the_service_gives_them(sessions: Sessions, said: str) -> None:
    assert wording.session_words(sessions, GRAMMAR["session_policy"]) == said


def test_a_wait_is_said_from_step_to_step() -> None:
    wait = Wait("referral", "first-appointment", 1, date(2026, 10, 1))
    assert wording.wait_words(wait, GRAMMAR["wait_steps"]) == "referral to the first appointment"
    assert [wording.weeks_words(weeks) for weeks in (0, 1, 4)] == ["less than a week", "about 1 week", "about 4 weeks"]


def our_words(root: Path) -> dict[str, str]:
    """Everything that we say ourselves: templates and hand-written pages."""
    templates = [*(root / "docs/.overrides").rglob("*.html")]
    prose = [
        *(root / "docs").glob("*.md"),
        *(root / "docs/contribute").glob("*.md"),
        *(root / "docs/safety").glob("*.md"),
    ]
    return {str(file.relative_to(root)): file.read_text("utf-8") for file in (*templates, *prose)}


def test_nothing_of_ours_promises_that_a_service_will_take_anybody(root: Path) -> None:
    promises = re.compile(r"will (?:accept|take|see|treat)\b", re.IGNORECASE)
    assert [file for file, text in our_words(root).items() if promises.search(text_of(text))] == []


def test_nothing_of_ours_uses_words_that_the_nhs_asks_us_not_to_use(root: Path) -> None:
    words = [re.escape(each) for term in GRAMMAR["wording"] for each in term.more.get("never", ())]
    never = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
    found = {
        file: never.findall(text_of(re.sub(r"\{[{%#].*?[}%#]\}", " ", text))) for file, text in our_words(root).items()
    }
    assert {file: words for file, words in found.items() if words} == {}
