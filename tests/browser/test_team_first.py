"""Who is sent to ask a team first is told which team of the area it may be, and how to reach it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import Window
from browser.resulting import shown

UNDER_A_TEAM = "area={}&need=depression&age={}y&yes=under-secondary-care"


def teams(window: Window, area: str, age: int) -> list[str]:
    """What is said of each team that may be the one, once the longer texts are there."""
    page = shown(window, UNDER_A_TEAM.format(area, age))
    expect(page.locator(".rd-results__team").first).to_contain_text(". ")
    return page.locator(".rd-results__team").all_inner_texts()


def test_the_team_is_named_with_its_page_and_its_advice_line(window: Window):
    said = teams(window, "northvale", 34)
    assert said == [
        "It may be Northvale Community Mental Health Team. Advice line: GP, 01632 960 131 "
        "(Monday to Friday, 1pm to 3pm; Closed on bank holidays)"
    ]
    assert window.page.locator(".rd-results__team a").get_attribute("href") == "./services/northvale-cmht/"
    assert window.page.locator(".rd-results__team .rd-phone").inner_text() == "01632 960 131"


def test_a_team_without_an_advice_line_is_named_with_its_telephone(window: Window):
    assert teams(window, "eastvale", 34) == ["It may be Eastvale Community Mental Health Team. Phone 01632 960 420"]


@pytest.mark.parametrize(
    ("age", "named", "unnamed"), [(12, "Young People", "Community"), (34, "Community", "Young People")]
)
def test_no_team_is_named_that_says_the_age_is_anothers(window: Window, age: int, named: str, unnamed: str):
    said = " ".join(teams(window, "northvale", age))
    assert named in said
    assert unnamed not in said


def test_where_the_directory_holds_no_such_team_none_is_named(window: Window):
    page = shown(window, UNDER_A_TEAM.format("scotland", 34))
    expect(page.locator(".rd-results__first")).to_have_text(
        "A mental health team already sees this person, so ask that team first."
    )
    assert page.locator(".rd-results__team").count() == 0
