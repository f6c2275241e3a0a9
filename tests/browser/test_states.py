"""What must hold of every page holds of every state that a page can be brought into, in every light and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache

import pytest

from browser.conftest import Windows
from browser.states import STATES
from browser.test_accessible import LOOKS, faults, fits
from browser.test_crisis_everywhere import strip_is_seen

EACH = [(look, state) for look in LOOKS for state in STATES]


@dataclass(frozen=True)
class Seen:
    """What is to be seen of a page in one state, and what it did to get there."""

    faults: list[str]
    fits: bool
    title: str
    crisis: bool
    crisis_on_paper: bool
    wanders: list[str]
    said: list[str]


@pytest.fixture(scope="module")
def seen(windows: Windows) -> Iterator[Callable[[str, str], Seen]]:
    """Looks at a state once, whatever is asked of it; each look has one window."""
    with ExitStack() as stack:
        window = cache(lambda look: stack.enter_context(windows(**LOOKS[look])))

        @cache
        def looked(look: str, state: str) -> Seen:
            here = window(look)
            here.requests.clear()
            here.said.clear()
            page = STATES[state](here)
            if state == "a shortlist":
                # The shortlist stands over the end of the window: what it lies on must be free where one presses it.
                page.locator(".rd-match").first.evaluate("($card) => $card.scrollIntoView({block: 'start'})")
            found, fitting, title, crisis = faults(page), fits(page), page.title(), strip_is_seen(page)
            page.emulate_media(media="print")
            on_paper = strip_is_seen(page)
            page.emulate_media(media="screen")
            wanders = [each for each in here.requests if not each.startswith(here.site)]
            return Seen(found, fitting, title, crisis, on_paper, wanders, list(here.said))

        yield looked


@pytest.mark.parametrize(("look", "state"), EACH)
def test_a_state_has_no_fault_that_a_program_can_find(seen: Callable[[str, str], Seen], look: str, state: str):
    assert seen(look, state).faults == []


@pytest.mark.parametrize("state", STATES)
def test_a_state_fits_320_pixels_without_scrolling_sideways(seen: Callable[[str, str], Seen], state: str):
    assert seen("320 pixels", state).fits


@pytest.mark.parametrize(("look", "state"), EACH)
def test_crisis_help_is_seen_in_every_state_and_on_its_print(seen: Callable[[str, str], Seen], look: str, state: str):
    assert seen(look, state).crisis
    assert seen(look, state).crisis_on_paper


@pytest.mark.parametrize("state", STATES)
def test_a_state_asks_nothing_of_any_other_host_and_nothing_fails(seen: Callable[[str, str], Seen], state: str):
    assert seen("light", state).wanders == []
    assert seen("light", state).said == []


def test_the_title_says_nothing_of_what_was_answered(seen: Callable[[str, str], Seen]):
    titles = {seen("light", state).title for state in STATES}
    assert titles == {
        "Rightdoor: mental health services and who they take",
        "Compare services side by side – Rightdoor",
        "They were refused: where to go instead – Rightdoor",
    }
