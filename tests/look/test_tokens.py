"""The tokens can be read, told apart and relied on: contrast, colour blindness, grey, and one value for each scheme."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from pathlib import Path

import pytest

from look.colours import SIGHTS, contrast, distance, lightness, steps
from look.tokens import COLOUR, SCHEMES, colours, said, scheme

AAA, AA, SHAPE = 7.0, 4.5, 3.0
"""WCAG 2.2: text to read at length (1.4.6), any text (1.4.3), the edge of a control or the ring of focus (1.4.11)."""

APART = 8.0
"""How far apart two meanings must be, of 100 between black and white; about 2 is the least that an eye can tell."""

GROUNDS = ("paper", "sheet", "sunk")
WASHES = ("brand-wash", "takes-wash", "check-wash", "refuses-wash", "crisis-wash")
OUTCOMES = ("takes", "check", "refuses")
MEANINGS = (*OUTCOMES, "crisis")
HEAT = tuple(f"heat-{step}" for step in range(1, 6))
SEEN = ["light", "dark"]


def too_faint(known: dict[str, str], words: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[str]:
    pairs = ((word, ground, contrast(known[word], known[ground])) for word, ground in product(words, grounds))
    return [f"{word} on {ground}: {found:.2f}" for word, ground, found in pairs if found < least]


@pytest.mark.parametrize("seen", SCHEMES)
def test_body_text_and_soft_text_are_read_with_ease_on_every_ground_and_wash(root: Path, seen: str):
    assert too_faint(colours(root, seen), ("ink", "soft"), GROUNDS + WASHES, AAA) == []


@pytest.mark.parametrize("seen", SCHEMES)
def test_a_link_is_read_with_ease_wherever_it_stands(root: Path, seen: str):
    assert too_faint(colours(root, seen), ("link", "link-strong"), GROUNDS + WASHES, AAA) == []


@pytest.mark.parametrize("seen", SCHEMES)
@pytest.mark.parametrize("meaning", MEANINGS)
def test_the_word_of_a_meaning_is_read_on_every_ground_and_on_its_own_wash(root: Path, seen: str, meaning: str):
    assert too_faint(colours(root, seen), (meaning,), (*GROUNDS, f"{meaning}-wash"), AA) == []


@pytest.mark.parametrize("seen", SCHEMES)
def test_words_in_the_ground_s_own_colour_are_read_on_what_is_filled(root: Path, seen: str):
    known = colours(root, seen)
    assert too_faint(known, ("on-brand",), ("brand",), AAA) == []
    assert too_faint(known, ("paper",), MEANINGS, AA) == []


@pytest.mark.parametrize("seen", SCHEMES)
def test_the_edge_of_a_control_and_the_ring_of_the_keyboard_are_seen(root: Path, seen: str):
    assert too_faint(colours(root, seen), ("rule", "ink", "brand"), GROUNDS + WASHES, SHAPE) == []


@pytest.mark.parametrize("seen", SEEN)
def test_one_half_of_the_ring_of_the_keyboard_is_seen_on_anything_that_it_is_drawn_on(root: Path, seen: str):
    known = colours(root, seen)
    for ground in (*GROUNDS, *WASHES, *HEAT[:3]):
        assert max(contrast(known[each], known[ground]) for each in ("ink", "lamp")) >= SHAPE, ground


@pytest.mark.parametrize("seen", SCHEMES)
def test_a_number_is_read_with_ease_on_every_step_of_heat(root: Path, seen: str):
    known = colours(root, seen)
    assert too_faint(known, ("ink",), HEAT[:3], AAA) == []
    assert too_faint(known, ("on-heat",), HEAT[3:], AAA) == []


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_outcomes_are_apart_to_every_sight_and_in_grey(root: Path, seen: str, sight: str):
    known = colours(root, seen)
    near = [(one, other) for one, other in combinations(OUTCOMES, 2) if far(known, one, other, sight) < APART]
    assert near == []


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("sight", [sight for sight in SIGHTS if sight != "grey"])
def test_life_at_risk_looks_like_no_outcome_to_any_sight(root: Path, seen: str, sight: str):
    """In grey four meanings that can all be read as words do not fit; there the card of crisis help has its frame."""
    known = colours(root, seen)
    assert [each for each in OUTCOMES if far(known, "crisis", each, sight) < APART] == []


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("sight", SIGHTS)
def test_each_step_of_heat_differs_from_the_last_and_more_is_always_further_from_the_ground(
    root: Path, seen: str, sight: str
):
    known = colours(root, seen)
    row = [known[each] for each in HEAT]
    assert min(steps(row, sight)) >= 6
    light = [lightness(each) for each in row]
    assert light == sorted(light, reverse=seen == "light")


@pytest.mark.parametrize("seen", ["dark", "print"])
def test_dark_and_paper_say_every_colour_anew(root: Path, seen: str):
    block = dict(said(root)[SCHEMES[seen]])
    assert [each for each in colours(root, "light") if each not in block] == []
    assert [each for each in block if each not in scheme(root, "light")] == []


def test_paper_comes_last_so_that_a_print_from_a_dark_window_is_ink_on_white(root: Path):
    assert list(said(root)) == list(SCHEMES.values())


def test_no_token_has_two_values_in_one_scheme(root: Path):
    counted = [Counter(name for name, _ in block) for block in said(root).values()]
    assert [name for block in counted for name, times in block.items() if times > 1] == []


def test_a_colour_is_written_in_hex_digits(root: Path):
    """Whatever else it might be, the tests above would not see it; a shadow may let the ground through."""
    words = {name: value for block in said(root).values() for name, value in block if not COLOUR.match(value)}
    assert [name for name, value in words.items() if "#" in value or "rgb(" in value and name != "float"] == []


def test_the_arithmetic_is_that_of_the_guidelines_and_of_the_paper():
    assert round(contrast("#000", "#fff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert round(distance("#000", "#fff", "usual sight")) == 100
    red, green = "#cc0000", "#408000"
    assert distance(red, green, "usual sight") > 2 * distance(red, green, "deuteranopia")
    assert distance("#777777", "#777777", "tritanopia") == 0


def far(known: dict[str, str], one: str, other: str, sight: str) -> float:
    return distance(known[one], known[other], sight)
