"""Codes to scan: ours are, module for module, those that segno draws with the same settings."""

import random
import re

import pytest
import segno

from rightdoor.pages import qr

SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-./:"
FULL = [sum(blocks) - 2 for _, blocks in qr.BLOCKS.values()]


def address(length: int, seed: int = 0) -> str:
    """An address of so many letters."""
    chance = random.Random(f"{length} {seed}")
    return ("https://" + "".join(chance.choice(SIGNS) for _ in range(length)))[-length:]


def of_segno(text: str) -> str:
    made = segno.make(text, micro=False, error="m", mode="byte", mask=qr.MASK, boost_error=False)
    return "".join("".join(str(module & 1) for module in row) for row in made.matrix)


@pytest.mark.parametrize("length", FULL)
def test_a_code_that_is_full_is_the_one_that_segno_draws(length: int) -> None:
    for seed in range(5):
        text = address(length, seed)
        assert qr.modules(text) == of_segno(text)


def test_a_code_with_room_left_is_filled_as_the_standard_says() -> None:
    words = qr._data_words(b"abc", 1)
    assert words.hex() == "4036162630" + "ec11" * 5 + "ec"


@pytest.mark.parametrize("length", [1, 15, 40, 43, 63, 85, 107, 123])
def test_a_code_with_room_left_has_the_size_and_the_drawn_parts_of_segno_s(length: int) -> None:
    ours, theirs = qr.modules(address(length)), of_segno(address(length))
    assert len(ours) == len(theirs)
    width = int(len(ours) ** 0.5)
    assert [ours[row * width : row * width + 9] for row in range(6)] == [
        theirs[row * width : row * width + 9] for row in range(6)
    ]


def test_the_path_draws_each_dark_module_once_inside_the_margin() -> None:
    drawn, dark = qr.qr(address(60)), qr.modules(address(60))
    width = drawn.width - 2 * qr.QUIET
    assert painted(drawn.path) == {
        (place % width + qr.QUIET, place // width + qr.QUIET) for place, module in enumerate(dark) if module == "1"
    }


def painted(path: str) -> set[tuple[int, int]]:
    """The modules that a path of strokes and moves covers."""
    column, row, found = 0, 0, set()
    for stroke, move, down in re.findall(r"h(\d+)|[mM](-?\d+) (-?[\d.]+)", path):
        if stroke:
            found |= {(each, row) for each in range(column, column + int(stroke))}
            column += int(stroke)
        else:
            column, row = column + int(move), row + int(float(down))
    return found


def test_the_same_address_gives_the_same_code() -> None:
    assert qr.qr(address(70)) == qr.qr(address(70))


def test_an_address_that_would_be_too_fine_to_print_has_no_code() -> None:
    qr.qr(address(qr.LONGEST))
    with pytest.raises(ValueError, match="too long"):
        qr.qr(address(qr.LONGEST + 1))
