"""Opening hours in words."""

import pytest

from rightdoor.matching.hours import clock_words, hours_words

SAID = [
    ("24/7", ["24 hours a day, every day"]),
    ("Mo-Fr 09:00-17:00; PH off", ["Monday to Friday, 9am to 5pm", "Closed on bank holidays"]),
    ("Mo-Fr 09:00-12:00,13:30-17:00", ["Monday to Friday, 9am to midday and 1:30pm to 5pm"]),
    ("Mo-Su 18:00-02:00", ["Every day, 6pm to 2am"]),
    ("Mo-Su,PH 00:00-24:00", ["Every day, bank holidays too, 24 hours"]),
    (
        "Mo,We,Fr 10:00-12:00; PH,SH off",
        ["Monday, Wednesday and Friday, 10am to midday", "Closed on bank holidays and school holidays"],
    ),
    ("Mo[1] 18:00-20:00", ["First Monday of the month, 6pm to 8pm"]),
    ("Tu[1,3] 19:00+", ["First and third Tuesday of the month, from 7pm"]),
    ("Th[-1] 10:00-11:00", ["Last Thursday of the month, 10am to 11am"]),
    ("Mo-Fr 09:00-17:00, Tu 17:00-20:00", ["Monday to Friday, 9am to 5pm", "Tuesday, 5pm to 8pm"]),
    ('Tu 19:00-21:00 "women only"', ["Tuesday, 7pm to 9pm (women only)"]),
    ("Apr-Sep Mo 10:00-11:30", ["April to September: Monday, 10am to 11:30am"]),
    ("Sa off", ["Closed on Saturdays"]),
    ("09:00-17:00", ["9am to 5pm"]),
    ('"by appointment"', ["By appointment"]),
]


@pytest.mark.parametrize(("typed", "said"), SAID)
def test_hours_are_said_as_people_say_them(typed: str, said: list[str]) -> None:
    assert list(hours_words(typed)) == said


@pytest.mark.parametrize(
    "typed", ["week 1-53/2 Tu 10:00-12:00", "sunrise-sunset", "Mo 27:00-28:00", "", "Dec 25 off", "nonsense"]
)
def test_hours_that_these_words_cannot_say_are_shown_as_typed(typed: str) -> None:
    assert list(hours_words(typed)) == [f"As typed in the entry: {typed}"]


@pytest.mark.parametrize(
    ("time", "said"), [("12:00", "midday"), ("00:00", "midnight"), ("24:00", "midnight"), ("25:30", "1:30am")]
)
def test_noon_and_midnight_have_their_names(time: str, said: str) -> None:
    assert clock_words(time) == said
