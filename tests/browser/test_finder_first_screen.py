"""What a hurried GP sees without scrolling: the services themselves, on the screens that stand on their desks."""

from __future__ import annotations

import pytest

from browser.conftest import Window, Windows
from browser.resulting import ADULT, shown

WHOLE = """() => [...document.querySelectorAll(".rd-group--fits .rd-match")].filter(($card) => {
  const { top, bottom } = $card.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}).length"""


@pytest.mark.parametrize(("width", "height", "least"), [(1440, 900, 4), (1366, 768, 2), (1920, 1080, 5)])
def test_the_services_that_may_take_the_patient_stand_on_the_first_screen_of_a_desktop_after_three_inputs(
    windows: Windows, width: int, height: int, least: int
):
    with windows(viewport={"width": width, "height": height}) as desktop:
        page = shown(desktop, ADULT)
        assert page.locator(".rd-ask__question").get_by_role("button", name="Severe", exact=False).first.is_visible()
        assert page.evaluate("scrollY") == 0
        assert page.evaluate(WHOLE) >= least


def test_name_answer_and_wait_of_the_first_service_stand_on_the_first_screen_of_a_phone(windows: Windows):
    with windows(viewport={"width": 390, "height": 844}) as phone:
        page = shown(phone, ADULT)
        first = page.locator(".rd-match").first
        for part in (".rd-match__name a", ".rd-match__outcome", ".rd-match__fact--wait dt"):
            box = first.locator(part).bounding_box()
            assert box
            assert box["y"] + box["height"] <= 844, part


def test_what_introduces_the_page_is_seen_again_after_starting_again(window: Window):
    page = shown(window, ADULT)
    title = page.locator("h1")
    assert title.text_content() == "The right door, first time"
    assert title.evaluate("($h1) => $h1.parentElement.getBoundingClientRect().height") <= 1
    page.get_by_role("button", name="Start again").click()
    assert title.evaluate("($h1) => $h1.parentElement.getBoundingClientRect().height") > 40


def test_the_list_does_not_move_when_another_question_is_asked(windows: Windows):
    with windows(viewport={"width": 1440, "height": 900}) as desktop:
        page = shown(desktop, ADULT)
        list_top = "document.querySelector('.rd-results__list').getBoundingClientRect().top"
        before = page.evaluate(list_top)
        page.get_by_role("button", name="Not sure").click()
        page.wait_for_function("!document.querySelector('.rd-ask__text').textContent.includes('severe is the problem')")
        assert page.evaluate(list_top) == before


def test_whom_else_a_service_refuses_is_never_left_out_of_its_card(window: Window):
    page = shown(window, ADULT)
    card = page.locator(".rd-match").first
    people = card.locator(".rd-match__not")
    assert people.inner_text().startswith("Also not for: people who")
    assert people.bounding_box()["height"] < 30
    assert page.evaluate(
        """() => {
          const $number = document.querySelector(".rd-match__count");
          const { right } = $number.closest(".rd-match__foot").getBoundingClientRect();
          return /and \\d+ more/.test($number.textContent) && $number.getBoundingClientRect().right <= right + 1;
        }"""
    )
